// The own dossiers: which is open, another one to begin, one out of Excel, and one to take away.
const MOST_BYTES = 20_000_000;
const SAID = "own dossiers said";

// The page begins anew with the dossier that was chosen; the bar of the lesson does that.
const beginAnew = (el) => el.dispatchEvent(new CustomEvent("draagvlak-start-over", { bubbles: true }));

function field(parent, label, tag, props, hint) {
  const box = make("div", parent, { className: "dv-field" });
  const id = uid();
  make("label", box, { htmlFor: id, textContent: label });
  if (hint) make("p", box, { id: `${id}-hint`, className: "dv-note", textContent: hint });
  const node = make(tag, box, { id, ...props });
  if (hint) node.setAttribute("aria-describedby", `${id}-hint`);
  return node;
}

function part(card, title) {
  const box = make("section", card, { className: "dv-section" });
  const id = uid();
  make("h4", box, { id, textContent: title, tabIndex: -1 });
  box.setAttribute("aria-labelledby", id);
  return box;
}

// What is asked before a dossier goes: lay it aside, erase it, or leave it.
function leaving(card, texts, talk) {
  const box = make("div", card, { className: "dv-ask", hidden: true });
  const title = make("p", box, { id: uid() });
  const law = make("p", box, { id: uid(), className: "dv-warning", textContent: texts.law });
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", title.id);
  const row = make("div", box, { className: "dv-buttons" });
  let from = null;
  let name = "";
  const shut = () => {
    box.hidden = true;
    from.focus();
  };
  const does = (what) => () => {
    shut();
    talk.say({ do: what, name });
  };
  const aside = button(row, texts.put_away, does("put_away"));
  const erase = button(row, texts.erase, does("erase"));
  const no = button(row, texts.leave, shut);
  erase.setAttribute("aria-describedby", law.id);
  erase.className = no.className = "dv-quiet";
  box.addEventListener("keydown", (event) => event.key === "Escape" && shut());
  return (one, node) => {
    name = one.name;
    from = node;
    title.textContent = texts.sure.replace("{title}", one.title);
    box.hidden = false;
    aside.focus();
  };
}

function listPart(card, model, talk) {
  const { texts } = model.get("about");
  const box = part(card, texts.list);
  const head = box.querySelector("h4"); // where one goes on when the dossier one stood at is gone
  const said = status(box, "dv-note");
  const none = make("p", box, { textContent: texts.none });
  const list = make("ul", box, { className: "dv-plain" });
  const ask = leaving(box, texts, talk);
  const draw = () => {
    const all = model.get("dossiers");
    const at = list.contains(document.activeElement) && document.activeElement.dataset.key;
    none.hidden = all.length > 0;
    list.replaceChildren();
    for (const one of all) {
      const item = make("li", list, { className: "dv-own" });
      make("strong", item, { textContent: one.title });
      make("span", item, { className: "dv-note", textContent: ` ${one.when}` });
      const row = make("div", item, { className: "dv-buttons" });
      if (one.open) make("span", row, { className: "dv-tag dv-right", textContent: `✓ ${texts.is_open}` });
      else {
        const open = button(row, texts.open, () => talk.say({ do: "open", name: one.name }));
        open.setAttribute("aria-label", texts.open_one.replace("{title}", one.title));
        open.dataset.key = `open ${one.name}`;
      }
      const away = button(row, texts.away, () => ask(one, away));
      away.className = "dv-quiet";
      away.setAttribute("aria-label", texts.away_one.replace("{title}", one.title));
      away.dataset.key = `away ${one.name}`;
    }
    if (at) ([...list.querySelectorAll("button")].find((one) => one.dataset.key === at) || head).focus();
  };
  return { draw, said };
}

function beginPart(card, model, talk) {
  const { texts, starts } = model.get("about");
  const box = part(card, texts.begin);
  const title = field(box, texts.title, "input", { type: "text", maxLength: texts.longest }, texts.title_hint);
  const start = field(box, texts.start, "select", {});
  for (const { id: value, label } of starts) make("option", start, { value, textContent: label });
  const row = make("div", box, { className: "dv-buttons" });
  const begin = () => talk.say({ do: "begin", title: title.value, start: start.value });
  button(row, texts.begin_it, begin);
  title.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && begin());
  return { title, said: status(box, "dv-note") };
}

function excelPart(card, model, talk) {
  const { texts } = model.get("about");
  const box = part(card, texts.excel);
  make("p", box, { textContent: texts.excel_how });
  const row = make("div", box, { className: "dv-buttons" });
  button(row, texts.template, () => talk.say({ do: "template" })).className = "dv-quiet";
  const note = status(box, "dv-note");
  const file = field(box, texts.file, "input", { type: "file", accept: ".xlsx" }, texts.file_hint);
  const said = status(box, "dv-problems");
  const problems = make("ol", box, { hidden: true });
  const after = make("p", box, { textContent: texts.mend, hidden: true });
  let reading = false;
  const tell = (text) => {
    said.textContent = text;
    problems.replaceChildren();
    problems.hidden = after.hidden = true;
  };
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    if (chosen.size > MOST_BYTES) {
      tell(texts.too_large);
      file.value = ""; // as below
      return;
    }
    tell(texts.reading);
    try {
      const content = await chosen.arrayBuffer();
      reading = talk.say({ do: "excel", name: chosen.name }, [content]);
    } catch {
      tell(texts.unread); // it was moved, or may not be read
    }
    file.value = ""; // so that the same file, mended, counts as another choice
  });
  const draw = () => {
    if (!reading || !talk.settled()) return;
    reading = false;
    const { head, lines } = model.get("problems");
    tell(head || "");
    for (const textContent of lines || []) make("li", problems, { textContent });
    problems.hidden = after.hidden = !head;
  };
  return { draw, said: note };
}

function render({ model, el }) {
  const about = model.get("about");
  const { texts } = about;
  const talk = talker(model);
  const card = begin(el, "dv-dossiers", about.lang);
  make("h3", card, { textContent: about.title });
  for (const textContent of about.warning) make("p", card, { className: "dv-warning", textContent });
  const now = make("p", card);
  const list = listPart(card, model, talk);
  const fresh = beginPart(card, model, talk);
  const excel = excelPart(card, model, talk);
  const places = { list: list.said, begin: fresh.said, excel: excel.said };
  const left = shelf.get(SAID); // what was done just before the page began anew
  shelf.drop(SAID);
  list.draw();
  model.on("change:dossiers", list.draw);
  model.on("change:missing", () => fresh.title.focus());
  const drawAlert = alertPart(card, model);
  const follow = () => {
    now.textContent = model.get("now");
    excel.draw();
    const note = model.get("note");
    for (const [name, node] of Object.entries(places)) node.textContent = name === model.get("where") ? note : "";
    if (!note && left) list.said.textContent = left;
    drawAlert();
  };
  follow();
  model.on("change", follow);
  model.on("msg:custom", downloaded);
  model.on("change:turn", () => {
    if (model.get("note")) shelf.put(SAID, model.get("note"));
    (places[model.get("where")] || list.said).textContent = `${model.get("note")} ${texts.anew}`.trim();
    beginAnew(el);
  });
  return talk.leave;
}

export default { render };
