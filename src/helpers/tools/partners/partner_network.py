"""The network of a part of the partners: through which themes and departments they are linked."""

from collections.abc import Sequence
from typing import Any

from helpers.analysis.partners.network import partner_links
from helpers.dossier.model import Dossier
from helpers.pictures.image import drawn
from helpers.pictures.partner_network import (
    ALONE,
    ONE,
    Network,
    Organisation,
    draw_partner_network,
    network_size,
    network_table,
)
from helpers.texts.language import _
from helpers.tools.partners.partner_rows import Part

MOST_DEPARTMENTS = 24
"""How many departments one picture holds; those with most themes stay."""


def network_of(dossier: Dossier, part: Part) -> Network:
    """Return the network of the partners and themes of a part.

    What stands out of a partner is said over all themes, also those outside the part.
    """
    import pandas as pd

    rows = [one for one in dossier.partner_themes if one.partner in part.partners]
    told = pd.DataFrame(
        [(one.partner, one.theme, one.level or 0.0, one.department) for one in rows],
        columns=["partner", "theme", "level", "department"],
    )
    links = partner_links(pd.DataFrame({"id": list(part.partners)}), told)
    theme = {key: at for at, key in enumerate(part.themes)}
    runs = {(theme[one.theme], one.department.strip()) for one in rows if one.theme in theme}
    named = _departments([run for run in runs if run[1]])
    place = {name: at for at, name in enumerate(named)}
    names = {one.id: one.name for one in dossier.partners}
    shown = links[["partner", "themes", "departments", "alone", "one_department"]].to_numpy()
    partners = [
        Organisation(
            names[partner],
            tuple(theme[one] for one in themes if one in theme),
            tuple(place[one] for one in departments if one in place),
            ALONE if alone else ONE if single else "",
        )
        for partner, themes, departments, alone, single in shown.tolist()
    ]
    titles = {one.id: one.name for one in dossier.themes}
    pairs = sorted((at, place[name]) for at, name in runs if name in place)
    return Network(partners, [titles[key] for key in part.themes], named, pairs)


def _departments(runs: Sequence[tuple[int, str]]) -> list[str]:
    """Return the departments, beside the themes about which contacts run through them."""
    at: dict[str, list[int]] = {}
    for theme, name in sorted(runs):
        at.setdefault(name, []).append(theme)
    most = sorted(at, key=lambda name: -len(at[name]))[:MOST_DEPARTMENTS]
    return sorted(most, key=lambda name: (sum(at[name]) / len(at[name]), name))


def network_svg(network: Network) -> str:
    """Return the network as an SVG document."""
    return drawn(draw_partner_network, network_size(network), network)


def network_words(network: Network) -> dict[str, Any]:
    """Return the network as a table of words."""
    columns = ["", _("themes"), _("departments"), _("what stands out")]
    return {
        "title": _("The same as a table"),
        "columns": columns,
        "rows": network_table(network),
    }
