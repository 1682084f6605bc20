"""Thirty participants on a real hub: whether they all get their lesson, and their work is safe.

Run it as root on a machine with nobody on it, with the Python of `.venv-test` (made by
`python3 course.py test`), for example with ten participants:

    .venv-test/bin/python deploy/thirty.py --people 10 --python /usr/bin/python3

It starts a hub of its own with accounts of its own, and removes both when it is done. It ends
with 0 when everybody had what they came for.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from trial import machine, steps  # noqa: E402
from trial.in_browser import BrowserParticipant, BrowserTrainer  # noqa: E402
from trial.intruder import intrude  # noqa: E402
from trial.participant import LESSON, Participant, TrialError  # noqa: E402
from trial.running_hub import RunningHub  # noqa: E402

KINDS = (BrowserParticipant, BrowserParticipant, BrowserTrainer)


def main(words: Sequence[str]) -> int:
    """Play it through; return 0 when everybody had what they came for."""
    asked = arguments(words)
    folder = Path(tempfile.mkdtemp(prefix="draagvlak-hub-"))
    folder.chmod(0o755)
    hub = RunningHub(folder / "hub", asked.port, asked.people, asked.python)
    try:
        failed = play(hub, asked)
    finally:
        hub.clean(asked.log)
        shutil.rmtree(folder)
    print("\n".join(failed) or "Everybody had what they came for.")
    return 1 if failed else 0


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=30)
    parser.add_argument("--browsers", type=int, default=0, help="how many use a real Chromium")
    parser.add_argument("--within", type=float, default=120, help="seconds in which they come in")
    parser.add_argument("--port", type=int, default=18765)
    parser.add_argument("--python", default=sys.executable, help="what the hub is started with")
    parser.add_argument("--log", type=Path, help="where to keep the log of the hub")
    parser.add_argument("--pictures", type=Path, help="where to keep pictures of the browsers")
    return parser.parse_args(words)


def play(hub: RunningHub, asked: argparse.Namespace) -> list[str]:
    """Let a class come in and work, break things, and return what went wrong."""
    busy = os.getloadavg()[0]
    print(f"The hub answers after {hub.start():.1f} s; the load was {busy:.0f}.", flush=True)
    before, people = machine.available(), class_of(hub, asked)
    places = {one.name: steps.PLACES[at % len(steps.PLACES)] for at, one in enumerate(people)}
    failed = steps.each(people, asked.within, lambda one: steps.come_in(one, places[one.name]))
    quiet = [one for one in people if type(one) is Participant]
    for name, some in (("without a browser", quiet), ("in a browser", people[: asked.browsers])):
        if some:
            print("\n".join([f"{len(some)} {name}:", *steps.times(some)]), flush=True)
    print("\n".join(steps.memory(people, before)), flush=True)
    print(f"the load is {os.getloadavg()[0]:.0f}", flush=True)
    if failed or len(quiet) < 3:
        return failed
    return break_things(hub, quiet, asked.within)


def class_of(hub: RunningHub, asked: argparse.Namespace) -> list[Participant]:
    """Return the people; the first ones use a browser."""
    people = []
    for at, (name, password) in enumerate(hub.names(asked.people).items()):
        kind = KINDS[at % len(KINDS)] if at < asked.browsers else Participant
        one = kind(hub.base, name, password)
        one.pictures = asked.pictures
        people.append(one)
    return people


def break_things(hub: RunningHub, people: list[Participant], within: float) -> list[str]:
    """Try what must fail and kill what can die; after each, everybody's work is as it was."""
    one, two, three, *_ = people
    acts: dict[str, Callable[[], str]] = {
        "one tried to get at another's work": lambda: refused(hub, one, two),
        "a password was guessed": lambda: steps.guess(hub.base, three),
        "answers of the group were asked": lambda: steps.answer([one, two, three]),
        "a lesson was killed": lambda: steps.kill_lesson(one),
        "a server was killed": lambda: steps.kill_server(two),
        "the hub was killed": lambda: steps.kill_hub(hub, people),
        "the hub was stopped": lambda: steps.stop_hub(hub, people, within),
    }
    failed = []
    for name, act in acts.items():
        began = time.monotonic()
        try:
            found = act()
            unmoved(people)
        except Exception as error:
            found = f"WRONG: {error!r}"
            failed.append(f"After {name}: {error!r}")
        print(f"After {name} ({time.monotonic() - began:.1f} s): {found}", flush=True)
    return failed


def unmoved(people: list[Participant]) -> None:
    """Raise when somebody's saved work is not as they left it."""
    other = [one.name for one in people if steps.saved(one) != one.slider[1]]
    if other:
        raise TrialError(f"the saved work is not as it was left: {', '.join(other)}")


def refused(hub: RunningHub, one: Participant, other: Participant) -> str:
    """Let one try to get at another; return how often that was refused."""
    one.connect()  # a line on which nobody answers the server's pings is closed
    lines = intrude(one, other, hub.settings, LESSON)
    print("\n".join(f"  {line}" for line in lines), flush=True)
    allowed = [line for line in lines if not line.startswith("refused")]
    if allowed or not lines:
        raise TrialError("; ".join(allowed))
    return f"all {len(lines)} attempts were refused"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
