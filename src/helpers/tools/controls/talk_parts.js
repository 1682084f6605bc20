// What tools share in which a talk grows: how it begins, the log, one thing at a time, and how it ends.
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

// The card with the scene and the log, and under it what can be said or done now: lines to press.
function talkCard(model, el, name, item) {
  const about = model.get("about");
  const card = begin(el, name, about.lang);
  scenePart(card, about);
  const drawLog = logPart(card, about, model, item);
  const now = make("div", card, { className: "dv-say" });
  const head = make("h4", now, { textContent: about.texts.what, tabIndex: -1 });
  const left = make("p", now, { className: "dv-note" });
  const lines = make("ul", now, { className: "dv-lines" });
  return { about, texts: about.texts, card, drawLog, now, head, left, lines };
}

// One thing at a time: until the kernel has answered, `send` does nothing. `answered` says once that it has.
function oneAtATime(model, talk, follow) {
  let busy = false;
  return {
    busy: () => busy,
    send(what) {
      if (busy) return;
      busy = talk.say({ ...what, turn: model.get("turn") });
      follow();
    },
    answered() {
      const done = busy && talk.settled();
      if (done) busy = false;
      return done;
    },
    off(node, why) {
      offWhile(node, why);
      if (busy) node.setAttribute("aria-disabled", true);
    },
  };
}

// Whether the focus is in `el`; a node that went leaves it to one around it.
const hasFocus = (el) => el.contains(document.activeElement) || document.activeElement.contains(el);

// Beginning again, after a question unless it has ended, and printing.
function closingButtons(row, model, sure, send) {
  const { texts, title, lang } = model.get("about");
  const afresh = () => send({ do: "again" });
  const again = button(row, texts.again, () => {
    if (model.get("report").title) afresh();
    else sure(texts.sure_again, again, afresh);
  });
  const print = button(row, texts.print, () => printed({ title, lang, blocks: model.get("blocks") }));
  for (const one of [again, print]) one.className = "dv-quiet";
  return [again, print];
}

// What came of it; `table` draws the rows that a part may have.
function reportPart(parent, model, table) {
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
      if (rows) table(parts, head, rows);
      drawLines(make("div", parts), lines);
    }
  };
  return { draw, title };
}
