// Estimating: a number that is typed, or a dot on a small map with a slider for each axis.
const SVG = "http://www.w3.org/2000/svg";
const WIDE = 300;
const EDGE = 16;

function drawn(tag, parent, props, text = "") {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.textContent = text;
  parent.append(node);
  return node;
}

function numberPart(set, axis, talk) {
  const id = uid();
  const row = make("div", set, { className: "dv-estimate" });
  make("label", row, { htmlFor: id, textContent: axis.text });
  const input = make("input", row, { id, type: "text", inputMode: "decimal", maxLength: 20, autocomplete: "off" });
  if (axis.unit) {
    make("span", row, { id: `${id}-unit`, textContent: axis.unit });
    input.setAttribute("aria-describedby", `${id}-unit`);
  }
  const value = () => (input.value.trim() ? [`${axis.id}/${input.value.trim()}`] : []);
  input.addEventListener("change", () => talk.say({ do: "answer", value: value() }));
  const follow = ([typed]) => {
    if (document.activeElement !== input) input.value = typed ? typed.slice(typed.indexOf("/") + 1) : "";
  };
  return { value, follow };
}

// The map itself is for the mouse and the eye; what it shows, the two sliders say.
function mapOf(box, [across, up], press) {
  const size = { viewBox: `0 0 ${WIDE} ${WIDE}`, "aria-hidden": "true", class: "dv-small-map" };
  const svg = drawn("svg", box, size);
  const span = WIDE - 2 * EDGE;
  drawn("rect", svg, { x: EDGE, y: EDGE, width: span, height: span, fill: "#fff", stroke: "#5b6670" });
  const middle = WIDE / 2;
  drawn("path", svg, { d: `M${middle} ${EDGE}V${WIDE - EDGE}M${EDGE} ${middle}H${WIDE - EDGE}`, stroke: "#c9d0d6" });
  const name = { "font-size": 12, fill: "#5b6670", "text-anchor": "middle" };
  drawn("text", svg, { ...name, x: middle, y: WIDE - 4 }, `${across.text} →`);
  drawn("text", svg, { ...name, x: -middle, y: 9, transform: "rotate(-90)" }, `${up.text} →`);
  const dot = drawn("circle", svg, { r: 9, fill: "#005b96", visibility: "hidden" });
  const share = (axis, value) => (value - axis.least) / (axis.most - axis.least);
  svg.addEventListener("click", (event) => {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const at = (part, whole) => ((part / whole) * WIDE - EDGE) / span;
    const shares = [at(event.clientX - left, width), 1 - at(event.clientY - top, height)];
    press(shares.map((one) => Math.min(1, Math.max(0, one))));
  });
  return (values) => {
    dot.setAttribute("visibility", values ? "visible" : "hidden");
    if (!values) return;
    dot.setAttribute("cx", EDGE + span * share(across, values[0]));
    dot.setAttribute("cy", WIDE - EDGE - span * share(up, values[1]));
  };
}

function slider(box, axis, change) {
  const row = make("div", box, { className: "dv-slider" });
  const id = uid();
  make("label", row, { htmlFor: id, textContent: axis.text });
  const now = make("output", row, { className: "dv-now" });
  now.htmlFor = id;
  const { least: min, most: max, step } = axis;
  const input = make("input", row, { id, type: "range", min, max, step });
  input.value = (axis.least + axis.most) / 2;
  const ends = make("div", row, { className: "dv-ends" });
  make("span", ends, { textContent: axis.low || axis.least });
  make("span", ends, { textContent: axis.high || axis.most });
  input.addEventListener("input", () => change(false));
  input.addEventListener("change", () => change(true));
  return { input, now };
}

function mapPart(set, axes, talk, texts) {
  const box = make("div", set, { className: "dv-on-map" });
  let placed = false;
  const sides = make("div", box, { className: "dv-sliders" });
  const change = (done) => {
    placed = true;
    show();
    if (done) talk.say({ do: "answer", value: value() });
  };
  const sliders = axes.map((axis) => slider(sides, axis, change));
  const dot = mapOf(box, axes, (shares) => {
    shares.forEach((share, at) => {
      const { least, most } = axes[at];
      sliders[at].input.value = least + share * (most - least);
    });
    change(true);
  });
  const value = () => (placed ? axes.map((axis, at) => `${axis.id}/${sliders[at].input.value}`) : []);
  const show = () => {
    dot(placed ? sliders.map(({ input }) => Number(input.value)) : null);
    sliders.forEach(({ input, now }, at) => {
      const { least, most, low, high } = axes[at];
      const facts = { value: input.value, least, most, low: low || least, high: high || most };
      const said = texts.on_scale.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
      now.textContent = placed ? input.value : texts.nowhere;
      input.setAttribute("aria-valuetext", placed ? said : texts.nowhere);
    });
  };
  const follow = (answer) => {
    placed = answer.length === axes.length;
    for (const one of answer) {
      const at = axes.findIndex((axis) => one.startsWith(`${axis.id}/`));
      if (at >= 0) sliders[at].input.value = one.slice(axes[at].id.length + 1);
    }
    show();
  };
  return { value, follow };
}

function answerPart(card, model, talk) {
  const about = model.get("about");
  const set = make("fieldset", card);
  make("legend", set, { textContent: about.question });
  if (about.how) make("p", set, { className: "dv-note", textContent: about.how });
  const { axes, texts } = about;
  const part = axes.length === 1 ? numberPart(set, axes[0], talk) : mapPart(set, axes, talk, texts);
  const follow = () => talk.settled() && part.follow(model.get("answer"));
  follow();
  model.on("change:answer change:heard", follow);
  return { value: part.value, flush() {} };
}
