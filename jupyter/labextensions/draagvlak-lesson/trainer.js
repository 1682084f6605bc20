import { element, button } from "./bar.js";
import { cardsOf, fill, harmless, lessonOf, notesOf, openSheet } from "./paper.js";
import { Countdown, told } from "./timer.js";

const TYPING = "input, textarea, select, [contenteditable=true]";

/** What a trainer has in front of a group: notes, a timer, a demonstration, and paper. */
export class TrainerStrip {
  constructor(lesson, texts) {
    this.lesson = lesson;
    this.page = lesson.page;
    this.texts = texts;
    this.countdown = new Countdown();
    this.node = element("div", "draagvlak-trainer-strip");
    this.node.setAttribute("role", "group");
    this.node.setAttribute("aria-label", texts.trainer);
    this.said = element("p", "draagvlak-told");
    this.said.setAttribute("role", "status");
    this.states = this.row(texts.demonstration);
    this.node.prepend(this.timerRow());
    this.node.append(this.paperRow(), this.said);
    this.onKey = this.onKey.bind(this);
    document.addEventListener("keydown", this.onKey);
    this.ticks = setInterval(() => this.tick(), 1000);
    this.page.showNotes(true);
  }

  row(label, ...parts) {
    const row = element("div", "draagvlak-row");
    row.append(element("span", "draagvlak-label", label), ...parts);
    this.node.append(row);
    return row;
  }

  timerRow() {
    const { texts } = this;
    this.parts = element("select", "draagvlak-select");
    this.parts.setAttribute("aria-label", texts.part);
    this.page.parts.forEach(({ name, minutes }) => {
      const text = texts.part_minutes.replace("{name}", name).replace("{n}", minutes);
      this.parts.append(new Option(text, minutes));
    });
    this.parts.addEventListener("change", () => this.choosePart());
    this.time = element("span", "draagvlak-time");
    this.time.setAttribute("role", "timer");
    this.going = button(texts.timer_start, () => this.toggleTimer());
    const again = button(texts.timer_reset, () => this.act(() => this.countdown.reset()));
    const next = button(texts.timer_next, () => this.nextPart());
    this.notes = button(texts.hide_notes, () => this.toggleNotes());
    this.big = button(texts.big_type, () => this.toggleBig());
    this.big.setAttribute("aria-pressed", "false");
    this.choosePart();
    return this.row(texts.part, this.parts, this.time, this.going, again, next, this.notes, this.big);
  }

  paperRow() {
    const { texts } = this;
    const close = button(texts.close_trainer, () => this.lesson.toggleTrainer());
    close.classList.add("draagvlak-last");
    return this.row(
      texts.on_paper,
      button(texts.print_cards, () => this.print(texts.cards, () => cardsOf(this.page), texts.no_cards)),
      button(texts.print_core, () => this.print(texts.core, () => lessonOf(this.page, true), "")),
      button(texts.print_notes, () => this.print(texts.notes, () => notesOf(this.page), "")),
      button(texts.print_answers, () => this.printAnswers()),
      close,
    );
  }

  // The timer

  act(change) {
    change();
    this.tick();
  }

  tick() {
    const text = told(this.texts, this.countdown.left);
    if (this.time.textContent !== text) {
      this.time.textContent = text;
    }
    this.going.textContent = this.texts[this.countdown.running ? "timer_pause" : "timer_start"];
  }

  choosePart() {
    this.act(() => this.countdown.set(Number(this.parts.value)));
  }

  toggleTimer() {
    this.act(() => this.countdown.toggle());
  }

  nextPart() {
    const last = this.parts.options.length - 1;
    this.parts.selectedIndex = Math.min(this.parts.selectedIndex + 1, last);
    this.choosePart();
    this.toggleTimer();
  }

  // What is on the screen

  toggleNotes() {
    this.page.showNotes(!this.page.notesShown);
    this.notes.textContent = this.texts[this.page.notesShown ? "hide_notes" : "show_notes"];
  }

  toggleBig() {
    this.big.setAttribute("aria-pressed", String(this.page.toggleBig()));
  }

  // The demonstration

  /** A kernel that just began shows the own work, and knows which states there are. */
  async wake() {
    const { states = [] } = await this.lesson.askTrainer("states").catch(() => ({}));
    const { texts } = this;
    this.said.textContent = "";
    this.states.querySelectorAll("button").forEach((one) => one.remove());
    states.forEach(({ id, title }, at) => this.addState(at + 1, title, "state", id));
    this.addState(0, texts.beginning, "beginning");
    this.states.append(button(texts.own_dossier, () => this.show("own")));
  }

  addState(key, title, what, name = "") {
    const one = button(`${title} (${key})`, () => this.show(what, name));
    one.dataset.key = key;
    one.setAttribute("aria-keyshortcuts", key);
    this.states.append(one);
  }

  async show(what, name = "") {
    const answer = await this.lesson.askTrainer(what, name).catch(() => null);
    this.said.textContent = answer?.said ?? this.texts.failed;
  }

  onKey(event) {
    const { target, key } = event;
    const here = target === document.body || this.lesson.panel.node.contains(target);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
    if (plain && here && this.lesson.panel.isVisible && !target.closest(TYPING)) {
      this.states.querySelector(`[data-key="${CSS.escape(key)}"]`)?.click();
    }
  }

  // Paper

  print(title, make, nothing) {
    const parts = make();
    if (parts.length) {
      this.onSheet(title, (sheet) => fill(sheet, parts, this.texts));
    } else {
      this.said.textContent = nothing;
    }
  }

  async printAnswers() {
    this.onSheet(this.texts.answers, async (sheet) => {
      const { html } = await this.lesson.askTrainer("answers");
      fill(sheet, harmless(html), this.texts);
    });
  }

  async onSheet(title, put) {
    const sheet = openSheet(`${title} - ${this.page.title}`);
    if (!sheet) {
      this.said.textContent = this.texts.no_sheet;
      return;
    }
    try {
      await put(sheet);
    } catch (error) {
      console.warn("draagvlak", error);
      sheet.close();
      this.said.textContent = this.texts.failed;
    }
  }

  /** Everything as a participant sees it; the demonstration ends as well. */
  close() {
    clearInterval(this.ticks);
    document.removeEventListener("keydown", this.onKey);
    this.page.showNotes(false);
    this.page.toggleBig(false);
    this.lesson.askTrainer("own").catch(() => null);
    this.node.remove();
  }
}
