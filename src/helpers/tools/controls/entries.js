// A list in groups that open and close; each entry is changed where it stands.
function render({ model, el }) {
  dress(el);
  const words = model.get("words");
  const unfolded = new Map();
  const forms = new Map(); // open forms by the id of their entry; "" for a new one
  const homes = new Map(); // the group in which each entry stands, or stood
  const bar = make("div", el, { className: "dv-buttons" });
  const top = make("div", el);
  const list = make("div", el);

  const opener = (key) => el.querySelector(`[data-key="${CSS.escape(key ? `edit-${key}` : "add")}"]`);
  const open = (options) => {
    const { key } = options;
    const close = (read) => {
      forms.get(key).remove();
      forms.delete(key);
      if (read?.[words.group_by]) unfolded.set(read[words.group_by], true);
      draw();
      // Where the tool has put the focus, there it stays.
      if (!el.contains(document.activeElement) && document.activeElement !== document.body) return;
      const home = el.querySelector(`[data-key="${CSS.escape(`group-${homes.get(key)}`)}"]`);
      (opener(key) || home || opener("") || el.querySelector("summary"))?.focus();
    };
    if (!forms.has(key)) forms.set(key, openForm(model, { ...options, close }));
  };
  const edit = (options) => {
    open(options);
    draw();
    forms.get(options.key).querySelector("textarea, select, input").focus();
  };
  const adding = () => ({
    key: "",
    title: words.add,
    specs: [...model.get("first"), ...model.get("fields")],
    values: model.get("fresh"),
    message: { what: "add" },
  });
  const changing = ({ id: key, title, values, fields }) => ({
    key,
    title,
    specs: fields || model.get("fields"),
    values,
    message: { what: "save", key },
    remove: words.remove && { what: "remove", key },
  });
  const titled = (entry) => ({ ...entry, title: words.edit_one.replace("{name}", entry.name) });
  const again = ({ key, title }) => {
    if (!key) return open(adding());
    const all = model.get("groups").flatMap(({ entries }) => entries);
    const entry = all.find(({ id }) => id === key);
    return open(changing(entry ? titled(entry) : { id: key, title, values: {} }));
  };

  const row = (parent, entry) => {
    const item = make("li", parent, { className: "dv-entry" });
    if (forms.has(entry.id)) return item.append(forms.get(entry.id));
    make("p", item, { className: "dv-title", textContent: entry.title });
    for (const { text, look } of entry.lines) make("p", item, { textContent: text, className: look || "" });
    for (const one of entry.marks) mark(item, one);
    const buttons = make("div", item, { className: "dv-buttons" });
    const name = (text) => `${text}: ${entry.name}`;
    const press = () => edit(changing(titled(entry)));
    keyed(buttons, { text: words.edit, key: `edit-${entry.id}`, name: name(words.edit) }, press);
    for (const { what, text } of entry.steps) {
      const ask = () => tell(model, { what, key: entry.id });
      keyed(buttons, { text, key: `step-${entry.id}`, name: name(text) }, ask);
    }
  };
  const group = ({ id, label, note, marks, open, entries }) => {
    const writing = entries.some((entry) => forms.has(entry.id));
    const box = make("details", list, { open: writing || (unfolded.get(id) ?? open) });
    const head = make("summary", box);
    head.dataset.key = `group-${id}`;
    make("strong", head, { textContent: label });
    make("span", head, { className: "dv-note", textContent: ` ${note} ` });
    for (const one of marks) mark(head, one, "span");
    head.addEventListener("click", () => unfolded.set(id, !box.open));
    const items = make("ul", box, { className: "dv-list" });
    for (const entry of entries) {
      homes.set(entry.id, id);
      row(items, entry);
    }
  };
  const draw = () =>
    keepFocus(el, () => {
      const groups = model.get("groups");
      list.replaceChildren();
      for (const one of groups) group(one);
      for (const form of forms.values()) if (!list.contains(form)) top.append(form);
    });
  if (words.add) keyed(bar, { text: words.add, key: "add" }, () => edit(adding()));
  drafts(model).forEach(again);
  draw();
  model.on("change:groups", draw);
  model.on("change:view", () => unfolded.clear());
}

export default { render };
