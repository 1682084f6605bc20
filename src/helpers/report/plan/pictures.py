"""The pictures of a plan, each with what it shows in words; nothing when there is none."""

import pandas as pd

from helpers.analysis.partners.coverage import coverage
from helpers.analysis.stakeholders.interests import stakes
from helpers.analysis.stakeholders.stakeholder_map import power_interest
from helpers.dossier.model import Dossier
from helpers.pictures.heat_map import describe_heat_map, draw_heat_map, heat_map_size
from helpers.pictures.image import png_bytes
from helpers.pictures.partner_matrix import (
    Spot,
    describe_partner_matrix,
    draw_partner_matrix,
    matrix_size,
)
from helpers.pictures.stakeholder_map import describe_stakeholder_map, draw_stakeholder_map
from helpers.pictures.style import new_figure
from helpers.report.document import TEXT_WIDTH

Drawn = tuple[bytes, str, float]
"""A picture as PNG, what it shows in words, and its width on paper in centimetres."""

_MAP = (8.8, 6.2)
_MOST_NAMED, _MOST_PARTNERS, _MOST_THEMES = 40, 24, 14
_SCALE = 1.9  # centimetres on paper for an inch of a picture
_WIDEST, _SQUEEZE = 9.6, 0.8
"""Inches that can be read on a page of A4, and how much narrower than best a picture may be."""


def map_picture(dossier: Dossier) -> Drawn | None:
    """Return the map of power and involvement, once somebody has a place on it."""
    people = dossier.table("stakeholders")
    placed = people[["power", "involvement"]].notna().all(axis=1)
    if not placed.any() or len(people) > _MOST_NAMED:
        return None
    table = power_interest(people).assign(name=people["name"].to_numpy())
    figure = new_figure(*_MAP)
    draw_stakeholder_map(figure.add_axes((0, 0, 1, 1)), table)
    return _drawn(png_bytes(figure), _MAP[0], describe_stakeholder_map(table))


def options_picture(dossier: Dossier) -> Drawn | None:
    """Return what each option means to whom, when that fits on a page and something is known.

    Who gains nothing and loses nothing by any option is not in it.
    """
    cells = option_cells(dossier)
    told = (cells["value"] != 0) | (cells["open"] > 0)
    if cells.empty or not told.any():
        return None
    cells = cells[told.groupby(cells["row"]).transform("any")].reset_index(drop=True)
    said = describe_heat_map(cells)
    size = _fitting(heat_map_size(cells))
    if size is None:
        cells = _turned(cells)
        size = _fitting(heat_map_size(cells, lines=2))
        said = said.partition(". ")[2]  # it begins with how many rows and columns there are
    if size is None:
        return None
    figure = new_figure(*size)
    draw_heat_map(figure.add_axes((0, 0, 1, 1)), cells)
    return _drawn(png_bytes(figure), size[0], said)


def _drawn(png: bytes, inches: float, said: str) -> Drawn:
    """Return a picture on the scale of the others: a narrow one does not fill the page."""
    return png, said, min(TEXT_WIDTH, inches * _SCALE)


def _fitting(size: tuple[float, float]) -> tuple[float, float] | None:
    """Return a size that can be read on a page, nothing when there is none."""
    return (min(size[0], _WIDEST), size[1]) if size[0] * _SQUEEZE <= _WIDEST else None


def _turned(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the same with a row for each option and a column for each stakeholder."""
    option = cells["group"] + ": " + cells["column"]
    table = cells.assign(row=option, column=cells["row"], group="", at=pd.factorize(option)[0])
    return table.sort_values("at", kind="stable", ignore_index=True)


def option_cells(dossier: Dossier) -> pd.DataFrame:
    """Return what each option means to whom, by name; the status quo changes nothing."""
    names = ("stakeholders", "interests", "options", "effects", "values")
    people, wants, options, works, values = map(dossier.table, names)
    other = options[~options["status_quo"].astype(bool)]
    table = stakes(people, wants, other, works, values)
    called: dict[str, str] = {}
    for rows in (dossier.stakeholders, dossier.options, dossier.issues):
        called |= {one.id: one.name for one in rows}
    return pd.DataFrame(
        {
            "row": table["stakeholder"].map(called),
            "column": table["option"].map(called),
            "group": table["issue"].map(called),
            "value": table["value"],
            "open": table["open"],
        }
    )


def partners_picture(dossier: Dossier) -> Drawn | None:
    """Return partners by themes, when there are some and all fit in one picture."""
    partners, themes = dossier.partners, dossier.themes
    spots = partner_spots(dossier)
    if not spots or len(partners) > _MOST_PARTNERS or len(themes) > _MOST_THEMES:
        return None
    names = [one.name for one in partners], [one.name for one in themes]
    size = matrix_size(len(partners), len(themes))
    figure = new_figure(*size)
    draw_partner_matrix(figure.add_axes((0, 0, 1, 1)), *names, spots)
    return _drawn(png_bytes(figure), size[0], describe_partner_matrix(*names, spots))


def partner_spots(dossier: Dossier) -> list[Spot]:
    """Return how one works with each partner on each theme that concerns it."""
    row = {one.id: at for at, one in enumerate(dossier.partners)}
    column = {one.id: at for at, one in enumerate(dossier.themes)}
    rows = dossier.table("partner_themes")
    rows["last_contact"] = [
        one.last_contact.toordinal() if one.last_contact else float("nan")
        for one in dossier.partner_themes
    ]
    cells = coverage(rows, dossier.as_of.toordinal())
    found = zip(dossier.partner_themes, cells["relevant"], cells["white"], strict=True)
    return [
        Spot(row[one.partner], column[one.theme], one.level, one.wish, bool(white))
        for one, relevant, white in found
        if relevant or one.level
    ]
