// One button that takes the last change back, and a region beside it that says so.
function render({ model, el }) {
  dress(el);
  const row = make("div", el, { className: "dv-undo" });
  const node = keyed(row, { text: `\u21b6 ${model.get("label")}`, key: "undo", name: model.get("label") }, () => {
    model.set("presses", model.get("presses") + 1);
    model.save_changes();
  });
  const said = status(row, "dv-note");
  const follow = () => {
    node.setAttribute("aria-disabled", model.get("off"));
    said.textContent = model.get("said");
  };
  follow();
  model.on("change:off change:said", follow);
}

export default { render };
