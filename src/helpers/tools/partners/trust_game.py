"""Trust or distrust over the years: two ways of dealing with one another, as an illustration."""

import ipywidgets as widgets
import traitlets

from helpers.analysis.partners.trust import Year, patience_needed, play
from helpers.pictures.image import drawn, svg_html
from helpers.pictures.trust import Round, describe_trust, draw_trust
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import number, percent
from helpers.tools.controls.controls import Choices, Picture, Slider, Spoken
from helpers.tools.controls.rows import options
from helpers.tools.still import Still
from helpers.tools.tool import Shown, guarded, side_by_side

_WAYS = {
    "open": N_("always open"),
    "answers": N_("begins open, follows the other"),
    "tests": N_("waits, follows the other"),
    "closed": N_("always holds back"),
}
_OPEN, _MOST, _FIRST = "open", 20, 10
_START = {"ours": "tests", "theirs": "answers"}


class TrustGame(Shown):
    """Two sides that are open or hold back, year after year; nothing of it is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = Choices(
            caption=_("How do both deal with one another?"),
            rows=[{"id": "ours", "label": _("We")}, {"id": "theirs", "label": _("The partner")}],
            options=options(*((key, _(word)) for key, word in _WAYS.items())),
            value=dict(_START),
        )
        self.years = Slider(
            label=_("How many years?"),
            low=1,
            high=_MOST,
            step=1,
            value=_FIRST,
            ends=["1", str(_MOST)],
        )
        self.outcome, self.picture = Spoken(), Picture()
        notes = Spoken(lines=[{"text": text, "look": "dv-note"} for text in _notes()])
        left = [self.ways, self.years, notes]
        self.view = widgets.VBox([side_by_side(left, [self.outcome, self.picture])])
        self.redraw_once()
        for control in (self.ways, self.years):
            control.observe(self._move, "value")

    @property
    def chosen(self) -> dict[str, str]:
        """How we and the partner deal with one another."""
        return {**_START, **self.ways.value}

    @property
    def played(self) -> tuple[Year, ...]:
        """What happens in the years that are chosen."""
        ways = self.chosen
        return play(ways["ours"], ways["theirs"], round(self.years.value))

    @property
    def best(self) -> float:
        """What both have together when both are open all years."""
        last = play(_OPEN, _OPEN, round(self.years.value))[-1]
        return last.ours + last.theirs

    @property
    def rounds(self) -> list[Round]:
        """What the picture shows."""
        return [Round(*one) for one in self.played]

    @property
    def sentences(self) -> list[str]:
        """What there is to see, in words."""
        last, years = self.played[-1], round(self.years.value)
        said = ngettext(
            "After {n} year we have {ours} points and the partner has {theirs}.",
            "After {n} years we have {ours} points and the partner has {theirs}.",
            years,
        )
        have = said.format(n=years, ours=number(last.ours, 1), theirs=number(last.theirs, 1))
        return [have, self._together(last), *self._first_year()]

    def redraw(self) -> None:
        """Bring sentences and picture in line with the controls."""
        self.years.call(_year_words)
        lead, *rest = self.sentences
        self.outcome.lines = [{"text": lead, "look": "dv-lead"}, *({"text": one} for one in rest)]
        with self.picture.hold_sync():
            self.picture.alt = describe_trust(self.rounds)
            self.picture.svg = self._svg()
            self.picture.table = self._table()

    def fail(self, sentence: str) -> None:
        """Show the sentence where the outcome stands."""
        self.outcome.lines = [{"text": sentence, "look": "dv-alert"}]

    @guarded
    def _move(self, change: traitlets.Bunch) -> None:
        if not self._drawing:
            self.redraw_once()

    def _together(self, last: Year) -> str:
        together = last.ours + last.theirs
        if together == self.best:
            return _("Together that is {all}: more is not possible.").format(
                all=number(together, 1)
            )
        said = _("Together that is {all}. If both had been open, it would have been {best}.")
        return said.format(all=number(together, 1), best=number(self.best, 1))

    def _first_year(self) -> list[str]:
        """Return what whoever holds back gains at first, and what it costs afterwards."""
        first, last = self.played[0], self.played[-1]
        if not any(one.we or one.they for one in self.played):
            return [_("Nobody begins, so nothing changes.")]
        if first.we == first.they:
            return []
        who = _("We win the first year by holding back.")
        if first.we:
            who = _("The partner wins the first year by holding back.")
        later = sum(one.we and one.they for one in self.played[1:])
        both = self.best / 2
        taker = last.theirs if first.we else last.ours
        if taker < both:
            return [who + " " + _("Over all years that costs more than it brought.")]
        return [who if later else who + " " + _("That goes well as long as the other stays open.")]

    def _table(self) -> dict[str, object]:
        words = {True: _("open"), False: _("holds back")}
        rows = [
            [str(at), words[one.we], words[one.they], number(one.ours, 1), number(one.theirs, 1)]
            for at, one in enumerate(self.played, start=1)
        ]
        heads = [_("year"), _("we"), _("they"), _("our points"), _("their points")]
        return {"title": _("The same as a table"), "columns": heads, "rows": rows}

    def _svg(self) -> str:
        return drawn(draw_trust, (7.0, 3.6), self.rounds, self.best / 2)

    def still_html(self) -> str:
        """Return the sentences and the picture without controls."""
        still = Still([("p", text) for text in [*self._chosen(), *self.sentences, *_notes()]])
        return still.html + svg_html(self._svg(), describe_trust(self.rounds))

    def still_text(self) -> str:
        """Return the sentences as plain text."""
        return "\n".join([*self._chosen(), *self.sentences, *_notes()])

    def _chosen(self) -> list[str]:
        said, names = _("{who}: {way}."), {one["id"]: one["label"] for one in self.ways.rows}
        return [said.format(who=names[key], way=_(_WAYS[way])) for key, way in self.chosen.items()]


def _year_words(value: float) -> str:
    return ngettext("{n} year", "{n} years", round(value)).format(n=round(value))


def _notes() -> list[str]:
    share = percent(patience_needed())
    return [
        _(
            "An illustration of ours, no measurement. Each year both choose at the same moment: to "
            "be open, or to hold back. Both open brings each 3 points, both holding back 1. Who "
            "holds back while the other is open gets 4, the other 0. We chose these numbers. Who "
            "follows the other does what the other did a year before."
        ),
        _(
            "With these numbers openness pays when a next year counts for at least {share} of this "
            "year, and when the other answers in kind. Real partners have more than two choices, "
            "talk, make mistakes and forgive. What stays: who sees one another again has something "
            "to lose."
        ).format(share=share),
        _(
            "Open does not mean: giving an advantage. Selling and awarding go by criteria that "
            "hold for everybody."
        ),
    ]
