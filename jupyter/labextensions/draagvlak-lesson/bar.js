const SHOWN = 4000;
const SLOW = 20000;

export function element(tag, className, text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

export function button(text, act) {
  const node = element("button", "draagvlak-button", text);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

/** The strip above a lesson: what is going on, and the three things a reader can ask for. */
export class Bar {
  constructor(panel, texts, lesson, Widget) {
    this.texts = texts;
    this.status = element("p", "draagvlak-status");
    this.status.setAttribute("role", "status");
    this.status.setAttribute("aria-live", "polite");
    const again = button(texts.start_over, () => lesson.startOver());
    const print = button(texts.print_lesson, () => lesson.print());
    this.code = button(texts.show_code, () => lesson.toggleCode());
    const strip = element("div", "draagvlak-strip");
    strip.append(this.status, again, print, this.code);
    this.strips = element("div", "draagvlak-strips");
    this.strips.append(strip);
    this.place(panel, this.strips, new Widget());
  }

  place(panel, strip, widget) {
    widget.addClass("draagvlak-bar");
    widget.node.dataset.draagvlakBar = "";
    widget.node.setAttribute("role", "region");
    widget.node.setAttribute("aria-label", this.texts.bar);
    widget.node.append(strip);
    panel.contentHeader.addWidget(widget);
    // JupyterLab gives a strip the height that its style asks for, not the height of its text.
    const observer = new ResizeObserver(() => {
      widget.node.style.minHeight = `${strip.offsetHeight}px`;
      panel.contentHeader.fit();
    });
    observer.observe(strip);
    panel.disposed.connect(() => observer.disconnect());
  }

  /** Say the sentence of a key; null leaves what stands there. */
  say(state, key) {
    if (key) {
      clearTimeout(this.timer);
      this.status.textContent = this.texts[key];
    }
    if (state === "ready") {
      this.sayLater("", SHOWN);
    } else if (state === "starting") {
      this.sayLater(this.texts.slow, SLOW);
    }
  }

  sayLater(text, delay) {
    this.timer = setTimeout(() => (this.status.textContent = text), delay);
  }

  codeShown(shown) {
    this.code.textContent = shown ? this.texts.hide_code : this.texts.show_code;
  }
}
