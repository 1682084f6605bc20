"""What somebody answers: all of it right, or something that can be looked at and does not work."""

from helpers.training.kinds.choose import Choose
from helpers.training.kinds.elsewhere import TRIED, Elsewhere
from helpers.training.kinds.estimate import Estimate
from helpers.training.kinds.exercise import Kind
from helpers.training.kinds.order import Order
from helpers.training.kinds.placing import Placing


def right_answer(exercise: Kind) -> list[str]:
    if isinstance(exercise, Choose):
        return [option.id for option in exercise.options if option.right]
    if isinstance(exercise, Order):
        return [item.id for item in exercise.in_order]
    if isinstance(exercise, Placing):
        return [f"{part.id}/{exercise.target(part)}" for part in exercise.parts]
    if isinstance(exercise, Estimate):
        return [f"{axis.id}/{axis.right:g}" for axis in exercise.axes]
    return [*([TRIED] if isinstance(exercise, Elsewhere) else []), *(p.id for p in exercise.parts)]


def wrong_answer(exercise: Kind) -> list[str]:
    """Return an answer that can be looked at and does not work."""
    if isinstance(exercise, Choose):
        other = next(option.id for option in exercise.options if not option.right)
        return [right_answer(exercise)[0], other] if exercise.several else [other]
    if isinstance(exercise, Placing):
        last = exercise.choices[-1].id
        return [f"{part.id}/{last}" for part in exercise.parts]
    if isinstance(exercise, Estimate):
        return [f"{axis.id}/{axis.least:g}" for axis in exercise.axes]
    return [TRIED] if isinstance(exercise, Elsewhere) else [*reversed(right_answer(exercise))]
