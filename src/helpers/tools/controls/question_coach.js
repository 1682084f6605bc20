// The question coach: a line that somebody would say, what it is, and the lines that were tried.
function lineField(card, about, read) {
  const { place, texts } = about;
  const box = make("div", card, { className: "dv-field" });
  const id = uid();
  make("label", box, { htmlFor: id, textContent: about.label });
  make("p", box, { id: `${id}-hint`, className: "dv-note", textContent: about.hint });
  const area = make("textarea", box, { id, rows: 2 });
  area.setAttribute("aria-describedby", `${id}-hint`);
  const cut = status(box, "dv-cut");
  const grow = () => {
    area.style.height = "auto";
    if (area.scrollHeight) area.style.height = `${Math.min(area.scrollHeight + 4, 320)}px`;
  };
  const keep = () => {
    shelf.put(place, { value: area.value });
    grow();
  };
  limit(area, texts.longest, (was) => {
    cut.textContent = was ? texts.too_long : "";
  });
  area.addEventListener("input", keep);
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    read();
  });
  area.value = shelf.get(place)?.value ?? "";
  new ResizeObserver(grow).observe(box);
  return {
    value: () => area.value.trim(),
    put(line) {
      area.value = line;
      keep();
      area.focus();
      area.setSelectionRange(line.length, line.length);
    },
  };
}

// The line with under each word what it shows; below it the same is said in a sentence.
function drawLine(box, pieces, labels) {
  const line = make("p", box, { className: "dv-spoken" });
  for (const { text, shows } of pieces) {
    if (!shows.length) {
      line.append(text);
      continue;
    }
    const part = make("span", line, { className: `dv-shows ${shows.map((one) => `dv-by-${one}`).join(" ")}` });
    make("span", part, { textContent: text });
    const label = shows.map((one) => labels[one]).join(", ");
    make("small", part, { textContent: label, ariaHidden: "true" });
  }
}

function drawReading(box, { problem, line, parts, offer }, about, put) {
  box.replaceChildren();
  if (problem) make("p", box, { textContent: problem });
  if (!line) return;
  drawLine(box, line, about.marks);
  for (const { head, seen, why } of parts) {
    if (head) make("h4", box, { textContent: head });
    if (seen) make("p", box, { textContent: seen });
    make("p", box, { textContent: why });
  }
  if (!offer.lead) return;
  const better = make("div", box, { className: "dv-section" });
  if (offer.title) make("h4", better, { textContent: offer.title });
  make("p", better, { textContent: offer.lead });
  if (!offer.line) return;
  make("p", better, { className: "dv-spoken", textContent: offer.line });
  const row = make("div", better, { className: "dv-buttons" });
  button(row, about.texts.try, () => put(offer.line));
}

function drawTried(box, rows, about, put) {
  box.replaceChildren();
  if (!rows.length) return;
  const table = make("table", box);
  make("caption", table, { textContent: about.texts.tried });
  const head = make("tr", make("thead", table));
  for (const textContent of about.heads) make(textContent ? "th" : "td", head, { textContent });
  for (const one of head.querySelectorAll("th")) one.scope = "col";
  const body = make("tbody", table);
  for (const { line, form, function: asks, put: name } of rows) {
    const row = make("tr", body);
    make("th", row, { scope: "row", textContent: line });
    make("td", row, { textContent: form });
    make("td", row, { textContent: asks });
    const back = button(make("td", row), about.texts.put, () => put(line));
    back.className = "dv-quiet";
    back.setAttribute("aria-label", name);
  }
}

function render({ model, el }) {
  const about = model.get("about");
  const talk = talker(model);
  const card = begin(el, "dv-coach", about.lang);
  const id = uid();
  make("h3", card, { id, textContent: about.title });
  card.setAttribute("role", "group");
  card.setAttribute("aria-labelledby", id);
  let known = ""; // what was read last
  const read = () => {
    known = field.value();
    talk.say({ do: "read", value: known });
  };
  const field = lineField(card, about, read);
  button(make("div", card, { className: "dv-buttons" }), about.texts.read, read);
  const spoken = status(card, "dv-sr");
  const reading = make("div", card, { className: "dv-reading" });
  const tried = make("div", card, { className: "dv-tried" });
  const row = make("div", card, { className: "dv-buttons" });
  const empty = button(row, about.texts.empty, () => talk.say({ do: "empty" }));
  const back = button(row, about.texts.put_back, () => talk.say({ do: "put_back" }));
  empty.className = back.className = "dv-quiet";
  const drawAlert = alertPart(card, model);
  const put = (line) => {
    if (field.value() && field.value() !== known) talk.say({ do: "keep", value: field.value() });
    field.put(line);
    spoken.textContent = about.texts.is_put;
  };
  const follow = (name, draw) => {
    draw();
    model.on(`change:${name}`, draw);
  };
  follow("reading", () => {
    drawReading(reading, model.get("reading"), about, put);
    spoken.textContent = model.get("reading").said || "";
  });
  follow("tried", () => {
    drawTried(tried, model.get("tried"), about, put);
    empty.hidden = !model.get("tried").length;
  });
  follow("emptied", () => {
    const focused = document.activeElement === empty || document.activeElement === back;
    back.hidden = !model.get("emptied");
    if (focused) (back.hidden ? empty : back).focus();
  });
  model.on("change:note", () => {
    if (model.get("note")) spoken.textContent = model.get("note");
  });
  follow("notice", drawAlert);
  return talk.leave;
}

export default { render };
