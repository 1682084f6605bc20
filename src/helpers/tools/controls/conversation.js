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
    back.setAttribute("aria-disabled", at === 0);
    next.setAttribute("aria-disabled", at >= steps.length - 1);
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

function reportPart(parent, model) {
  const box = make("section", parent, { className: "dv-report" });
  const title = make("h3", box, { tabIndex: -1 });
  const parts = make("div", box);
  const draw = () => {
    const report = model.get("report");
    box.hidden = !report.title;
    title.textContent = report.title || "";
    parts.replaceChildren();
    for (const { title: head, lines } of report.parts || []) {
      make("h4", parts, { textContent: head });
      drawLines(make("div", parts), lines);
    }
  };
  return { draw, title };
}

function render({ model, el }) {
  const about = model.get("about");
  const { texts } = about;
  const talk = talker(model);
  const card = begin(el, "dv-conversation", about.lang);
  scenePart(card, about);
  const drawLog = logPart(card, about, model, turnItem);
  const say = make("div", card, { className: "dv-say" });
  const head = make("h4", say, { textContent: texts.what, tabIndex: -1 });
  const left = make("p", say, { className: "dv-note" });
  const lines = make("ul", say, { className: "dv-lines" });
  let typed = null; // what was sent and is not answered yet
  let busy = false;
  const send = (what) => {
    if (busy) return;
    busy = talk.say({ ...what, turn: model.get("turn") });
    follow();
  };
  const own = ownLine(say, about, (value) => {
    if (busy) return;
    typed = value;
    send({ do: "say", value });
  }, () => talk.say({ do: "listen" })); // so that the first line is read as fast as the next
  const note = status(say, "dv-warning");
  const report = reportPart(card, model);
  const row = make("div", card, { className: "dv-buttons" });
  const sure = sureAbout(card, texts);
  const end = button(row, texts.end, () => sure(texts.sure_end, end, () => send({ do: "close" })));
  const again = button(row, texts.again, () => {
    if (model.get("report").title) send({ do: "again" });
    else sure(texts.sure_again, again, () => send({ do: "again" }));
  });
  const print = button(row, texts.print, () =>
    printed({ title: about.title, lang: about.lang, blocks: model.get("blocks") })
  );
  for (const one of [end, again, print]) one.className = "dv-quiet";
  const drawReplay = replayPart(card, texts, model);
  const notice = status(card, "dv-alert");
  const offButtons = () => {
    const begun = model.get("turns").length > 1;
    for (const node of lines.querySelectorAll("button")) node.setAttribute("aria-disabled", busy);
    own.send.setAttribute("aria-disabled", busy);
    end.hidden = !!model.get("report").title;
    for (const node of [end, again, print]) node.setAttribute("aria-disabled", busy || !begun);
  };
  const drawOffered = () => {
    lines.replaceChildren();
    for (const { id, text } of model.get("offered")) {
      button(make("li", lines), text, () => send({ do: "line", value: id }));
    }
    left.textContent = model.get("left");
    say.hidden = !!model.get("report").title;
  };
  // After an answer: the field is emptied when its line was said, and the focus goes to what comes next.
  const answered = () => {
    const said = typed !== null && !model.get("note");
    if (said && own.area.value === typed) own.clear();
    const now = document.activeElement; // a node that went leaves it to one around it
    const focused = el.contains(now) || now.contains(el);
    if (focused && model.get("report").title) report.title.focus();
    else if (focused && typed === null) head.focus();
    typed = null;
  };
  const follow = () => {
    note.textContent = model.get("note");
    note.hidden = !model.get("note");
    notice.textContent = model.get("notice");
    notice.hidden = !model.get("notice");
    if (busy && talk.settled()) {
      busy = false;
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
