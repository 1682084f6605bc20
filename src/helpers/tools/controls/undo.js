// The last change back, or all of them: that one asks first. A region beside them says what was done.
function render({ model, el }) {
  dress(el);
  const words = model.get("words");
  const row = make("div", el, { className: "dv-undo" });
  const undo = { text: `\u21b6 ${words.undo}`, key: "undo", name: words.undo };
  const back = keyed(row, undo, () => tell(model, { what: "undo" }));
  const wipe = keyed(row, { text: words.wipe, key: "wipe", look: "dv-link" }, () => ask(true));
  const said = status(row, "dv-note");
  const sure = make("div", el, { className: "dv-form dv-sure", hidden: true });
  const title = make("p", sure, { id: uid(), className: "dv-title", textContent: words.sure });
  const what = make("p", sure, { id: uid(), textContent: words.what });
  const choice = make("div", sure, { className: "dv-buttons" });
  sure.setAttribute("role", "group");
  sure.setAttribute("aria-labelledby", title.id);
  const ask = (open) => {
    sure.hidden = !open;
    wipe.setAttribute("aria-expanded", open);
    (open ? no : wipe).focus();
  };
  const yes = keyed(choice, { text: words.yes, key: "yes" }, () => {
    ask(false);
    tell(model, { what: "wipe" });
  });
  const no = keyed(choice, { text: words.no, key: "no" }, () => ask(false));
  for (const node of [yes, no]) node.setAttribute("aria-describedby", what.id);
  sure.addEventListener("keydown", (event) => event.key === "Escape" && ask(false));
  sure.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (!next || sure.hidden || sure.contains(next)) return;
    sure.hidden = true;
    wipe.setAttribute("aria-expanded", false);
  });
  const follow = () => {
    offWhile(back, model.get("off") && words.nothing);
    offWhile(wipe, model.get("fresh") && words.as_given);
    said.textContent = model.get("said");
  };
  wipe.setAttribute("aria-expanded", false);
  model.on("change:turn", () => back.focus());
  follow();
  model.on("change:off change:fresh change:said", follow);
}

export default { render };
