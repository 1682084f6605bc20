// Sentences that change: one region that stays in the page, so that a screen reader says what is new.
function render({ model, el }) {
  el.classList.add("dv");
  el.setAttribute("role", "status");
  el.setAttribute("aria-live", "polite");
  const draw = () => {
    const lines = model.get("lines").map(({ text, look }) =>
      Object.assign(document.createElement("p"), { textContent: text, className: look || "" })
    );
    el.replaceChildren(...lines);
  };
  draw();
  model.on("change:lines", draw);
}

export default { render };
