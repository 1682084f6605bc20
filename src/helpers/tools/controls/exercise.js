// An exercise: the question with its answer part (from the kind's own script) and what follows.
function section(parent) {
  const box = make("div", parent, { className: "dv-section" });
  const title = make("h4", box);
  const lines = make("div", box);
  return ({ title: words, lines: said }) => {
    box.hidden = !words;
    title.textContent = words || "";
    drawLines(lines, said || []);
  };
}

function heading(card, about) {
  const id = uid();
  make("p", card, { className: "dv-meta", textContent: about.meta });
  make("h3", card, { id, textContent: about.title });
  card.setAttribute("role", "group");
  card.setAttribute("aria-labelledby", id);
  for (const textContent of about.situation) make("p", card, { textContent });
}

// One button a step; it stays where it is, so that the focus does. What it says comes from the kernel.
function steps(row, part, model, talk) {
  const nodes = new Map();
  const place = ({ do: step }) => (step === "check" && part.row ? part.row : row);
  for (const one of model.get("buttons")) {
    const press = () => {
      part.flush();
      part.asked = true;
      talk.say({ do: one.do, value: part.value() });
    };
    const node = button(place(one), one.label, press);
    if (!one.main) node.className = "dv-quiet";
    nodes.set(one.do, node);
  }
  const draw = () => {
    for (const { do: step, label, why } of model.get("buttons")) {
      nodes.get(step).textContent = label;
      offWhile(nodes.get(step), why);
    }
  };
  draw();
  model.on("change:buttons", draw);
}

function drawHints(box, { title, lines = [] }) {
  box.replaceChildren();
  if (!lines.length) return;
  make("h4", box, { textContent: title });
  const list = make("ol", box);
  for (const textContent of lines) make("li", list, { textContent });
}

function render({ model, el }) {
  const about = model.get("about");
  const talk = talker(model);
  const card = begin(el, "dv-exercise", about.lang);
  heading(card, about);
  const part = answerPart(card, model, talk);
  const row = make("div", card, { className: "dv-buttons" });
  steps(row, part, model, talk);
  const note = status(card, "dv-said");
  const said = part.said || status(card, "dv-said");
  const hints = status(card, "dv-hints");
  const example = section(part.pair || card);
  if (part.bottom) card.append(part.bottom);
  const closing = section(card);
  const drawAlert = alertPart(card, model);
  const spoken = status(card, "dv-sr");
  model.on("change:example", () => (spoken.textContent = model.get("example").said || ""));
  // What is said to somebody who pressed a button comes into sight, also at the foot of the screen.
  const answer = (box, lines) => {
    drawLines(box, lines);
    if (!part.asked || !lines.length) return;
    part.asked = false;
    box.firstElementChild.scrollIntoView({ block: "nearest" });
  };
  const follow = (name, draw) => {
    draw();
    model.on(`change:${name}`, draw);
  };
  follow("note", () => answer(note, model.get("note")));
  follow("feedback", () => answer(said, model.get("feedback")));
  follow("hints", () => drawHints(hints, model.get("hints")));
  follow("example", () => example(model.get("example")));
  follow("closing", () => closing(model.get("closing")));
  follow("notice", drawAlert);
  return talk.leave;
}

export default { render };
