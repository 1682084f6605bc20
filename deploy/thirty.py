"""Thirty participants on a real hub: whether they all get their lesson, and their work is safe.

Run it as root on a machine with nobody on it, with the Python of `.venv-test` (made by
`python3 course.py test`), for example with ten participants:

    .venv-test/bin/python deploy/thirty.py --people 10 --python /usr/bin/python3

It starts a hub of its own with accounts of its own, and removes both when it is done.
"""

import argparse
import json
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from draagvlak_hub.accounts import work_of  # noqa: E402
from draagvlak_hub.names import account_of  # noqa: E402
from trial import machine  # noqa: E402
from trial.in_browser import BrowserParticipant  # noqa: E402
from trial.intruder import intrude  # noqa: E402
from trial.participant import LESSON, Participant  # noqa: E402
from trial.running_hub import RunningHub  # noqa: E402

OPEN_SESSION = """
from helpers.training.group.line import open_line
print(open_line().begin("02-1").code)
"""
SEE_SESSION = """
from helpers.training.group.line import LineError, open_line
try:
    open_line().look("{code}")
except LineError as error:
    print(str(error)[-3:])
"""
STEPS = ("log in", "server", "lesson", "control")


def main(words: Sequence[str]) -> int:
    """Play it through; return 0 when everybody had what they came for."""
    asked = arguments(words)
    folder = Path(tempfile.mkdtemp(prefix="draagvlak-hub-")) / "hub"
    folder.parent.chmod(0o755)
    hub = RunningHub(folder, asked.port, asked.people, asked.python)
    try:
        failed = play(hub, asked)
    finally:
        hub.clean(asked.log)
        folder.parent.rmdir()
    print("\n".join(failed) or "Everybody had what they came for.")
    return 1 if failed else 0


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=30)
    parser.add_argument("--browsers", type=int, default=0, help="how many use a real Chromium")
    parser.add_argument("--within", type=float, default=60, help="seconds in which they come in")
    parser.add_argument("--port", type=int, default=18765)
    parser.add_argument("--python", default=sys.executable, help="what the hub is started with")
    parser.add_argument("--log", type=Path, help="where to keep the log of the hub")
    parser.add_argument("--pictures", type=Path, help="where to keep pictures of the browsers")
    return parser.parse_args(words)


def play(hub: RunningHub, asked: argparse.Namespace) -> list[str]:
    """Let a class come in and work, break things, and return what went wrong."""
    print(f"The hub answers after {hub.start():.1f} s.", flush=True)
    before = machine.available()
    people = [
        kind(hub.base, name, password)
        for (name, password), kind in zip(
            hub.names(asked.people).items(),
            [BrowserParticipant] * asked.browsers + [Participant] * asked.people,
            strict=False,
        )
    ]
    for one in people:
        one.pictures = asked.pictures
    failed = all_at_once(people, asked.within)
    report(people, before)
    quiet = [one for one in people if type(one) is Participant]
    if failed or len(quiet) < 3:
        return failed
    quiet[0].connect()  # a line on which nobody answers the server's pings is closed
    failed += [line for line in intrude(quiet[0], quiet[1], hub.settings, LESSON) if say(line)]
    failed += step("answers of the group were asked", lambda: answer(quiet[:3]))
    failed += step("a lesson was killed", lambda: kill_lesson(quiet[0]))
    failed += step("a server was killed", lambda: kill_server(quiet[1]))
    failed += step("the hub was killed", lambda: kill_hub(hub, quiet))
    failed += step("the hub was stopped", lambda: stop_hub(hub, quiet[2]))
    return failed


def say(line: str) -> bool:
    """Print a line, and return whether it tells of something that should not be."""
    print(f"  {line}", flush=True)
    return line.startswith("ALLOWED")


def step(name: str, act: Callable[[], None]) -> list[str]:
    """Do something to the hub; return what went wrong."""
    began = time.monotonic()
    try:
        act()
    except Exception as error:
        return [f"After {name}: {error!r}"]
    print(f"After {name}, all was well in {time.monotonic() - began:.1f} s.", flush=True)
    return []


def all_at_once(people: list[Participant], within: float) -> list[str]:
    """Let everybody come in, spread over some seconds, and work; return what went wrong."""
    turn = threading.Lock()  # one browser at a time starts; they work at once

    def work(number: int) -> str:
        one = people[number]
        time.sleep(within * number / len(people))
        try:
            one.log_in()
            one.open_lesson()
            one.move_slider(value_of(number))
            wait_until_saved(one, value_of(number))
        except Exception as error:
            return f"{one.name}: {error!r}"
        finally:
            with turn:
                print(f"  {one.name} {told(one.took)}", flush=True)
        return ""

    with ThreadPoolExecutor(len(people)) as pool:
        return [line for line in pool.map(work, range(len(people))) if line]


