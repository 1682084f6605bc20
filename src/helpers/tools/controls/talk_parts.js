// What tools share in which a talk grows: the scene, the log, and a question before what cannot be taken back.
function scenePart(card, about) {
  const id = uid();
  make("p", card, { className: "dv-meta", textContent: about.meta });
  make("h3", card, { id, textContent: about.title });
  card.setAttribute("role", "group");
  card.setAttribute("aria-labelledby", id);
  const box = make("div", card, { className: "dv-scene" });
  for (const textContent of about.scene) make("p", box, { textContent });
  make("p", box, { textContent: about.aim });
}

// The log grows: what stands there stays, so that a screen reader hears only what is new.
function logPart(card, about, model, item) {
  const log = make("div", card);
  log.setAttribute("role", "log");
  log.setAttribute("aria-label", about.texts.log);
  const list = make("ol", log, { className: "dv-log" });
  let shown = [];
  return () => {
    const turns = model.get("turns");
    const words = turns.map((one) => JSON.stringify(one));
    if (shown.some((one, i) => one !== words[i])) {
      list.replaceChildren();
      shown = [];
    }
    for (const turn of turns.slice(shown.length)) item(list, turn);
    shown = words;
  };
}

// A question before something that cannot be taken back; `ask` opens it.
function sureAbout(parent, texts) {
  const box = make("div", parent, { className: "dv-ask", hidden: true });
  const words = make("p", box, { id: uid(), textContent: "" });
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", words.id);
  const row = make("div", box, { className: "dv-buttons" });
  let act = null;
  let from = null;
  const shut = (done) => {
    if (done) act(); // while the focus is still here
    box.hidden = true;
    if (!done && from) from.focus();
  };
  const yes = button(row, texts.yes, () => shut(true));
  const no = button(row, texts.no, () => shut(false));
  no.className = "dv-quiet";
  box.addEventListener("keydown", (event) => event.key === "Escape" && shut(false));
  return (sentence, node, then) => {
    words.textContent = sentence;
    act = then;
    from = node;
    box.hidden = false;
    yes.focus();
  };
}
