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
  (model.get("title") ? fold(model, el) : el).append(img);
  draw();
  model.on("change:svg", draw);
  return () => URL.revokeObjectURL(url);
}

export default { render };
