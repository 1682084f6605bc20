// The route as a row of steps to choose from, and all of one step below it.
function render({ model, el }) {
  dress(el);
  const words = model.get("words");
  const group = uid();
  const forms = new Map(); // open forms by the id of their step
  let chosen = model.get("chosen");
  const set = make("fieldset", el);
  make("legend", set, { textContent: words.caption });
  const tiles = make("ol", set, { className: "dv-tiles" });
  const details = make("section", el, { className: "dv-details" });
  const step = () => model.get("steps").find(({ id }) => id === chosen) || model.get("steps")[0];

  const tile = (one) => {
    const label = make("label", make("li", tiles), { className: `dv-tile dv-${one.state}` });
    const input = make("input", label, { type: "radio", name: group, value: one.id });
    input.checked = one === step();
    input.dataset.key = `tile-${one.id}`;
    const box = make("span", label);
    make("strong", box, { textContent: `${one.number} ${one.name}` });
    make("span", box, { className: "dv-note", textContent: one.when });
    for (const sign of one.signs) mark(box, sign, "span");
    input.addEventListener("change", () => {
      chosen = one.id;
      detail();
    });
  };
  const open = (one) => {
    const close = () => {
      forms.get(one.id).remove();
      forms.delete(one.id);
      detail();
      details.querySelector('[data-key="plan"]')?.focus();
    };
    const { title, fields: specs, values, taken } = one.form;
    const message = { what: "plan", key: one.id };
    const remove = taken && { what: "clear", key: one.id };
    const options = { key: one.id, title, specs, values, message, remove, close };
    if (!forms.has(one.id)) forms.set(one.id, openForm(model, options));
  };
  const plan = (one) => {
    open(one);
    detail();
    forms.get(one.id).querySelector("textarea").focus();
  };
  const part = ({ head, lines, signs }) => {
    const box = make("div", details, { className: "dv-part" });
    make("h4", box, { textContent: head });
    for (const sign of signs) mark(box, sign);
    for (const { text, look } of lines) make("p", box, { textContent: text, className: look || "" });
    return box;
  };
  const detail = () =>
    keepFocus(el, () => {
      details.replaceChildren();
      const one = step();
      if (!one) return;
      const id = uid();
      make("h3", details, { id, textContent: one.title });
      details.setAttribute("aria-labelledby", id);
      const last = one.parts.map(part).at(-1);
      if (forms.has(one.id)) return last.append(forms.get(one.id));
      const row = make("div", last, { className: "dv-buttons" });
      if (one.form) keyed(row, { text: one.form.text, key: "plan", look: "" }, () => plan(one));
      for (const { what, text } of one.buttons) {
        keyed(row, { text, key: "tick" }, () => tell(model, { what, key: one.id }));
      }
    });
  const draw = () =>
    keepFocus(el, () => {
      tiles.replaceChildren();
      for (const one of model.get("steps")) tile(one);
      detail();
    });
  for (const { key } of drafts(model)) {
    const one = model.get("steps").find(({ id }) => id === key);
    if (!one?.form) continue;
    chosen = key;
    open(one);
  }
  draw();
  model.on("change:steps", draw);
}

export default { render };
