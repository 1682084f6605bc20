// Where you left: a sentence with a link to the lesson that comes next.
function render({ model, el }) {
  const card = begin(el, "dv-resume", model.get("about").lang);
  const draw = () => {
    const { before, shown, after, notebook, heading, link } = model.get("next");
    const line = make("p", card, { textContent: before });
    if (notebook) {
      // JupyterLab opens it in a tab of its own; elsewhere it is an ordinary link.
      const lesson = make("a", line, { href: link, textContent: shown });
      lesson.dataset.commandlinkerCommand = heading
        ? "rendermime:handle-local-link"
        : "docmanager:open";
      lesson.dataset.commandlinkerArgs = JSON.stringify({ path: notebook, id: heading });
      const detail = { path: notebook, heading };
      const wish = () => document.dispatchEvent(new CustomEvent("draagvlak-heading", { detail }));
      if (heading) lesson.addEventListener("click", wish);
    }
    line.append(after);
    card.replaceChildren(line);
  };
  draw();
  model.on("change:next", draw);
}

export default { render };
