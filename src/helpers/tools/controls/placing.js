// Sorting and matching: each line has a native <select> with what it can be given.
function answerPart(card, model, talk) {
  const about = model.get("about");
  const id = uid();
  const set = make("fieldset", card, { className: "dv-placing" });
  make("legend", set, { textContent: about.question });
  make("p", set, { id, className: "dv-note", textContent: about.how });
  const list = make("div", set);
  const selects = () => [...list.querySelectorAll("select")];
  const chosen = () => selects().filter((one) => one.value).map((one) => `${one.dataset.part}/${one.value}`);
  const line = ({ id: part, text }) => {
    const row = make("div", list, { className: "dv-line-choice" });
    const place = uid();
    make("label", row, { htmlFor: place, textContent: text });
    const select = make("select", row, { id: place });
    select.dataset.part = part;
    select.setAttribute("aria-describedby", id);
    make("option", select, { value: "", textContent: about.texts.choose });
    for (const { id: value, text: words } of model.get("choices")) make("option", select, { value, textContent: words });
    select.addEventListener("change", () => talk.say({ do: "answer", value: chosen() }));
  };
  const follow = () => {
    if (!talk.settled()) return;
    const answer = new Map(model.get("answer").map((one) => one.split("/")));
    for (const select of selects()) select.value = answer.get(select.dataset.part) || "";
  };
  const draw = () => {
    const at = selects().findIndex((one) => one === document.activeElement);
    list.replaceChildren();
    for (const part of model.get("parts")) line(part);
    follow();
    if (at >= 0) selects()[at].focus();
  };
  draw();
  model.on("change:parts change:choices", draw);
  model.on("change:answer change:heard", follow);
  return { value: chosen, flush() {} };
}
