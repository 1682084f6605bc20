import re
from collections.abc import Callable

import pytest

from helpers.analysis.expectations.served import share_served
from helpers.tools.expectations.many_customers import ManyCustomers


@pytest.fixture
def tool() -> ManyCustomers:
    return ManyCustomers()


def numbers(text: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", text)]


@pytest.mark.parametrize("groups", [1, 2, 12])
@pytest.mark.parametrize("apart", [0.0, 2.0, 4.0])
def test_each_end_of_the_sliders_says_what_the_formula_gives(
    tool: ManyCustomers, groups: int, apart: float
) -> None:
    tool.groups.value, tool.apart.value = groups, apart
    share = share_served(groups, apart, 1.0, 1.5)
    assert numbers(tool.outcome.lines[0]["text"]) == [round(100 * share)]
    assert f"{round(100 * share)} tevreden" in tool.picture.alt


def test_the_company_lets_go_and_its_own_customers_are_happier(tool: ManyCustomers) -> None:
    tool.groups.value, tool.apart.value = 6, 2.0
    gone, kept, happy, share = numbers(tool.outcome.lines[1]["text"])
    firm = tool.company
    assert gone + kept == 100
    assert happy == pytest.approx(100 * firm.chosen * firm.kept, abs=0.51)
    assert share > 100 * tool.government + 10
    assert "kan niemand wegsturen" in tool.outcome.lines[1]["text"]


def test_alike_groups_give_a_company_no_reason(tool: ManyCustomers) -> None:
    tool.groups.value, tool.apart.value = 12, 0.0
    assert "geen reden" in tool.outcome.lines[1]["text"]


def test_picture_and_words_follow(tool: ManyCustomers) -> None:
    tool.groups.value = 2
    before = tool.picture.svg, tool.picture.alt, tool.groups.words
    tool.groups.value = 9
    assert (tool.picture.svg, tool.picture.alt, tool.groups.words) != before
    assert tool.groups.words == "9 groepen" == tool.groups.each[8]
    assert len(set(tool.apart.each)) == 9
    assert tool.apart.words == "verschillend, stap 4 van 8"


def test_beyond_the_ends_is_the_end(tool: ManyCustomers) -> None:
    tool.groups.value, tool.apart.value = 500, -3
    assert (tool.number, tool.apart.value) == (12, 0)


def test_the_still_version_says_the_same_and_that_it_is_invented(tool: ManyCustomers) -> None:
    shown = tool._repr_mimebundle_()
    assert tool.outcome.lines[0]["text"] in shown["text/plain"]
    assert "verzonnen mensen" in shown["text/plain"]
    assert shown["text/html"].count("<img alt=") == 1


def test_a_redraw_is_fast_enough(
    tool: ManyCustomers, within: Callable[[Callable[[], object], float], None]
) -> None:
    tool.groups.value, tool.apart.value = 12, 4.0
    within(tool.redraw_once, 0.1)
