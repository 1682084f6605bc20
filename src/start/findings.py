"""What a look at this computer finds: a sentence each, and how bad it is."""

from enum import Enum
from typing import NamedTuple

from start.sentences import sentence


class State(Enum):
    """How bad it is; the value is the key of the word for it."""

    OK = "check_ok"
    NOTE = "check_note"
    NO = "check_no"


class Finding(NamedTuple):
    """One line: how bad it is, and a sentence that says what to do where that is needed."""

    state: State
    key: str
    text: str


def ok(key: str, **facts: object) -> Finding:
    """Return a finding that says that something works."""
    return Finding(State.OK, key, sentence(key, **facts))


def note(key: str, **facts: object) -> Finding:
    """Return a finding that somebody should know, and that stops nothing."""
    return Finding(State.NOTE, key, sentence(key, **facts))


def no(key: str, **facts: object) -> Finding:
    """Return a finding that stops the course."""
    return Finding(State.NO, key, sentence(key, **facts))
