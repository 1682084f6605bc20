// What you did: a table, a page to print, and erasing it all.
function table(card, about, rows, title) {
  if (!rows.length) return;
  const whole = make("table", card);
  whole.setAttribute("aria-labelledby", title.id);
  const head = make("tr", make("thead", whole));
  for (const textContent of about.heads) make("th", head, { scope: "col", textContent });
  const body = make("tbody", whole);
  for (const [first, ...counts] of rows) {
    const row = make("tr", body);
    make("th", row, { scope: "row", textContent: first });
    for (const textContent of counts) make("td", row, { textContent });
  }
}

// What is asked before everything goes; the warning is there for who has a dossier of one's own.
function asking(card, model, talk) {
  const { texts } = model.get("about");
  const box = make("div", card, { className: "dv-ask", hidden: true });
  const sure = make("p", box, { id: uid(), textContent: texts.sure });
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", sure.id);
  const more = make("div", box);
  const id = uid();
  const own = make("input", more, { id, type: "checkbox" });
  make("label", more, { htmlFor: id, textContent: ` ${texts.own}` });
  const law = make("p", more, { id: uid(), className: "dv-warning", textContent: texts.law });
  own.setAttribute("aria-describedby", law.id);
  const row = make("div", box, { className: "dv-buttons" });
  let from = null;
  const shut = () => {
    box.hidden = true;
    from.focus();
  };
  const yes = button(row, texts.yes, () => {
    shut();
    talk.say({ do: "erase", own: own.checked });
  });
  const no = button(row, texts.no, shut);
  yes.className = "dv-quiet";
  box.addEventListener("keydown", (event) => event.key === "Escape" && shut());
  return (node) => {
    from = node;
    own.checked = false;
    more.hidden = !model.get("own");
    box.hidden = false;
    no.focus();
  };
}

// Nothing typed before stays on the shelf of this tab either.
function emptyShelf() {
  for (const place of shelf.after("")) shelf.drop(place);
}

function render({ model, el }) {
  const about = model.get("about");
  const { texts } = about;
  const talk = talker(model);
  const card = begin(el, "dv-mine", about.lang);
  const title = make("h3", card, { id: uid(), textContent: about.title });
  const shown = make("div", card);
  const row = make("div", card, { className: "dv-buttons" });
  const page = () => ({ title: about.title, lang: about.lang, blocks: model.get("blocks") });
  button(row, texts.print, () => printed(page()));
  const ask = asking(card, model, talk);
  const erase = button(row, texts.erase, () => ask(erase));
  erase.className = "dv-quiet";
  const note = status(card, "dv-note");
  const drawAlert = alertPart(card, model);
  const draw = () => {
    shown.replaceChildren();
    table(shown, about, model.get("rows"), title);
    make("p", shown, { textContent: model.get("total") });
    note.textContent = model.get("note");
    drawAlert();
  };
  draw();
  model.on("change:rows change:total change:note change:notice", draw);
  model.on("change:erased", emptyShelf);
  return () => talk.leave();
}

export default { render };
