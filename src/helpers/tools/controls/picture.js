// A picture with its text; a new one replaces the old one without a flash.
function render({ model, el }) {
  el.classList.add("dv");
  const img = document.createElement("img");
  let url = null;
  const draw = () => {
    const old = url;
    url = URL.createObjectURL(new Blob([model.get("svg")], { type: "image/svg+xml" }));
    img.alt = model.get("alt");
    img.onload = () => old && URL.revokeObjectURL(old);
    img.src = url;
  };
  el.append(img);
  draw();
  model.on("change:svg", draw);
  return () => URL.revokeObjectURL(url);
}

export default { render };
