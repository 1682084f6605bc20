// What the controls with rows and forms share; it stands after parts.js and before a control's own script.
function dress(el) {
  el.classList.add("dv", "dv-rows");
  el.dataset.lmSuppressShortcuts = "true";
  // JupyterLab takes Enter away from every input inside a cell; here it stays what it is elsewhere.
  const keep = (event) => event.inputType === "insertLineBreak" && event.stopPropagation();
  el.addEventListener("beforeinput", keep, true);
}

// A button; by its `key` the focus finds it back after a redraw, `name` says more than its text.
function keyed(parent, { text, key, name, look = "dv-quiet" }, press) {
  const node = button(parent, text, press);
  node.className = look;
  node.dataset.key = key;
  if (name) node.setAttribute("aria-label", name);
  return node;
}

// A symbol and words: never a colour alone.
function mark(parent, { symbol, text, look }, tag = "p") {
  const node = make(tag, parent, { className: `dv-mark ${look || ""}` });
  if (tag === "span") node.before(" ");
  make("span", node, { textContent: `${symbol} `, ariaHidden: "true" });
  make("span", node, { textContent: text });
  return node;
}

// Tell the kernel what a person did; each message arrives, in order, and is answered by its number.
// The number is 0 when there is no kernel to tell.
const me = uid();
let told = 0;
function tell(model, message) {
  told += 1;
  return hand(model, { ...message, from: me, number: told }) ? told : 0;
}

// Hear the answers to what this view told: a number, and what is wrong by field.
function hearing(model, hear) {
  const heard = () => {
    const { from, number, errors } = model.get("answer");
    if (from === me) hear(number, errors);
  };
  model.on("change:answer", heard);
  return () => model.off("change:answer", heard);
}

// Draw anew and leave the focus where it was: on the same input, or else on what has the same key.
function keepFocus(el, draw) {
  const active = el.contains(document.activeElement) ? document.activeElement : null;
  draw();
  if (!active || document.activeElement === active) return;
  const key = CSS.escape(active.dataset.key || "");
  const same = el.contains(active) ? active : el.querySelector(`[data-key="${key}"]`);
  same?.focus({ preventScroll: true });
}

function fillChoice(select, options, value) {
  select.replaceChildren();
  for (const { id, label } of options) make("option", select, { value: id, textContent: label });
  select.value = value ?? "";
}

function input(parent, spec, value) {
  const tag = { area: "textarea", choice: "select" }[spec.kind] || "input";
  const node = make(tag, parent);
  if (spec.kind === "choice") fillChoice(node, spec.options, value);
  else {
    if (tag === "input") node.type = spec.kind === "line" ? "text" : spec.kind;
    if (spec.kind === "number") Object.assign(node, { min: spec.low, max: spec.high, step: spec.step });
    if (tag === "textarea") node.rows = 2;
    node.value = value ?? "";
  }
  return node;
}

// What is wrong with an input stands beside it and is tied to it.
function wrongness(node, said) {
  said.id = uid();
  said.className = "dv-wrong";
  return (text) => {
    said.textContent = text ? `\u26a0 ${text}` : "";
    said.hidden = !text;
    if (text) node.setAttribute("aria-describedby", said.id);
    else node.removeAttribute("aria-describedby");
    node.setAttribute("aria-invalid", text ? "true" : "false");
  };
}

function field(parent, spec, value, words) {
  const box = make("div", parent, { className: `dv-field dv-as-${spec.kind}` });
  const label = make("label", box, { textContent: spec.label });
  if (spec.help) make("span", label, { className: "dv-note", textContent: ` ${spec.help}` });
  const node = input(box, spec, value);
  node.id = label.htmlFor = uid();
  const say = wrongness(node, make("p", box, { hidden: true }));
  if (spec.kind === "area" || spec.kind === "line") {
    limit(node, words.longest, (was) => say(was ? words.too_long : ""));
  } else node.addEventListener("input", () => say(""));
  return { id: spec.id, node, say };
}

// The forms that were open in this tab, by the key of what they are about, with what was typed in
// them: they open again after a reload and in a new kernel.
function drafts(model) {
  const start = `${model.get("place")} form `;
  return shelf.after(start).map((key) => ({ key, ...shelf.get(start + key) }));
}

// A form that stays as it was typed until the kernel answers that all of it is right. `close` then gets
// what was read, or nothing when a person cancels.
function openForm(model, { key, title, specs, values, message, remove, close }) {
  const words = model.get("words");
  const place = `${model.get("place")} form ${key}`;
  const typed = { ...shelf.get(place)?.typed };
  const form = Object.assign(document.createElement("form"), { className: "dv-form", noValidate: true });
  const name = make("p", form, { id: uid(), className: "dv-title", textContent: title });
  form.setAttribute("aria-labelledby", name.id);
  const grid = make("div", form, { className: "dv-grid" });
  const fields = specs.map((spec) => field(grid, spec, typed[spec.id] ?? values[spec.id], words));
  const other = make("p", form, { className: "dv-wrong", role: "alert", hidden: true });
  let waiting = null;
  let read = null;

  const show = (errors) => {
    for (const one of fields) one.say(errors[one.id] || "");
    const rest = Object.keys(errors).filter((id) => !fields.some((one) => one.id === id));
    other.textContent = rest.map((id) => errors[id]).join(" ");
    other.hidden = !rest.length;
    fields.find((one) => errors[one.id])?.node.focus();
  };
  const send = (what) => {
    if (waiting) return;
    const unread = fields.filter((one) => one.node.validity.badInput);
    if (unread.length) return show(Object.fromEntries(unread.map((one) => [one.id, words.unread])));
    read = Object.fromEntries(fields.map((one) => [one.id, one.node.value]));
    waiting = tell(model, { ...what, values: read });
  };
  const finish = (saved) => {
    silence();
    shelf.drop(place);
    close(saved);
  };
  const silence = hearing(model, (number, errors) => {
    if (number !== waiting) return;
    waiting = null;
    if (Object.keys(errors).length) show(errors);
    else finish(read);
  });
  form.addEventListener("input", () => {
    for (const { id, node } of fields) {
      if (node.value !== (values[id] ?? "")) typed[id] = node.value;
      else delete typed[id];
    }
    shelf.put(place, { title, typed });
  });
  const row = make("div", form, { className: "dv-buttons" });
  make("button", row, { type: "submit", textContent: words.save }).dataset.key = "save";
  keyed(row, { text: words.cancel, key: "cancel" }, () => finish(null));
  if (remove) keyed(row, { text: words.remove, key: "remove" }, () => send(remove));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(message);
  });
  return form;
}
