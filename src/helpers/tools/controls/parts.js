// What the forms of this folder share; it is put in front of each form's own script.
function make(tag, parent, props = {}) {
  const node = Object.assign(document.createElement(tag), props);
  parent.append(node);
  return node;
}

const uid = () => `dv${Math.random().toString(36).slice(2)}`;

// Hand something to the kernel; false when there is none any more.
function hand(model, what, files) {
  try {
    model.send(what, undefined, files);
    return true;
  } catch {
    return false;
  }
}

// What was typed and is not saved yet. The browser's tab keeps it over a reload and a new kernel.
const SHELF = "draagvlak ";
const shelf = {
  get(place) {
    try {
      return JSON.parse(sessionStorage.getItem(SHELF + place));
    } catch {
      return null;
    }
  },
  put(place, what) {
    try {
      sessionStorage.setItem(SHELF + place, JSON.stringify(what));
    } catch {
      // A browser that keeps nothing; saving goes on as usual.
    }
  },
  drop(place) {
    try {
      sessionStorage.removeItem(SHELF + place);
    } catch {
      // As above.
    }
  },
  // The rest of the name of every place that begins with `start`.
  after(start) {
    try {
      const whole = SHELF + start;
      const found = Object.keys(sessionStorage).filter((name) => name.startsWith(whole));
      return found.map((name) => name.slice(whole.length));
    } catch {
      return [];
    }
  },
};

