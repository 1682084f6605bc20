"""What the map of expectations says: who is satisfied, where groups collide and what fits."""

from collections.abc import Iterable, Mapping

import pandas as pd

from helpers.analysis.expectations.gaps import REALISTIC, TOO_HIGH, TOO_LOW, UNKNOWN
from helpers.analysis.expectations.handling import Advice
from helpers.dossier.body_words import roles
from helpers.dossier.words import WORDS, Body
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import listed, number

Line = dict[str, str]

VERDICTS = {
    REALISTIC: N_("What is promised here is what they expect."),
    TOO_HIGH: N_("They expect more here than is promised."),
    TOO_LOW: N_("More is promised here than they expect."),
    UNKNOWN: N_("You do not know yet what they expect here, or what is promised."),
}
REASONS = {
    "ask": N_("Ask first. A guess about what people expect is the surest way to disappoint them."),
    "keep": N_("Keep what was promised, and say so."),
    "tell": N_("Tell them plainly. Who expects too little may be against it without reason."),
    "own_words": N_(
        "This was said by politics or by your own organisation. Then it is fair to put it right "
        "first: who said it, says it again. That is often the {alderman}, and you prepare it."
    ),
    "others": N_(
        "Nobody of you said this. Explain why and what, through the same channel by which people "
        "came to expect it."
    ),
    "who_raised": N_("Find out who raised this expectation. That decides who can do something."),
    "divides": N_("More for this group is less for another here. So it is a choice for politics."),
}
WATCH = {
    "talking_down": N_(
        "Talking an expectation down so that the outcome looks good is a trick. If you can do "
        "more, do more; if you cannot, say why."
    ),
    "surprise": N_("Keeping an expectation low on purpose, to surprise, is a trick as well."),
    "own_judgement": N_(
        "They say something else themselves than the difference shows. Believe neither at once: "
        "ask what they look at."
    ),
}
_MOST = 6


def map_lines(
    satisfied: pd.DataFrame, divided: pd.DataFrame, names: Mapping[str, str]
) -> list[Line]:
    """Return who is satisfied by both measures, and at which aspects groups collide."""
    lines = [
        {"text": _dissatisfied(satisfied, names), "look": "dv-lead"},
        {"text": _unknown(satisfied, names)},
        {"text": _flips(satisfied, names)},
        *({"text": text} for text in _collisions(divided, names)),
    ]
    return [line for line in lines if line["text"]]


def enough_line(found: pd.DataFrame) -> str:
    """Return for how many groups enough is promised, of those of which it is known."""
    known = found[found["satisfied"].notna()]
    enough = int(known["satisfied"].eq(True).sum())
    said = ngettext(
        "Like this it is enough for {n} of the {total} groups of which you know it.",
        "Like this it is enough for {n} of the {total} groups of which you know it.",
        enough,
    )
    return said.format(n=enough, total=len(known)) if len(known) else ""


def advice_lines(verdict: str, advice: Advice, body: Body) -> list[Line]:
    """Return what is the matter with one expectation, what fits and what to watch for.

    ``body`` is the one that decides: its own people are named.
    """
    fitting = [_(WORDS[one]) for one in advice.fitting]
    fits = _("What fits here, the most fitting first: {what}.").format(what=", ".join(fitting))
    return [
        {"text": _(VERDICTS[verdict]), "look": "dv-lead"},
        *({"text": _(REASONS[one]).format(**roles(body))} for one in advice.reasons),
        *([{"text": fits}] if fitting else []),
        *({"text": _(WATCH[one]), "look": "dv-note"} for one in advice.watch),
    ]


def _dissatisfied(found: pd.DataFrame, names: Mapping[str, str]) -> str:
    told = found[found["satisfied"].notna()]
    less = told[told["satisfied"].eq(False)]
    if told.empty:
        return ""
    if less.empty:
        return _("For every group of which you know it, enough is promised.")
    said = ngettext(
        "Of the {total} groups of which you know it, {n} is promised less than expected: {who}.",
        "Of the {total} groups of which you know it, {n} are promised less than expected: {who}.",
        len(less),
    ).format(total=len(told), n=len(less), who=_who(less, names))
    people = less["size"].sum()
    if people > 0:
        said += " " + _("Together about {people} people.").format(people=number(float(people), 0))
    return said


def _unknown(found: pd.DataFrame, names: Mapping[str, str]) -> str:
    open_ = found[found["satisfied"].isna()]
    if open_.empty:
        return ""
    return _("You do not know this yet of {who}.").format(who=_who(open_, names))


def _flips(found: pd.DataFrame, names: Mapping[str, str]) -> str:
    other = found[found["flips"]]
    if other.empty:
        return ""
    said = _(
        "Some say something else themselves than the difference between promised and expected "
        "shows: {who}. Both stand beside each other, because neither is the whole truth."
    )
    return said.format(who=_who(other, names))


def _collisions(divided: pd.DataFrame, names: Mapping[str, str]) -> Iterable[str]:
    said = _("At {aspect} groups want the opposite: {more} want more, {less} want less.")
    for aspect, *sides in divided.to_numpy().tolist():
        more, less = (listed([names[one] for one in side]) for side in sides)
        yield said.format(aspect=names[aspect], more=more, less=less)


def _who(rows: pd.DataFrame, names: Mapping[str, str]) -> str:
    named = [names[one] for one in rows["group"]]
    if len(named) <= _MOST:
        return listed(named)
    rest = len(named) - _MOST + 1
    return listed([*named[: _MOST - 1], ngettext("{n} other", "{n} others", rest).format(n=rest)])
