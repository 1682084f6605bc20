"""The power-interest map: drag who decides and who is involved, and see who is affected."""

import html
from collections.abc import Mapping
from functools import lru_cache
from textwrap import wrap
from typing import Any

import ipywidgets as widgets
import pandas as pd

from helpers.analysis.stakeholders.stakeholder_map import CUT, UNKNOWN, power_interest
from helpers.dossier.model import Dossier
from helpers.pictures.image import drawn, svg_html
from helpers.pictures.stakeholder_map import (
    ATTITUDES,
    QUADRANTS,
    apart,
    attitude_of,
    describe_stakeholder_map,
    draw_stakeholder_map,
)
from helpers.pictures.style import INK, OPEN
from helpers.texts.language import N_, _, language, ngettext
from helpers.texts.numbers import listed, number
from helpers.tools.controls.controls import Spoken
from helpers.tools.controls.rows import NumberTable, PlaceMap, options
from helpers.tools.controls.undo import UndoButtons
from helpers.tools.missing import missing
from helpers.tools.tool import Tool, answering
from helpers.training.working_copy import WorkingCopy

_APART = 0.82
_SCALES = {
    "power": (N_("Power"), N_("Power of {name}")),
    "involvement": (N_("Involvement"), N_("Involvement of {name}")),
    "affected": (N_("Affected"), N_("How much {name} is affected")),
}
_CORNERS = {
    "power": ("top", False),
    "power_and_interest": ("top", True),
    "neither": ("bottom", False),
    "interest": ("bottom", True),
}
_COLUMNS = (*_SCALES, "attitude")


