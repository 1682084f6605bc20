const all = [...document.querySelectorAll("section")];
const place = document.getElementById("place");
const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
const ends = { Home: 0, End: all.length - 1 };
let at = Math.max(0, Number(location.hash.slice(1)) - 1 || 0);

function show(next) {
  at = Math.min(Math.max(next, 0), all.length - 1);
  all[at].scrollIntoView();
  all[at].focus({ preventScroll: true });
  place.textContent = `${at + 1} / ${all.length}`;
  history.replaceState(null, "", `#${at + 1}`);
}

// A slide that is longer than the screen is read to its end first.
function more(slide, step) {
  const left = step > 0 ? slide.scrollHeight - slide.clientHeight - slide.scrollTop : slide.scrollTop;
  return left > 4;
}

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest("summary")) {
    return;
  }
  if (key in steps) {
    event.preventDefault();
    const slide = all[at];
    if (more(slide, steps[key])) {
      slide.scrollBy(0, steps[key] * slide.clientHeight * 0.8);
    } else {
      show(at + steps[key]);
    }
  } else if (key in ends) {
    event.preventDefault();
    show(ends[key]);
  }
});

// By the wheel or the scroll bar.
const observer = new IntersectionObserver(
  (entries) => {
    const seen = entries.find((one) => one.isIntersecting);
    if (seen) {
      at = all.indexOf(seen.target);
      place.textContent = `${at + 1} / ${all.length}`;
    }
  },
  { threshold: 0.6 },
);

history.scrollRestoration = "manual";
window.addEventListener("hashchange", () => show(Number(location.hash.slice(1)) - 1 || 0));
show(at);
all.forEach((one) => observer.observe(one));
