"""A picture as an SVG document: that of matplotlib itself, drawn in less time."""

import io
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.pictures.image import drawn, svg_text
from helpers.pictures.served import Hundred, draw_served
from helpers.pictures.style import FONT, new_figure, write
from helpers.pictures.trust import Round, draw_trust

AS_WE_DRAW = {"svg.fonttype": "none", "svg.hashsalt": "draagvlak"}


def figure_of(words: str, size: float) -> Figure:
    figure = new_figure(4.3, 2.1)
    ax = figure.add_axes((0.1, 0.2, 0.8, 0.7))
    ax.plot([0, 1], [3, 2], marker="o", label=words)
    ax.add_patch(Rectangle((0, 2), 0.5, 0.5, hatch="//"))
    ax.imshow([[0.0, 1.0]], extent=(0, 1, 2, 3), aspect="auto")
    box = {"facecolor": "#ffffff", "pad": 1.5}
    write(ax, 0.3, 2.4, words, size=size, ha="center", va="top", rotation=30, bbox=box)
    ax.set_title("$x^2$ en meer", weight="bold")
    return figure


@pytest.mark.parametrize("size", [FONT, 14.5])
@pytest.mark.parametrize("words", ["Wie?", "Twee\nregels van € 5", "<b> & 'zo'", " "])
def test_it_is_the_document_that_matplotlib_saves(words: str, size: float) -> None:
    figure, file = figure_of(words, size), io.StringIO()
    with mpl.rc_context(AS_WE_DRAW):
        figure.savefig(file, format="svg", metadata={"Date": None})
    assert svg_text(figure) == file.getvalue()
    assert svg_text(figure) == file.getvalue()


def test_a_figure_keeps_its_dots_also_when_drawing_fails() -> None:
    figure = figure_of("Wie?", FONT)
    before = figure.dpi
    svg_text(figure)
    assert figure.dpi == before
    figure.axes[0].texts[0].set_text("$\\frac$")
    figure.axes[0].texts[0].set_parse_math(True)
    with pytest.raises(ValueError, match="frac"):
        svg_text(figure)
    assert figure.dpi == before


YEARS = [Round(at % 3 > 0, at % 2 > 0, 3.0 * at, 2.5 * at) for at in range(9)]
FIRMS = [Hundred("Winkel", 42, 18, 40), Hundred("Markt", 90, 10, 0)]


@pytest.mark.parametrize(
    ("draw", "ways"),
    [(draw_trust, [(YEARS[:1],), (YEARS, 30.0)]), (draw_served, [(FIRMS[:1],), (FIRMS,)])],
)
def test_nothing_of_an_earlier_picture_stays_on_axes_that_are_kept(
    draw: Any, ways: list[tuple[Any, ...]]
) -> None:
    for told in [*ways, *reversed(ways)]:
        figure = new_figure(7.0, 3.1)
        draw(figure.add_axes((0.1, 0, 0.9, 1)), *told)
        assert drawn(draw, (7.0, 3.1), *told, place=(0.1, 0, 0.9, 1)) == svg_text(figure)
