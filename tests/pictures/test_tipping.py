"""The bars end where the numbers say, and say it in words."""

import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.analysis.votes.judgement import judged_chances
from helpers.analysis.votes.tipping import what_tips_it
from helpers.dossier.examples import open_dossier
from helpers.pictures.tipping import describe_tipping, draw_tipping

TABLE = pd.DataFrame(
    {
        "name": ["Oost", "West", "Zuid"],
        "seats": [6, 4, 1],
        "low": [0.31, 0.05, 0.0],
        "high": [0.31, 0.42, 0.0],
    }
)


def bars(ax: Axes) -> list[tuple[float, float, bool]]:
    """Return start, end and whether it is hatched of every bar."""
    found = [one for one in ax.patches if isinstance(one, Rectangle)]
    return [(b.get_x(), b.get_x() + b.get_width(), bool(b.get_hatch())) for b in found]


def test_the_full_bar_ends_at_the_low_and_the_hatched_one_at_the_high(sheet) -> None:
    drawn = bars(draw_tipping(sheet(9, 3), TABLE))
    assert drawn[0] == pytest.approx((0, 0.31, False))
    assert drawn[1] == pytest.approx((0, 0.05, False))
    assert drawn[2] == pytest.approx((0.05, 0.42, True))
    assert drawn[3] == pytest.approx((0, 0, False))


def test_each_bar_has_its_name_seats_and_number(sheet) -> None:
    said = [text.get_text() for text in draw_tipping(sheet(9, 3), TABLE).texts]
    assert {"Oost (6)", "West (4)", "Zuid (1)"} <= set(said)
    assert {"31 punten", "5 tot 42 punten", "maakt nu geen verschil"} <= set(said)


def test_one_point_is_one_point(sheet) -> None:
    one = TABLE.head(1).assign(low=0.011, high=0.011)
    assert "1 punt" in [text.get_text() for text in draw_tipping(sheet(9, 3), one).texts]


def test_what_hatched_means_stands_there_only_when_something_is_hatched(sheet) -> None:
    def explained(table: pd.DataFrame) -> bool:
        return any("Gearceerd" in t.get_text() for t in draw_tipping(sheet(9, 3), table).texts)

    assert explained(TABLE)
    assert not explained(TABLE.head(1))


@pytest.mark.parametrize("most", [0.0, 0.03, 0.5, 1.0])
def test_the_scale_holds_the_longest_bar(sheet, readable, most: float) -> None:
    ax = draw_tipping(sheet(9, 3), TABLE.assign(low=most, high=most))
    readable(ax)
    assert ax.get_xlim()[1] > most


def test_the_example_can_be_read(sheet, readable) -> None:
    groups = open_dossier("winkelhart").table("stakeholders").query("seats > 0")
    table = what_tips_it(groups["seats"], judged_chances(groups["judged_vote"]), 0.6)
    table = table.assign(name=groups["name"].to_numpy(), seats=groups["seats"].to_numpy())
    readable(draw_tipping(sheet(9, 0.4 * len(table) + 1.3), table))


def test_a_name_is_drawn_as_it_is_written(sheet, readable) -> None:
    readable(draw_tipping(sheet(9, 3), TABLE.assign(name="$a_{ $b " + "x" * 500)))


def test_says_in_words_what_each_vote_changes() -> None:
    assert describe_tipping(TABLE) == (
        "Balken: hoeveel de stem van elke fractie scheelt voor de kans op een meerderheid. "
        "Oost (6 zetels): 31 punten; West (4 zetels): 5 tot 42 punten; "
        "Zuid (1 zetel): maakt nu geen verschil."
    )


def test_no_groups_are_no_error(sheet) -> None:
    assert bars(draw_tipping(sheet(9, 3), TABLE.head(0))) == []