def value_of(number: int) -> float:
    """Return where a participant puts the slider; it is somewhere else when nobody moved it."""
    places = [0.05, 0.1, 0.15, 0.2, 0.25, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]
    return places[number % len(places)]


def saved(one: Participant) -> float | None:
    """Return where the slider stands in the saved work."""
    file = work_of(account_of(one.name)) / "dossiers" / "winkelhart.json"
    if not file.exists():
        return None
    return float(json.loads(file.read_text("utf-8"))["dossier"]["shared_factor"])


def wait_until_saved(one: Participant, value: float) -> None:
    """Wait until the work on disk says so."""
    for _ in range(100):
        if saved(one) == value:
            return
        time.sleep(0.1)
    raise ValueError(f"{one.name} moved to {value} and saved was {saved(one)}")


def told(took: dict[str, float]) -> str:
    """Return what each step took, on a line."""
    return ", ".join(f"{name} {seconds:.1f} s" for name, seconds in took.items())


def report(people: list[Participant], before: float) -> None:
    """Print what it took, and what it costs."""
    for name in STEPS:
        took = sorted(one.took[name] for one in people if name in one.took)
        if took:
            middle, late = statistics.median(took), took[int(0.9 * (len(took) - 1))]
            line = f"{name}: half within {middle:.1f} s, nine in ten within {late:.1f} s"
            print(f"{line}, all {len(took)} within {took[-1]:.1f} s", flush=True)
    each = [machine.processes_of(one.name) for one in people]
    servers = [sum(p.memory for p in found if not p.is_kernel) for found in each]
    kernels = [sum(p.memory for p in found if p.is_kernel) for found in each]
    print(f"memory a server: {statistics.median(servers):.0f} MiB", flush=True)
    print(f"memory a lesson: {statistics.median(kernels):.0f} MiB", flush=True)
    print(f"the machine has {before - machine.available():.0f} MiB less than before", flush=True)


def answer(people: list[Participant]) -> None:
    """Open a session of group answers in one lesson, and reach it from others."""
    for one in people:
        one.connect()
    code = people[0].do(OPEN_SESSION).strip()
    for one in people[1:]:
        if one.do(SEE_SESSION.format(code=code)).strip() != "404":
            raise ValueError(f"{one.name} can look at the session of another")


def kill_lesson(one: Participant) -> None:
    """Kill a kernel; the server starts another, in which the work is as it was."""
    value = one.slider[1]
    [kernel] = [each for each in machine.processes_of(one.name) if each.is_kernel]
    one.hang_up()
    machine.kill(kernel)
    again(one, value)


def kill_server(one: Participant) -> None:
    """Kill a server with what it runs; the next page that is asked for brings another."""
    value = one.slider[1]
    one.hang_up()
    for process in machine.processes_of(one.name):
        machine.kill(process)
    again(one, value)


def kill_hub(hub: RunningHub, people: list[Participant]) -> None:
    """Kill the hub and start it: who was at work goes on in the same server."""
    servers = {one.name: {each.pid for each in machine.processes_of(one.name)} for one in people}
    hub.kill()
    print(f"  the hub answers again after {hub.start():.1f} s", flush=True)
    for one in people:
        now = {each.pid for each in machine.processes_of(one.name)}
        if not servers[one.name] <= now:
            raise ValueError(f"{one.name} lost a process")
    again(people[0], people[0].slider[1])
    again(people[-1], people[-1].slider[1])


def stop_hub(hub: RunningHub, one: Participant) -> None:
    """Stop the hub as one should, and start it."""
    value = one.slider[1]
    one.hang_up()
    hub.stop()
    print(f"  the hub answers again after {hub.start():.1f} s", flush=True)
    again(one, value)


def again(one: Participant, value: float, seconds: float = 60) -> None:
    """Log in and open the lesson until the slider stands where it stood; moving it still works."""
    until = time.monotonic() + seconds
    while True:
        try:
            one.web.cookies.clear()
            one.log_in()
            one.open_lesson()
            break
        except Exception:
            if time.monotonic() > until:
                raise
            time.sleep(1)
    if one.slider[1] != value:
        raise ValueError(f"{one.name} left it at {value} and finds {one.slider[1]}")
    other = 0.3 if value != 0.3 else 0.4
    one.move_slider(other)
    wait_until_saved(one, other)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
