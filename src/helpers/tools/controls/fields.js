// Fields to type in that the forms of this folder share: a text that saves itself, and a day.

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
  if (rows !== 1) lineBreaks(area);
  const kept = make("p", box, { className: "dv-note dv-kept" });
  const cut = status(box, "dv-cut");
  cut.id = `${id}-cut`;
  area.setAttribute("aria-describedby", `${hint ? `${id}-hint ` : ""}${cut.id}`);
  let wrote = false; // whether something was saved from this field since it is on the page
  let known = null; // what is saved, as far as this field knows
  let sent = "";
  let timer;
  let fitted = null; // the text that its height is for
  const grow = () => {
    fitted = area.value;
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
  if (rows === 1) {
    area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault(); // a line has no second one: what stands there is saved
      flushAndKeep();
    });
  }
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
    if (area.value !== fitted) grow(); // it makes the browser lay out the whole page
    tell();
  };
  new ResizeObserver(grow).observe(box);
  return { area, flush: flushAndKeep, follow, forget: () => shelf.drop(place) };
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
