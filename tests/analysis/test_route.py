"""The route on a day: what is next, who speaks, who in that room is convinced."""

import datetime as dt

import pandas as pd
import pytest

from helpers.analysis.route import convinced_now, next_step, route_ahead

TODAY = dt.date(2026, 9, 15)
PEOPLE = pd.DataFrame(
    {
        "id": ["red", "blue", "green", "alderman", "official", "shops"],
        "kind": ["fractie", "fractie", "fractie", "executive", "official", "business"],
    }
)
TALKS = pd.DataFrame(
    [
        ("2026-09-03", "red", "yes"),
        ("2026-06-01", "red", "no"),
        ("2026-09-04", "blue", "yes"),
        ("2026-09-10", "blue", "unknown"),
        ("2026-09-10", "green", "yes"),
        ("2026-09-10", "green", "no"),
        ("2026-09-16", "alderman", "yes"),
    ],
    columns=["date", "stakeholder", "convinced"],
)
STEPS = pd.DataFrame(
    [
        ("raad", 4, "council", "2026-12-10", True, "red", False),
        ("college", 1, "executive", "2026-06-02", False, "alderman", True),
        ("griffie", 2, "registry", None, False, None, False),
        ("commissie", 3, "committee", "2026-09-14", False, "", False),
    ],
    columns=["id", "step", "body", "date", "deciding", "speaker", "done"],
).assign(name="stap", can_happen="")


def ahead() -> pd.DataFrame:
    return route_ahead(STEPS, PEOPLE, TALKS, TODAY).set_index("id")


def test_the_last_word_holds_also_when_it_is_unknown() -> None:
    word = convinced_now(TALKS, TODAY).set_index("stakeholder")["convinced"].to_dict()
    assert word == {"red": "yes", "blue": "unknown", "green": "no"}


def test_what_is_still_to_be_said_does_not_count() -> None:
    assert "alderman" not in set(convinced_now(TALKS, TODAY)["stakeholder"])
    assert "alderman" in set(convinced_now(TALKS, dt.date(2026, 9, 16))["stakeholder"])


def test_steps_come_in_their_order_and_the_first_that_is_not_done_is_next() -> None:
    table = ahead()
    assert table.index.tolist() == ["college", "griffie", "commissie", "raad"]
    assert table["state"].tolist() == ["done", "next", "to_come", "to_come"]
    assert next_step(table)["body"] == "registry"  # type: ignore[index]


def test_a_step_that_should_have_been_is_overdue() -> None:
    assert ahead()["overdue"].tolist() == [False, False, True, False]


def test_working_days_to_go() -> None:
    days = ahead()["working_days"]
    assert days["raad"] == 62
    assert days["commissie"] == 0
    assert pd.isna(days["griffie"])


def test_who_sits_in_the_room_and_stands_where() -> None:
    raad = ahead().loc["raad"]
    assert raad["present"] == ("red", "blue", "green")
    assert (raad["convinced"], raad["not_convinced"], raad["not_known"]) == (
        ("red",),
        ("green",),
        ("blue",),
    )


def test_says_where_nobody_is_convinced_yet() -> None:
    table = route_ahead(STEPS, PEOPLE, TALKS[TALKS["stakeholder"] != "red"], TODAY).set_index("id")
    assert table["nobody_convinced"].to_dict() == {
        "college": False,  # done
        "griffie": False,  # prepares, takes no side
        "commissie": True,
        "raad": True,
    }


def test_who_speaks_and_is_that_one_convinced() -> None:
    table = ahead()
    assert table["speaker"].tolist() == ["alderman", "", "", "red"]
    assert table["speaker_convinced"].tolist() == ["unknown", "", "", "yes"]


def test_all_done_has_no_next_step() -> None:
    assert next_step(route_ahead(STEPS.assign(done=True), PEOPLE, TALKS, TODAY)) is None


@pytest.mark.parametrize("day", [dt.date(2026, 9, 1), dt.date(2026, 12, 31)])
def test_another_day_gives_other_answers_from_the_same_tables(day: dt.date) -> None:
    before = STEPS.copy()
    assert not route_ahead(STEPS, PEOPLE, TALKS, day).equals(
        route_ahead(STEPS, PEOPLE, TALKS, TODAY)
    )
    pd.testing.assert_frame_equal(STEPS, before)


def test_a_step_that_is_done_counts_only_what_was_said_up_to_then() -> None:
    steps = pd.DataFrame(
        {
            "id": ["toen", "straks"],
            "step": [1, 2],
            "name": ["Commissie", "Raad"],
            "body": ["committee", "council"],
            "date": ["2026-06-25", "2026-12-10"],
            "deciding": [False, True],
            "speaker": ["f", "f"],
            "done": [True, False],
            "can_happen": ["", ""],
        }
    )
    people = pd.DataFrame({"id": ["f", "g"], "kind": "fractie"})
    talks = pd.DataFrame(
        {
            "date": ["2026-06-20", "2026-09-03"],
            "stakeholder": ["g", "f"],
            "convinced": ["no", "yes"],
        }
    )
    ahead = route_ahead(steps, people, talks, pd.Timestamp("2026-09-15"))
    assert ahead["convinced"].tolist() == [(), ("f",)]
    assert ahead["not_convinced"].tolist() == [("g",), ("g",)]
    assert ahead["speaker_convinced"].tolist() == ["unknown", "yes"]
