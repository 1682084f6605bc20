"""The principles of the course beside a dossier: what still lacks, what is there, what is empty."""

from helpers.analysis.checklist import Check, State, checklist
from helpers.dossier.model import Dossier
from helpers.texts.language import N_, _, ngettext
from helpers.tools.forms.sheet import Line
from helpers.tools.forms.sheet_items import Item, blocks, printing, section, told
from helpers.tools.own.check_words import WORDS, advice
from helpers.tools.own.overview import Overview

_HEADS = {
    State.LACKS: N_("What still lacks"),
    State.KEPT: N_("What is there"),
    State.EMPTY: N_("Not begun yet. That need not be, but look at it once"),
}
_RIGHT = N_("✓ {text}")


class PrincipleCheck(Overview):
    """Every principle that a dossier can keep, and where something lacks."""

    TITLE = N_("The checklist of your dossier")

    @property
    def concerns(self) -> object:
        """The whole dossier."""
        return self.work.dossier, self.work.notice

    def items(self) -> list[Item]:
        """Return how many checks find nothing, and all checks by how far they are."""
        dossier = self.work.dossier
        checks = checklist(dossier)
        parts = [_part(state, checks, dossier) for state in _HEADS]
        shown = [part for part in parts if part["items"]]
        title = f"{_(self.TITLE)}: {dossier.title}"
        pages = [("h1", title), *blocks(shown, level=2)]
        return [*_counted(checks), *shown, printing("print", _("Print this list"), title, pages)]

    def lines(self) -> list[Line]:
        """Return nothing: how many there are stands above the list."""
        return []


def _counted(checks: tuple[Check, ...]) -> list[Item]:
    """Return how many of the checks that can be done are kept, and what that does not say."""
    looked = [one for one in checks if one.state != State.EMPTY]
    lacks = sum(one.state == State.LACKS for one in looked)
    if not looked:
        said = _("There is nothing to check yet. Write down who has something at stake.")
        return [told("count", said)]
    count = _count(lacks, len(looked))
    limits = _("The list sees whether something was written down, not whether it is good.")
    return [told("count", count), told("limits", limits, look="dv-note")]


def _count(lacks: int, n: int) -> str:
    """Return at how many of ``n`` questions something lacks.

    >>> _count(4, 4), _count(1, 4)
    ('Bij alle 4 vragen ontbreekt nog iets.', 'Bij 1 van de 4 vragen ontbreekt nog iets.')
    """
    if lacks == n:
        text = ngettext(
            "At the {n} question that was looked at, something still lacks.",
            "At all {n} questions something still lacks.",
            n,
        )
    elif lacks:
        text = _("At {lacks} of the {n} questions something still lacks.")
    else:
        text = ngettext(
            "At the {n} question that was looked at, nothing lacks.",
            "At none of the {n} questions anything lacks.",
            n,
        )
    return text.format(lacks=lacks, n=n)


def _part(state: State, checks: tuple[Check, ...], dossier: Dossier) -> Item:
    items = [_shown(one, dossier) for one in checks if one.state == state]
    return section(state.value, _(_HEADS[state]), items)


def _shown(check: Check, dossier: Dossier) -> Item:
    question = _(WORDS[check.name].question)
    lesson = _("Lesson {n}").format(n=check.lesson)
    if check.state == State.LACKS:
        head = {"text": question, "look": "dv-name"}
        lacks = told(check.name, f"{advice(check, dossier)} ({lesson})")
        return {**lacks, "lines": [head, *lacks["lines"]]}
    if check.state == State.KEPT:
        return told(check.name, _(_RIGHT).format(text=question))
    return told(check.name, f"{question} ({lesson})")
