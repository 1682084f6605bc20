"""What is not known and what is due: by date, and before each step of the route."""

import datetime as dt

import pandas as pd
import pytest

from helpers.analysis.stakeholders.review import review, steps_around, unknowns

TODAY = dt.date(2026, 9, 15)
ROUTE = pd.DataFrame(
    {
        "date": [dt.date(2026, 6, 25), dt.date(2026, 9, 30), dt.date(2026, 11, 19)],
        "done": [True, False, False],
    }
)


def judged(*dates: str | None, **more: object) -> pd.DataFrame:
    days = [None if day is None else dt.date.fromisoformat(day) for day in dates]
    return pd.DataFrame({"id": [f"k{n}" for n in range(len(days))], "date": days, **more})


@pytest.mark.parametrize(
    ("made", "state"),
    [
        ("2026-08-10", "due"),  # 36 days ago
        ("2026-08-16", "due"),  # the 30th day is today
        ("2026-08-17", "before_step"),  # comes tomorrow, before the step of 30 September
        ("2026-08-31", "before_step"),  # comes on the day of the step
        ("2026-09-01", "fresh"),
        (None, "due"),
    ],
)
def test_a_judgement_is_due_after_the_agreed_time(made: str | None, state: str) -> None:
    assert review(judged(made), ROUTE, TODAY, 30)["state"].tolist() == [state]


def test_a_day_of_its_own_goes_before_the_agreed_time() -> None:
    table = judged("2026-01-01", "2026-09-14", review_by=[dt.date(2026, 10, 27), TODAY])
    assert review(table, ROUTE, TODAY)["state"].tolist() == ["before_step", "due"]
    later = judged("2026-09-01", review_by=[dt.date(2026, 10, 27)])
    assert review(later, ROUTE, TODAY)["state"].tolist() == ["fresh"]


def test_an_empty_day_of_its_own_falls_back_on_the_agreed_time() -> None:
    table = judged("2026-08-01", "2026-09-01", review_by=[None, None])
    assert review(table, ROUTE, TODAY)["state"].tolist() == ["due", "fresh"]


def test_what_is_no_younger_than_the_last_step_is_looked_at_before_the_next() -> None:
    table = judged("2026-06-25", "2026-06-26", review_by=[dt.date(2026, 12, 31)] * 2)
    found = review(table, ROUTE, TODAY)
    assert found["state"].tolist() == ["before_step", "fresh"]
    assert found["look_by"].dt.date.tolist() == [dt.date(2026, 9, 30), dt.date(2026, 12, 31)]
    assert found["days"].tolist() == [15, 107]


def test_without_a_next_step_only_time_counts() -> None:
    done = ROUTE.assign(done=True)
    table = judged("2026-06-25", review_by=[dt.date(2026, 12, 31)])
    assert review(table, done, dt.date(2026, 12, 1))["state"].tolist() == ["fresh"]


def test_days_past_are_negative() -> None:
    assert review(judged("2026-08-01"), ROUTE, TODAY)["days"].tolist() == [-15]


def test_the_steps_around_a_day() -> None:
    around = steps_around(ROUTE, TODAY)
    assert (around.last.date(), around.next.date()) == (ROUTE["date"][0], ROUTE["date"][1])
    assert steps_around(ROUTE, ROUTE["date"][1]).next.date() == ROUTE["date"][1]
    assert pd.isna(steps_around(ROUTE, dt.date(2026, 1, 1)).last)
    assert pd.isna(steps_around(ROUTE, dt.date(2027, 1, 1)).next)


def test_every_unknown_is_named_once() -> None:
    wants = pd.DataFrame(
        {
            "id": ["k", "m", "n", "p"],
            "stakeholder": ["a", "a", "b", "b"],
            "interest": ["rust", "", "zon", None],
            "weight": [None, None, 3.0, 4.0],
        }
    )
    works = pd.DataFrame(
        {"option": ["o", "o", "p"], "interest": ["n", "k", "n"], "effect": [None, 1.0, 2.0]}
    )
    assert unknowns(wants, works).to_numpy().tolist() == [
        ["m", "a", "interest", ""],
        ["p", "b", "interest", ""],
        ["k", "a", "weight", ""],
        ["n", "b", "effect", "o"],
    ]
