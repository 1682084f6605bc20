// What is done elsewhere in the lesson: the list of what has to come of it, and what was reached.
function answerPart(card, model) {
  const about = model.get("about");
  make("h4", card, { textContent: about.question });
  make("p", card, { className: "dv-note", textContent: about.how });
  const list = make("ul", card, { className: "dv-reached" });
  const draw = () => {
    list.replaceChildren();
    for (const { text, note } of model.get("parts")) {
      const item = make("li", list, { textContent: text });
      if (!note) continue;
      const said = make("span", item, { className: "dv-tag dv-right" });
      make("span", said, { textContent: " ✓ ", ariaHidden: "true" });
      make("span", said, { textContent: note });
    }
  };
  draw();
  model.on("change:parts", draw);
  return { value: () => [], flush() {} };
}
