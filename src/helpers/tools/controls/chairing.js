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

function resultPart(parent, model) {
  const box = make("section", parent, { className: "dv-report" });
  const title = make("h3", box, { tabIndex: -1 });
  const parts = make("div", box);
  const draw = () => {
    const report = model.get("report");
    box.hidden = !report.title;
    title.textContent = report.title || "";
    parts.replaceChildren();
    for (const { title: head, lines, rows } of report.parts || []) {
      make("h4", parts, { textContent: head });
      if (rows) trustTable(parts, head, rows);
      drawLines(make("div", parts), lines);
    }
  };
  return { draw, title };
}

// After a round: who trusts you least? One choice, and then what is the case is told.
function guessPart(parent, send) {
  const box = make("fieldset", parent);
  const legend = make("legend", box, { tabIndex: -1 });
  const list = make("div", box);
  const row = make("div", box, { className: "dv-buttons" });
  const group = uid();
  const chosen = () => list.querySelector("input:checked");
  const press = button(row, "", () => chosen() && send({ do: "guess", value: chosen().value }));
  const follow = (busy) => press.setAttribute("aria-disabled", busy || !chosen());
  list.addEventListener("change", () => follow(false));
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
  const about = model.get("about");
  const { texts } = about;
  const talk = talker(model);
  const card = begin(el, "dv-chairing", about.lang);
  scenePart(card, about);
  const drawLog = logPart(card, about, model, happened);
  const act = make("div", card, { className: "dv-say" });
  const head = make("h4", act, { textContent: texts.what, tabIndex: -1 });
  const left = make("p", act, { className: "dv-note" });
  const lines = make("ul", act, { className: "dv-lines" });
  let busy = false;
  const send = (what) => {
    if (busy) return;
    busy = talk.say({ ...what, turn: model.get("turn") });
    follow();
  };
  const guess = guessPart(card, send);
  const report = resultPart(card, model);
  const row = make("div", card, { className: "dv-buttons" });
  const sure = sureAbout(card, texts);
  const again = button(row, texts.again, () => {
    if (model.get("report").title) send({ do: "again" });
    else sure(texts.sure_again, again, () => send({ do: "again" }));
  });
  const print = button(row, texts.print, () =>
    printed({ title: about.title, lang: about.lang, blocks: model.get("blocks") })
  );
  for (const one of [again, print]) one.className = "dv-quiet";
  const before = make("details", card, { className: "dv-replay" });
  make("summary", before, { textContent: texts.earlier });
  const earlier = make("ul", before, { className: "dv-earlier" });
  const notice = status(card, "dv-alert");
  const offButtons = () => {
    for (const node of lines.querySelectorAll("button")) node.setAttribute("aria-disabled", busy);
    for (const node of [again, print]) node.setAttribute("aria-disabled", busy || !model.get("turn"));
    guess.follow(busy);
  };
  const drawNow = () => {
    lines.replaceChildren();
    for (const { id, text } of model.get("choices")) {
      button(make("li", lines), text, () => send({ do: "act", value: id }));
    }
    left.textContent = model.get("left");
    act.hidden = !model.get("choices").length;
    guess.draw(model.get("guess"));
    before.hidden = !model.get("earlier").length;
    earlier.replaceChildren();
    for (const textContent of model.get("earlier")) make("li", earlier, { textContent });
  };
  // After an answer the focus goes to what comes next; a button that went leaves it to what is around it.
  const answered = () => {
    const now = document.activeElement;
    if (!el.contains(now) && !now.contains(el)) return;
    if (model.get("report").title) report.title.focus();
    else if (model.get("guess").question) guess.legend.focus();
    else head.focus();
  };
  const follow = () => {
    notice.textContent = model.get("notice");
    notice.hidden = !model.get("notice");
    if (busy && talk.settled()) {
      busy = false;
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