class PowerInterestMap(Tool):
    """Power, involvement, who is affected and their attitude: as a map and as a table."""

    def __init__(self, work: WorkingCopy) -> None:
        super().__init__(work)
        self.outcome = Spoken()
        self.undo = UndoButtons(work)
        self.map = PlaceMap(cut=CUT, words=_map_words(), quadrants=_quadrants(), legend=_legend())
        self.table = NumberTable(
            columns=_columns(),
            words={
                "caption": _("The same in numbers, from 0 (none) to 10 (very much)"),
                "head": _("Stakeholder"),
                "unread": _("This must be a number from 0 to 10, or empty if you do not know it."),
            },
        )
        self.table.unfolded = bool((self.places["quadrant"] == UNKNOWN).any())
        self.view = widgets.VBox([self.outcome, self.undo, self.map, self.table])
        self.start()
        self.map.hear(answering(self, self._move))
        self.table.hear(answering(self, self._fill_in))

    @property
    def places(self) -> pd.DataFrame:
        """One row a stakeholder: what the analysis says, with ``name`` and ``number`` (from 1)."""
        return _places(self.work.dossier)

    @property
    def concerns(self) -> object:
        """The numbers of every stakeholder that place and mark it on the map."""
        people = self.work.dossier.stakeholders
        numbers = tuple(
            (p.id, p.name, p.power, p.involvement, p.affected, p.attitude) for p in people
        )
        return numbers, self.work.can_undo, self.work.notice

    def redraw(self) -> None:
        """Bring sentences, map and table in line with the working copy."""
        places = self.places
        self.outcome.lines = self._lines(places)
        rows = places.to_dict("records")
        with self.map.hold_sync():
            self.map.names = [_name(one) for one in rows]
            self.map.points = _points(places)
        self.table.rows = [_row(one) for one in rows]

    def fail(self, sentence: str) -> None:
        """Show the sentence above the map."""
        self.outcome.lines = [{"text": sentence, "look": "dv-alert"}]

    def _move(self, said: dict[str, Any]) -> dict[str, str]:
        values = {"involvement": said.get("x"), "power": said.get("y")}
        return self._change(str(said.get("key", "")), values)

    def _fill_in(self, said: dict[str, Any]) -> dict[str, str]:
        column, value = said.get("column"), said.get("value")
        if column not in _COLUMNS or not isinstance(value, str):
            return {}
        return self._change(str(said.get("key", "")), {column: value.strip()})

    def _change(self, key: str, values: dict[str, Any]) -> dict[str, str]:
        if key not in {one.id for one in self.work.dossier.stakeholders}:
            return {"": _("This stakeholder is no longer in the dossier.")}
        errors = self.work.problems("stakeholders", key, **values)
        if not errors:
            self.work.change("stakeholders", key, **values)
        return errors

    def _lines(self, places: pd.DataFrame) -> list[dict[str, str]]:
        if (places["quadrant"] == UNKNOWN).all():
            return self._nobody()
        overlooked = places.loc[places["overlooked"], "name"]
        quiet = places.loc[places["quadrant"] == "power", "name"]
        unplaced = places.loc[places["quadrant"] == UNKNOWN, "name"]
        near = int(places["borderline"].sum())
        told = _("Nobody who is strongly affected by the decision has little say.")
        if len(overlooked):
            told = ngettext(
                "{n} stakeholder is strongly affected by the decision and has little say:",
                "{n} stakeholders are strongly affected by the decision and have little say:",
                len(overlooked),
            ).format(n=len(overlooked))
        asleep = _("Nobody with much power gives it little attention.")
        if len(quiet):
            asleep = _("Much power, and so far little attention: {who}.").format(who=listed(quiet))
        lines = [
            {"text": told, "look": "dv-lead"},
            {"text": f"{listed(overlooked)}." if len(overlooked) else ""},
            {"text": asleep},
        ]
        lines = [line for line in lines if line["text"]]
        if near:
            text = ngettext(
                "The lines are no hard border: {n} stands close and may as well be across.",
                "The lines are no hard border: {n} stand close and may as well be across.",
                near,
            )
            lines[-1]["text"] += " " + text.format(n=near)
        if len(unplaced):
            text = _("Not on the map, because you do not know their power or involvement: {who}.")
            lines.append({"text": text.format(who=listed(unplaced))})
        if self.work.notice:
            lines.append({"text": self.work.notice, "look": "dv-alert"})
        return lines

    def _nobody(self) -> list[dict[str, str]]:
        """Return what to say as long as nobody has a place on the map."""
        dossier, notice = self.work.dossier, self.work.notice
        lacks = [{"text": text} for text in missing(dossier, "people")]
        if not lacks:
            text = _(
                "Nobody has a place on the map yet. Fill in below how much power and involvement "
                "each has; what you do not know stays empty."
            )
            lacks = [{"text": text}]
        return [*lacks, {"text": notice, "look": "dv-alert"}] if notice else lacks

    def still_html(self) -> str:
        """Return the sentences, the map as a picture and the table, without controls."""
        places = self.places
        told = [f"<p>{html.escape(line['text'])}</p>" for line in self._lines(places)]
        table = pd.DataFrame(
            {
                _("Number"): places["number"],
                _("Stakeholder"): places["name"],
                **{_(title): places[c].map(_number) for c, (title, _of) in _SCALES.items()},
                _("Attitude"): [_(ATTITUDES[attitude_of(a)][1]) for a in places["attitude"]],
            }
        )
        svg = drawn(draw_stakeholder_map, (10, 6.5), places)
        picture = svg_html(svg, describe_stakeholder_map(places))
        return "".join(told) + picture + table.to_html(index=False, border=0)

    def still_text(self) -> str:
        """Return in words what the map shows."""
        return "\n".join(line["text"] for line in self._lines(self.places))


@lru_cache(maxsize=4)
def _places(dossier: Dossier) -> pd.DataFrame:
    people = dossier.table("stakeholders")
    table = power_interest(people)
    return table.assign(name=people["name"].to_numpy(), number=range(1, len(people) + 1))


def _number(value: float) -> str:
    return _("not known yet") if pd.isna(value) else number(value, 1)


