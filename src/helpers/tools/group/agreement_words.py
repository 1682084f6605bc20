"""How far a group agrees on a number, in words; and why an answer was not taken."""

from collections import Counter
from collections.abc import Iterable

from helpers.analysis.agreement import Agreement, Spread, agreement_on_number
from helpers.pictures.group_answers import Scale
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import number
from helpers.training.group.refused import Why

_ON_NUMBER = {
    Agreement.ALL: N_("{axis}: everybody chose {median}."),
    Agreement.MOST: N_(
        "{axis}: the answers lie close together. Half lies from {low} to {high}, the middle "
        "is {median}."
    ),
    Agreement.HALF: N_(
        "{axis}: the answers differ somewhat. Half lies from {low} to {high}, the middle "
        "is {median}."
    ),
    Agreement.DIVIDED: N_(
        "{axis}: the answers lie far apart. Half lies from {low} to {high}, the middle is {median}."
    ),
}
SENTENCES = {
    Why.TOO_LARGE: N_("too large to be an answer"),
    Why.NO_ANSWER: N_("no answer file of this course"),
    Why.OTHER_SESSION: N_("the code of another session"),
    Why.OTHER_EXERCISE: N_("an answer to another exercise"),
    Why.NOT_FITTING: N_("an answer that this exercise does not know"),
    Why.NOT_PLAIN: N_("signs that cannot be shown"),
    Why.CLOSED: N_("it came after the session was stopped"),
    Why.ALREADY: N_("from somebody who had sent one before"),
    Why.FULL: N_("more than fits in one session"),
}


def said_of_number(spread: Spread, scale: Scale) -> list[str]:
    """Return how far answers on a scale agree, and how many lie far from the rest."""
    said = _(_ON_NUMBER[agreement_on_number(spread, scale.least, scale.most)])
    ends = {name: number(getattr(spread, name), 2) for name in ("median", "low", "high")}
    lines = [said.format(axis=scale.text, **ends)]
    if spread.far:
        far = ngettext(
            "{n} answer lies far from the rest. What might somebody see there?",
            "{n} answers lie far from the rest. What might people see there?",
            spread.far,
        )
        lines.append(far.format(n=spread.far))
    return lines


def refused_lines(refused: Iterable[Why]) -> list[str]:
    """Return how many files were not taken, and why; never what they are called."""
    lines = []
    for why, count in Counter(refused).items():
        said = ngettext("{n} file was left out: {why}.", "{n} files were left out: {why}.", count)
        lines.append(said.format(n=count, why=_(SENTENCES[why])))
    return lines
