// A sheet to fill in: items that come, stay and go by their id, so that what is being typed stays.
function labelled(parent, label, tag, className) {
  const box = make("div", parent, { className });
  const id = uid();
  make("label", box, { htmlFor: id, textContent: label });
  return { box, node: make(tag, box, { id }) };
}

// What an input means stands between its label and the input, and is tied to it.
function explain(node, hint) {
  if (!hint) return;
  const note = Object.assign(document.createElement("p"), { id: uid(), className: "dv-note", textContent: hint });
  node.before(note);
  node.setAttribute("aria-describedby", `${note.id} ${node.getAttribute("aria-describedby") || ""}`.trim());
}

// What is wrong with what was typed stands below it and is tied to it.
function wrongness(area, box) {
  const node = status(box, "dv-cut");
  node.id = uid();
  area.setAttribute("aria-describedby", `${area.getAttribute("aria-describedby")} ${node.id}`);
  return (wrong) => {
    if (node.textContent !== wrong) node.textContent = wrong;
    area.setAttribute("aria-invalid", Boolean(wrong));
  };
}

// The second press of a double click does nothing: it would make or remove another one.
function once(node) {
  node.addEventListener("click", (event) => event.detail > 1 && event.stopPropagation(), true);
}

const KINDS = {
  section(parent, item, page) {
    const node = make("section", parent, { className: "dv-part" });
    node.setAttribute("role", "group"); // no landmark: a page has many of these, found by their heads
    const head = make("h4", node, { id: uid() });
    node.setAttribute("aria-labelledby", head.id);
    const draw = family(make("div", node), page);
    return { node, follow: ({ head: text, items }) => ((head.textContent = text), draw(items)) };
  },
  group(parent, item, page) {
    const node = make("fieldset", parent, { className: "dv-entry" });
    const legend = make("legend", node);
    const draw = family(make("div", node), page);
    return { node, follow: (now) => ((legend.textContent = now.legend), draw(now.items)) };
  },
  grid(parent, item, page) {
    const node = make("div", parent, { className: "dv-grid" });
    const draw = family(node, page);
    return { node, follow: ({ items }) => draw(items) };
  },
  lines(parent, item) {
    const node = item.spoken ? status(parent, "") : make("div", parent);
    let shown = "";
    const follow = ({ lines }) => {
      if (shown === JSON.stringify(lines)) return; // what stays is not read aloud again
      shown = JSON.stringify(lines);
      node.replaceChildren(
        ...lines.map(({ text, look }) =>
          Object.assign(document.createElement("p"), { textContent: text, className: look || "" })
        )
      );
    };
    return { node, follow };
  },
  // Rows to open, one below the other.
  list(parent, item, page) {
    const node = make("ul", parent, { className: "dv-rowlist" });
    const draw = family(node, page);
    return { node, follow: ({ items }) => draw(items) };
  },
  row(parent, { id }, page) {
    const node = make("li", parent);
    let opens = "";
    const press = button(node, "", () => {
      page.wanted = opens;
      page.pressed = true;
      page.fresh = false;
      page.talk.say({ do: "press", id });
    });
    press.className = "dv-quiet";
    const text = make("span", press);
    const note = make("span", press, { className: "dv-note" });
    const follow = (now) => {
      text.textContent = now.text;
      note.textContent = now.note || "";
      note.hidden = !now.note;
      opens = now.opens;
    };
    return { node, first: press, follow };
  },
  text(parent, { id, label, hint, rows }, { talk, model }) {
    const about = model.get("about");
    const place = `${about.place} ${id}`;
    let bad = ""; // what is wrong with it: then it is not saved, and stays on the shelf
    const options = { place, label, hint, rows, texts: about.texts, notice: () => model.get("notice") || bad };
    const send = (value, known) => talk.say({ do: "write", id, value, known });
    const field = textField(parent, talk, options, send);
    const node = field.area.parentElement;
    const say = wrongness(field.area, node);
    const follow = ({ value, wrong, kept }) => {
      if (talk.settled()) bad = kept ? "" : wrong || "";
      field.follow(value);
      if (talk.settled()) say(wrong || "");
    };
    return { node, first: field.area, gone: field.flush, follow };
  },
  choice(parent, { id, label, hint }, { talk }) {
    const { box, node } = labelled(parent, label, "select", "dv-field");
    explain(node, hint);
    let shown = "";
    node.addEventListener("change", () => talk.say({ do: "set", id, value: node.value }));
    const follow = ({ options, value }) => {
      if (shown !== JSON.stringify(options)) {
        shown = JSON.stringify(options);
        node.replaceChildren();
        let group = node;
        for (const one of options) {
          if (!one.group) group = node;
          else if (group.label !== one.group) group = make("optgroup", node, { label: one.group });
          make("option", group, { value: one.id, textContent: one.label });
        }
      }
      if (talk.settled()) node.value = value;
    };
    return { node: box, first: node, follow };
  },
  tick(parent, { id, label, hint }, { talk }) {
    const node = make("label", parent, { className: "dv-option" });
    const input = make("input", node, { type: "checkbox" });
    const words = make("span", node, { textContent: label });
    if (hint) make("span", words, { className: "dv-note", textContent: ` ${hint}` });
    input.addEventListener("change", () => talk.say({ do: "set", id, value: input.checked }));
    return { node, first: input, follow: ({ value }) => talk.settled() && (input.checked = value) };
  },
  date(parent, { id, label, hint }, { talk, model }) {
    const box = make("div", parent, { className: "dv-field" });
    const { texts } = model.get("about");
    const { node, follow } = dayField(box, label, texts, (value) => talk.say({ do: "set", id, value }));
    explain(node, hint);
    return { node: box, first: node, follow: ({ value, wrong }) => follow(value, talk.settled(), wrong) };
  },
  button(parent, { id, label, opens, fresh }, page) {
    const node = make("div", parent, { className: "dv-buttons" });
    const press = button(node, label, () => {
      page.wanted = opens;
      page.pressed = true;
      page.fresh = fresh;
      page.talk.say({ do: "press", id });
    });
    press.className = "dv-quiet";
    once(node);
    return { node, first: press, follow: (now) => ((press.textContent = now.label), (opens = now.opens)) };
  },
  // Something that is missing, with a button that brings the field in which it can be filled in.
  todo(parent, { id, label, opens }, page) {
    const node = make("div", parent, { className: "dv-todo" });
    const said = make("p", node);
    const press = button(node, label, () => {
      page.wanted = opens;
      page.pressed = true;
      page.fresh = false;
      page.talk.say({ do: "press", id });
    });
    press.className = "dv-quiet";
    const follow = ({ text }) => {
      said.textContent = text; // it names what was perhaps named anew
      press.setAttribute("aria-label", `${label}: ${text}`);
    };
    return { node, first: press, follow };
  },
  // What is printed is what the kernel knows; so it is asked first for what was just typed.
  print(parent, { id, label }, { talk, model }) {
    const node = make("div", parent, { className: "dv-buttons" });
    let asked = false;
    let now;
    const print = () => printed({ title: now.title, lang: model.get("about").lang, blocks: now.blocks });
    const press = button(node, label, () => {
      asked = talk.say({ do: "press", id });
      if (!asked) print();
    });
    press.className = "dv-quiet";
    const follow = (item) => {
      now = item;
      press.textContent = item.label;
      if (asked && talk.settled()) {
        asked = false;
        print();
      }
    };
    return { node, first: press, follow };
  },
};

