// A package on the table: choose an option for each point and see at once how each party stands.
function issueField(talk, texts, wanted) {
  return (parent, { id, label }) => {
    const node = make("div", parent, { className: "dv-issue" });
    const key = uid();
    const row = make("div", node, { className: "dv-row" });
    make("label", row, { htmlFor: key, textContent: label });
    const select = make("select", node, { id: key });
    const note = make("p", node, { className: "dv-note", id: `${key}-note` });
    select.setAttribute("aria-describedby", note.id);
    const off = button(row, "", () => {
      wanted(id, "aside");
      talk.say({ do: "off", id });
    });
    off.className = "dv-quiet dv-small";
    off.textContent = texts.off;
    off.setAttribute("aria-label", `${texts.off}: ${label}`);
    select.addEventListener("change", () => talk.say({ do: "choose", id, value: select.value }));
    let shown = "";
    const follow = (now) => {
      if (shown !== JSON.stringify(now.options)) {
        shown = JSON.stringify(now.options);
        select.replaceChildren();
        for (const one of now.options) make("option", select, { value: one.id, textContent: one.label });
        select.value = now.value;
      }
      if (talk.settled()) select.value = now.value;
      note.textContent = now.note;
      note.hidden = !now.note;
      off.hidden = !now.off;
    };
    return { node, follow, first: select };
  };
}

function asideRow(talk, texts, wanted) {
  return (parent, { id, label }) => {
    const node = make("li", parent);
    const words = make("div", node);
    make("strong", words, { textContent: label });
    const note = make("p", words, { className: "dv-note" });
    const first = button(node, texts.lay, () => {
      wanted(id, "issue");
      talk.say({ do: "lay", id });
    });
    first.className = "dv-small";
    first.setAttribute("aria-label", `${texts.lay}: ${label}`);
    return { node, first, follow: (now) => (note.textContent = now.note) };
  };
}

function partyRow(parent, { name }) {
  const node = make("li", parent);
  const top = make("p", node, { className: "dv-who" });
  make("strong", top, { textContent: name });
  const words = make("span", top);
  const place = make("div", node);
  const more = make("p", node, { className: "dv-note" });
  const follow = ({ says, symbol, words: text, more: gained, bar: at }) => {
    words.className = `dv-${says}`;
    words.replaceChildren();
    make("span", words, { textContent: `${symbol} `, ariaHidden: "true" });
    make("span", words, { textContent: text });
    more.textContent = gained;
    place.replaceChildren();
    const { span } = bar(place);
    span(`dv-fill ${says === "no" ? "dv-short" : ""}`, at.zero, at.value);
    if (at.high > at.low) span("dv-open", at.low, at.high);
    span("dv-zero", at.zero, at.zero);
    span("dv-least", at.least, at.least);
  };
  return { node, follow };
}

// What is being counted, how far it is, and a button to stop it.
function counter(parent, talk) {
  const node = make("div", parent, { className: "dv-counting" });
  const text = make("p", node, { id: uid() });
  const progress = make("progress", node, { max: 1 });
  progress.setAttribute("aria-labelledby", text.id);
  const row = make("div", node, { className: "dv-buttons" });
  let what = "";
  const press = button(row, "", () => talk.say({ do: what }));
  press.className = "dv-quiet";
  return (count) => {
    const had = document.activeElement === press;
    text.textContent = count.text || "";
    progress.hidden = count.share === undefined;
    progress.value = count.share || 0;
    row.hidden = !count.button;
    what = count.button?.do || "";
    press.textContent = count.button?.label || "";
    if (had && row.hidden) {
      text.tabIndex = -1;
      text.focus();
    }
  };
}

function render({ model, el }) {
  const { lang, title, texts } = model.get("about");
  const talk = talker(model);
  const card = begin(el, "dv-package", lang);
  make("h3", card, { textContent: title });
  let want = null;
  const wanted = (id, where) => (want = { id, where });

  const choosing = make("div", card, { className: "dv-choosing" });
  const choose = part(choosing, texts.choose);
  const none = make("p", choose, { textContent: texts.no_issues });
  const issues = keptById(make("div", choose, { className: "dv-issues" }), issueField(talk, texts, wanted));
  const more = part(choosing, texts.aside);
  make("p", more, { className: "dv-note", textContent: texts.aside_why });
  const aside = keptById(make("ul", more, { className: "dv-later" }), asideRow(talk, texts, wanted));
  const drawGlance = glance(choosing);
  const stand = part(card, texts.parties);
  const drawKey = make("div", stand);
  const parties = keptById(make("ul", stand, { className: "dv-parties" }), partyRow);
  const whole = part(card, texts.whole);
  const lines = make("div", whole);
  const count = counter(whole, talk);
  const said = status(card, "dv-sr");
  const drawAlert = alertPart(card, model);
  keyLine(drawKey, texts.key);

  const sentences = () => model.get("lines").map(({ text }) => text);
  let known = sentences();
  let timer = null;
  // When the choosing rests for a moment, a screen reader hears what is new of the outcome.
  const speak = () => {
    const now = sentences();
    const fresh = now.filter((text) => !known.includes(text));
    if (fresh.length || model.get("said")) said.textContent = [model.get("said"), ...fresh].join(" ");
    known = now;
  };
  const follow = () => {
    const onTable = issues(model.get("issues"));
    none.hidden = model.get("issues").length > 0;
    const later = aside(model.get("aside"));
    more.hidden = !model.get("aside").length;
    parties(model.get("parties"));
    drawGlance(model.get("lines"), model.get("parties"));
    drawKey.hidden = !model.get("parties").length;
    lines.replaceChildren(
      ...model.get("lines").map(({ text, look }) =>
        Object.assign(document.createElement("p"), { textContent: text, className: look || "" })
      )
    );
    count(model.get("count"));
    drawAlert();
    if (want && talk.settled()) {
      const found = (want.where === "issue" ? onTable : later).get(want.id);
      found?.first.focus();
      if (found) want = null;
    }
    clearTimeout(timer);
    timer = setTimeout(speak, 700);
  };
  follow();
  model.on("change", follow);
  return () => {
    clearTimeout(timer);
    talk.leave();
  };
}

export default { render };
