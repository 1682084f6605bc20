const STYLE = new URL("paper.css", import.meta.url).href;
const LINES = 5; // to write on, below a question to answer in words
const FEW = 2; // below one to tick or to put in order: room for the reason
const MARKS = /^[○☐▢]/;
const DOTS = /\s*…{8,}$/; // where a field is empty
const SCREEN = /^(Review|GroupAnswer)\(/; // what these show, only a screen has
const LONG = 4000; // characters of a tool that goes in two columns
const SHORT = 220; // characters of a card that needs no half sheet

/** Open an empty sheet in a new tab; null when the browser refuses. Call it at a click. */
export function openSheet(title) {
  const sheet = window.open("", "_blank");
  if (sheet) {
    sheet.document.title = title;
    sheet.document.documentElement.lang = document.documentElement.lang;
  }
  return sheet;
}

/** Put parts on a sheet, and offer to print it. */
export function fill(sheet, parts, texts) {
  const { document: paper } = sheet;
  const style = paper.createElement("link");
  style.rel = "stylesheet";
  style.href = STYLE;
  style.addEventListener("load", () => sheet.print());
  const button = paper.createElement("button");
  button.textContent = texts.print;
  button.addEventListener("click", () => sheet.print());
  const main = paper.createElement("main");
  main.append(...parts.map((part) => paper.importNode(part, true)));
  main.querySelectorAll("details").forEach((one) => (one.open = true));
  main.querySelectorAll(".jp-InternalAnchorLink").forEach((one) => one.remove());
  paper.body.replaceChildren(button, main);
  paper.head.append(style);
}

function block(tag, className, ...content) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...content);
  return node;
}

const written = (cell) => cell.node.querySelector(".jp-MarkdownOutput");

/** HTML as nodes, without anything that runs or loads something. */
export function harmless(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll("script, style, link, iframe, object, embed").forEach((one) => one.remove());
  for (const node of body.querySelectorAll("*")) {
    for (const { name } of [...node.attributes]) {
      if (name.startsWith("on")) {
        node.removeAttribute(name);
      }
    }
  }
  return [...body.childNodes];
}

/** What is there for the trainer, without the cards. */
export function notesOf(page) {
  const notes = page.trainerCells.map((cell) => {
    const note = block("section", "note", ...[...written(cell).childNodes].map((n) => n.cloneNode(true)));
    cardHeads(note).forEach((head) => [head.nextElementSibling, head].forEach((one) => one.remove()));
    return note;
  });
  return notes.filter((note) => note.textContent.trim());
}

// A card is a paragraph that begins in bold, and a quotation after it.
function cardHeads(node) {
  return [...node.querySelectorAll("p")].filter(
    (one) =>
      one.firstElementChild?.tagName === "STRONG" &&
      one.firstChild === one.firstElementChild &&
      one.nextElementSibling?.tagName === "BLOCKQUOTE",
  );
}

/** The cards of a lesson, each as a block of its own. */
export function cardsOf(page) {
  return page.trainerCells
    .flatMap((cell) => cardHeads(written(cell)))
    .map((head) => {
      const text = [...head.nextElementSibling.childNodes].map((one) => one.cloneNode(true));
      const size = head.nextElementSibling.textContent.length < SHORT ? "card slip" : "card";
      return block("section", size, block("h2", "", head.textContent), ...text);
    });
}

/** The lesson to read and to write on: no code, tools standing still, room below exercises. */
export function lessonOf(page, coreOnly = false) {
  return (coreOnly ? page.coreCells : page.readerCells).flatMap((cell) => {
    if (cell.model.type === "markdown") {
      return [block("section", "text", ...[...written(cell).childNodes].map((n) => n.cloneNode(true)))];
    }
    return stillOf(cell);
  });
}

// A line to write on, up to the edge, after what is asked.
function fillIn(items) {
  for (const one of items) {
    one.textContent = one.textContent.replace(DOTS, "");
    one.classList.add("fill-in");
  }
}

// Room to write; what only makes sense on a screen goes.
function toWrite(still, kind) {
  if (kind === "Exercise") {
    still.lastElementChild.remove(); // it sends the reader to the screen
  } else {
    [...still.children].slice(1).forEach((one) => one.remove()); // where notes are kept on a computer
  }
  const items = [...still.querySelectorAll("li")];
  const open = items.filter((one) => !MARKS.test(one.textContent));
  fillIn(open);
  still.classList.add("to-write");
  const lines = open.length ? 1 : items.length ? FEW : LINES;
  still.append(...Array.from({ length: lines }, () => block("div", "line")));
}

function stillOf(cell) {
  const source = cell.model.sharedModel.getSource();
  const shown = cell.model.outputs.toJSON().at(-1)?.data?.["text/html"];
  if (!shown || SCREEN.test(source)) {
    return [];
  }
  const still = block("section", "tool", ...harmless([shown].flat().join("")));
  const [, kind] = source.match(/^(Exercise|Notes)\(/) ?? [];
  if (kind) {
    toWrite(still, kind);
  }
  fillIn([...still.querySelectorAll("li")].filter((one) => DOTS.test(one.textContent)));
  still.classList.toggle("long", still.textContent.length > LONG && !still.querySelector("img, svg, table"));
  return [still];
}
