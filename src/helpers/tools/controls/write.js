// Writing: an own text, and once the example is open the points to look for in it.
function answerPart(card, model, talk) {
  const about = model.get("about");
  const options = {
    place: about.place,
    label: about.question,
    hint: about.how,
    rows: 5,
    texts: about.texts,
    notice: () => model.get("notice"),
  };
  const pair = make("div", card, { className: "dv-pair" }); // the own text with the example beside it
  const field = textField(pair, talk, options, (value, known) => talk.say({ do: "text", value, known }));
  const bottom = document.createElement("div");
  const set = make("fieldset", bottom);
  make("legend", set, { textContent: about.points });
  const inputs = () => [...set.querySelectorAll("input")];
  const ticked = () => inputs().filter((one) => one.checked).map((one) => one.value);
  for (const { id, text } of model.get("parts")) {
    const label = make("label", set, { className: "dv-option" });
    const input = make("input", label, { type: "checkbox", value: id });
    make("span", label, { textContent: text });
    input.addEventListener("change", () => talk.say({ do: "answer", value: ticked() }));
  }
  const row = make("div", bottom, { className: "dv-buttons" });
  const said = status(bottom, "dv-said");
  const follow = () => {
    field.follow(model.get("text"));
    bottom.hidden = !model.get("example").title;
    if (!talk.settled()) return;
    for (const input of inputs()) input.checked = model.get("answer").includes(input.value);
  };
  follow();
  model.on("change:answer change:text change:example change:heard change:notice", follow);
  return { value: ticked, flush: field.flush, pair, bottom, row, said };
}
