"""The picture of all pairs on the page: each pair can be pressed."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from helpers.pictures.image import drawn, svg_html
from helpers.pictures.pairs import (
    Pair,
    describe_pairs,
    draw_pairs,
    pair_kinds,
    pair_name,
    pair_places,
    pair_text,
    pairs_size,
    pairs_table,
)
from helpers.texts.language import _
from helpers.tools.controls.controls import Picture
from helpers.tools.forms.sheet_items import Pairs


class ShownPairs(NamedTuple):
    """What the picture shows: the parties, their pairs, and which pair is chosen."""

    names: list[str]
    pairs: Sequence[Pair]
    chosen: int

    @property
    def offered(self) -> Pairs:
        """The pairs with their numbers in words, by an id."""
        return [(pair_key(one), self._label(one)) for one in self.pairs]

    @property
    def svg(self) -> str:
        """The picture as an SVG document."""
        size = pairs_size(len(self.names))
        return drawn(draw_pairs, size, self.names, self.pairs, self.chosen)

    @property
    def html(self) -> str:
        """The picture without anything to press."""
        return svg_html(self.svg, describe_pairs(self.names, self.pairs))

    @property
    def spots(self) -> list[dict[str, Any]]:
        """What can be pressed."""
        places = pair_places(self.pairs, len(self.names))
        shown = enumerate(zip(self.offered, places, strict=True))
        return [
            {"id": key, "label": label, "chosen": at == self.chosen, "place": list(place)}
            for at, ((key, label), place) in shown
        ]

    @property
    def table(self) -> dict[str, Any]:
        """The same in words."""
        return {
            "title": _("The same as a table"),
            "columns": ["", *pair_kinds().values()],
            "rows": pairs_table(self.names, self.pairs),
        }

    def _label(self, pair: Pair) -> str:
        return f"{pair_name(self.names, pair)}: {pair_text(pair)}"


def pair_key(pair: Pair) -> str:
    """Return the id of a pair on the page."""
    return f"{pair.first} {pair.second}"


def show_pairs(picture: Picture, shown: ShownPairs) -> None:
    """Bring the picture in line; without pairs it is not to be seen."""
    full = bool(shown.pairs)
    with picture.hold_sync():
        picture.alt = describe_pairs(shown.names, shown.pairs) if full else ""
        picture.svg = shown.svg if full else ""
        picture.table = shown.table if full else {}
        picture.spots = shown.spots if full else []
