// Choosing: native radio buttons, or check boxes when more than one may be chosen.
function answerPart(card, model, talk) {
  const about = model.get("about");
  const group = uid();
  const set = make("fieldset", card);
  make("legend", set, { textContent: about.question });
  const list = make("div", set);
  const inputs = () => [...list.querySelectorAll("input")];
  const chosen = () => inputs().filter((one) => one.checked).map((one) => one.value);
  const option = ({ id, text, note, mark }) => {
    const label = make("label", list, { className: "dv-option" });
    const type = about.several ? "checkbox" : "radio";
    const input = make("input", label, { type, name: group, value: id });
    const words = make("span", label, { textContent: text });
    if (note) {
      const said = make("span", words, { className: `dv-tag dv-${mark}` });
      make("span", said, { textContent: mark === "right" ? " ✓ " : " ", ariaHidden: "true" });
      make("span", said, { textContent: note });
    }
    input.addEventListener("change", () => talk.say({ do: "answer", value: chosen() }));
  };
  const draw = () => {
    const at = inputs().findIndex((one) => one === document.activeElement);
    list.replaceChildren();
    for (const part of model.get("parts")) option(part);
    follow();
    if (at >= 0) inputs()[at].focus();
  };
  const follow = () => {
    if (!talk.settled()) return;
    for (const input of inputs()) input.checked = model.get("answer").includes(input.value);
  };
  draw();
  model.on("change:parts", draw);
  model.on("change:answer change:heard", follow);
  return { value: chosen, flush() {} };
}
