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

// Places in the picture that can be pressed: buttons that lie over it, each with its own name.
function pressed(model, frame) {
  const known = new Map();
  const draw = () => {
    const spots = model.get("spots");
    const now = new Set(spots.map(({ id }) => id));
    frame.classList.toggle("dv-spots", spots.length > 0);
    for (const [id, node] of known) if (!now.has(id) && known.delete(id)) node.remove();
    for (const { id, label, chosen, place } of spots) {
      const node = known.get(id) || frame.appendChild(document.createElement("button"));
      if (!known.has(id)) {
        node.type = "button";
        node.addEventListener("click", () => model.send({ do: "press", id }));
        known.set(id, node);
      }
      node.title = label;
      node.ariaLabel = label;
      node.ariaPressed = String(Boolean(chosen));
      ["left", "top", "width", "height"].forEach((side, at) => {
        node.style[side] = `${100 * place[at]}%`;
      });
    }
  };
  draw();
  model.on("change:spots", draw);
}

function render({ model, el }) {
  el.classList.add("dv");
  el.dataset.lmSuppressShortcuts = "true";
  const img = document.createElement("img");
  let url = null;
  const draw = () => {
    img.hidden = !model.get("svg");
    if (img.hidden) {
      img.removeAttribute("src"); // what was taken away is not left behind a hidden picture
      img.alt = "";
      return;
    }
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
    else words.replaceChildren();
    if (words.firstChild) words.firstChild.open = Boolean(open);
  };
  const wide = document.createElement("div");
  wide.className = "dv-picture";
  // On a narrow screen the picture keeps a size that can be read, and is scrolled, also by keyboard.
  const seen = new ResizeObserver(() => {
    if (wide.scrollWidth > wide.clientWidth + 1) wide.tabIndex = 0;
    else wide.removeAttribute("tabindex");
  });
  seen.observe(wide);
  const frame = document.createElement("div");
  wide.append(frame);
  frame.append(img);
  pressed(model, frame);
  (model.get("title") ? fold(model, el) : el).append(wide, words);
  draw();
  tell();
  model.on("change:svg", draw);
  model.on("change:table", tell);
  return () => {
    seen.disconnect();
    URL.revokeObjectURL(url);
  };
}

export default { render };
