// The course map: a table of lessons, each with what it gives, its minutes and how far you are.
function lessonCell(row, lesson) {
  const head = make("th", row, { scope: "row" });
  make("span", head, { className: "dv-number", textContent: `${lesson.number} ` });
  lessonTitle(head, lesson);
  make("span", head, { className: "dv-note", textContent: lesson.minutes });
}

function lessonTitle(head, lesson) {
  if (!lesson.notebook) return make("span", head, { textContent: lesson.title });
  return notebookLink(head, lesson.title, lesson.link, lesson.notebook);
}

// JupyterLab opens it in a tab of its own; elsewhere it is an ordinary link.
function notebookLink(parent, textContent, href, path) {
  const link = make("a", parent, { href, textContent });
  link.dataset.commandlinkerCommand = "docmanager:open";
  link.dataset.commandlinkerArgs = JSON.stringify({ path });
  return link;
}

// Nine links with the same words: each also says of which lesson it is.
function studyLink(stage, lesson) {
  const line = make("span", stage, { className: "dv-note" });
  const link = notebookLink(line, lesson.study_words, lesson.study_link, lesson.study);
  link.setAttribute("aria-label", `${lesson.study_words}, ${lesson.number} ${lesson.title}`);
}

function render({ model, el }) {
  const about = model.get("about");
  const card = begin(el, "dv-map", about.lang);
  const draw = () => {
    card.replaceChildren();
    const table = make("table", card);
    make("caption", table, { textContent: about.caption });
    const head = make("tr", make("thead", table));
    for (const textContent of about.heads) make("th", head, { scope: "col", textContent });
    const body = make("tbody", table);
    for (const lesson of model.get("lessons")) {
      const row = make("tr", body);
      lessonCell(row, lesson);
      make("td", row, { textContent: lesson.after });
      const stage = make("td", row, { className: lesson.notebook ? "" : "dv-later" });
      make("span", stage, { textContent: `${lesson.symbol} `, ariaHidden: "true" });
      make("strong", stage, { textContent: lesson.stage });
      if (lesson.count) make("span", stage, { className: "dv-note", textContent: lesson.count });
      if (lesson.study) studyLink(stage, lesson);
    }
    make("p", card, { className: "dv-note", textContent: model.get("total") });
  };
  draw();
  model.on("change:lessons change:total", draw);
}

export default { render };
