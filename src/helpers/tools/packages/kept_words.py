"""The packages that were kept, side by side with the one on the table."""

from typing import Any

from helpers.dossier.model import Dossier
from helpers.texts.language import _
from helpers.tools.packages.party_words import SYMBOLS, points
from helpers.tools.packages.weighing import NO, UNSURE, YES, Party, Weighing
from helpers.training.kept_package import KeptPackage
from helpers.training.on_the_table import MOST_KEPT, settled


def kept_part(
    dossier: Dossier, kept: tuple[KeptPackage, ...], now: tuple[str, ...], weighed: Weighing
) -> dict[str, Any]:
    """Return the packages side by side, first the one on the table as it is now.

    ``columns`` have ``key`` and ``name``; ``groups`` a ``title`` and ``rows`` (``head``,
    ``cells``). ``weighed`` holds every issue that any of the packages uses.
    """
    everything = [one.id for one in dossier.issues]
    packages = [now, *(settled(dossier, everything, one.package) for one in kept)]
    columns = [{"key": "", "name": _("On the table now")}]
    columns += [{"key": one.key, "name": one.name} for one in kept]
    groups = [
        {"title": _("What was chosen"), "rows": _chosen(dossier, packages)},
        {"title": _("What it is worth"), "rows": _worth(packages, weighed)},
    ]
    full = _("{n} packages are kept. Remove one to keep another.").format(n=MOST_KEPT)
    return {
        "columns": columns,
        "groups": groups if kept else [],
        "full": full if len(kept) >= MOST_KEPT else "",
        "none": "" if kept else _("No package is kept yet."),
    }


def _chosen(dossier: Dossier, packages: list[tuple[str, ...]]) -> list[dict[str, Any]]:
    names = {one.id: one.name for one in dossier.options}
    issue = {one.id: one.issue for one in dossier.options}
    picked = [{issue[one]: names[one] for one in package} for package in packages]
    return [
        {"head": one.name, "cells": [each.get(one.id, "") for each in picked]}
        for one in dossier.issues
    ]


def _worth(packages: list[tuple[str, ...]], weighed: Weighing) -> list[dict[str, Any]]:
    stand = [weighed.parties(package) for package in packages]
    rows = [
        {"head": parties[0].name, "cells": [_cell(one) for one in parties]}
        for parties in zip(*stand, strict=True)
    ]
    total = len(stand[0])
    yes = [sum(one.says == YES for one in parties) for parties in stand]
    said = _("{n} of {total}")
    count = {
        "head": _("Say yes"),
        "cells": [said.format(n=one, total=total) for one in yes],
    }
    return [count, *rows]


def _cell(party: Party) -> str:
    says = {YES: _("yes"), NO: _("no"), UNSURE: _("not known yet")}
    return f"{points(party.value)} {SYMBOLS[party.says]} {says[party.says]}"
