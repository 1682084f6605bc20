const STEP = 10; // seconds: a text that changes less often draws less attention

/** Counts the seconds that are left of a part; goes on below zero when the time is over. */
export class Countdown {
  constructor(now = () => Date.now()) {
    this.now = now;
    this.set(0);
  }

  /** Begin anew with some minutes, standing still. */
  set(minutes) {
    this.whole = minutes * 60;
    this.passed = 0;
    this.since = null;
  }

  reset() {
    this.set(this.whole / 60);
  }

  get running() {
    return this.since !== null;
  }

  toggle() {
    if (this.running) {
      this.passed = this.whole - this.left;
      this.since = null;
    } else {
      this.since = this.now();
    }
  }

  get left() {
    const more = this.running ? (this.now() - this.since) / 1000 : 0;
    return this.whole - this.passed - more;
  }
}

/** What is left in words: "4:00", in steps of ten seconds. */
export function told(texts, seconds) {
  const over = seconds <= 0;
  const whole = (over ? Math.floor(-seconds / STEP) : Math.ceil(seconds / STEP)) * STEP;
  const time = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  return texts[over ? "time_over" : "time_left"].replace("{time}", time);
}
