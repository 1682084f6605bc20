"""What a class lives through on the hub, each with what was found in words."""

import json
import statistics
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from draagvlak_hub.accounts import work_of
from draagvlak_hub.names import account_of

from trial import machine
from trial.participant import Participant, TrialError
from trial.running_hub import RunningHub

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
PLACES = (0.05, 0.1, 0.15, 0.2, 0.25, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
"""Where participants put the slider; it is somewhere else when nobody moved it."""


def each(people: list[Participant], within: float, act: Callable[[Participant], str]) -> list[str]:
    """Let everybody do something, spread over some seconds; return what went wrong."""
    turn = threading.Lock()

    def work(number: int) -> str:
        one = people[number]
        time.sleep(within * number / len(people))
        try:
            found, wrong = act(one), ""
        except Exception as error:
            found = wrong = f"{one.name}: {error!r}"
        with turn:
            print(f"  {found}", flush=True)
        return wrong

    with ThreadPoolExecutor(len(people)) as pool:
        return [line for line in pool.map(work, range(len(people))) if line]


def come_in(one: Participant, value: float) -> str:
    """Log in, open the lesson, move the slider, and find it saved."""
    try:
        one.log_in()
        one.open_lesson()
        one.move_slider(value)
        wait_until_saved(one, value)
    finally:
        one.leave()
    took = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in one.took.items())
    return f"{one.name}: {took}, saved {value}"


def saved(one: Participant) -> float | None:
    """Return where the slider stands in the saved work."""
    file = work_of(account_of(one.name)) / "dossiers" / "winkelhart.json"
    if not file.exists():
        return None
    return float(json.loads(file.read_text("utf-8"))["dossier"]["shared_factor"])


def wait_until_saved(one: Participant, value: float) -> None:
    """Wait until the work on disk says so."""
    for _ in range(300):
        if saved(one) == value:
            return
        time.sleep(0.1)
    raise TrialError(f"{one.name} moved to {value} and saved was {saved(one)}")


def times(people: list[Participant]) -> list[str]:
    """Return what each step took."""
    lines = []
    for name in STEPS:
        took = sorted(one.took[name] for one in people if name in one.took)
        if took:
            middle, late = statistics.median(took), took[int(0.9 * (len(took) - 1))]
            line = f"{name}: half within {middle:.1f} s, nine in ten within {late:.1f} s"
            lines.append(f"{line}, all {len(took)} within {took[-1]:.1f} s")
    return lines


def memory(people: list[Participant], before: float) -> list[str]:
    """Return what people cost the machine."""
    found = [machine.processes_of(one.name) for one in people]
    servers = [sum(p.memory for p in one if not p.is_kernel) for one in found]
    kernels = [p.memory for one in found for p in one if p.is_kernel]
    less = before - machine.available()
    return [
        f"memory of a server: {statistics.median(servers):.0f} MiB",
        f"memory of a lesson: {statistics.median(kernels):.0f} MiB, {len(kernels)} of them",
        f"the machine has {less:.0f} MiB less than before: {less / len(people):.0f} a person",
    ]


def answer(people: list[Participant]) -> str:
    """Open a session of group answers in one lesson, and try to look at it from others."""
    for one in people:
        one.connect()
    code = people[0].do(OPEN_SESSION).strip()
    for one in people[1:]:
        if one.do(SEE_SESSION.format(code=code)).strip() != "404":
            raise TrialError(f"{one.name} can look at the session of another")
    return f"{people[0].name} opened session {code}; {len(people) - 1} others were refused"


def guess(base: str, owner: Participant) -> str:
    """Guess the password of somebody: the guesser must wait, the owner's own browser need not."""
    began, stranger = time.monotonic(), Participant(base, owner.name, owner.password)
    codes = [stranger.give("mis").status_code for _ in range(6)]
    if codes != [403] * 5 + [429]:
        raise TrialError(f"six wrong passwords gave {codes}")
    page = stranger.give(owner.password)
    if page.status_code != 429 or "en log dan opnieuw in." not in page.text:
        raise TrialError(f"the right password during the wait gave {page.status_code}")
    if owner.give(owner.password).status_code >= 400:
        raise TrialError(f"{owner.name} was kept out by somebody who guessed")
    wait = int(page.headers["Retry-After"])
    time.sleep(wait)
    if stranger.give(owner.password).status_code >= 400:
        raise TrialError("after the wait the right password was still refused")
    seconds = time.monotonic() - began
    return f"5 guesses, then a wait of {wait} s; the owner came in at once ({seconds:.0f} s)"


def kill_lesson(one: Participant) -> str:
    """Kill a kernel; the server starts another, in which the work is as it was."""
    value = one.slider[1]
    [kernel] = [each for each in machine.processes_of(one.name) if each.is_kernel]
    one.hang_up()
    machine.kill(kernel)
    return again(one, value)


def kill_server(one: Participant) -> str:
    """Kill a server with what it runs; the next page that is asked for brings another."""
    value = one.slider[1]
    one.hang_up()
    for process in machine.processes_of(one.name):
        machine.kill(process)
    return again(one, value)


def kill_hub(hub: RunningHub, people: list[Participant]) -> str:
    """Kill the hub and start it: who was at work goes on in the same server."""
    running = {one.name: _numbers(one) for one in people}
    hub.kill()
    seconds = hub.start()
    lost = [one.name for one in people if not running[one.name] <= _numbers(one)]
    lost += [one.name for one in people if one.status(f"/user/{one.name}/api/status") != 200]
    if lost:
        raise TrialError(f"these lost their server: {', '.join(lost)}")
    found = [again(one, one.slider[1]) for one in (people[0], people[-1])]
    line = f"the hub answers after {seconds:.1f} s, {len(people)} go on in the server they had"
    return "; ".join([line, *found])


def stop_hub(hub: RunningHub, people: list[Participant], within: float) -> str:
    """Stop the hub as one should, start it, and let everybody come back."""
    values = {one.name: one.slider[1] for one in people}
    for one in people:
        one.hang_up()
    hub.stop()
    left = [one.name for one in people if _numbers(one)]
    if left:
        raise TrialError(f"these still run something: {', '.join(left)}")
    print(f"  the hub answers again after {hub.start():.1f} s", flush=True)
    wrong = each(people, within, lambda one: again(one, values[one.name]))
    if wrong:
        raise TrialError("; ".join(wrong))
    return f"all {len(people)} are back"


def _numbers(one: Participant) -> set[int]:
    return {process.pid for process in machine.processes_of(one.name)}


def again(one: Participant, value: float, seconds: float = 600) -> str:
    """Log in and open the lesson until the slider stands where it stood; moving it still works."""
    began = time.monotonic()
    while True:
        try:
            one.web.cookies.clear()
            one.log_in()
            one.open_lesson()
            break
        except Exception:
            if time.monotonic() > began + seconds:
                raise
            time.sleep(1)
    took = time.monotonic() - began
    if one.slider[1] != value or saved(one) != value:
        raise TrialError(f"{one.name} left {value}; finds {one.slider[1]}, saved {saved(one)}")
    other = 0.3 if value != 0.3 else 0.4
    one.move_slider(other)
    wait_until_saved(one, other)
    return f"{one.name} is back after {took:.1f} s, finds {value}, moves to {other}, saved"
