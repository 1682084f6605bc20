"""The band of the chance starts and ends where the numbers say."""

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from helpers.pictures.chance import ChanceBand, describe_chance, draw_chance


@pytest.mark.parametrize("band", [ChanceBand(0.2, 0.7, 0.1, 0.8), ChanceBand(0.0, 1.0, 0.0, 1.0)])
def test_draws_the_band_and_the_range_around_it(band: ChanceBand) -> None:
    ax = draw_chance(Figure().subplots(), band)
    bar = ax.patches[1]
    assert isinstance(bar, Rectangle)
    assert bar.get_x() == pytest.approx(band.low)
    assert bar.get_x() + bar.get_width() == pytest.approx(band.high)
    assert list(ax.lines[0].get_xdata()) == [band.least, band.most]


@pytest.mark.parametrize("chance", [0.0, 0.5, 1.0])
def test_one_chance_is_still_visible_and_stays_inside(chance: float) -> None:
    bar = draw_chance(Figure().subplots(), ChanceBand(chance, chance, chance, chance)).patches[1]
    assert isinstance(bar, Rectangle)
    assert bar.get_width() > 0.01
    assert bar.get_x() + bar.get_width() <= 1 + 1e-12


def test_says_both_ranges_in_words() -> None:
    words = describe_chance(ChanceBand(0.2, 0.7, 0.1, 0.8))
    assert "tussen 20 en 70 procent" in words
    assert "tussen 10 en 80 procent" in words
