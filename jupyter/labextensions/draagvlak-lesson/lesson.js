import { Bar } from "./bar.js";
import { Page } from "./page.js";
import { fill, lessonOf, openSheet } from "./paper.js";
import { TrainerStrip } from "./trainer.js";

const OFFLINE = 5000;
const DEATHS = 2;
export const KERNEL = "python3";

// True when `helpers` is the package of this course and not another file of that name.
const IS_OURS = `(lambda os, spec: spec is not None and os.path.samefile(spec.origin, os.path.join(
    os.environ["DRAAGVLAK_COURSE"], "src", "helpers", "__init__.py"))
)(__import__("os"), __import__("importlib.util").util.find_spec("helpers"))`;

const TRAINER = `__import__("importlib").import_module("helpers.tools.learning.trainer")`;

/** One opened lesson: what its kernel does and what the bar says of it. */
export class Lesson {
  constructor(panel, shipped, texts, lab) {
    this.panel = panel;
    this.session = panel.sessionContext;
    this.shipped = shipped;
    this.execute = lab.execute;
    this.forTrainer = lab.forTrainer;
    this.texts = texts;
    this.headings = lab.headings;
    this.trainer = null; // the strip for a trainer, when it is open
    this.page = new Page(panel, texts);
    this.bar = new Bar(panel, texts, this, lab.Widget);
    this.turn = 0; // counts runs, so that one that was overtaken keeps quiet
    this.deaths = 0; // of the kernel, since a run last came to its end
    this.process = null; // the kernel process that runs the lesson
  }

  get state() {
    return this.panel.node.dataset.draagvlak;
  }

  /** Give the panel its state and the bar a sentence: the state's own, another, or as it was. */
  show(state, sentence = state) {
    this.panel.node.dataset.draagvlak = state;
    this.bar.say(state, sentence);
    if (state === "ready") {
      this.trainer?.wake();
      this.toHeading();
    }
  }

  /** Go where a link wanted to: while the lesson began, the heading was not yet in its place. */
  toHeading() {
    const { path } = this.panel.context;
    const heading = this.headings.get(path);
    if (this.headings.delete(path)) requestAnimationFrame(() => this.panel.setFragment(heading));
  }

  async open() {
    this.page.keepFileAsItIs();
    if (this.page.codeHash() !== this.shipped) {
      this.page.showCode(true);
      this.show("changed");
      return;
    }
    this.page.calm();
    this.panel.node.addEventListener("keydown", (event) => this.onKey(event));
    this.panel.node.addEventListener("draagvlak-start-over", (event) => {
      this.asked = event.target.closest?.(".jp-Cell"); // the tool that asks for it
      this.startOver();
    });
    if (this.forTrainer) {
      this.toggleTrainer();
    }
    this.show("starting");
    await this.page.inSight();
    await this.session.ready;
    this.watch();
    const { used } = await this.ask().catch(() => ({}));
    await (used ? this.startOver() : this.run("starting"));
  }

