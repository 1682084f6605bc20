"""Kill the course at random moments while progress and a dossier are saved, and count what is lost.

    PYTHONPATH=src .venv/bin/python benchmarks/kills.py [how many]

A process saves as fast as it can, an exercise and a dossier in turn, and writes down each click
before and after saving it. It gets SIGKILL at a random moment, and another goes on in the same
folder. After each kill both files are read back: every click that was told to be saved must be
there, and of the others at most the last. Linux and macOS.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from helpers.training.content import lesson_exercises
from helpers.training.progress import Progress
from helpers.training.working_copy import WorkingCopy

KIND = lesson_exercises("01")[4]
LONGEST = 0.15  # seconds after the first click


class Found(NamedTuple):
    """What one kill left: clicks told to be saved, and what the two files hold."""

    told: tuple[int, int]
    begun: tuple[int, int]
    held: tuple[int, int]
    notice: str


def save(work: Path, told: Path) -> None:
    """Click until killed: a text of an exercise and the story of a dossier, numbered."""
    progress, copy = Progress(work), WorkingCopy("winkelhart", work)
    at = max(held(progress, copy))
    with told.open("a", buffering=1) as log:
        while True:
            at += 1
            log.write(f"begin {at}\n")
            progress.step(KIND, lambda one, n=at: one.model_copy(update={"text": text(n)}))
            log.write(f"progress {at}\n")
            copy.save(
                lambda now, n=at: {"dossier": now.dossier.model_copy(update={"story": text(n)})}
            )
            log.write(f"dossier {at}\n")


def text(number: int) -> str:
    """Return a text of some size that tells its number, so that writing it takes a while."""
    return f"{number} " + "Wie hebben wij nog niets gevraagd? " * 100


def held(progress: Progress, copy: WorkingCopy) -> tuple[int, int]:
    """Return the number of the last click that each file holds."""
    texts = (progress.attempt(KIND).text, copy.dossier.story)
    first = (one.partition(" ")[0] for one in texts)
    exercise, dossier = (int(one) if one.isdigit() else 0 for one in first)
    return exercise, dossier


def killed(work: Path, told: Path, wait: float) -> Found:
    """Let a process save, kill it after ``wait`` seconds, and read back what it left."""
    lines = len(read(told))
    program = os.fork()
    if not program:
        save(work, told)
    while len(read(told)) == lines:
        time.sleep(0.002)
    time.sleep(wait)
    os.kill(program, signal.SIGKILL)
    assert os.WTERMSIG(os.waitpid(program, 0)[1]) == signal.SIGKILL, "it stopped by itself"
    progress, copy = Progress(work), WorkingCopy("winkelhart", work)
    last = dict(read(told))
    begun = last.get("begin", 0)
    return Found(
        (last.get("progress", 0), last.get("dossier", 0)),
        (begun, begun),
        held(progress, copy),
        progress.notice + copy.notice,
    )


def read(told: Path) -> list[tuple[str, int]]:
    """Return what was written down; a last line that was cut off is left out."""
    whole = told.read_text().rpartition("\n")[0] if told.exists() else ""
    return [(word, int(number)) for word, number in (line.split() for line in whole.splitlines())]


def faults(found: Found) -> list[str]:
    """Return what is wrong after a kill."""
    wrong = [found.notice] if found.notice else []
    for name, told, begun, now in zip(("progress", "dossier"), *found[:3], strict=True):
        if not told <= now <= begun:
            wrong.append(f"{name}: {now} instead of {told} to {begun}")
    return wrong


def kills(count: int, seed: int = 1) -> tuple[list[str], Counter[str]]:
    """Kill ``count`` times; return everything that went wrong, and what happened how often."""
    chance, wrong, seen = random.Random(seed), [], Counter[str]()
    with tempfile.TemporaryDirectory(prefix="draagvlak-kills-") as folder:
        work, told = Path(folder) / "werk", Path(folder) / "told"
        for at in range(count):
            found = killed(work, told, chance.uniform(0, LONGEST))
            wrong += [f"kill {at + 1}: {fault}" for fault in faults(found)]
            seen["in the middle of a click"] += found.begun[0] > found.told[1]
            kept = [now > was for now, was in zip(found.held, found.told, strict=True)]
            seen["saved, and killed before it could say so"] += any(kept)
        seen["clicks"] = found.begun[0]
        left = list(work.rglob("*.tmp"))
        seen["half-written files left aside"] = len(left)
        asides = [*work.rglob("*.damaged-*"), *work.rglob("*.other-*")]
        wrong += [f"put aside: {path.name}" for path in asides]
    return wrong, seen


def main() -> None:
    """Kill 200 times, or as often as asked, and say what came of it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    started = time.monotonic()
    wrong, seen = kills(count)
    print(f"{count} kills in {time.monotonic() - started:.0f} s")
    for what, number in seen.items():
        print(f"  {what:<44}{number}")
    print("\n".join(wrong) or "  nothing lost, nothing damaged")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    os.environ["DRAAGVLAK_LANG"] = "nl"
    main()
