// Sentences that change. A screen reader hears, after a pause, only those that are new and not `quiet`.
const PAUSE = 700;

function render({ model, el }) {
  el.classList.add("dv");
  const shown = Object.assign(document.createElement("div"), { className: "dv-sentences" });
  const spoken = Object.assign(document.createElement("div"), { className: "dv-sr" });
  spoken.setAttribute("role", "status");
  spoken.setAttribute("aria-live", "polite");
  el.append(shown, spoken);
  let known = [];
  let timer = null;
  const speak = () => {
    const lines = model.get("lines").filter(({ quiet }) => !quiet).map(({ text }) => text);
    spoken.textContent = lines.filter((text) => !known.includes(text)).join(" ");
    known = lines;
  };
  const draw = () => {
    const lines = model.get("lines").map(({ text, look, tag }) =>
      Object.assign(document.createElement(tag || "p"), { textContent: text, className: look || "" })
    );
    shown.replaceChildren(...lines);
    clearTimeout(timer);
    timer = setTimeout(speak, PAUSE);
  };
  draw();
  known = model.get("lines").map(({ text }) => text);
  model.on("change:lines", draw);
  // Who saved something further down is brought back here, and hears it once: by the focus.
  model.on("change:turn", () => {
    const first = shown.firstElementChild;
    if (!first) return;
    clearTimeout(timer);
    known = model.get("lines").filter(({ quiet }) => !quiet).map(({ text }) => text);
    first.tabIndex = -1;
    first.focus();
    // What stands around it may still come or go: then it is brought back into sight.
    setTimeout(() => document.activeElement === first && first.scrollIntoView({ block: "nearest" }), PAUSE);
  });
  return () => clearTimeout(timer);
}

export default { render };