  // The browser's own Ctrl+S would save the web page.
  onKey(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      if (this.state === "ready") {
        this.bar.say("ready", "saved");
      }
    }
  }

  print() {
    const sheet = openSheet(this.page.title);
    if (sheet) {
      fill(sheet, lessonOf(this.page), this.texts);
    } else {
      this.bar.say(this.state, "no_sheet");
    }
  }

  toggleTrainer() {
    if (this.trainer) {
      this.trainer.close();
      this.trainer = null;
    } else if (!this.page.codeShown) {
      this.trainer = new TrainerStrip(this, this.texts);
      this.bar.strips.append(this.trainer.node);
      if (this.state === "ready") {
        this.trainer.wake();
      }
    }
  }

  /** Have the course's own code in the kernel do something for the trainer, and return its answer. */
  async askTrainer(what, name = "") {
    if (this.state !== "ready") {
      throw new Error(`the lesson is ${this.state}`);
    }
    const lesson = this.panel.context.path.split("/").pop().slice(0, 2);
    const args = [lesson, what, name].map((one) => JSON.stringify(one)).join(", ");
    const { kernel } = this.session.session;
    const { content } = await kernel.requestExecute({
      code: "",
      silent: true,
      store_history: false,
      user_expressions: { answer: `${TRAINER}.answer(${args})` },
    }).done;
    return content.user_expressions.answer.data["application/json"];
  }

  toggleCode() {
    this.page.showCode(!this.page.codeShown);
    this.bar.codeShown(this.page.codeShown);
  }

  watch() {
    const { session, panel } = this;
    // JupyterLab's own dialog about a restart stands in the way of the bar's sentence.
    session.statusChanged.disconnect(panel._onSessionStatusChanged, panel);
    session.statusChanged.connect((_, status) => this.onStatus(status));
    session.connectionStatusChanged.connect((_, status) => this.onConnection(status));
    session.kernelChanged.connect((_, change) => this.onKernel(change.newValue));
  }

  onKernel(kernel) {
    if (kernel) {
      this.wake();
    } else {
      this.halt("dead");
    }
  }

  onStatus(status) {
    if (status === "autorestarting") {
      this.deaths += 1;
      this.halt("starting", "revived");
    } else if (status === "restarting") {
      this.halt("starting", "again");
    } else if (status === "starting") {
      this.wake();
    } else if (status === "dead") {
      this.halt("dead");
    }
  }

  onConnection(status) {
    clearTimeout(this.offline);
    if (status === "connected") {
      this.wake();
    } else if (this.session.session?.kernel) {
      this.offline = setTimeout(() => this.loseSight(), OFFLINE);
    }
  }

  // The kernel may well go on meanwhile, so the run that is under way stays the current one.
  loseSight() {
    this.unseen ??= this.state;
    this.show("dead", "offline");
  }

  halt(state, sentence) {
    clearTimeout(this.offline);
    this.turn += 1;
    this.show(state, sentence);
  }

  /** After a sign of life from a kernel: run the lesson if it is another process than before. */
  async wake() {
    if (this.deaths >= DEATHS) {
      this.halt("dead");
      return;
    }
    const answer = await this.ask().catch(() => null);
    if (answer && answer.process !== this.process) {
      this.process = answer.process;
      this.run(this.deaths ? "revived" : "again");
    } else if (answer && this.unseen) {
      this.show(this.unseen);
    }
    this.unseen = null;
  }

  /**
   * Which process answers, whether its `helpers` is ours, and whether cells ran there before: then
   * it holds tools that nobody sees. Leaves no trace there.
   */
  async ask() {
    const { kernel } = this.session.session;
    await kernel.info;
    const { content, header } = await kernel.requestExecute({
      code: "",
      silent: true,
      store_history: false,
      user_expressions: { ours: IS_OURS },
    }).done;
    if (content.status === "aborted") {
      return this.ask();
    }
    const ours = content.user_expressions?.ours?.data?.["text/plain"] === "True";
    return { process: header.session, ours, used: content.execution_count > 0 };
  }

  async run(sentence) {
    const turn = (this.turn += 1);
    const overtaken = () => turn !== this.turn || this.panel.isDisposed;
    this.show("starting", sentence);
    try {
      const { process, ours } = await this.ask();
      if (overtaken()) {
        return;
      }
      this.process = process;
      const outcome = await this.runIfSafe(ours);
      if (!overtaken()) {
        this.deaths = 0;
        this.show(outcome);
        this.comeBack();
      }
    } catch (error) {
      if (!overtaken()) {
        console.warn("draagvlak", error);
        this.show("failed");
      }
    }
  }

  /** Put the focus on the head of the tool that let the page begin anew: it was there before. */
  comeBack() {
    const { asked } = this;
    this.asked = null;
    const away = document.activeElement;
    const elsewhere = away && this.panel.node.contains(away) && away.matches("input, textarea, select");
    const head = asked && !elsewhere && asked.querySelector(".jp-OutputArea-output :is(h3, h4)");
    if (head) {
      head.tabIndex = -1;
      head.focus();
    }
  }

  async runIfSafe(ours) {
    if (!ours) {
      return "foreign";
    }
    if (this.page.codeHash() !== this.shipped) {
      return "changed";
    }
    this.show("running", null);
    await this.page.inPlace(() => this.runCells());
    return this.page.hasFailed() ? "failed" : "ready";
  }

  async runCells() {
    const cells = this.page.codeCells;
    await Promise.allSettled(cells.map((cell) => this.execute(cell, this.session)));
    // A run by JupyterLab's menu takes cells over from this one: its last cell is awaited here.
    await this.ask();
  }

  /** A new kernel, which wakes a new run. The reader's work is in files, so it stays. */
  async startOver() {
    this.deaths = 0;
    this.halt("starting", "again");
    const kernel = this.session.session?.kernel;
    try {
      if (kernel && kernel.status !== "dead") {
        await this.session.restartKernel();
      } else {
        await this.session.changeKernel({ name: KERNEL });
      }
    } catch (error) {
      console.warn("draagvlak", error);
      this.halt("dead");
    }
  }
}
