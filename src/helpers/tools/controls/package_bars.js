// Bars beside words. They say nothing that the words do not say, so a screen reader passes them by.
function bar(parent, look = "") {
  const node = make("div", parent, { className: `dv-bar ${look}`, ariaHidden: "true" });
  const span = (className, from, to) => {
    const part = make("span", node, { className });
    part.style.left = `${Math.min(from, to)}%`;
    if (from !== to) part.style.width = `${Math.abs(to - from)}%`;
  };
  return { node, span };
}

function keyLine(parent, pairs) {
  const line = make("p", parent, { className: "dv-note dv-key", ariaHidden: "true" });
  for (const [className, textContent] of pairs) make("span", line, { className, textContent });
}

// Nodes that come, stay and go by their id; `build` gives a node and what follows a new state.
function keptById(parent, build) {
  const known = new Map();
  return (rows) => {
    const ids = new Set(rows.map(({ id }) => id));
    for (const [id, { node }] of known) {
      if (ids.has(id)) continue;
      node.remove();
      known.delete(id);
    }
    rows.forEach((row, at) => {
      if (!known.has(row.id)) known.set(row.id, build(parent, row));
      const { node, follow } = known.get(row.id);
      if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] || null);
      follow(row);
    });
    return known;
  };
}

function part(parent, title) {
  const node = make("section", parent);
  const head = make("h4", node, { id: uid(), textContent: title });
  node.setAttribute("aria-labelledby", head.id);
  return node;
}
