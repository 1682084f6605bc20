// The startdossier: what it is about, who is there, and an intention with a day.
function sureField(grid, entry, about, talk) {
  const box = make("div", grid, { className: "dv-field" });
  const id = uid();
  make("label", box, { htmlFor: id, textContent: about.texts.how_sure });
  const select = make("select", box, { id });
  for (const { id: value, label } of about.sure) {
    make("option", select, { value, textContent: label });
  }
  select.addEventListener("change", () =>
    talk.say({ do: "judge", key: entry.key, value: select.value })
  );
  return select;
}

function entryBox(list, entry, about, model, talk, remove) {
  const box = make("fieldset", list, { className: "dv-entry" });
  const legend = make("legend", box);
  const grid = make("div", box, { className: "dv-grid" });
  let sure;
  const fields = about.fields.map(({ id, label, hint }) => {
    const place = `${about.place} ${entry.key} ${id}`;
    const options = { place, label, hint, texts: about.texts, notice: () => model.get("notice") };
    const send = (value, known) => talk.say({ do: "write", key: entry.key, field: id, value, known });
    const field = { id, ...textField(grid, talk, options, send) };
    if (id === "interest") sure = sureField(grid, entry, about, talk);
    return field;
  });
  const away = button(box, about.texts.remove, () => remove(entry.key));
  away.className = "dv-quiet";
  return {
    box,
    fields,
    first: fields[0].area,
    follow(now, at) {
      legend.textContent = about.texts.entry.replace("{n}", at + 1);
      away.setAttribute("aria-label", about.texts.remove_one.replace("{n}", at + 1));
      for (const field of fields) field.follow(now[field.id]);
      if (talk.settled()) sure.value = now.sure;
    },
  };
}

function entryList(card, model, talk) {
  const about = model.get("about");
  const list = make("div", card);
  const boxes = new Map();
  const row = make("div", card, { className: "dv-buttons" });
  let wanted = "";
  const add = button(row, about.texts.add, () => {
    wanted = "new";
    talk.say({ do: "add" });
  });
  const back = button(row, about.texts.put_back, () => {
    wanted = "new";
    talk.say({ do: "put_back" });
  });
  add.className = back.className = "dv-quiet";
  const remove = (key) => {
    wanted = "back";
    for (const field of boxes.get(key).fields) field.flush();
    talk.say({ do: "remove", key });
  };
  const draw = () => {
    const entries = model.get("entries");
    const keys = new Set(entries.map((entry) => entry.key));
    for (const [key, { box }] of boxes) {
      if (!keys.has(key)) {
        for (const field of boxes.get(key).fields) field.forget();
        box.remove();
        boxes.delete(key);
      }
    }
    back.hidden = !model.get("removed");
    entries.forEach((entry, at) => {
      const fresh = !boxes.has(entry.key);
      if (fresh) boxes.set(entry.key, entryBox(list, entry, about, model, talk, remove));
      const one = boxes.get(entry.key);
      if (list.children[at] !== one.box) list.insertBefore(one.box, list.children[at] || null);
      one.follow(entry, at);
      if (fresh && wanted === "new") {
        wanted = "";
        one.first.focus();
      }
    });
    if (wanted === "new" && talk.settled()) {
      wanted = "";
      boxes.get(entries.at(-1)?.key)?.first.focus();
    }
    if (wanted === "back" && !back.hidden) {
      wanted = "";
      back.focus();
    }
  };
  draw();
  return { draw };
}

function intentionBox(card, model, talk) {
  const about = model.get("about");
  const set = make("fieldset", card, { className: "dv-entry" });
  make("legend", set, { textContent: about.texts.intention });
  const options = {
    place: `${about.place} intention`,
    label: about.texts.intend,
    hint: about.texts.intend_hint,
    texts: about.texts,
    notice: () => model.get("notice"),
  };
  const field = textField(set, talk, options, (value, known) => talk.say({ do: "intend", value, known }));
  const line = make("div", set, { className: "dv-day" });
  const day = dayField(line, about.texts.day, about.texts, (value) => talk.say({ do: "day", value }));
  const draw = () => {
    const { text, day: saved } = model.get("intention");
    field.follow(text);
    day.follow(saved, talk.settled());
  };
  draw();
  return { draw };
}

function earlierBox(card, model, talk) {
  const { texts } = model.get("about");
  const set = make("fieldset", card, { className: "dv-entry" });
  make("legend", set, { textContent: texts.earlier });
  const list = make("div", set);
  const boxes = new Map();
  const draw = () => {
    const intentions = model.get("earlier");
    set.hidden = !intentions.length;
    for (const { lesson, words, done } of intentions) {
      if (!boxes.has(lesson)) {
        const label = make("label", list, { className: "dv-option" });
        const input = make("input", label, { type: "checkbox" });
        input.addEventListener("change", () =>
          talk.say({ do: "done", lesson, value: input.checked })
        );
        boxes.set(lesson, { input, said: make("span", label) });
      }
      const box = boxes.get(lesson);
      box.said.textContent = words;
      if (talk.settled()) box.input.checked = done;
    }
  };
  draw();
  return { draw };
}

function render({ model, el }) {
  const about = model.get("about");
  const talk = talker(model);
  const card = begin(el, "dv-start", about.lang);
  make("h3", card, { textContent: about.title });
  for (const textContent of about.warning) make("p", card, { className: "dv-warning", textContent });
  const notices = () => model.get("notice");
  const place = `${about.place} subject`;
  const options = { ...about.subject, place, texts: about.texts, notice: notices };
  const say = (value, known) => talk.say({ do: "subject", value, known });
  const subject = textField(card, talk, options, say);
  const entries = entryList(card, model, talk);
  const intention = intentionBox(card, model, talk);
  const earlier = earlierBox(card, model, talk);
  endPart(card, model, () => {
    subject.follow(model.get("subject"));
    for (const one of [entries, intention, earlier]) one.draw();
  });
  return talk.leave;
}

export default { render };
