"""What came of a talk: first for the other, then for your proposal, then how you went about it."""

from typing import NamedTuple

from helpers.texts.language import N_, _
from helpers.training.conversations.conversation import Conversation, Ending
from helpers.training.conversations.talk import Talk, Turn
from helpers.training.conversations.try_next import try_next
from helpers.training.conversations.wording import FUNCTIONS
from helpers.training.kinds.exercise import Line

MOST_TURNING_POINTS = 4
_CLOSED_UP = {
    "leading": N_("The answer was in your question. The other closed up."),
    "multiple": N_("You asked several things at once. The other chose what to leave out."),
    "advice": N_("Advice came before the picture was whole. The other closed up."),
    "argue": N_("It became a discussion about who is right. The other closed up."),
    "tell": N_("You told something, and the other had not finished. The other closed up."),
    "summarise_wrong": N_("The other did not recognise the summary, and closed up."),
    "reframe_early": N_("You looked at it in another way before the other was heard."),
}
_CLOSED = N_("After this the other closed up.")
_OPENED = N_("After this it came out: {title}.")
_CONFIRMED = N_("You gave it back, and the other said yes: {title}.")


class Part(NamedTuple):
    """A part of the report: its title and its lines."""

    title: str
    lines: tuple[Line, ...]


def report(conversation: Conversation, talk: Talk) -> tuple[Part, ...]:
    """Return the parts of the report in their order; none while the talk goes on."""
    if not talk.ended:
        return ()
    ending = conversation.ending(talk.state.ended)
    parts = (
        Part(_("What the other got out of it"), (Line(ending.for_them, ending.title),)),
        Part(_("What changes in your proposal"), _changes(conversation, talk, ending)),
        Part(_("Turning points"), _turning_points(conversation, talk)),
        Part(_("What you asked about"), _asked(conversation, talk)),
        Part(_("What you summarised and had confirmed"), _confirmed(conversation, talk)),
        Part(_("What there was to learn"), _learned(conversation, talk)),
        Part(_("One thing to try next time"), (Line(try_next(conversation, talk)),)),
    )
    return tuple(part for part in parts if part.lines)


def _changes(conversation: Conversation, talk: Talk, ending: Ending) -> tuple[Line, ...]:
    changed = [
        Line(one.changes, one.title)
        for one in conversation.things
        if one.changes and one.main and one.id in talk.state.confirmed
    ]
    return (Line(ending.for_you), *changed)


def _turning_points(conversation: Conversation, talk: Talk) -> tuple[Line, ...]:
    """Return the turns that made most difference, in their order, each quoted."""
    before = (conversation.openness, *(one.openness for one in talk.turns))
    rated = []
    for at, turn in enumerate(talk.turns):
        change = turn.openness - before[at]
        main = len(conversation.main & {*turn.opened, *turn.confirmed})
        weight = 2 * main + abs(change) + (change < 0)
        if (turn.opened or turn.confirmed or change < 0) and turn.answer:
            rated.append((weight, at, change))
    chosen = sorted(rated, key=lambda one: (-one[0], one[1]))[:MOST_TURNING_POINTS]
    return tuple(
        _quoted(conversation, at, talk.turns[at], change)
        for _weight, at, change in sorted(chosen, key=lambda one: one[1])
    )


def _quoted(conversation: Conversation, at: int, turn: Turn, change: int) -> Line:
    names = (*turn.opened, *turn.confirmed)
    titles = ", ".join(one.title for one in conversation.things if one.id in names)
    if turn.opened:
        why = _(_OPENED).format(title=titles)
    elif turn.confirmed:
        why = _(_CONFIRMED).format(title=titles)
    else:
        why = _(_CLOSED_UP.get(turn.act, _CLOSED))
    you = _("You")
    said = [f'{you}: "{turn.said}"', f'{conversation.partner}: "{turn.answer}"', why]
    mark = "other" if change < 0 and not names else "right"
    word = _("closed") if mark == "other" else _("opened")
    return Line("\n".join(said), _("turn {n}").format(n=at + 1), mark, word)


def _asked(conversation: Conversation, talk: Talk) -> tuple[Line, ...]:
    covered = functions_covered(conversation, talk)
    there = {one.about for one in conversation.things}
    return tuple(
        Line("", _(name), *_mark(key in covered, _("asked"), _("not asked")))
        for key, name in FUNCTIONS.items()
        if key in there or key in covered
    )


def functions_covered(conversation: Conversation, talk: Talk) -> set[str]:
    """Return the functions that your questions had."""
    covered = {turn.function for turn in talk.turns if turn.function and turn.act.startswith("ask")}
    return covered | {conversation.thing(one).about for one in talk.state.known}


def _confirmed(conversation: Conversation, talk: Talk) -> tuple[Line, ...]:
    known = [one for one in conversation.things if one.main and one.id in talk.state.known]
    if not known:
        return (Line(_("You did not hear any of the main points, so there was nothing to check.")),)
    yes, no = _("confirmed"), _("heard, not checked")
    return tuple(
        Line("", one.title, *_mark(one.id in talk.state.confirmed, yes, no)) for one in known
    )


def _learned(conversation: Conversation, talk: Talk) -> tuple[Line, ...]:
    yes, no = _("learned"), _("not learned")
    return tuple(
        Line(
            _("This was one of the main points.") if one.main else "",
            one.title,
            *_mark(one.id in talk.state.known, yes, no),
        )
        for one in conversation.things
    )


def _mark(there: bool, yes: str, no: str) -> tuple[str, str]:
    return ("right", yes) if there else ("other", no)
