// What the forms of this folder share; it is put in front of each form's own script.
function make(tag, parent, props = {}) {
  const node = Object.assign(document.createElement(tag), props);
  parent.append(node);
  return node;
}

const uid = () => `dv${Math.random().toString(36).slice(2)}`;

// Talking to the kernel. `settled` says whether it has answered all that this view said: until
// then what the person sees is newer than what the kernel tells.
function talker(model) {
  const from = uid();
  let n = 0;
  return {
    say(what) {
      n += 1;
      model.send({ ...what, from, n });
    },
    settled() {
      const heard = model.get("heard");
      return n === 0 || heard.from !== from || heard.n === n;
    },
  };
}

function begin(el, name, lang) {
  el.classList.add("dv", name);
  el.lang = lang;
  el.dataset.lmSuppressShortcuts = "true";
  return make("div", el, { className: "dv-card" });
}

function status(parent, className) {
  const node = make("div", parent, { className });
  node.setAttribute("role", "status");
  node.setAttribute("aria-live", "polite");
  return node;
}

function button(parent, label, press) {
  const node = make("button", parent, { type: "button", textContent: label });
  node.addEventListener("click", () => {
    if (node.getAttribute("aria-disabled") !== "true") press(node);
  });
  return node;
}

const SYMBOLS = { right: "✓", other: "○" };

function drawLines(parent, lines) {
  parent.replaceChildren();
  for (const { text, head, mark, word } of lines) {
    const box = make("div", parent, { className: `dv-line ${mark ? `dv-${mark}` : ""}` });
    if (head || word) {
      const top = make("p", box, { className: "dv-head" });
      if (mark) make("span", top, { textContent: `${SYMBOLS[mark]} `, ariaHidden: "true" });
      if (word) make("strong", top, { textContent: head ? `${word}: ` : word });
      if (head) make("span", top, { textContent: head });
    }
    if (text) make("p", box, { textContent: text });
  }
}

// JupyterLab swallows the line break that Enter gives in a text field inside a cell; this gives it.
function lineBreaks(area) {
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (document.execCommand("insertText", false, "\n")) return;
    area.setRangeText("\n", area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// A text that is saved while it is typed: after a pause, and when it is left. `send(text, known)`
// tells what was typed and what this window last read; `follow(saved)` takes what is saved, but
// never over something that was typed since.
function textField(parent, talk, { label, hint, rows, texts, notice }, send) {
  const box = make("div", parent, { className: "dv-field" });
  const id = uid();
  make("label", box, { htmlFor: id, textContent: label });
  if (hint) make("p", box, { id: `${id}-hint`, className: "dv-note", textContent: hint });
  const area = make("textarea", box, { id, rows: rows || 2, maxLength: texts.longest });
  if (hint) area.setAttribute("aria-describedby", `${id}-hint`);
  lineBreaks(area);
  const kept = make("p", box, { className: "dv-note dv-kept" });
  let known = "";
  let sent = "";
  let timer;
  const grow = () => {
    area.style.height = "auto";
    if (area.scrollHeight) area.style.height = `${area.scrollHeight + 4}px`;
  };
  const tell = () => {
    if (area.value !== sent || !talk.settled()) kept.textContent = texts.not_saved;
    else kept.textContent = area.value && !notice() ? texts.saved : "";
  };
  const flush = () => {
    clearTimeout(timer);
    if (area.value === sent) return;
    sent = area.value;
    send(sent, known);
    tell();
  };
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(flush, 800);
    grow();
    tell();
  });
  area.addEventListener("blur", flush);
  const follow = (saved) => {
    if (!talk.settled()) return;
    if (area.value === known || area.value === sent) {
      if (area.value !== saved) area.value = saved;
      known = sent = saved;
      grow();
    }
    tell();
  };
  new ResizeObserver(grow).observe(box);
  return { area, flush, follow };
}
