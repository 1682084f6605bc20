// A session of the trainer: a code to read aloud, files to bring in, and the wordings that came in.
function filesField(parent, model, talk, texts) {
  const { most, largest } = model.get("about");
  const box = make("div", parent, { className: "dv-field" });
  const id = uid();
  make("label", box, { htmlFor: id, textContent: texts.files });
  make("p", box, { id: `${id}-hint`, className: "dv-note", textContent: texts.files_hint });
  const node = make("input", box, { id, type: "file", multiple: true, accept: ".json" });
  node.setAttribute("aria-describedby", `${id}-hint`);
  const said = status(box, "dv-cut");
  node.addEventListener("change", async () => {
    const chosen = [...node.files];
    if (!chosen.length) return;
    said.textContent = chosen.length > most ? texts.too_many : "";
    if (chosen.length <= most) {
      const small = chosen.filter(({ size }) => size <= largest);
      const read = await Promise.allSettled(small.map((file) => file.arrayBuffer()));
      const contents = read.filter(({ value }) => value).map(({ value }) => value);
      talk.say({ do: "files", large: chosen.length - small.length, unread: small.length - contents.length }, contents);
    }
    node.value = ""; // so that the same files count as another choice
  });
  return () => (box.hidden = !model.get("begun"));
}

// Wiping is asked first; it cannot be undone.
function wiping(card, texts, talk) {
  const box = make("div", card, { className: "dv-ask", hidden: true });
  const title = make("p", box, { id: uid(), textContent: texts.sure });
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", title.id);
  const row = make("div", box, { className: "dv-buttons" });
  let from = null;
  const shut = () => {
    box.hidden = true;
    from.focus();
  };
  button(row, texts.yes, () => {
    shut();
    talk.say({ do: "wipe" });
  });
  const no = button(row, texts.no, shut);
  no.className = "dv-quiet";
  box.addEventListener("keydown", (event) => event.key === "Escape" && shut());
  return (node) => {
    from = node;
    box.hidden = false;
    no.focus();
  };
}

function wordingsPart(parent, model, talk, texts) {
  const list = make("ul", parent, { className: "dv-wordings" });
  const known = new Map();
  return () => {
    const now = model.get("wordings");
    for (const [id, one] of known) if (!now.some((it) => it.id === id) && known.delete(id)) one.node.remove();
    now.forEach(({ id, text, shown }, at) => {
      if (!known.has(id)) {
        const node = make("li", list);
        const words = make("q", node);
        const press = button(node, "", () => talk.say({ do: press.value, id }));
        press.className = "dv-quiet";
        known.set(id, { node, words, press });
      }
      const { node, words, press } = known.get(id);
      words.textContent = shown ? text : texts.hidden;
      press.textContent = shown ? texts.hide : texts.show;
      press.value = shown ? "hide" : "show";
      press.setAttribute("aria-label", `${press.textContent}: ${shown ? text : texts.hidden}`);
      if (list.children[at] !== node) list.insertBefore(node, list.children[at] || null);
    });
  };
}

function render({ model, el }) {
  const about = model.get("about");
  const { texts } = about;
  const talk = talker(model);
  const card = begin(el, "dv-group", about.lang);
  make("h3", card, { textContent: about.title });
  for (const textContent of about.intro) make("p", card, { textContent });
  const aloud = make("div", card);
  make("p", aloud, { className: "dv-note", textContent: texts.code });
  const code = make("p", aloud, { className: "dv-code" });
  const row = make("div", card, { className: "dv-buttons" });
  const ask = wiping(card, texts, talk);
  const nodes = new Map();
  for (const { do: what, label, quiet } of model.get("buttons")) {
    nodes.set(what, button(row, label, (node) => (what === "wipe" ? ask(node) : talk.say({ do: what }))));
    if (quiet) nodes.get(what).className = "dv-quiet";
  }
  const drawFiles = filesField(card, model, talk, texts);
  const note = status(card, "dv-note");
  const problems = make("ul", card, { className: "dv-goes" });
  const count = status(card, "dv-note");
  const drawAlert = alertPart(card, model);
  const drawWordings = wordingsPart(card, model, talk, texts);
  const follow = () => {
    aloud.hidden = !model.get("begun");
    code.textContent = model.get("code");
    for (const { do: what, why } of model.get("buttons")) offWhile(nodes.get(what), why);
    drawFiles();
    note.textContent = model.get("note");
    if (count.textContent !== model.get("count")) count.textContent = model.get("count");
    problems.replaceChildren();
    for (const textContent of model.get("problems")) make("li", problems, { textContent });
    drawAlert();
    drawWordings();
  };
  follow();
  model.on("change", follow);
  return talk.leave;
}

export default { render };