def _in_words(one: Mapping[Any, Any]) -> str:
    """Return what a screen reader says of a mark: who, where, and what that means."""
    told = [f"{_(title)} {_number(one[column])}" for column, (title, _of) in _SCALES.items()]
    attitude, meaning = ATTITUDES[attitude_of(one["attitude"])][1], QUADRANTS[one["quadrant"]]
    return f"{one['number']} {one['name']}. {', '.join([*told, _(attitude)])}. {_(meaning)}"


def _points(places: pd.DataFrame) -> list[dict[str, Any]]:
    placed = places[places[["power", "involvement"]].notna().all(axis=1)]
    clear = apart(placed[["involvement", "power"]].to_numpy(dtype=float), _APART)
    points = []
    for one, (x, y) in zip(placed.to_dict("records"), clear.tolist(), strict=True):
        attitude = attitude_of(one["attitude"])
        mark = ATTITUDES[attitude][0]
        points.append(
            {
                "id": one["id"],
                "number": str(one["number"]),
                "label": one["name"],
                "words": _in_words(one),
                "x": one["involvement"],
                "y": one["power"],
                "shown_x": round(x, 3),
                "shown_y": round(y, 3),
                "shape": mark.shape,
                "fill": mark.fill,
                "edge": mark.edge,
                "ink": OPEN if attitude in (2, -2) else INK,
                "ring": bool(one["hit"]),
            }
        )
    return points


def _name(one: Mapping[Any, Any]) -> dict[str, str]:
    note = _("not on the map yet") if one["quadrant"] == UNKNOWN else ""
    return {"id": one["id"], "number": str(one["number"]), "label": one["name"], "note": note}


def _row(one: Mapping[Any, Any]) -> dict[str, Any]:
    attitude = attitude_of(one["attitude"])
    values = {c: "" if pd.isna(one[c]) else f"{one[c]:g}" for c in _SCALES}
    values["attitude"] = "" if attitude is None else str(attitude)
    return {"id": one["id"], "number": str(one["number"]), "label": one["name"], "values": values}


def _columns() -> list[dict[str, Any]]:
    scale = {"kind": "number", "low": 0, "high": 10, "step": 0.5}
    words = [("" if one is None else one, _(said)) for one, (_mark, said) in ATTITUDES.items()]
    attitude = {"kind": "choice", "options": options(*words)}
    return [
        *({"id": c, "label": _(t), "of": _(of), **scale} for c, (t, of) in _SCALES.items()),
        {"id": "attitude", "label": _("Attitude"), "of": _("Attitude of {name}"), **attitude},
    ]


def _quadrants() -> list[dict[str, Any]]:
    return [
        {"row": row, "right": right, "lines": _quadrant_lines(name)}
        for name, (row, right) in _CORNERS.items()
    ]


def _quadrant_lines(name: str) -> list[str]:
    """Return the words of a quadrant in lines that fit its half of the map."""
    words = _(QUADRANTS[name])
    return [line for part in words.replace(": ", ":\n").split("\n") for line in wrap(part, 36)]


def _legend() -> list[dict[str, Any]]:
    marks = [
        {"shape": mark.shape, "fill": mark.fill, "edge": mark.edge, "text": _(words)}
        for mark, words in ATTITUDES.values()
    ]
    return [*marks, {"ring": True, "text": _("ring: strongly affected by the decision")}]


def _map_words() -> dict[str, str]:
    return {
        "lang": language(),
        "label": _("Map of power and involvement"),
        "across": _("Involvement: how much attention they give it"),
        "up": _("Power: how much they decide"),
        "skip": _("Go to the same in numbers"),
        "how": _(
            "Drag a mark to where you think it belongs. Or go to the map with Tab. Page Down and "
            "Page Up go to the next mark and the one before, Home and End to the first and the "
            "last. Move a mark with the arrow keys, and press Enter to leave it there or Escape "
            "to put it back."
        ),
        "dragged": _("{name}: power {y}, involvement {x}."),
        "moved": _(
            "{name}: power {y}, involvement {x}. Enter: leave it here. Escape: put it back."
        ),
        "put": _("{name} now stands at power {y}, involvement {x}."),
        "back": _("{name} is back at power {y}, involvement {x}."),
    }
