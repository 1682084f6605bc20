import { KERNEL, Lesson } from "./lesson.js";
import { givePatience } from "./patience.js";

givePatience(AbortSignal);

const warn = (error) => console.warn("draagvlak", error);

async function data(name) {
  const address = new URL(`static/${name}`, import.meta.url);
  const answer = await fetch(address, { cache: "no-store" });
  return answer.ok ? answer.json() : {};
}

// JupyterLab rewrites the address soon after.
const FOR_TRAINER = new URLSearchParams(window.location.search).has("trainer");

function addStyle(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(name, import.meta.url);
  document.head.append(link);
}

/** The sentences in the page's language, Dutch where that has none. */
function inLanguage(texts) {
  const page = document.documentElement;
  const [language] = page.lang.split(/[-_]/);
  page.lang = language in texts ? language : "nl";
  return { ...texts.nl, ...texts[page.lang] };
}

async function closeSideAreas(shell) {
  const layout = await shell.restored;
  // Only on a first start: later the reader's own arrangement counts.
  if (layout?.fresh) {
    shell.collapseLeft();
    shell.collapseRight();
  }
}

function addTrainerCommand(commands, palette, label, lesson) {
  const command = "draagvlak:trainer";
  commands.addCommand(command, {
    label,
    isEnabled: () => Boolean(lesson()),
    isToggled: () => Boolean(lesson()?.trainer),
    execute: () => lesson().toggleTrainer(),
  });
  palette?.addItem({ command, category: "Draagvlak" });
}

/** Start the kernel of the lesson in the address: it gets ready while JupyterLab is loading. */
async function startEarly(path, manifest, SessionAPI) {
  if (path in (await manifest)) {
    const name = path.split("/").pop();
    // The server answers with the session that there is, if this lesson has one.
    await SessionAPI.startSession({ path, name, type: "notebook", kernel: { name: KERNEL } });
  }
}

async function activate(app, tracker, palette, lab) {
  addStyle("lesson.css");
  addStyle("trainer.css");
  const [manifest, allTexts] = await Promise.all([lab.manifest, data("texts.json")]);
  const texts = inLanguage(allTexts);
  const lessons = new WeakMap();
  let sideAreas;

  const open = async (panel) => {
    await panel.context.ready;
    const shipped = manifest[panel.context.path];
    if (shipped && !panel.isDisposed) {
      const lesson = new Lesson(panel, shipped, texts, lab);
      lessons.set(panel, lesson);
      const shown = panel.revealed.then(() => (sideAreas ??= closeSideAreas(app.shell)));
      await Promise.all([shown, lesson.open()]);
    }
  };

  document.addEventListener("draagvlak-heading", ({ detail: { path, heading } }) => {
    const isReady = ({ context, node }) => context.path === path && node.dataset.draagvlak === "ready";
    if (!tracker.find(isReady)) lab.headings.set(path, heading);
  });
  const current = () => tracker.currentWidget && lessons.get(tracker.currentWidget);
  addTrainerCommand(app.commands, palette, texts.show_trainer, current);
  tracker.widgetAdded.connect((_, panel) => open(panel).catch(warn));
  tracker.forEach((panel) => open(panel).catch(warn));
}

export async function makePlugin(shared) {
  const manifest = data("manifest.json");
  const { PageConfig } = await shared("@jupyterlab/coreutils");
  const { SessionAPI } = await shared("@jupyterlab/services");
  startEarly(PageConfig.getOption("treePath"), manifest, SessionAPI).catch(warn);
  const { INotebookTracker } = await shared("@jupyterlab/notebook");
  const { ICommandPalette } = await shared("@jupyterlab/apputils");
  const { CodeCell } = await shared("@jupyterlab/cells");
  const { Widget } = await shared("@lumino/widgets");
  return {
    id: "draagvlak-lesson:plugin",
    description: "Runs a lesson of the course when it is opened",
    autoStart: true,
    requires: [INotebookTracker],
    optional: [ICommandPalette],
    // JupyterLab, and the page with it, waits for what this returns: so it returns nothing.
    activate: (app, tracker, palette) => {
      const headings = new Map(); // where a link wants a lesson to begin, by its path
      const lab = { execute: CodeCell.execute, Widget, manifest, headings, forTrainer: FOR_TRAINER };
      activate(app, tracker, palette, lab).catch(warn);
    },
  };
}
