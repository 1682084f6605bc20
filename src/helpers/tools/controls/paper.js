// What leaves the page: files to keep, and pages to print.

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