function family(parent, page) {
  const known = new Map();
  return (items) => {
    const ids = new Set(items.map(({ id }) => id));
    for (const [id, one] of known) {
      if (ids.has(id)) continue;
      one.gone?.();
      one.node.remove();
      known.delete(id);
    }
    items.forEach((item, at) => {
      if (!known.has(item.id)) known.set(item.id, KINDS[item.kind](parent, item, page));
      const { node, first, follow } = known.get(item.id);
      if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] || null);
      follow(item);
      if (page.wanted === item.id && page.talk.settled()) {
        page.wanted = "";
        first.focus();
        if (page.fresh) first.select?.(); // a name that the course gave: who types puts another in its place
        page.fresh = false;
      }
    });
  };
}

function render({ model, el }) {
  const about = model.get("about");
  const talk = talker(model);
  const card = begin(el, "dv-sheet", about.lang);
  make("h3", card, { textContent: about.title });
  for (const textContent of about.warning) make("p", card, { className: "dv-warning", textContent });
  const page = { model, talk, wanted: "", pressed: false, fresh: false };
  const draw = family(make("div", card), page);
  endPart(card, model, () => {
    if (page.pressed && talk.settled()) {
      page.pressed = false;
      page.wanted = model.get("heard").opens || page.wanted; // what we knew may be of before an answer
    }
    draw(model.get("items"));
  });
  return talk.leave;
}

export default { render };
