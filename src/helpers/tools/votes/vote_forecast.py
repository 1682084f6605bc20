"""The vote forecast: first for whom there is nothing in it yet, then the chance of a majority."""

import html
from functools import cache
from typing import Any, ClassVar

import ipywidgets as widgets
import pandas as pd
import traitlets

from helpers.dossier.model import Dossier
from helpers.dossier.words import WORDS, Vote
from helpers.pictures.chance import describe_chance, draw_chance
from helpers.pictures.half_circle import describe_half_circle, draw_half_circle
from helpers.pictures.image import Canvas, drawn, svg_html
from helpers.pictures.tipping import describe_tipping, draw_tipping
from helpers.texts.language import _, ngettext
from helpers.tools.controls.controls import Choices, Picture, Slider, Spoken
from helpers.tools.controls.undo import UndoButtons
from helpers.tools.missing import missing
from helpers.tools.tool import Tool, guarded, side_by_side
from helpers.tools.votes.standing import (
    Lines,
    Standing,
    enough_lines,
    nothing_lines,
    outcome_lines,
    standing,
    tipping,
)
from helpers.training.on_the_table import choose_options, settled
from helpers.training.row_changes import given
from helpers.training.working_copy import WorkingCopy

_MOST = 0.7


class VoteForecast(Tool):
    """Judge each party group in five words and see how the vote stands.

    With ``votes_only`` it is the small version for a first acquaintance. Else an option can be
    chosen for each issue, with beside it for whom there is nothing in it yet; and last, when a
    person unfolds it, who tips the vote.
    """

    _pictured: ClassVar[tuple[Standing | None, str]] = (None, "")

    def __init__(self, work: WorkingCopy, votes_only: bool = False) -> None:
        super().__init__(work)
        self._votes_only = votes_only
        self.nothing = Spoken()
        self.package = Choices(caption=_("What would you propose?"), rows=_issue_rows(work.dossier))
        self.judged = Choices(
            caption=_("How does each party group vote on the proposal as it lies?"),
            options=_words(),
        )
        self.together = Slider(
            label=_("How much do party groups follow one another?"),
            high=_MOST,
            ends=[_("not at all"), _("strongly")],
        )
        self.enough, self.outcome = Spoken(), Spoken()
        self.picture = Picture()
        self.tips = Picture(title=_("Only after that: who tips the vote?"), unfolded=False)
        above = side_by_side([self.package], [self.nothing, self.enough])
        self.undo = UndoButtons(work)
        controls = [self.judged, self.together, self.undo]
        forecast = side_by_side(controls, [self.outcome, self.picture])
        parts = [forecast] if votes_only else [above, forecast, self.tips]
        self.view = widgets.VBox(parts)
        self.start()
        self.package.observe(self._choose, "value")
        self.judged.observe(self._judge, "value")
        self.together.observe(self._move_together, "value")
        self.tips.observe(self._unfold, "unfolded")

    @property
    def stand(self) -> Standing:
        """How the vote stands in the working copy."""
        return standing(self.work.dossier, self.work.package)

    @property
    def concerns(self) -> object:
        """Everything that the standing rests on; the route and the contacts are not in it."""
        dossier, work = self.work.dossier, self.work
        wants = (dossier.stakeholders, dossier.interests, dossier.effects, dossier.thresholds)
        given = dossier.values  # noqa: PD011 (a table of a dossier)
        offered = dossier.issues, dossier.options, dossier.proposal, dossier.softness
        return wants, given, offered, dossier.shared_factor, work.package, work.notice

    def redraw(self) -> None:
        """Bring lists, slider, sentences and picture in line with the working copy."""
        stand, dossier = self.stand, self.work.dossier
        votes = _votes(stand)
        self.nothing.lines = nothing_lines(stand)
        self.enough.lines = enough_lines(stand) if votes else []
        said = outcome_lines(stand) if votes else _nobody_votes(dossier)
        self.outcome.lines = [*said, *self._notice()]
        self._redraw_package(dossier)
        for control in (self.judged, self.together, self.picture, self.tips):
            control.layout.display = "" if votes else "none"
        self.judged.rows = _group_rows(stand.groups)
        self.judged.value = dict(zip(stand.groups["id"], stand.groups["judged"], strict=True))
        self.together.value = dossier.shared_factor
        self.together.call(_together_words)
        with self.picture.hold_sync():
            self.picture.alt = _alt(stand) if votes else ""
            self.picture.svg = self._draw(stand) if votes else ""
        self._redraw_tips(stand)

    def _redraw_package(self, dossier: Dossier) -> None:
        """Offer the issues as they are now, each with what is chosen or else the status quo."""
        rows, issues = _issue_rows(dossier), {one.id: one.issue for one in dossier.options}
        chosen = settled(dossier, [one.id for one in dossier.issues], self.work.package)
        with self.package.hold_sync():
            if self.package.rows != rows:
                self.package.value = {}
                self.package.rows = rows
            self.package.value = {issues[one]: one for one in chosen}
        self.package.layout.display = "" if rows else "none"

    def fail(self, sentence: str) -> None:
        """Show the sentence where the outcome stands."""
        self.outcome.lines = [{"text": sentence, "look": "dv-alert"}]

    @guarded
    def _choose(self, change: traitlets.Bunch) -> None:
        if not self._drawing:
            for issue, option in change.new.items():
                if change.old.get(issue) != option:
                    self._take_option(option)

    def _take_option(self, option: str) -> None:
        self.work.save(lambda work: choose_options(work, [option]))

    @guarded
    def _judge(self, change: traitlets.Bunch) -> None:
        new = dict(change.new.items() - change.old.items())
        if new and not self._drawing:
            self.work.amend(lambda dossier: _judged(dossier, new))

    @guarded
    def _move_together(self, change: traitlets.Bunch) -> None:
        if not self._drawing:
            self.work.set_shared_factor(change.new)

    @guarded
    def _unfold(self, change: traitlets.Bunch) -> None:
        self._redraw_tips(self.stand)

    def _redraw_tips(self, stand: Standing) -> None:
        if self.tips.unfolded and _votes(stand):
            table = tipping(stand, self.work.dossier.shared_factor)
            with self.tips.hold_sync():
                self.tips.alt = describe_tipping(table)
                self.tips.svg = _tips_svg(table)

    def _notice(self) -> Lines:
        return [{"text": self.work.notice, "look": "dv-alert"}] if self.work.notice else []

    def _draw(self, stand: Standing) -> str:
        """Return the picture of a standing; the last one is kept for all forecasts on a page."""
        if stand is not VoteForecast._pictured[0]:
            half, bar = _canvas().wiped()
            draw_half_circle(half, stand.groups)
            draw_chance(bar, stand.band)
            VoteForecast._pictured = stand, _canvas().svg
        return VoteForecast._pictured[1]

    def _lines(self, stand: Standing) -> Lines:
        above = [] if self._votes_only else nothing_lines(stand)
        if not _votes(stand):
            return [*above, *_nobody_votes(self.work.dossier)]
        enough = [] if self._votes_only else enough_lines(stand)
        return [*above, *enough, *outcome_lines(stand)]

    def still_html(self) -> str:
        """Return the sentences, the picture and the judged votes without controls."""
        stand = self.stand
        told = "".join(f"<p>{html.escape(line['text'])}</p>" for line in self._lines(stand))
        if not _votes(stand):
            return told
        words = {one["id"]: one["label"] for one in [*_words(), _not_judged()]}
        table = stand.groups.assign(judged=[words[word] for word in stand.groups["judged"]])
        titles = {"name": _("Party group"), "seats": _("Seats"), "judged": _("Judged vote")}
        rows = table[list(titles)].rename(columns=titles).to_html(index=False, border=0)
        return told + svg_html(self._draw(stand), _alt(stand)) + rows + self._still_tips(stand)

    def _still_tips(self, stand: Standing) -> str:
        if self._votes_only:
            return ""
        table = tipping(stand, self.work.dossier.shared_factor)
        image = svg_html(_tips_svg(table), describe_tipping(table))
        return f"<details><summary>{html.escape(self.tips.title)}</summary>{image}</details>"

    def still_text(self) -> str:
        """Return the sentences of the tool as plain text."""
        return "\n".join(line["text"] for line in self._lines(self.stand))


