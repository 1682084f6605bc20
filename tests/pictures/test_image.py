"""A picture as an SVG document: that of matplotlib itself, drawn in less time."""

import io

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.pictures.image import svg_text
from helpers.pictures.style import FONT, new_figure, write

AS_WE_DRAW = {"svg.fonttype": "none", "svg.hashsalt": "draagvlak"}


def drawn(words: str, size: float) -> Figure:
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
    figure, file = drawn(words, size), io.StringIO()
    with mpl.rc_context(AS_WE_DRAW):
        figure.savefig(file, format="svg", metadata={"Date": None})
    assert svg_text(figure) == file.getvalue()
    assert svg_text(figure) == file.getvalue()


def test_a_figure_keeps_its_dots_also_when_drawing_fails() -> None:
    figure = drawn("Wie?", FONT)
    before = figure.dpi
    svg_text(figure)
    assert figure.dpi == before
    figure.axes[0].texts[0].set_text("$\\frac$")
    figure.axes[0].texts[0].set_parse_math(True)
    with pytest.raises(ValueError, match="frac"):
        svg_text(figure)
    assert figure.dpi == before
