"""Trust over the years: every way against every way, with the numbers of the rule itself."""

import re
from collections.abc import Callable
from itertools import product

import pytest
import traitlets

from helpers.tools.partners.trust_game import TrustGame

WAYS = ("open", "answers", "tests", "closed")
POINTS = {(1, 1): (3, 3), (1, 0): (0, 4), (0, 1): (4, 0), (0, 0): (1, 1)}


@pytest.fixture
def tool() -> TrustGame:
    return TrustGame()


def by_hand(ours: str, theirs: str, years: int) -> tuple[int, int]:
    we, they = int(ours in ("open", "answers")), int(theirs in ("open", "answers"))
    mine = yours = 0
    for _ in range(years):
        won, lost = POINTS[we, they]
        mine, yours = mine + won, yours + lost
        we, they = (
            they if ours in ("answers", "tests") else we,
            we if theirs in ("answers", "tests") else they,
        )
    return mine, yours


def said(tool: TrustGame) -> str:
    return "\n".join(line["text"] for line in tool.outcome.lines)


@pytest.fixture(scope="module")
def played() -> TrustGame:
    return TrustGame()


@pytest.mark.parametrize("years", [1, 20])
@pytest.mark.parametrize(("ours", "theirs"), list(product(WAYS, WAYS)))
def test_every_way_against_every_way_gives_what_one_counts_by_hand(
    played: TrustGame, ours: str, theirs: str, years: int
) -> None:
    tool = played
    tool.ways.value, tool.years.value = {"ours": ours, "theirs": theirs}, years
    mine, yours = by_hand(ours, theirs, years)
    assert [int(one) for one in re.findall(r"\d+", tool.outcome.lines[0]["text"])] == [
        years, mine, yours,
    ]  # fmt: skip
    assert f"wij {mine} punten en zij {yours}" in tool.picture.alt
    assert tool.picture.table["rows"][-1][-2:] == [str(mine), str(yours)]


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        ("open", "answers", "meer kan niet"),
        ("closed", "closed", "Niemand begint"),
        ("tests", "tests", "Niemand begint"),
        ("closed", "open", "zolang de ander open blijft"),
        ("closed", "answers", "Over alle jaren kost dat meer"),
        ("answers", "closed", "De partner wint het eerste jaar"),
    ],
)
def test_it_says_what_holding_back_brings(
    tool: TrustGame, ours: str, theirs: str, words: str
) -> None:
    tool.ways.value = {"ours": ours, "theirs": theirs}
    assert words in said(tool)


def test_it_says_that_it_is_an_illustration_and_what_it_leaves_out(tool: TrustGame) -> None:
    shown = tool._repr_mimebundle_()
    for words in ("Een illustratie van ons", "Die getallen hebben wij gekozen", "33 procent",
                  "meer dan twee keuzes", "criteria die voor iedereen gelden"):  # fmt: skip
        assert words in shown["text/plain"]
        assert words in shown["text/html"]
    assert shown["text/html"].count("<img alt=") == 1


def test_the_still_version_says_what_was_chosen(tool: TrustGame) -> None:
    tool.ways.value = {"ours": "open", "theirs": "closed"}
    assert "Wij: altijd open." in tool.still_text()
    assert "De partner: houdt zich altijd in." in tool.still_text()


def test_picture_and_words_follow(tool: TrustGame) -> None:
    before = tool.picture.svg, tool.years.words
    tool.years.value = 3
    assert (tool.picture.svg, tool.years.words) != before
    assert tool.years.words == "3 jaar" == tool.years.each[2]


def test_nonsense_leaves_it_as_it_was(tool: TrustGame) -> None:
    before = said(tool)
    with pytest.raises(traitlets.TraitError, match="no such row or option"):
        tool.ways.value = {"ours": "nonsense", "theirs": "open"}
    tool.years.value = 900
    assert tool.years.value == 20
    tool.years.value = 10
    assert said(tool) == before


@pytest.mark.parametrize("value", [{}, {"ours": "open"}])
def test_what_is_not_chosen_keeps_what_it_was(tool: TrustGame, value: dict[str, str]) -> None:
    tool.ways.value = value
    assert "Er ging iets mis" not in said(tool)
    assert tool.played


def test_a_redraw_is_quick(
    tool: TrustGame, within: Callable[[Callable[[], object], float], None]
) -> None:
    tool.years.value = 20
    within(tool.redraw_once, 0.1)
