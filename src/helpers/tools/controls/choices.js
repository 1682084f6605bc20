// A list of choices: a native <select> with its label in each row, so mouse, Tab and arrow keys work.
function make(tag, parent, props = {}) {
  const node = Object.assign(document.createElement(tag), props);
  parent.append(node);
  return node;
}

function choiceRow(box, choice, model, id) {
  const row = make("div", box, { className: `dv-choice ${choice.options ? "dv-wide" : ""}` });
  const label = make("label", row, { htmlFor: id, textContent: choice.label });
  if (choice.note) make("span", label, { className: "dv-note", textContent: ` ${choice.note}` });
  const select = make("select", row, { id });
  select.dataset.row = choice.id;
  for (const option of choice.options || model.get("options")) {
    make("option", select, { value: option.id, textContent: option.label });
  }
  select.addEventListener("change", () => {
    model.set("value", { ...model.get("value"), [choice.id]: select.value });
    model.save_changes();
  });
}

function render({ model, el }) {
  const group = `dv${Math.random().toString(36).slice(2)}`;
  el.classList.add("dv");
  el.dataset.lmSuppressShortcuts = "true";
  const follow = () => {
    for (const select of el.querySelectorAll("select")) {
      select.value = model.get("value")[select.dataset.row] ?? "";
    }
  };
  const draw = () => {
    el.replaceChildren();
    const box = make("fieldset", el, { className: "dv-choices" });
    make("legend", box, { textContent: model.get("caption") });
    model.get("rows").forEach((row, at) => choiceRow(box, row, model, `${group}-${at}`));
    follow();
  };
  draw();
  model.on("change:rows", draw);
  model.on("change:value", follow);
}

export default { render };
