// The packages that were kept, side by side; one goes only after it was asked whether that is meant.
function keepField(parent, talk, texts, place) {
  const form = make("form", parent, { className: "dv-keep", noValidate: true });
  const box = make("div", form);
  const id = uid();
  make("label", box, { htmlFor: id, textContent: texts.name });
  const input = make("input", box, { id, type: "text", maxLength: texts.longest });
  input.value = shelf.get(place)?.value || "";
  const save = make("button", form, { type: "submit", textContent: texts.keep });
  input.addEventListener("input", () => shelf.put(place, { value: input.value }));
  // JupyterLab takes Enter away from every input inside a cell; here it stays what it is elsewhere.
  const own = (event) => event.inputType === "insertLineBreak" && event.stopPropagation();
  form.addEventListener("beforeinput", own, true);
  let full = "";
  let asked = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!full) asked = talk.say({ do: "keep", value: input.value });
  });
  const why = make("p", parent, { className: "dv-note", id: `${id}-why` });
  save.setAttribute("aria-describedby", why.id);
  return (kept, failed) => {
    full = kept.full;
    save.setAttribute("aria-disabled", full ? "true" : "false");
    why.textContent = full;
    why.hidden = !full;
    if (!asked || !talk.settled()) return;
    asked = false;
    if (failed) return;
    input.value = "";
    shelf.drop(place);
  };
}

function sideTable(parent, talk, texts) {
  const none = make("p", parent, { className: "dv-note" });
  const frame = make("div", parent, { className: "dv-side", tabIndex: 0 });
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", texts.compare);
  const sure = make("div", parent, { className: "dv-sure", hidden: true });
  const question = make("p", sure, { id: uid() });
  const choice = make("div", sure, { className: "dv-buttons" });
  sure.setAttribute("role", "group");
  sure.setAttribute("aria-labelledby", question.id);
  let about = "";
  const close = (key) => {
    sure.hidden = true;
    about = "";
    (frame.querySelector(`[data-key="${CSS.escape(key)}"]`) || frame).focus();
  };
  button(choice, texts.drop_yes, () => {
    talk.say({ do: "drop", id: about });
    close("");
  });
  const no = button(choice, texts.drop_no, () => close(`drop ${about}`));
  no.className = "dv-quiet";
  sure.addEventListener("keydown", (event) => event.key === "Escape" && close(`drop ${about}`));
  const ask = ({ key, name }) => {
    about = key;
    question.textContent = texts.drop_sure.replace("{name}", name);
    sure.hidden = false;
    no.focus();
  };

  const small = (row, text, key, name, press) => {
    const node = button(row, text, press);
    node.className = "dv-quiet dv-small";
    node.dataset.key = key;
    node.setAttribute("aria-label", `${text}: ${name}`);
  };
  const head = (row, column) => {
    const cell = make("th", row, { scope: "col" });
    make("span", cell, { textContent: column.name });
    if (!column.key) return;
    const buttons = make("div", cell, { className: "dv-buttons" });
    const take = () => talk.say({ do: "take", id: column.key });
    small(buttons, texts.take, `take ${column.key}`, column.name, take);
    small(buttons, texts.drop, `drop ${column.key}`, column.name, () => ask(column));
  };
  const draw = ({ columns, groups, none: nothing }) => {
    none.textContent = nothing;
    none.hidden = !nothing;
    frame.hidden = !groups.length;
    frame.replaceChildren();
    if (!groups.length) return;
    const table = make("table", frame);
    make("caption", table, { className: "dv-sr", textContent: texts.compare });
    const top = make("tr", make("thead", table));
    make("td", top);
    for (const column of columns) head(top, column);
    for (const { title, rows } of groups) {
      const body = make("tbody", table);
      const line = make("tr", body, { className: "dv-group" });
      make("th", line, { scope: "rowgroup", colSpan: columns.length + 1, textContent: title });
      for (const { head: name, cells } of rows) {
        const row = make("tr", body);
        make("th", row, { scope: "row", textContent: name });
        for (const textContent of cells) make("td", row, { textContent });
      }
    }
  };
  let shown = "";
  return (kept) => {
    if (shown === JSON.stringify(kept)) return;
    shown = JSON.stringify(kept);
    const active = frame.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    draw(kept);
    if (active) (frame.querySelector(`[data-key="${CSS.escape(active)}"]`) || frame).focus();
    if (about && !kept.columns.some(({ key }) => key === about)) close("");
  };
}
