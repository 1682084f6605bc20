// Putting in order: each line has a button up and a button down, and its place stands in front.
function answerPart(card, model, talk) {
  const about = model.get("about");
  const { texts } = about;
  const id = uid();
  const set = make("fieldset", card);
  make("legend", set, { textContent: about.question });
  make("p", set, { id, className: "dv-note", textContent: about.how });
  const list = make("ol", set, { className: "dv-order" });
  const moved = status(set, "dv-sr");
  const rows = new Map();
  const order = () => [...list.children].map((row) => row.dataset.part);
  const fill = (words, text, n) =>
    words.replace("{text}", text).replace("{n}", n).replace("{total}", rows.size);
  const number = () => {
    [...list.children].forEach((row, at) => {
      const { place, up, down, text } = rows.get(row.dataset.part);
      place.textContent = at + 1;
      up.setAttribute("aria-label", fill(texts.up, text, at + 1));
      down.setAttribute("aria-label", fill(texts.down, text, at + 1));
      up.setAttribute("aria-disabled", at === 0);
      down.setAttribute("aria-disabled", at === list.children.length - 1);
    });
  };
  // The neighbour moves, so that the button that was pressed keeps the focus.
  const move = (row, step) => {
    const other = step < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (step < 0) row.after(other);
    else row.before(other);
    number();
    const { text } = rows.get(row.dataset.part);
    moved.textContent = fill(texts.moved, text, order().indexOf(row.dataset.part) + 1);
    talk.say({ do: "answer", value: order() });
  };
  const line = ({ id: part, text }) => {
    const row = make("li", list);
    row.dataset.part = part;
    const place = make("span", row, { className: "dv-place" });
    make("span", row, { className: "dv-words", textContent: text });
    const up = button(row, "▲", () => move(row, -1));
    const down = button(row, "▼", () => move(row, 1));
    up.className = down.className = "dv-move";
    rows.set(part, { row, place, up, down, text });
  };
  const follow = () => {
    const answer = model.get("answer");
    if (!talk.settled() || order().join() === answer.join()) return;
    for (const part of answer) list.append(rows.get(part).row);
    number();
  };
  for (const part of model.get("parts")) line(part);
  number();
  follow();
  model.on("change:answer change:heard", follow);
  return { value: order, flush() {} };
}
