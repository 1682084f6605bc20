// anywidget gives a tool two seconds to load. One that comes later is drawn, but never hears its
// kernel again: it looks alive and answers nothing. A slow laptop or a full classroom needs longer.
const GIVEN = 2_000;
const ENOUGH = 300_000;

/** Let whoever asks for a wait as long as anywidget's get a longer one. */
export function givePatience(signals) {
  const { timeout } = signals;
  signals.timeout = (ms) => timeout.call(signals, ms === GIVEN ? ENOUGH : ms);
}
