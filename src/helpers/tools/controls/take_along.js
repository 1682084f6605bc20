// All work as one file to take along, and such a file to bring in.
function picked(row, texts, taken) {
  const id = uid();
  const box = make("div", row, { className: "dv-field" });
  make("label", box, { htmlFor: id, textContent: texts.file });
  make("p", box, { id: `${id}-hint`, className: "dv-note", textContent: texts.file_hint });
  const file = make("input", box, { id, type: "file", accept: ".zip" });
  file.setAttribute("aria-describedby", `${id}-hint`);
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (chosen) await taken(chosen);
    file.value = ""; // so that the same file counts as another choice
  });
}

function section(card, title) {
  const box = make("section", card, { className: "dv-section" });
  const head = make("h4", box, { id: uid(), textContent: title });
  box.setAttribute("aria-labelledby", head.id);
  return box;
}

function render({ model, el }) {
  const { lang, title, lead, most, texts } = model.get("about");
  const talk = talker(model);
  const card = begin(el, "dv-take-along", lang);
  make("h3", card, { textContent: title });
  make("p", card, { textContent: lead });
  const row = make("div", card, { className: "dv-buttons" });
  button(row, texts.pack, () => talk.say({ do: "pack" }));
  const back = section(card, texts.back);
  const note = endPart(card, model, () => {});
  picked(back, texts, async (chosen) => {
    if (chosen.size > most) {
      note.textContent = texts.too_large;
      return;
    }
    note.textContent = texts.reading;
    try {
      talk.say({ do: "bring" }, [await chosen.arrayBuffer()]);
    } catch {
      note.textContent = texts.unread; // it was moved, or may not be read
    }
  });
  return talk.leave;
}

export default { render };
