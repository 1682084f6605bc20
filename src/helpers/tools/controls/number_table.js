// A table with an input in each cell; what is wrong with one stands below its row.
function render({ model, el }) {
  dress(el);
  const wrong = new Map(); // "row column" -> what was typed and what is wrong with it
  const words = model.get("words");
  const fold = make("details", el, { open: model.get("unfolded") });
  const title = make("summary", fold, { id: uid() });
  make("strong", title, { textContent: words.caption });
  const table = make("table", make("div", fold, { className: "dv-wide" }), { className: "dv-numbers" });
  table.setAttribute("aria-labelledby", title.id);
  const head = make("tr", make("thead", table));
  for (const textContent of [words.head, ...model.get("columns").map(({ label }) => label)]) {
    make("th", head, { scope: "col", textContent });
  }
  const body = make("tbody", table);
  let waiting = null;

  const send = (node, place, message) => {
    if (node.validity.badInput) return refuse(place, node.value, words.unread);
    waiting = { number: tell(model, message), place, typed: node.value };
  };
  const refuse = (place, typed, text) => {
    if (text) wrong.set(place, { typed, text });
    else wrong.delete(place);
    draw();
  };
  const cell = (row, one, column) => {
    const place = `${one.id} ${column.id}`;
    const bad = wrong.get(place);
    const node = input(make("td", row), column, bad ? bad.typed : one.values[column.id]);
    node.dataset.key = place;
    node.setAttribute("aria-label", column.of.replace("{name}", one.label));
    node.setAttribute("aria-invalid", bad ? "true" : "false");
    if (bad) node.setAttribute("aria-describedby", `${one.id}-wrong`);
    node.onchange = () =>
      send(node, place, { what: "set", key: one.id, column: column.id, value: node.value });
    return bad;
  };
  const line = (one) => {
    const row = make("tr", body);
    const name = make("div", make("th", row, { scope: "row" }));
    make("span", name, { className: "dv-number", textContent: one.number });
    make("span", name, { textContent: one.label });
    const bad = model.get("columns").map((column) => cell(row, one, column)).filter(Boolean);
    if (!bad.length) return;
    const under = make("td", make("tr", body), { colSpan: model.get("columns").length + 1 });
    const text = `\u26a0 ${bad.map(({ text: said }) => said).join(" ")}`;
    make("p", under, { id: `${one.id}-wrong`, className: "dv-wrong", role: "alert", textContent: text });
  };
  const draw = () =>
    keepFocus(el, () => {
      const active = el.contains(document.activeElement) ? document.activeElement : null;
      const typed = active && { key: active.dataset.key, value: active.value };
      body.replaceChildren();
      for (const one of model.get("rows")) line(one);
      const same = typed && body.querySelector(`[data-key="${CSS.escape(typed.key)}"]`);
      if (same && same.tagName === "INPUT") same.value = typed.value;
    });
  draw();
  model.on("change:rows", draw);
  model.on("change:answer", () => {
    const { number, errors } = model.get("answer");
    if (number !== waiting?.number) return;
    refuse(waiting.place, waiting.typed, Object.values(errors).join(" "));
  });
}

export default { render };
