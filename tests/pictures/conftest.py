"""What every picture must hold: letters of ten points or more, on the paper, not overlapping."""

import itertools
from collections.abc import Callable

import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from helpers.pictures.style import new_figure

Sheet = Callable[[float, float], Axes]
Readable = Callable[[Axes], None]


@pytest.fixture
def sheet() -> Sheet:
    """Return axes that fill a figure of so many inches."""
    return lambda width, height: new_figure(width, height).add_axes((0, 0, 1, 1))


@pytest.fixture
def readable() -> Readable:
    """Check every text on the axes by the size that it is drawn in."""

    def check(ax: Axes) -> None:
        canvas = FigureCanvasAgg(ax.figure)
        canvas.draw()
        paper = ax.figure.bbox.padded(1)
        texts: list[Text] = [text for text in ax.texts if text.get_text()]
        boxes = [Text.get_window_extent(text, canvas.get_renderer()).padded(-1) for text in texts]
        for text, box in zip(texts, boxes, strict=True):
            assert text.get_fontsize() >= 10, text
            assert paper.x0 <= box.x0 < box.x1 <= paper.x1, text
            assert paper.y0 <= box.y0 < box.y1 <= paper.y1, text
        for (one, a), (other, b) in itertools.combinations(zip(texts, boxes, strict=True), 2):
            assert not a.overlaps(b), (one, other)

    return check
