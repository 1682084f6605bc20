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
    else reasons.get(node)?.classList.remove("dv-sr");
  });
  return node;
}

// A button that has nothing to do now is off, with the reason why; without one it is on. The reason is
// tied to the button, stands with it under the mouse, and comes in sight below it for who presses it.
const reasons = new WeakMap();

function offWhile(node, why) {
  node.setAttribute("aria-disabled", Boolean(why));
  node.title = why || "";
  let said = reasons.get(node);
  if (!said && !why) return;
  if (!said) {
    said = make("span", node.parentElement, { id: uid() });
    reasons.set(node, said);
    node.setAttribute("aria-describedby", said.id);
  }
  if (said.textContent === (why || "")) return;
  said.className = "dv-note dv-why dv-sr";
  said.textContent = why || "";
}

// What went wrong stands below a card. The function that comes back brings it in line with the kernel.
function alertPart(card, model) {
  const node = status(card, "dv-alert");
  return () => {
    node.textContent = model.get("notice");
    node.hidden = !model.get("notice");
  };
}

// How a form ends: what was done and what went wrong. It follows the kernel, the rest of the form first.
function endPart(card, model, draw) {
  const note = status(card, "dv-note");
  const drawAlert = alertPart(card, model);
  const follow = () => {
    draw();
    note.textContent = model.get("note");
    drawAlert();
  };
  follow();
  model.on("change", follow);
  model.on("msg:custom", downloaded);
  return note;
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
