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
  // An arrow that cannot go further is off and says so.
  const arrow = (node, end, moves, stays, text, n) => {
    node.setAttribute("aria-disabled", end);
    node.setAttribute("aria-label", fill(end ? stays : moves, text, n));
    node.title = end ? fill(stays, text, n) : "";
  };
  const number = () => {
    [...list.children].forEach((row, at) => {
      const { place, up, down, text } = rows.get(row.dataset.part);
      place.textContent = at + 1;
      arrow(up, at === 0, texts.up, texts.first, text, at + 1);
      arrow(down, at === list.children.length - 1, texts.down, texts.last, text, at + 1);
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
