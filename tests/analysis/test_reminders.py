"""What is due, on which day: nothing forgotten, nothing in the past, in order."""

import datetime as dt

import pandas as pd
import pytest

from helpers.analysis.reminders import Due, behind, reminders
from helpers.analysis.stakeholders.review import review
from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier

TODAY = dt.date(2026, 9, 15)


@pytest.fixture
def dossier() -> Dossier:
    bare = Dossier(id="plein", title="Het plein", as_of=TODAY)
    return bare.add("stakeholders", id="wijk", name="Wijkraad", kind="residents")


def test_an_empty_dossier_reminds_of_nothing(dossier: Dossier) -> None:
    assert reminders(dossier) == ()


@pytest.mark.parametrize("name", example_names())
def test_days_are_in_order_and_not_before_the_day_of_the_dossier(name: str) -> None:
    dossier = open_dossier(name)
    found = reminders(dossier)
    days = [one.day for one in found]
    assert days == sorted(days)
    assert all(day.date() >= dossier.as_of for day in days)
    assert len({(one.day, one.due) for one in found}) == len(found)


@pytest.mark.parametrize("name", example_names())
def test_every_step_ahead_and_every_interest_comes_by_once(name: str) -> None:
    dossier = open_dossier(name)
    rows = [(one.due, row) for one in reminders(dossier) for row in one.rows]
    steps = {one.id for one in dossier.route if one.date and not one.done}
    late = {row for one in behind(dossier) for row in one.rows if one.due == Due.STEP}
    ahead = {row for due, row in rows if due == Due.STEP}
    assert (ahead | late, ahead & late) == (steps, set())
    seen = [row for due, row in rows if due == Due.REVIEW]
    assert sorted(seen) == sorted(one.id for one in dossier.interests)


def test_an_interest_is_due_on_the_day_of_the_review(dossier: Dossier) -> None:
    dossier = dossier.add(
        "interests", id="rust", stakeholder="wijk", interest="Rust", date="2026-09-01"
    )
    (one,) = reminders(dossier)
    assert (one.due, one.rows) == (Due.REVIEW, ("rust",))
    assert one.day == pd.Timestamp(2026, 10, 1)
    judged = review(dossier.table("interests"), dossier.table("route"), TODAY, 30)
    assert judged["look_by"].iloc[0] == one.day


def test_an_interest_without_a_day_is_due_now_and_a_step_of_which_it_is_past_is_behind(
    dossier: Dossier,
) -> None:
    dossier = dossier.add("interests", id="rust", stakeholder="wijk", interest="Rust")
    for day in (1, 14, 15):
        dossier = dossier.add(
            "route", id=f"r{day}", step=day, name="Raad", body="council",
            date=dt.date(2026, 9, day),
        )  # fmt: skip
    dossier = dossier.add("assignments", id="a", client="wijk", wanted_by="2026-09-10")
    assert [(one.day.date(), one.due, one.rows) for one in reminders(dossier)] == [
        (TODAY, Due.STEP, ("r15",)),
        (TODAY, Due.REVIEW, ("rust",)),
    ]
    assert [(one.day.day, one.rows) for one in behind(dossier)] == [
        (1, ("r1",)), (10, ("a",)), (14, ("r14",))
    ]  # fmt: skip


def test_what_is_behind_is_no_longer_so_once_it_is_done(dossier: Dossier) -> None:
    step = {"step": 1, "name": "Raad", "body": "council", "date": "2026-09-01"}
    assert behind(dossier.add("route", id="raad", done=True, **step)) == ()


def test_a_rhythm_counts_from_the_last_contact(dossier: Dossier) -> None:
    dossier = dossier.add("partners", id="woon", name="Woonstichting")
    dossier = dossier.add("themes", id="huur", name="Huur")
    row = {"partner": "woon", "theme": "huur", "last_contact": "2026-09-01", "rhythm": 60}
    dossier = dossier.add("partner_themes", **row)
    assert reminders(dossier) == ((pd.Timestamp(2026, 10, 31), Due.PARTNER, ("woon",)),)


def test_a_conversation_is_due_until_its_day_and_a_late_assignment_is_behind(
    dossier: Dossier,
) -> None:
    dossier = dossier.add("assignments", id="app", client="wijk", wanted_by="2026-09-01")
    for name, day in (("was", "2026-09-14"), ("komt", "2026-09-20")):
        dossier = dossier.add("preparations", id=name, stakeholder="wijk", date=day)
    assert [(one.due, one.rows) for one in reminders(dossier)] == [
        (Due.CONVERSATION, ("komt",)),
    ]
    assert [(one.due, one.rows) for one in behind(dossier)] == [(Due.ASSIGNMENT, ("app",))]
