"""The field of partners by themes as it stands on the page."""

from typing import Any, NamedTuple

from helpers.pictures.partner_matrix import Spot, matrix_table, partner_matrix_svg
from helpers.texts.language import _


class Drawn(NamedTuple):
    """The field as it is drawn: the names of partners and of themes, and what stands in it."""

    names: tuple[list[str], list[str]]
    spots: list[Spot]

    @property
    def svg(self) -> str:
        """The field as an SVG document."""
        return partner_matrix_svg(*self.names, self.spots)

    @property
    def table(self) -> dict[str, Any]:
        """The same in words."""
        return {
            "title": _("The same as a table"),
            "columns": ["", *self.names[1]],
            "rows": matrix_table(*self.names, self.spots),
        }
