"""Why an answer is not taken; words for it are the business of who shows it."""

from enum import StrEnum


class Why(StrEnum):
    """The reasons, as they also go over the line."""

    TOO_LARGE = "too_large"
    NO_ANSWER = "no_answer"
    OTHER_SESSION = "other_session"
    OTHER_EXERCISE = "other_exercise"
    NOT_FITTING = "not_fitting"
    NOT_PLAIN = "not_plain"
    CLOSED = "closed"
    ALREADY = "already"
    FULL = "full"


class RefusedError(ValueError):
    """An answer that is not taken; ``why`` says the reason and nothing of what came."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why.value)
