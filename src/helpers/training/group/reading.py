"""Reading what somebody sent: everything is checked here, and nothing of it is trusted before."""

from pydantic import ValidationError

from helpers.training.content import ContentError, open_exercise
from helpers.training.group.bare import fitted
from helpers.training.group.refused import RefusedError, Why
from helpers.training.group.sent import LARGEST, Sent
from helpers.training.group.wording import is_plain
from helpers.training.kinds.exercise import Kind


def read_sent(raw: bytes) -> Sent:
    """Return what was sent, with its answer in the fixed order.

    Raises :class:`RefusedError` for anything that is not a whole answer to an exercise of the
    course: too large, of another form, for an exercise or a choice that does not exist, outside
    the scale, too long, or with signs that steer how others read it. Markup is text like any.
    """
    if len(raw) > LARGEST:
        raise RefusedError(Why.TOO_LARGE)
    try:
        sent = Sent.model_validate_json(bytes(raw))
    except ValidationError:
        raise RefusedError(Why.NO_ANSWER) from None
    if not all(is_plain(one) for one in sent.answer):
        raise RefusedError(Why.NOT_PLAIN)
    exercise = _exercise(sent)
    try:
        answer = fitted(exercise, sent.answer)
    except ValueError:
        raise RefusedError(Why.NOT_FITTING) from None
    return sent.model_copy(update={"answer": answer})


def _exercise(sent: Sent) -> Kind:
    try:
        exercise = open_exercise(sent.exercise)
    except ContentError:
        raise RefusedError(Why.OTHER_EXERCISE) from None
    if exercise.id != sent.exercise or exercise.kind != sent.kind:
        raise RefusedError(Why.OTHER_EXERCISE)
    return exercise
