import { sha256 } from "./sha256.js";

// JupyterLab looks for this attribute before it takes a key for itself.
const OWN_KEYS = "data-lm-suppress-shortcuts";

const HOME = /^### (Thuis|At home)\b/m;
const CHAPTER = /^##? /m;

const tags = (cell) => cell.model.getMetadata("tags") ?? [];

/** The notebook of a lesson as a page to read. */
export class Page {
  constructor(panel, texts) {
    this.panel = panel;
    this.texts = texts;
    this.codeShown = true;
    panel.node.classList.add("draagvlak");
  }

  get codeCells() {
    return this.panel.content.widgets.filter((cell) => cell.model.type === "code");
  }

  /** What `make notebooks` computes for the manifest. */
  codeHash() {
    const sources = this.codeCells.map((cell) => cell.model.sharedModel.getSource());
    return sha256(sources.map((source) => source.replace(/\r\n?/g, "\n")).join("\0"));
  }

  hasFailed() {
    return this.codeCells.some((cell) => {
      const outputs = cell.model.outputs.toJSON();
      const error = outputs.some((output) => output.output_type === "error");
      return error && !tags(cell).includes("raises-exception");
    });
  }

  // A lesson is never saved, so JupyterLab need not ask whether to.
  keepFileAsItIs() {
    const { context, sessionContext } = this.panel;
    const document = context.model.sharedModel;
    document.dirty = false;
    Object.defineProperty(document, "dirty", { get: () => false, set() {}, configurable: true });
    context.save = async () => {};
    // Ten lessons opened one after another must not leave ten kernels.
    const preference = sessionContext.kernelPreference;
    sessionContext.kernelPreference = { ...preference, shutdownOnDispose: true };
  }

  calm() {
    const { content, node } = this.panel;
    node.classList.add("draagvlak-lesson");
    content.widgets.forEach((cell) => this.calmCell(cell));
    node.querySelector("[role=feed]")?.setAttribute("aria-label", this.texts.cells);
    node.addEventListener("keydown", () => node.classList.add("draagvlak-by-key"));
    node.addEventListener("focusin", ({ target }) => this.freeKeys(target));
    content.node.addEventListener("contextmenu", (event) => this.freeMenu(event));
    this.showCode(false);
  }

  calmCell(cell) {
    cell.node.setAttribute("role", "article"); // what the notebook's own role=feed must hold
    cell.node.setAttribute("aria-label", this.texts.cell);
    cell.node.classList.toggle("draagvlak-trainer", tags(cell).includes("trainer"));
    if (cell.model.type === "markdown") {
      cell.readOnly = true;
      cell.showEditorForReadOnly = false;
    }
  }

  // Otherwise "d d" deletes a cell that nobody sees, and an arrow leaves the radio button.
  freeKeys(focused) {
    focused.toggleAttribute(OWN_KEYS, !this.codeShown);
  }

  // JupyterLab's menu cuts and pastes cells; the browser's own copies a text.
  freeMenu(event) {
    if (!this.codeShown) {
      event.stopPropagation();
    }
  }

  showCode(shown) {
    this.codeShown = shown;
    this.panel.node.classList.toggle("draagvlak-code", shown);
    this.panel.toolbar.setHidden(!shown);
    this.codeCells.forEach((cell) => (cell.inputHidden = !shown));
  }

  // Read from the text: JupyterLab may not have drawn it yet.
  get opening() {
    return this.panel.content.widgets[0]?.model.sharedModel.getSource() ?? "";
  }

  get title() {
    return this.opening.match(/^# (.+)$/m)?.[1] ?? "";
  }

  /** The texts for the trainer; a tool for the trainer is nothing to print. */
  get trainerCells() {
    return this.panel.content.widgets.filter(
      (cell) => cell.model.type === "markdown" && tags(cell).includes("trainer"),
    );
  }

  get readerCells() {
    return this.panel.content.widgets.filter((cell) => !tags(cell).includes("trainer"));
  }

  /** What a group does together: what is for at home goes on to the next chapter. */
  get coreCells() {
    let home = false;
    return this.readerCells.filter(({ model }) => {
      if (model.type === "markdown") {
        const source = model.sharedModel.getSource();
        home = HOME.test(source) || (home && !CHAPTER.test(source));
      }
      return !home;
    });
  }

  /** The parts for the group with their minutes: the rows above the sum in the first table. */
  get parts() {
    const [group] = this.opening.split(/^\| \*\*/m);
    const rows = group.matchAll(/^\| (.+?) \| (\d+) \|/gm);
    return [...rows].map(([, name, minutes]) => ({ name, minutes: Number(minutes) }));
  }

  showNotes(shown) {
    this.notesShown = this.panel.node.classList.toggle("draagvlak-for-trainer", shown);
  }

  toggleBig(big) {
    return this.panel.node.classList.toggle("draagvlak-big", big);
  }

  /** Await some work while the page keeps its length, so that the reader's place does not jump. */
  async inPlace(work) {
    const nodes = this.codeCells.map((cell) => cell.node);
    nodes.forEach((node) => (node.style.minHeight = `${node.offsetHeight}px`));
    await work();
    nodes.forEach((node) => (node.style.minHeight = ""));
  }

  // JupyterLab reopens yesterday's lessons all at once, and most of them behind another tab.
  inSight() {
    return new Promise((resolve) => {
      const observer = new IntersectionObserver((entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          observer.disconnect();
          resolve();
        }
      });
      observer.observe(this.panel.node);
    });
  }
}