@cache
def _canvas() -> Canvas:
    return Canvas(7.2, 4.9, (0, 0.24, 1, 0.76), (0.04, 0.07, 0.92, 0.09))


def _judged(dossier: Dossier, words: dict[str, str]) -> Dossier:
    """Return a dossier in which these party groups have these words, as one change."""
    for key, word in words.items():
        dossier = dossier.change(
            "stakeholders", key, **given("stakeholders", {"judged_vote": word})
        )
    return dossier


def _votes(stand: Standing) -> bool:
    """Return whether anybody has a vote."""
    return bool(stand.groups["seats"].sum())


def _nobody_votes(dossier: Dossier) -> Lines:
    return [{"text": text} for text in missing(dossier, "people", "fracties")]


def _tips_svg(table: pd.DataFrame) -> str:
    return drawn(draw_tipping, (9, 1.25 + 0.4 * len(table)), table)


def _issue_rows(dossier: Dossier) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for issue in dossier.issues:
        options = [
            {"id": one.id, "label": _option_label(dossier, one.id, one.name)}
            for one in dossier.options
            if one.issue == issue.id
        ]
        rows.append({"id": issue.id, "label": issue.name, "options": options})
    return rows


def _option_label(dossier: Dossier, option: str, name: str) -> str:
    return _("Proposal: {option}").format(option=name) if option in dossier.proposal else name


def _words() -> list[dict[str, str]]:
    return [{"id": word.value, "label": _(WORDS[word])} for word in Vote]


def _not_judged() -> dict[str, str]:
    return {"id": "", "label": _("not judged yet")}


def _group_rows(groups: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of the list; who is not judged yet has that as a choice beside the words."""
    columns = (groups["id"], groups["name"], groups["seats"].tolist(), groups["judged"])
    return [
        {
            "id": key,
            "label": name,
            "note": ngettext("{n} seat", "{n} seats", n).format(n=n),
            **({} if judged else {"options": [_not_judged(), *_words()]}),
        }
        for key, name, n, judged in zip(*columns, strict=True)
    ]


def _together_words(shared_factor: float) -> str:
    steps = [_("not at all"), _("a little"), _("clearly"), _("strongly")]
    word = steps[min(int(shared_factor / _MOST * len(steps)), len(steps) - 1)]
    place = _("step {n} of {total}").format(n=round(20 * shared_factor), total=round(20 * _MOST))
    return f"{word}, {place}"


def _alt(stand: Standing) -> str:
    return f"{describe_half_circle(stand.groups)} {describe_chance(stand.band)}"