// Talking to the kernel. `settled` says whether it has answered all that this view said: until
// then what the person sees is newer than what the kernel tells. `leave` is for when the view goes;
// what `onLeave` got is done then, and when the page goes.
function talker(model) {
  const from = uid();
  const gone = new AbortController();
  const lasts = [];
  let n = 0;
  let heard = 0;
  return {
    say(what, files) {
      n += 1;
      return hand(model, { ...what, from, n }, files);
    },
    settled() {
      const answer = model.get("heard");
      if (answer.from === from) heard = answer.n;
      return heard === n;
    },
    onLeave(last) {
      lasts.push(last);
      window.addEventListener("pagehide", last, { signal: gone.signal });
    },
    gone: () => gone.signal.aborted,
    leave() {
      gone.abort();
      for (const last of lasts) last();
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

// What is too long is cut where it was typed or pasted, and `say` gets whether that happened.
function limit(node, longest, say) {
  node.addEventListener("input", () => {
    const more = node.value.length - longest;
    if (more > 0) {
      const at = Math.max(node.selectionStart, more);
      node.value = node.value.slice(0, at - more) + node.value.slice(at);
      node.setSelectionRange(at - more, at - more);
    }
    say(more > 0);
  });
}

// A text that is saved while it is typed: after a pause, and when it is left. `send(text, known)`
// tells what was typed and what this window last read; `follow(saved)` takes what is saved, but
// never over something that was typed since. Until it is saved, it stays on the shelf at `place`.
function textField(parent, talk, { place, label, hint, rows, texts, notice }, send) {
  const box = make("div", parent, { className: "dv-field" });
  const id = uid();
  make("label", box, { htmlFor: id, textContent: label });
  if (hint) make("p", box, { id: `${id}-hint`, className: "dv-note", textContent: hint });
  const area = make("textarea", box, { id, rows: rows || 2 });
  lineBreaks(area);
  const kept = make("p", box, { className: "dv-note dv-kept" });
  const cut = status(box, "dv-cut");
  cut.id = `${id}-cut`;
  area.setAttribute("aria-describedby", `${hint ? `${id}-hint ` : ""}${cut.id}`);
  let wrote = false; // whether something was saved from this field since it is on the page
  let known = null; // what is saved, as far as this field knows
  let sent = "";
  let timer;
  const grow = () => {
    area.style.height = "auto";
    if (area.scrollHeight) area.style.height = `${area.scrollHeight + 4}px`;
  };
  const tell = () => {
    if (area.value !== sent || !talk.settled()) kept.textContent = texts.not_saved;
    else kept.textContent = wrote && !notice() ? texts.saved : "";
  };
  const keep = () => talk.gone() || shelf.put(place, { value: area.value, known, sent });
  const flush = () => {
    clearTimeout(timer);
    if (area.value === sent) return;
    if (send(area.value, known)) {
      sent = area.value;
      wrote = true;
    }
    tell();
  };
  const flushAndKeep = () => {
    flush();
    if (area.value !== known) keep();
  };
  limit(area, texts.longest, (was) => {
    cut.textContent = was ? texts.too_long : "";
  });
  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(flushAndKeep, 800);
    keep();
    grow();
    tell();
  });
  area.addEventListener("blur", flushAndKeep);
  talk.onLeave(flush);
  const first = (saved) => {
    area.value = known = sent = saved;
    const left = shelf.get(place);
    if (!left) return;
    area.value = left.value;
    if (left.sent !== saved) known = left.known;
    flushAndKeep();
  };
  const take = (saved) => {
    if (saved === sent) known = saved;
    else if (notice() && saved === known) sent = known; // it was not saved: it may be sent again
    else if (area.value === known || area.value === sent) area.value = known = sent = saved;
  };
  const follow = (saved) => {
    if (known === null) first(saved);
    else if (talk.settled()) take(saved);
    else return;
    if (area.value !== saved) keep();
    else if (talk.settled() && !notice()) shelf.drop(place);
    grow();
    tell();
  };
  new ResizeObserver(grow).observe(box);
  return { area, flush: flushAndKeep, follow, forget: () => shelf.drop(place) };
}

// A file that the kernel made goes to the downloads of the browser.
function downloaded({ name }, [content]) {
  const link = make("a", document.body, { download: name, href: URL.createObjectURL(new Blob([content])) });
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// Print `blocks` ([tag, text] each; `li` blocks that follow make a list) as a clean page of its own,
// through the browser's print window.
const PRINT_STYLE = `
  body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #000; margin: 1.5cm; }
  h1 { font-size: 18pt; } h2 { font-size: 13pt; margin: 1.2em 0 .3em; } h3 { font-size: 11pt; margin: .8em 0 .2em; }
  p, ul { margin: 0 0 .5em; } li { margin: 0 0 .25em; } h1, h2, h3 { break-after: avoid; } p, li { break-inside: avoid; }`;

function printed({ title, lang, blocks }) {
  const frame = make("iframe", document.body, { title, className: "dv-sr", ariaHidden: "true", tabIndex: -1 });
  const page = frame.contentDocument;
  page.documentElement.lang = lang;
  page.title = title;
  make("style", page.head, { textContent: PRINT_STYLE });
  let list = null;
  for (const [tag, textContent] of blocks) {
    if (tag === "li") make("li", (list = list || make("ul", page.body)), { textContent });
    else {
      list = null;
      make(tag, page.body, { textContent });
    }
  }
  const done = () => frame.remove();
  frame.contentWindow.addEventListener("afterprint", done);
  frame.contentWindow.focus();
  frame.contentWindow.print();
  return frame;
}

// A day. One that is cleared in part is not taken away: it is asked for, and nothing is sent. What is
// wrong with it, also by what `follow` gets as `wrong`, stands below it and is tied to it.
function dayField(parent, label, texts, send) {
  const id = uid();
  make("label", parent, { htmlFor: id, textContent: label });
  const node = make("input", parent, { id, type: "date" });
  const unread = status(parent, "dv-cut");
  unread.id = `${id}-unread`;
  node.setAttribute("aria-describedby", unread.id);
  let given = "";
  const say = (wrong) => {
    unread.textContent = wrong;
    node.setAttribute("aria-invalid", Boolean(wrong));
  };
  const give = () => {
    const half = node.validity.badInput;
    say(half ? texts.unread : "");
    if (!half && given !== node.value) send((given = node.value));
  };
  // Each digit of a year makes a date: 0002 on the way to 2026.
  node.addEventListener("change", () => {
    if (!node.validity.badInput && !(node.value && node.value < "1000")) give();
  });
  node.addEventListener("blur", give);
  const follow = (value, settled, wrong = "") => {
    if (node.validity.badInput) return;
    if (settled) say(wrong);
    if (settled && !wrong && document.activeElement !== node) node.value = given = value;
  };
  return { node, follow };
}
