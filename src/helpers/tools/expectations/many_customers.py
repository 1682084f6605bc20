"""Customers that one cannot choose: how many people one solution satisfies, and for whom."""

from functools import lru_cache

import ipywidgets as widgets
import traitlets

from helpers.analysis.expectations.served import Served, share_served, simulate_served
from helpers.pictures.image import drawn, svg_html
from helpers.pictures.served import Hundred, describe_served, draw_served, hundred
from helpers.texts.language import _, ngettext
from helpers.tools.controls.controls import Picture, Slider, Spoken
from helpers.tools.still import Still
from helpers.tools.tool import Shown, guarded, side_by_side

_MOST_GROUPS, _MOST_APART = 12, 4.0
_WITHIN, _ENOUGH = 1.0, 1.5
_PEOPLE, _ROUNDS, _SEED = 40, 160, 2012


class ManyCustomers(Shown):
    """A company that may let groups go beside a government that may not; nothing of it is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.groups = Slider(
            label=_("How many groups are there?"),
            low=1,
            high=_MOST_GROUPS,
            step=1,
            value=1,
            ends=["1", str(_MOST_GROUPS)],
        )
        self.apart = Slider(
            label=_("How different are their wishes?"),
            high=_MOST_APART,
            step=0.5,
            value=2.0,
            ends=[_("alike"), _("very different")],
        )
        self.outcome, self.picture = Spoken(), Picture()
        note = Spoken(lines=[{"text": _note(), "look": "dv-note"}])
        left = [self.groups, self.apart, note]
        self.view = widgets.VBox([side_by_side(left, [self.outcome, self.picture])])
        self.redraw_once()
        self.groups.observe(self._move, "value")
        self.apart.observe(self._move, "value")

    @property
    def number(self) -> int:
        """How many groups there are."""
        return round(self.groups.value)

    @property
    def government(self) -> float:
        """The share of all people that one solution for everybody satisfies."""
        return share_served(self.number, self.apart.value, _WITHIN, _ENOUGH)

    @property
    def company(self) -> Served:
        """What a company does that may let groups go."""
        return _company(self.number, self.apart.value)

    @property
    def rows(self) -> list[Hundred]:
        """What the picture shows: the company and the government, of a hundred people each."""
        firm, everyone = self.company, self.government
        return [
            hundred(_("A company that may choose"), firm.chosen * firm.kept, firm.kept),
            hundred(_("A government that serves everybody"), everyone, 1.0),
        ]

    def redraw(self) -> None:
        """Bring sentences and picture in line with the sliders."""
        self.groups.call(_group_words)
        self.apart.call(_apart_words)
        self.outcome.lines = [{"text": text} for text in self.sentences]
        self.outcome.lines[0]["look"] = "dv-lead"
        with self.picture.hold_sync():
            self.picture.alt = describe_served(self.rows)
            self.picture.svg = self._svg()

    @property
    def sentences(self) -> list[str]:
        """What there is to see, in words."""
        firm, state = self.rows
        said = _("Of every hundred people the government satisfies {n} with one solution.")
        lines = [said.format(n=state.satisfied)]
        if firm.gone:
            said = _(
                "The company lets {gone} of every hundred go. Of the {kept} that stay, {n} are "
                "satisfied: {share} percent of its customers. A government cannot let anyone go."
            )
            kept = 100 - firm.gone
            share = round(100 * firm.satisfied / kept)
            lines.append(said.format(gone=firm.gone, kept=kept, n=firm.satisfied, share=share))
        else:
            lines.append(
                _("The company has no reason to let anyone go: their wishes lie close together.")
            )
        return lines

    def fail(self, sentence: str) -> None:
        """Show the sentence where the outcome stands."""
        self.outcome.lines = [{"text": sentence, "look": "dv-alert"}]

    @guarded
    def _move(self, change: traitlets.Bunch) -> None:
        if not self._drawing:
            self.redraw_once()

    def _svg(self) -> str:
        return drawn(draw_served, (7.2, 3.0), self.rows, place=(0.02, 0, 0.96, 1))

    def still_html(self) -> str:
        """Return the sentences and the picture without controls."""
        still = Still([("p", text) for text in [*self.sentences, _note()]])
        return still.html + svg_html(self._svg(), describe_served(self.rows))

    def still_text(self) -> str:
        """Return the sentences as plain text."""
        return "\n".join([*self.sentences, _note()])


@lru_cache(maxsize=256)
def _company(groups: int, apart: float) -> Served:
    return simulate_served(groups, apart, _WITHIN, _ENOUGH, _SEED, _PEOPLE, _ROUNDS)


def _group_words(value: float) -> str:
    return ngettext("{n} group", "{n} groups", round(value)).format(n=round(value))


def _apart_words(value: float) -> str:
    steps = [_("alike"), _("a little different"), _("different"), _("very different")]
    word = steps[min(int(value / _MOST_APART * len(steps)), len(steps) - 1)]
    place = _("step {n} of {total}").format(n=round(2 * value), total=round(2 * _MOST_APART))
    return f"{word}, {place}"


def _note() -> str:
    return _(
        "An example with invented people, to see what happens. All groups are equally large, there "
        "is one solution in the middle, and whoever is near enough to it is satisfied."
    )
