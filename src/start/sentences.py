"""What is said in the window in which the course was started."""

import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).absolute().parents[2]
TEXTS = ROOT / "src" / "helpers" / "texts" / "start.json"


class Stop(Exception):
    """Ends the program with a sentence that says why, and what to do."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(sentence(key, **facts))
        self.key = key


def sentence(key: str, **facts: object) -> str:
    """Return the sentence ``key`` in the language of the course, with ``facts`` filled in."""
    texts: dict[str, dict[str, str]] = json.loads(TEXTS.read_text("utf-8"))
    return texts.get(os.environ.get("DRAAGVLAK_LANG", "nl"), texts["nl"])[key].format(**facts)


def say(key: str, **facts: object) -> None:
    """Print the sentence ``key``, at once."""
    print(sentence(key, **facts), flush=True)


class Count:
    """The line that counts: on a screen it is written over, elsewhere it comes now and then."""

    def __init__(self, every: float = 10) -> None:
        self.every = every
        self.said = ""
        self.at = -every

    def say(self, done: int, total: int, last: bool = False) -> None:
        """Print how far it is, when that is news; ``last`` ends the line."""
        line, screen = sentence("installing", done=done, total=total), sys.stdout.isatty()
        due = screen or last or time.monotonic() >= self.at + self.every
        if (due and line != self.said) or (screen and last):
            print(line, end="\r" if screen and not last else "\n", flush=True)
            self.said, self.at = line, time.monotonic()
