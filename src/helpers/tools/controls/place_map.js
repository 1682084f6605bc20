// A map of numbered marks: drag them, or focus one and use the arrow keys. The map is one stop of Tab;
// inside it Page Up, Page Down, Home and End go from mark to mark.
const [SIZE, EDGE, LEFT, TOP, BOTTOM] = [520, 28, 54, 46, 116];
const STEP = (SIZE - 2 * EDGE) / 10;
const SHAPES = {
  o: (r) => ["circle", { r }],
  s: (r) => ["rect", { x: -r * 0.9, y: -r * 0.9, width: r * 1.8, height: r * 1.8 }],
  D: (r) => ["path", { d: `M0 ${-r * 1.22}L${r * 1.22} 0L0 ${r * 1.22}L${-r * 1.22} 0Z` }],
};

function set(node, props) {
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
}

function draw(tag, parent, props = {}, text = "") {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  set(node, props);
  node.textContent = text;
  parent.append(node);
  return node;
}

const across = (x) => LEFT + EDGE + x * STEP;
const up = (y) => TOP + SIZE - EDGE - y * STEP;
const half = (n) => Math.min(10, Math.max(0, Math.round(n * 2) / 2));

function ground(svg, { cut, words, quadrants }) {
  draw("rect", svg, { x: LEFT, y: TOP, width: SIZE, height: SIZE, class: "dv-plot" });
  const middle = { x: across(cut), y: up(cut) };
  draw("line", svg, { x1: middle.x, x2: middle.x, y1: TOP, y2: TOP + SIZE, class: "dv-cut" });
  draw("line", svg, { x1: LEFT, x2: LEFT + SIZE, y1: middle.y, y2: middle.y, class: "dv-cut" });
  for (const n of [0, cut, 10]) {
    draw("text", svg, { x: across(n), y: TOP + SIZE + 19, class: "dv-tick" }, n);
    draw("text", svg, { x: LEFT - 14, y: up(n) + 5, class: "dv-tick" }, n);
  }
  const [bottom, side] = [TOP + SIZE + 38, LEFT - 36];
  draw("text", svg, { x: LEFT + SIZE / 2, y: bottom, class: "dv-axis" }, `${words.across} \u2192`);
  const turn = `translate(${side} ${TOP + SIZE / 2}) rotate(-90)`;
  draw("text", svg, { transform: turn, class: "dv-axis" }, `${words.up} \u2192`);
  const rows = { top: TOP - 26, bottom: TOP + SIZE + 64 };
  for (const { row, right, lines } of quadrants) {
    lines.forEach((text, at) => {
      const x = right ? middle.x + 4 : LEFT;
      draw("text", svg, { x, y: rows[row] + 18 * at, class: "dv-quadrant" }, text);
    });
  }
}

function shape(parent, one, r) {
  const [tag, props] = SHAPES[one.shape](r);
  return draw(tag, parent, { ...props, fill: one.fill, stroke: one.edge, "stroke-width": 1.8 });
}

function legend(el, rows) {
  const list = make("ul", el, { className: "dv-legend" });
  for (const one of rows) {
    const item = make("li", list);
    const svg = draw("svg", item, { viewBox: "-12 -12 24 24", width: 22, height: 22, "aria-hidden": "true" });
    if (one.ring) draw("circle", svg, { r: 10, class: "dv-ring" });
    else shape(svg, one, 7.5);
    make("span", item, { textContent: one.text });
  }
}

