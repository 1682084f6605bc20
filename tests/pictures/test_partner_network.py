"""Every name has its box, every link its line, and who stands out also says so in words."""

import pytest
from matplotlib.axes import Axes

from helpers.pictures.partner_network import (
    Network,
    Organisation,
    describe_network,
    draw_partner_network,
    network_size,
    network_table,
)
from helpers.pictures.style import new_figure

NETWORK = Network(
    [
        Organisation("Zorg $5", (0, 1), (0, 1), ""),
        Organisation("School", (1,), (1,), "one"),
        Organisation("Fabriek", (), (), "alone"),
    ],
    ["Huur", "Wijk"],
    ["Wonen", "Onderwijs"],
    [(0, 0), (1, 1)],
)


@pytest.fixture
def ax() -> Axes:
    return draw_partner_network(new_figure(*network_size(NETWORK)).add_axes((0, 0, 1, 1)), NETWORK)


def test_each_link_has_a_line_from_box_to_box(ax: Axes) -> None:
    lines = {str(one.get_label()): one.get_segments() for one in ax.collections}  # type: ignore[attr-defined]
    assert (len(lines["links"]), len(lines["runs"])) == (3, 2)
    boxes = {str(one.get_label()): one for one in ax.patches}
    left = boxes["School (één afdeling)"]
    middle = left.get_y() + left.get_height() / 2  # type: ignore[attr-defined]
    assert lines["links"][2][0] == pytest.approx((left.get_width(), middle))  # type: ignore[attr-defined]


def test_who_stands_out_is_told_by_edge_and_by_words(ax: Axes) -> None:
    edges = {str(one.get_label()): one.get_linewidth() for one in ax.patches}
    assert edges["Zorg $5"] < edges["School (één afdeling)"] < edges["Fabriek (geen contact)"]


def test_all_boxes_lie_inside_the_picture(ax: Axes) -> None:
    low, high = sorted(ax.get_ylim())
    for box in ax.patches:
        assert low < box.get_y() < box.get_y() + box.get_height() < high  # type: ignore[attr-defined]


def test_words_and_table_say_the_same() -> None:
    assert describe_network(NETWORK) == (
        "Netwerk van organisaties (3), thema's (2) en afdelingen (2). "
        "Maar bij één afdeling bekend: School. Met niemand verbonden: Fabriek."
    )
    assert network_table(NETWORK)[0] == ["Zorg $5", "Huur, Wijk", "Wonen, Onderwijs", ""]


def test_an_empty_network_is_drawn() -> None:
    empty = Network([], [], [], [])
    assert draw_partner_network(new_figure(*network_size(empty)).add_axes((0, 0, 1, 1)), empty)
