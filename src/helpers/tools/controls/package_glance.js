// How the parties stand, at the lower edge of the screen as long as the choices are in sight. It
// repeats what stands further down, so a screen reader passes it by.
const MOST_AT_A_GLANCE = 8;

function glance(parent) {
  const node = make("div", parent, { className: "dv-glance", ariaHidden: "true" });
  const lead = make("div", node, { className: "dv-lead" });
  const list = make("div", node, { className: "dv-few" });
  const party = ({ name, says, symbol, brief, bar: at }) => {
    const one = make("div", list, { className: `dv-${says}` });
    make("span", one, { className: "dv-name", textContent: `${symbol} ${name}` });
    const { span } = bar(one, "dv-thin");
    span(`dv-fill ${says === "no" ? "dv-short" : ""}`, at.zero, at.value);
    span("dv-least", at.least, at.least);
    make("span", one, { className: "dv-brief", textContent: brief });
  };
  return (lines, parties) => {
    node.hidden = !parties.length;
    lead.textContent = lines.length ? lines[0].text : "";
    list.replaceChildren();
    if (parties.length <= MOST_AT_A_GLANCE) parties.forEach(party);
  };
}
