// An answer to the group: what goes is shown to the letter before anything is sent.
function codeField(parent, model, talk, texts) {
  const box = make("div", parent, { className: "dv-field" });
  const id = uid();
  make("label", box, { htmlFor: id, textContent: texts.code });
  make("p", box, { id: `${id}-hint`, className: "dv-note", textContent: texts.code_hint });
  const node = make("input", box, { id, type: "text", inputMode: "numeric", autocomplete: "off", maxLength: 12 });
  node.setAttribute("aria-describedby", `${id}-hint`);
  let given = model.get("code");
  node.value = given;
  const give = () => {
    if (node.value === given) return;
    given = node.value;
    talk.say({ do: "code", value: given });
  };
  node.addEventListener("input", () => node.value.replace(/\D/g, "").length === 6 && give());
  node.addEventListener("change", give);
  return { give };
}

function sentenceField(parent, model, talk, texts) {
  const box = make("div", parent, { className: "dv-field" });
  const id = uid();
  make("label", box, { htmlFor: id, textContent: texts.sentence });
  make("p", box, { id: `${id}-hint`, className: "dv-note", textContent: texts.sentence_hint });
  const node = make("select", box, { id });
  node.setAttribute("aria-describedby", `${id}-hint`);
  node.addEventListener("change", () => talk.say({ do: "sentence", value: node.value }));
  return () => {
    const offered = model.get("sentences");
    box.hidden = !offered.length;
    const now = JSON.stringify(offered);
    if (node.dataset.shown !== now) {
      node.dataset.shown = now;
      node.replaceChildren();
      for (const { id: value, label } of offered) make("option", node, { value, textContent: label });
    }
    if (talk.settled()) node.value = model.get("sentence");
  };
}

function goingPart(parent, model, texts) {
  const box = make("div", parent, { className: "dv-section" });
  make("h4", box, { textContent: texts.goes });
  const list = make("ul", box, { className: "dv-goes" });
  const more = make("details", box);
  make("summary", more, { textContent: texts.exact });
  const exact = make("pre", more, { tabIndex: 0 });
  return () => {
    const lines = model.get("lines");
    box.hidden = !lines.length;
    list.replaceChildren();
    for (const textContent of lines) make("li", list, { textContent });
    exact.textContent = model.get("exact");
  };
}

function render({ model, el }) {
  const about = model.get("about");
  const talk = talker(model);
  const card = begin(el, "dv-group", about.lang);
  make("h3", card, { textContent: about.title });
  for (const textContent of about.intro) make("p", card, { textContent });
  const code = codeField(card, model, talk, about.texts);
  const draws = [sentenceField(card, model, talk, about.texts), goingPart(card, model, about.texts)];
  const row = make("div", card, { className: "dv-buttons" });
  for (const { do: what, label } of model.get("buttons")) {
    button(row, label, () => {
      code.give();
      talk.say({ do: what });
    });
  }
  endPart(card, model, () => draws.forEach((draw) => draw()));
  return talk.leave;
}

export default { render };
