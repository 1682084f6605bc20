// A labelled slider; the kernel hears of it when it is let go, or after each key.
function render({ model, el }) {
  el.classList.add("dv");
  el.dataset.lmSuppressShortcuts = "true";
  const id = `dv${Math.random().toString(36).slice(2)}`;
  const box = document.createElement("div");
  box.className = "dv-slider";
  const label = Object.assign(document.createElement("label"), {
    htmlFor: id,
    textContent: model.get("label"),
  });
  const now = Object.assign(document.createElement("span"), { className: "dv-now" });
  now.setAttribute("aria-hidden", "true");
  const input = Object.assign(document.createElement("input"), { id, type: "range" });
  input.min = model.get("low");
  input.max = model.get("high");
  input.step = model.get("step");
  const ends = document.createElement("div");
  ends.className = "dv-ends";
  for (const text of model.get("ends")) {
    ends.append(Object.assign(document.createElement("span"), { textContent: text }));
  }
  // What the value is called now; each step's words are known here, so that they come with the key.
  const tell = () => {
    const at = Math.round((Number(input.value) - model.get("low")) / model.get("step"));
    const words = model.get("each")[at] ?? model.get("words");
    input.setAttribute("aria-valuetext", words);
    now.textContent = words;
  };
  const follow = () => {
    input.value = model.get("value");
    tell();
  };
  input.addEventListener("input", tell);
  input.addEventListener("change", () => {
    model.set("value", Number(input.value));
    model.save_changes();
  });
  box.append(label, now, input, ends);
  el.append(box);
  follow();
  model.on("change:value change:words change:each", follow);
}

export default { render };
