"""The half-circle shows each seat once, on its own place, with the mark of its vote."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure

from helpers.pictures.half_circle import describe_half_circle, draw_half_circle, seat_places
from helpers.pictures.style import MARKS

COUNCIL = pd.DataFrame(
    {
        "name": ["Oost", "West", "Zuid"],
        "seats": [6, 4, 5],
        "vote": ["certainly_for", "unknown", "probably_against"],
    }
)


@pytest.mark.parametrize("count", [1, 2, 9, 21, 33, 39, 45, 55, 150])
def test_every_seat_has_a_place_of_its_own(count: int) -> None:
    places = seat_places(count)
    assert places.shape == (count, 2)
    gaps = np.linalg.norm(places[:, None] - places[None], axis=2)[~np.eye(count, dtype=bool)]
    assert count == 1 or gaps.min() > 0.04
    assert (places[:, 1] >= -1e-9).all()


def test_draws_a_mark_a_seat_and_one_of_each_kind_in_the_legend() -> None:
    ax = draw_half_circle(Figure().subplots(), COUNCIL)
    drawn = [c for c in ax.collections if isinstance(c, PathCollection)]
    counts = dict(zip(MARKS, [len(c.get_offsets()) - 1 for c in drawn], strict=True))
    wanted = {"certainly_for": 6, "unknown": 4, "probably_against": 5}
    assert {word: n for word, n in counts.items() if n} == wanted


def test_marks_differ_in_more_than_colour() -> None:
    looks = {(m.shape, m.fill) for m in MARKS.values()}
    assert len(looks) == 5
    sides = {MARKS[w].shape for w in ("certainly_for", "unknown", "certainly_against")}
    assert len(sides) == 3


def test_names_every_group_with_its_seats() -> None:
    ax = draw_half_circle(Figure().subplots(), COUNCIL)
    names = {text.get_text().replace("\u00a0", " ") for text in ax.texts}
    assert names >= {"Oost (6)", "West (4)", "Zuid (5)"}


def test_says_in_words_who_votes_what() -> None:
    assert describe_half_circle(COUNCIL) == (
        "Halve cirkel met 15 zetels. zeker voor: 6 zetels (Oost); "
        "weet ik nog niet: 4 zetels (West); waarschijnlijk tegen: 5 zetels (Zuid)."
    )
