// A conversation: what was said, lines to choose from, a field for an own line, and at the end the report.
function turnItem(list, { who, name, text, pieces, note }) {
  const item = make("li", list, { className: who === "you" ? "dv-you" : "dv-them" });
  make("p", item, { className: "dv-name", textContent: name });
  const said = make("p", item);
  for (const one of pieces || [{ text }]) make(one.shows ? "mark" : "span", said, { textContent: one.text });
  if (note) make("p", item, { className: "dv-note", textContent: note });
}

// An own line: Enter says it, Shift+Enter is a new line; what is typed stays until it is said.
function ownLine(parent, about, say, enter) {
  const { texts, place } = about;
  const id = uid();
  const box = make("div", parent, { className: "dv-field" });
  make("label", box, { htmlFor: id, textContent: texts.own });
  make("p", box, { id: `${id}-hint`, className: "dv-note", textContent: texts.hint });
  const area = make("textarea", box, { id, rows: 2 });
  area.setAttribute("aria-describedby", `${id}-hint`);
  const cut = status(box, "dv-cut");
  const left = shelf.get(place);
  if (left) area.value = left.value;
  limit(area, texts.longest, (was) => {
    cut.textContent = was ? texts.too_long : "";
  });
  area.addEventListener("input", () => shelf.put(place, { value: area.value }));
  area.addEventListener("focus", enter, { once: true });
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (!event.shiftKey) say(area.value);
    else if (!document.execCommand("insertText", false, "\n")) {
      area.setRangeText("\n", area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  const row = make("div", box, { className: "dv-buttons" });
  const send = button(row, texts.say, () => say(area.value));
  const clear = () => {
    area.value = cut.textContent = "";
    shelf.drop(place);
  };
  return { area, send, clear };
}

// Every finished talk, to be gone through turn by turn.
function replayPart(parent, texts, model) {
  const fold = make("details", parent, { className: "dv-replay" });
  make("summary", fold, { textContent: texts.replay });
  const pick = make("div", fold, { className: "dv-field" });
  const id = uid();
  make("label", pick, { htmlFor: id, textContent: texts.which });
  const select = make("select", pick, { id });
  const place = status(fold, "dv-note");
  const list = make("ol", fold, { className: "dv-log" });
  const row = make("div", fold, { className: "dv-buttons" });
  let at = 0;
  const talk = () => model.get("talks")[select.selectedIndex];
  const draw = () => {
    const { steps } = talk() || { steps: [] };
    at = Math.max(0, Math.min(at, steps.length - 1));
    list.replaceChildren();
    for (const one of steps[at] ? steps[at].said : []) turnItem(list, one);
    place.textContent = steps[at] ? steps[at].title : "";
    offWhile(back, at === 0 && texts.at_first);
    offWhile(next, at >= steps.length - 1 && texts.at_last);
  };
  const move = (by) => {
    at += by;
    draw();
  };
  const back = button(row, texts.back, () => move(-1));
  const next = button(row, texts.next, () => move(1));
  const print = button(row, texts.print_old, () => {
    const { label, blocks } = talk();
    printed({ title: label, lang: model.get("about").lang, blocks });
  });
  for (const one of [back, next, print]) one.className = "dv-quiet";
  select.addEventListener("change", () => {
    at = 0;
    draw();
  });
  return () => {
    const talks = model.get("talks");
    fold.hidden = !talks.length;
    select.replaceChildren();
    for (const { label } of talks) make("option", select, { textContent: label });
    at = 0;
    draw();
  };
}

function render({ model, el }) {
  const talk = talker(model);
  const { about, texts, card, drawLog, now, head, left, lines } = talkCard(model, el, "dv-conversation", turnItem);
  let typed = null; // what was sent and is not answered yet
  const turn = oneAtATime(model, talk, () => follow());
  const say = (value) => {
    if (turn.busy()) return;
    typed = value;
    turn.send({ do: "say", value });
  };
  const own = ownLine(now, about, say, () => talk.say({ do: "listen" })); // so that the first line is read as fast as the next
  const note = status(now, "dv-warning");
  const report = reportPart(card, model);
  const row = make("div", card, { className: "dv-buttons" });
  const sure = sureAbout(card, texts);
  const end = button(row, texts.end, () => sure(texts.sure_end, end, () => turn.send({ do: "close" })));
  end.className = "dv-quiet";
  const after = [end, ...closingButtons(row, model, sure, turn.send)];
  const drawReplay = replayPart(card, texts, model);
  const drawAlert = alertPart(card, model);
  const offButtons = () => {
    const begun = model.get("turns").length > 1;
    for (const node of [...lines.querySelectorAll("button"), own.send]) turn.off(node, "");
    end.hidden = !!model.get("report").title;
    for (const node of after) turn.off(node, !begun && texts.not_begun);
  };
  const drawOffered = () => {
    lines.replaceChildren();
    for (const { id, text } of model.get("offered")) {
      button(make("li", lines), text, () => turn.send({ do: "line", value: id }));
    }
    left.textContent = model.get("left");
    now.hidden = !!model.get("report").title;
  };
  // After an answer: the field is emptied when its line was said, and the focus goes to what comes next.
  const answered = () => {
    const said = typed !== null && !model.get("note");
    if (said && own.area.value === typed) own.clear();
    const focused = hasFocus(el);
    if (focused && model.get("report").title) report.title.focus();
    else if (focused && typed === null) head.focus();
    typed = null;
  };
  const follow = () => {
    note.textContent = model.get("note");
    note.hidden = !model.get("note");
    drawAlert();
    if (turn.answered()) {
      drawOffered();
      answered();
    }
    offButtons();
  };
  const draw = () => {
    drawLog();
    report.draw();
    drawOffered();
    drawReplay();
  };
  draw();
  follow();
  model.on("change:turns change:report change:offered change:talks", draw);
  model.on("change", follow); // comes last, so that what gets the focus is there
  return talk.leave;
}

export default { render };
