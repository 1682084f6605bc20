// A picture with its text; a new one replaces the old one without a flash. With a title it folds.
function fold(model, el) {
  const box = document.createElement("details");
  const head = document.createElement("summary");
  head.textContent = model.get("title");
  box.append(head);
  box.open = model.get("unfolded");
  box.addEventListener("toggle", () => {
    model.set("unfolded", box.open);
    model.save_changes();
  });
  el.append(box);
  return box;
}

// The same in words, for who reads numbers better than colours.
function sameInTable(parent, { title, columns, rows }) {
  const box = document.createElement("details");
  const add = (tag, to, text = "", scope = "") => {
    const node = document.createElement(tag);
    node.textContent = text;
    if (scope) node.scope = scope;
    to.append(node);
    return node;
  };
  add("summary", box, title);
  const frame = add("div", box);
  frame.className = "dv-same";
  const table = add("table", frame);
  const head = add("tr", add("thead", table));
  columns.forEach((text) => add(text ? "th" : "td", head, text, text && "col"));
  const body = add("tbody", table);
  for (const [name, ...cells] of rows) {
    const row = add("tr", body);
    add("th", row, name, "row");
    cells.forEach((text) => add("td", row, text));
  }
  parent.replaceChildren(box);
}

function render({ model, el }) {
  el.classList.add("dv");
  el.dataset.lmSuppressShortcuts = "true";
  const img = document.createElement("img");
  let url = null;
  const draw = () => {
    img.hidden = !model.get("svg");
    if (img.hidden) return;
    const old = url;
    url = URL.createObjectURL(new Blob([model.get("svg")], { type: "image/svg+xml" }));
    img.alt = model.get("alt");
    img.onload = () => old && URL.revokeObjectURL(old);
    img.src = url;
  };
  const words = document.createElement("div");
  const tell = () => {
    const open = words.firstChild?.open;
    if (model.get("table").rows) sameInTable(words, model.get("table"));
    if (words.firstChild) words.firstChild.open = Boolean(open);
  };
  (model.get("title") ? fold(model, el) : el).append(img, words);
  draw();
  tell();
  model.on("change:svg", draw);
  model.on("change:table", tell);
  return () => URL.revokeObjectURL(url);
}

export default { render };
