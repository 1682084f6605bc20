// A table with an input in each cell; what is wrong with one stands below its row.
function render({ model, el }) {
  dress(el);
  const words = model.get("words");
  const columns = model.get("columns");
  const fold = make("details", el, { open: model.get("unfolded") });
  const title = make("summary", fold, { id: uid() });
  make("strong", title, { textContent: words.caption });
  const table = make("table", make("div", fold, { className: "dv-wide" }), { className: "dv-numbers" });
  table.setAttribute("aria-labelledby", title.id);
  const head = make("tr", make("thead", table));
  for (const textContent of [words.head, ...columns.map(({ label }) => label)]) {
    make("th", head, { scope: "col", textContent });
  }
  const body = make("tbody", table);
  const lines = new Map(); // by the id of a row

  const cell = (line, column) => {
    const node = input(make("td", line.row), column);
    const one = { node, column, saved: "", waiting: 0, wrong: "" };
    node.addEventListener("change", () => {
      if (node.validity.badInput) return refuse(line, one, words.unread);
      const message = { what: "set", key: line.id, column: column.id, value: node.value };
      one.waiting = tell(model, message);
      return null;
    });
    node.addEventListener("blur", () => settle(one));
    return one;
  };
  // What the kernel knows is shown, but never over what is being typed, under way or refused.
  const settle = (one) => {
    if (one.waiting || one.wrong || one.node === document.activeElement) return;
    if (one.node.value !== one.saved) one.node.value = one.saved;
  };
  const refuse = (line, one, text) => {
    one.wrong = text;
    const id = `${line.row.id}-wrong`;
    const bad = line.cells.filter(({ wrong }) => wrong);
    for (const { node, wrong } of line.cells) {
      node.setAttribute("aria-invalid", wrong ? "true" : "false");
      if (wrong) node.setAttribute("aria-describedby", id);
      else node.removeAttribute("aria-describedby");
    }
    line.under?.remove();
    line.under = null;
    if (!bad.length) return;
    line.under = document.createElement("tr");
    line.row.after(line.under);
    const under = make("td", line.under, { colSpan: columns.length + 1 });
    const textContent = `\u26a0 ${bad.map(({ wrong }) => wrong).join(" ")}`;
    make("p", under, { id, className: "dv-wrong", role: "alert", textContent });
  };
  const fresh = (id) => {
    const line = { id, row: Object.assign(document.createElement("tr"), { id: uid() }) };
    const name = make("div", make("th", line.row, { scope: "row" }));
    line.number = make("span", name, { className: "dv-number" });
    line.label = make("span", name);
    line.cells = columns.map((column) => cell(line, column));
    lines.set(id, line);
    return line;
  };
  const follow = () => {
    const rows = model.get("rows");
    const ids = new Set(rows.map(({ id }) => id));
    for (const [id, { row, under }] of lines) {
      if (ids.has(id)) continue;
      row.remove();
      under?.remove();
      lines.delete(id);
    }
    let before = null;
    for (const { id, number, label, values } of rows) {
      const line = lines.get(id) || fresh(id);
      if (!line.row.parentNode) before ? before.after(line.row) : body.prepend(line.row);
      before = line.under || line.row;
      line.number.textContent = number;
      line.label.textContent = label;
      for (const one of line.cells) {
        one.node.setAttribute("aria-label", one.column.of.replace("{name}", label));
        one.saved = values[one.column.id];
        settle(one);
      }
    }
  };
  follow();
  model.on("change:rows", follow);
  hearing(model, (number, errors) => {
    for (const line of lines.values()) {
      const one = line.cells.find(({ waiting }) => waiting === number);
      if (!one) continue;
      one.waiting = 0;
      refuse(line, one, Object.values(errors).join(" "));
      settle(one);
    }
  });
}

export default { render };
