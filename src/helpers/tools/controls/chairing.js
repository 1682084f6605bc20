// A meeting to chair: what happens and is said, acts to choose from, a guess after each round, and the report.
const LOOKS = { round: "dv-round", told: "dv-told", you: "dv-you", them: "dv-them", point: "dv-point", trust: "dv-trust" };

// How much trust each party has, in words; the bar says the same for the eye.
function trustTable(parent, caption, rows) {
  const table = make("table", parent, { className: "dv-bars" });
  make("caption", table, { className: "dv-sr", textContent: caption });
  const body = make("tbody", table);
  for (const { name, word, share, gone } of rows) {
    const row = make("tr", body, { className: gone ? "dv-gone" : "" });
    make("th", row, { scope: "row", textContent: name });
    const cell = make("td", row, { ariaHidden: "true" });
    make("span", make("span", cell, { className: "dv-bar" })).style.width = `${100 * share}%`;
    make("td", row, { textContent: word });
  }
}

function happened(list, { who, name, text, note, rows, leaves }) {
  const item = make("li", list, { className: `${LOOKS[who] || ""} ${leaves ? "dv-leaves" : ""}` });
  if (who === "round" || who === "trust") make("h4", item, { textContent: name });
  else if (name) make("p", item, { className: "dv-name", textContent: name });
  if (text) make("p", item, { textContent: text });
  if (rows) trustTable(item, name, rows);
  if (note) make("p", item, { className: "dv-note", textContent: note });
}

// After a round: who trusts you least? One choice, and then what is the case is told.
function guessPart(parent, turn, texts) {
  const box = make("fieldset", parent);
  const legend = make("legend", box, { tabIndex: -1 });
  const list = make("div", box);
  const row = make("div", box, { className: "dv-buttons" });
  const group = uid();
  const chosen = () => list.querySelector("input:checked");
  const press = button(row, "", () => turn.send({ do: "guess", value: chosen().value }));
  const follow = () => turn.off(press, !chosen() && texts.guess_first);
  list.addEventListener("change", follow);
  const draw = ({ question, options, label }) => {
    box.hidden = !question;
    legend.textContent = question || "";
    press.textContent = label || "";
    list.replaceChildren();
    for (const { id, text } of options || []) {
      const line = make("label", list, { className: "dv-option" });
      make("input", line, { type: "radio", name: group, value: id });
      make("span", line, { textContent: text });
    }
  };
  return { draw, follow, legend };
}

function render({ model, el }) {
  const talk = talker(model);
  const { texts, card, drawLog, now, head, left, lines } = talkCard(model, el, "dv-chairing", happened);
  const turn = oneAtATime(model, talk, () => follow());
  const guess = guessPart(card, turn, texts);
  const report = reportPart(card, model, trustTable);
  const row = make("div", card, { className: "dv-buttons" });
  const after = closingButtons(row, model, sureAbout(card, texts), turn.send);
  const before = make("details", card, { className: "dv-replay" });
  make("summary", before, { textContent: texts.earlier });
  const earlier = make("ul", before, { className: "dv-earlier" });
  const drawAlert = alertPart(card, model);
  const offButtons = () => {
    for (const node of lines.querySelectorAll("button")) turn.off(node, "");
    for (const node of after) turn.off(node, !model.get("turn") && texts.not_begun);
    guess.follow();
  };
  const drawNow = () => {
    lines.replaceChildren();
    for (const { id, text } of model.get("choices")) {
      button(make("li", lines), text, () => turn.send({ do: "act", value: id }));
    }
    left.textContent = model.get("left");
    now.hidden = !model.get("choices").length;
    guess.draw(model.get("guess"));
    before.hidden = !model.get("earlier").length;
    earlier.replaceChildren();
    for (const textContent of model.get("earlier")) make("li", earlier, { textContent });
  };
  // After an answer the focus goes to what comes next.
  const answered = () => {
    if (!hasFocus(el)) return;
    if (model.get("report").title) report.title.focus();
    else if (model.get("guess").question) guess.legend.focus();
    else head.focus();
  };
  const follow = () => {
    drawAlert();
    if (turn.answered()) {
      drawNow();
      answered();
    }
    offButtons();
  };
  const draw = () => {
    drawLog();
    report.draw();
    drawNow();
  };
  draw();
  follow();
  model.on("change:turns change:report change:choices change:guess change:earlier", draw);
  model.on("change", follow); // comes last, so that what gets the focus is there
  return talk.leave;
}

export default { render };
