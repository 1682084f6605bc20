"""The answers to one exercise, as they come in; nothing about who sent them, and only in memory."""

import secrets
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from helpers.training.group.bare import Answer, can_be_shared
from helpers.training.group.reading import read_sent
from helpers.training.group.refused import RefusedError, Why
from helpers.training.kinds.exercise import Kind

MOST = 300
"""Answers in one session."""
FEWEST = 3
"""From so many answers on there is a picture: of fewer, one sees whose it is."""


def new_code() -> str:
    """Return a code of six digits, to be read aloud.

    >>> len(new_code())
    6
    """
    return f"{secrets.randbelow(10**6):06d}"


class Gathering:
    """A session: its ``code``, its ``exercise``, and whether it is ``open``."""

    def __init__(self, exercise: Kind, code: str = "") -> None:
        if not can_be_shared(exercise):
            raise ValueError(f"answers of the kind {exercise.kind} cannot be put together")
        self.exercise = exercise
        self.code = code or new_code()
        self.open = True
        self._salt = secrets.token_bytes(16)
        self._answers: list[Answer] = []
        self._filed: list[Answer] = []

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers, in an order that says nothing of when they came and that stays the same."""
        return tuple(sorted([*self._answers, *self._filed], key=self.mixed))

    def mixed(self, answer: Answer) -> str:
        """Return where an answer stands among the others; also a name for it on the page."""
        return blake2b("\n".join(answer).encode(), key=self._salt, digest_size=8).hexdigest()

    def check(self, raw: bytes) -> Answer:
        """Return the answer that was sent; :class:`RefusedError` says why it is not taken."""
        if not self.open:
            raise RefusedError(Why.CLOSED)
        sent = read_sent(raw)
        if sent.session != self.code:
            raise RefusedError(Why.OTHER_SESSION)
        if sent.exercise != self.exercise.id:
            raise RefusedError(Why.OTHER_EXERCISE)
        return sent.answer

    def take(self, raw: bytes) -> None:
        """Add what was sent."""
        answer = self.check(raw)
        if len(self._answers) >= MOST:
            raise RefusedError(Why.FULL)
        self._answers.append(answer)

    def take_files(self, contents: Sequence[bytes]) -> list[Why]:
        """Let the answers in files be these, and return why others were refused.

        They take the place of earlier files: who chooses all of them again counts nobody twice.
        """
        refused: list[Why] = []
        taken: list[Answer] = []
        for raw in contents[:MOST]:
            try:
                taken.append(self.check(raw))
            except RefusedError as error:
                refused.append(error.why)
        refused += [Why.FULL] * max(0, len(contents) - MOST)
        if taken:
            self._filed = taken
        return refused

    def show(self, answers: Iterable[Answer]) -> None:
        """Let the answers that were sent be these, which another has checked."""
        self._answers = list(answers)[:MOST]

    def stop(self) -> None:
        """Take no more answers."""
        self.open = False

    def wipe(self) -> None:
        """Forget every answer."""
        self._answers, self._filed = [], []
