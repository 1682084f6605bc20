// Own notes: one text that saves itself.
function render({ model, el }) {
  const about = model.get("about");
  const talk = talker(model);
  const card = begin(el, "dv-notes", about.lang);
  const options = { ...about, rows: 4, notice: () => model.get("notice") };
  const field = textField(card, talk, options, (value, known) => talk.say({ do: "text", value, known }));
  const drawAlert = alertPart(card, model);
  const follow = () => {
    field.follow(model.get("text"));
    drawAlert();
  };
  follow();
  model.on("change:text change:heard change:notice", follow);
  return talk.leave;
}

export default { render };
