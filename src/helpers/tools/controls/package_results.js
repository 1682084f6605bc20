// What comes of the packages: how the pie grew, those that were kept, and swaps for one party.
function pieRow(parent, { name, words, bars }) {
  const node = make("li", parent);
  const top = make("p", node, { className: "dv-who" });
  make("strong", top, { textContent: name });
  make("span", top, { textContent: words });
  for (const [which, look] of [["first", "dv-first"], ["now", ""]]) {
    const { span } = bar(node, "dv-thin");
    if (bars[which] >= 0) span(`dv-fill ${look}`, bars.least, bars[which]);
    span("dv-least", bars.least, bars.least);
  }
}

function pie(parent, texts) {
  const lines = make("div", parent);
  const key = make("div", parent);
  keyLine(key, texts.pie_key);
  const rows = make("ul", parent, { className: "dv-pie" });
  return ({ lines: said, rows: shown }) => {
    lines.replaceChildren();
    for (const textContent of said) make("p", lines, { textContent });
    key.hidden = !shown.length;
    rows.hidden = !shown.length;
    rows.replaceChildren();
    for (const one of shown) pieRow(rows, one);
  };
}

function swapCard(parent, talk, texts, { id, title, lines }) {
  const node = make("div", parent, { className: "dv-swap" });
  make("h5", node, { textContent: title });
  for (const textContent of lines) make("p", node, { textContent });
  const press = button(node, texts.try_swap, () => talk.say({ do: "swap", id }));
  press.className = "dv-quiet dv-small";
  press.setAttribute("aria-label", `${texts.try_swap}: ${title}`);
}

function proposals(parent, talk, texts) {
  const closed = make("p", parent);
  const open = make("div", parent);
  make("p", open, { className: "dv-mark-party", textContent: texts.for_party });
  make("p", open, { textContent: texts.not_chair });
  const box = make("div", open, { className: "dv-field" });
  const id = uid();
  make("label", box, { htmlFor: id, textContent: texts.which_party });
  const select = make("select", box, { id });
  const none = make("p", open);
  const list = make("div", open);
  let options = "";
  let shown = "";
  select.addEventListener("change", () => talk.say({ do: "party", value: select.value }));
  return (now) => {
    closed.textContent = now.closed;
    closed.hidden = !now.closed;
    open.hidden = Boolean(now.closed);
    if (now.closed) return;
    if (options !== JSON.stringify(now.options)) {
      options = JSON.stringify(now.options);
      select.replaceChildren();
      for (const one of now.options) make("option", select, { value: one.id, textContent: one.label });
    }
    if (talk.settled()) select.value = now.value;
    none.textContent = now.none;
    none.hidden = !now.none;
    if (shown === JSON.stringify(now.swaps)) return;
    shown = JSON.stringify(now.swaps);
    const had = list.contains(document.activeElement);
    list.replaceChildren();
    for (const one of now.swaps) swapCard(list, talk, texts, one);
    if (had) select.focus();
  };
}

function render({ model, el }) {
  const { lang, title, texts, place } = model.get("about");
  const talk = talker(model);
  const card = begin(el, "dv-package", lang);
  make("h3", card, { textContent: title });
  const drawPie = pie(part(card, texts.pie), texts);
  const side = part(card, texts.side);
  const drawKeep = keepField(side, talk, texts, `${place} name`);
  const drawTable = sideTable(side, talk, texts);
  const drawSwaps = proposals(part(card, texts.proposals), talk, texts);
  const said = status(card, "dv-note dv-said");
  const drawAlert = alertPart(card, model);
  const follow = () => {
    drawPie(model.get("pie"));
    drawKeep(model.get("kept"), model.get("notice"));
    drawTable(model.get("kept"));
    drawSwaps(model.get("swaps"));
    said.textContent = model.get("said");
    drawAlert();
  };
  follow();
  model.on("change", follow);
  return talk.leave;
}

export default { render };
