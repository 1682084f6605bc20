"""Which partners and themes the matrix shows: searched, filtered, sorted, in parts that fit."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from helpers.analysis.partners.coverage import coverage, not_asked, partner_review
from helpers.dossier.model import Dossier
from helpers.pictures.partner_matrix import Spot

PARTNERS, THEMES = 24, 14
"""How many of each one picture holds."""
ONLY = ("white", "single_theme", "single_department", "stale", "late")
SORTS = ("table", "name", "white", "stale")
SHAPES = ("matrix", "network")


class Found(NamedTuple):
    """What follows from the partners of a dossier: by partner and theme, by partner, by theme."""

    cells: pd.DataFrame
    review: pd.DataFrame
    asked: pd.DataFrame


class View(NamedTuple):
    """What somebody wants to see; empty means everything."""

    search: str = ""
    theme: str = ""
    only: str = ""
    sort: str = SORTS[0]
    shape: str = SHAPES[0]


class Part(NamedTuple):
    """What fits in one picture: ids of partners and of themes."""

    partners: tuple[str, ...]
    themes: tuple[str, ...]


def found_in(dossier: Dossier) -> Found:
    """Return what follows from the partners of a dossier, on its own day."""
    partners, themes, rows = map(dossier.table, ("partners", "themes", "partner_themes"))
    days = [one.last_contact for one in dossier.partner_themes]
    rows["last_contact"] = [one.toordinal() if one else float("nan") for one in days]
    day = dossier.as_of.toordinal()
    cells = coverage(rows, day)
    cells["level"], cells["wish"] = rows["level"].to_numpy(), rows["wish"].to_numpy()
    return Found(cells, partner_review(partners, rows, day), not_asked(partners, rows, themes))


def shown_partners(dossier: Dossier, found: Found, view: View) -> list[str]:
    """Return the ids of the partners that somebody wants to see, in the order wanted."""
    cells, review = found.cells, found.review
    here = cells[cells["theme"] == view.theme] if view.theme else cells
    names = {one.id: one.name for one in dossier.partners}
    words = view.search.casefold().split()
    keys = [key for key, name in names.items() if all(word in name.casefold() for word in words)]
    if view.theme:
        on = set(here["partner"])
        keys = [key for key in keys if key in on]
    if view.only in ("single_theme", "single_department"):
        so = set(review["partner"][review[view.only]])
        keys = [key for key in keys if key in so]
    elif view.only:
        so = set(here["partner"][here[view.only]])
        keys = [key for key in keys if key in so]
    if view.sort == "name":
        return sorted(keys, key=lambda key: names[key].casefold())
    if view.sort in ("white", "stale"):
        column = here.groupby("partner")["white" if view.sort == "white" else "staleness"]
        most = (column.sum() if view.sort == "white" else column.max()).fillna(0).to_dict()
        return sorted(keys, key=lambda key: -most.get(key, 0))
    return keys


def parts(partners: Sequence[str], themes: Sequence[str]) -> list[Part]:
    """Return the parts in which all partners and themes can be read, row after row.

    >>> [(len(one.partners), len(one.themes)) for one in parts("p" * 30, "t" * 15)]
    [(24, 14), (24, 1), (6, 14), (6, 1)]
    """
    return [
        Part(tuple(partners[at : at + PARTNERS]), tuple(themes[on : on + THEMES]))
        for at in range(0, len(partners), PARTNERS)
        for on in range(0, len(themes), THEMES)
    ]


def spots_of(part: Part, found: Found) -> list[Spot]:
    """Return what the picture shows of a part: where a theme concerns a partner or is worked on."""
    row = {key: at for at, key in enumerate(part.partners)}
    column = {key: at for at, key in enumerate(part.themes)}
    cells = found.cells
    near = cells["partner"].isin(row) & cells["theme"].isin(column)
    near &= cells["relevant"] | (cells["level"] > 0)
    names = ["partner", "theme", "level", "wish", "white"]
    return [
        Spot(row[partner], column[theme], _whole(level), _whole(wish), bool(white))
        for partner, theme, level, wish, white in cells.loc[near, names].to_numpy().tolist()
    ]


def _whole(value: float) -> int | None:
    return None if pd.isna(value) else int(value)