function render({ model, el }) {
  dress(el);
  const words = model.get("words");
  const number = new Intl.NumberFormat(words.lang);
  const fill = (text, { label }, { x, y }) =>
    text.replace("{name}", label).replace("{x}", number.format(x)).replace("{y}", number.format(y));
  const toTable = () => {
    const fold = el.closest(".jp-OutputArea-output, body").querySelector("details:has(.dv-numbers)");
    if (fold) fold.open = true;
    fold?.querySelector("input")?.focus();
  };
  keyed(el, { text: words.skip, key: "skip", look: "dv-quiet dv-skip" }, toTable);
  make("p", el, { className: "dv-note", textContent: words.how });
  const both = make("div", el, { className: "dv-map-and-names" });
  const svg = draw("svg", both, { viewBox: `0 0 ${SIZE + LEFT + 8} ${SIZE + TOP + BOTTOM}`, class: "dv-place-map" });
  svg.setAttribute("role", "application");
  svg.setAttribute("aria-label", words.label);
  const names = make("ol", both, { className: "dv-names" });
  const said = status(el, "dv-note dv-here");
  legend(el, model.get("legend"));
  ground(svg, { cut: model.get("cut"), words, quadrants: model.get("quadrants") });
  const lines = draw("g", svg);
  const layer = draw("g", svg);
  const shown = draw("g", svg, { class: "dv-shown", "aria-hidden": "true" });
  let moving = null; // { id, x, y } of a mark that is on its way
  let start = null; // where the pointer took hold of it
  const ahead = new Map(); // where marks were put while the kernel has not answered yet

  const point = (id) => {
    const one = model.get("points").find((other) => other.id === id);
    return one && ahead.has(id) ? { ...one, ...ahead.get(id) } : one;
  };
  const nodeOf = (id) => layer.querySelector(`[data-key="${CSS.escape(id)}"]`);
  const put = (node, x, y) => node.setAttribute("transform", `translate(${across(x)} ${up(y)})`);
  const name = (one, x, y) => {
    shown.replaceChildren();
    for (const item of names.children) item.classList.toggle("dv-here-now", item.dataset.id === one?.id);
    if (!one) return;
    const box = draw("rect", shown, { rx: 4 });
    const text = draw("text", shown, {}, `${one.number} ${one.label}`);
    const wide = text.getComputedTextLength() + 20;
    const middle = Math.min(Math.max(across(x), LEFT + wide / 2), LEFT + SIZE - wide / 2);
    const line = up(y) + (y > 9 ? 48 : -34);
    set(text, { x: middle, y: line });
    set(box, { x: middle - wide / 2, y: line - 20, width: wide, height: 29 });
  };
  // A picture of the mark above all others: the mark itself keeps its place in the order of Tab.
  const lift = (node) => {
    const copy = node.cloneNode(true);
    for (const name of ["tabindex", "role", "aria-label", "data-key", "class"]) copy.removeAttribute(name);
    shown.prepend(copy);
  };
  const move = (one, x, y, text) => {
    moving = { id: one.id, x: half(x), y: half(y) };
    put(nodeOf(one.id), moving.x, moving.y);
    name(one, moving.x, moving.y);
    lift(nodeOf(one.id));
    said.textContent = fill(text, one, moving);
  };
  const settle = (keep) => {
    if (!moving) return;
    const { id, x, y } = moving;
    const one = point(id);
    moving = start = null;
    if (keep && one && (x !== one.x || y !== one.y)) {
      ahead.set(id, { x, y, shown_x: x, shown_y: y, number: tell(model, { what: "move", key: id, x, y }) });
    } else follow();
    if (one) said.textContent = fill(keep ? words.put : words.back, one, keep ? { x, y } : one);
  };
  const scale = () => svg.getBoundingClientRect().width / (SIZE + LEFT + 8);
  // The mark on which Tab comes in: the first, until another one had the focus.
  let stop = "";
  const stopAt = (id) => {
    stop = id;
    for (const node of layer.children) node.setAttribute("tabindex", node.dataset.key === id ? 0 : -1);
  };
  const steps = { PageUp: -1, PageDown: 1, Home: -Infinity, End: Infinity };
  const goOn = (id, step) => {
    const ids = model.get("points").map((one) => one.id);
    const at = Math.min(Math.max(ids.indexOf(id) + step, 0), ids.length - 1);
    settle(true);
    nodeOf(ids[at]).focus();
  };
  const keys = { ArrowLeft: [-0.5, 0], ArrowRight: [0.5, 0], ArrowUp: [0, 0.5], ArrowDown: [0, -0.5] };

  const pointers = (node, one) => {
    node.onpointerdown = (event) => {
      if (event.button) return;
      settle(true);
      node.setPointerCapture(event.pointerId);
      start = { x: event.clientX, y: event.clientY, one: point(one.id) };
    };
    node.onpointermove = (event) => {
      if (!start) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (!moving && Math.hypot(dx, dy) < 4) return;
      const unit = STEP * scale();
      move(start.one, start.one.x + dx / unit, start.one.y - dy / unit, words.dragged);
    };
    node.onpointerup = () => {
      settle(true);
      if (start) {
        start = null;
        follow(); // what came in while the pointer held a mark that did not move
      }
    };
    node.onpointercancel = () => {
      settle(false);
      start = null;
    };
    node.onpointerenter = () => moving || name(point(one.id), one.shown_x, one.shown_y);
    node.onpointerleave = () => moving || name(null);
  };
  const keyboard = (node, one) => {
    node.onkeydown = (event) => {
      const by = keys[event.key];
      const now = moving || point(one.id);
      if (event.key in steps) goOn(one.id, steps[event.key]);
      else if (by) move(one, now.x + by[0], now.y + by[1], words.moved);
      else if (event.key === "Enter" || event.key === " ") settle(true);
      else if (event.key === "Escape") settle(false);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    node.onfocus = () => {
      stopAt(one.id);
      name(one, one.shown_x, one.shown_y);
    };
    node.onblur = () => {
      if (!redrawing && !start) settle(true);
      name(null);
    };
  };
  const mark = (one) => {
    const node = draw("g", layer, { tabindex: -1, role: "button", "aria-label": one.words, class: "dv-point" });
    node.dataset.key = one.id;
    draw("circle", node, { r: 25, class: "dv-halo" });
    if (one.ring) draw("circle", node, { r: 21, class: "dv-ring" });
    shape(node, one, 14.5);
    draw("text", node, { y: 5, class: "dv-number", fill: one.ink }, one.number);
    pointers(node, one);
    keyboard(node, one);
    put(node, one.shown_x, one.shown_y);
    if (one.shown_x !== one.x || one.shown_y !== one.y) {
      const [x1, y1, x2, y2] = [across(one.x), up(one.y), across(one.shown_x), up(one.shown_y)];
      draw("line", lines, { x1, y1, x2, y2, class: "dv-lead-line" });
      draw("circle", lines, { cx: x1, cy: y1, r: 2.5, class: "dv-own-place" });
    }
  };
  const list = () => {
    names.replaceChildren();
    for (const { id, number: at, label, note } of model.get("names")) {
      const item = make("li", names);
      item.dataset.id = id;
      make("span", item, { className: "dv-number", textContent: `${at} ` });
      make("span", item, { textContent: label });
      if (note) make("span", item, { className: "dv-note", textContent: ` ${note}` });
      const one = () => point(id);
      item.onpointerenter = () => moving || (one() && name(one(), one().shown_x, one().shown_y));
      item.onpointerleave = () => moving || name(null);
    }
  };
  let redrawing = false;
  const follow = () => {
    if (moving || start) return;
    redrawing = true;
    keepFocus(el, () => {
      layer.replaceChildren();
      lines.replaceChildren();
      for (const { id } of model.get("points")) mark(point(id));
      stopAt(nodeOf(stop) ? stop : layer.firstChild?.dataset.key);
      list();
    });
    redrawing = false;
  };
  follow();
  model.on("change:points", follow);
  hearing(model, (number) => {
    for (const [id, { number: sent }] of ahead) if (sent <= number) ahead.delete(id);
    follow();
  });
}

export default { render };
