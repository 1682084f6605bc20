"""The checklist says of each example what anyone can count in its tables."""

import datetime as dt
import re
from pathlib import Path

import pytest

from helpers.analysis.checklist import Check, State, checklist
from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier

TABLE = (Path(__file__).parents[2] / "docs" / "principles.md").read_text("utf-8")
TAUGHT = dict(re.findall(r"^\| ([A-G]\d+) \| .+? \| (.*?) \| .*? \|$", TABLE, re.M))


def check(dossier: Dossier, name: str) -> Check:
    return next(one for one in checklist(dossier) if one.name == name)


def test_an_empty_dossier_has_nothing_to_look_at() -> None:
    empty = Dossier(id="plein", title="Het plein", as_of=dt.date(2026, 9, 15))
    assert {one.state for one in checklist(empty)} == {State.EMPTY}
    assert len({one.name for one in checklist(empty)}) == len(checklist(empty))


@pytest.mark.parametrize("name", example_names())
def test_whoever_has_no_interest_and_no_conversation_is_named(name: str) -> None:
    dossier = open_dossier(name)
    wants = {one.stakeholder for one in dossier.interests if one.interest}
    talked = {one.stakeholder for one in dossier.contacts}
    everybody = {one.id for one in dossier.stakeholders}
    assert set(check(dossier, "interest").lacks) == everybody - wants
    assert set(check(dossier, "spoken").lacks) == everybody - talked
    unconfirmed = {one.id for one in dossier.contacts if not one.confirmed}
    assert set(check(dossier, "confirmed").lacks) == unconfirmed


@pytest.mark.parametrize("name", example_names())
def test_every_row_that_is_named_exists_in_its_table(name: str) -> None:
    dossier = open_dossier(name)
    for one in checklist(dossier):
        assert set(one.lacks) <= {row.id for row in getattr(dossier, one.table)}
        assert len(one.lacks) <= one.of or one.name == "fresh"


def test_an_interest_that_is_written_down_is_kept() -> None:
    dossier = Dossier(id="plein", title="Het plein", as_of=dt.date(2026, 9, 15))
    dossier = dossier.add("stakeholders", id="wijk", name="Wijkraad", kind="residents")
    assert check(dossier, "interest").lacks == ("wijk",)
    dossier = dossier.add("interests", id="rust", stakeholder="wijk", interest="Rust")
    assert check(dossier, "interest").state == State.KEPT


def test_a_step_without_a_speaker_lacks_one_until_it_is_done() -> None:
    dossier = Dossier(id="plein", title="Het plein", as_of=dt.date(2026, 9, 15))
    dossier = dossier.add("route", id="raad", step=1, name="Raad", body="council")
    assert check(dossier, "speaker").lacks == ("raad",)
    assert check(dossier.change("route", "raad", done=True), "speaker").state == State.EMPTY


def test_a_conversation_with_a_fractie_says_who_asked_and_through_whom() -> None:
    dossier = Dossier(id="plein", title="Het plein", as_of=dt.date(2026, 9, 15))
    dossier = dossier.add("stakeholders", id="samen", name="Samen", kind="fractie", seats=5)
    dossier = dossier.add("contacts", id="een", date="2026-09-01", stakeholder="samen")
    assert check(dossier, "through").lacks == ("een",)
    told = dossier.change("contacts", "een", asked_by="de wethouder", channel="de griffie")
    assert check(told, "through").state == State.KEPT


def test_two_readers_who_were_right_make_a_message_understood() -> None:
    dossier = Dossier(id="plein", title="Het plein", as_of=dt.date(2026, 9, 15))
    dossier = dossier.add("groups", id="flat", name="Flats")
    dossier = dossier.add("messages", id="een", group="flat", why="Het is te duur.")
    right = {"message": "een", "their_why": "te duur", "why_right": True, "what_right": True}
    dossier = dossier.add("readbacks", id="a", **right)
    assert check(dossier, "understood").lacks == ("een",)
    dossier = dossier.add("readbacks", id="b", **right)
    assert check(dossier, "understood").state == State.KEPT


def test_a_summary_of_a_story_counts_when_it_was_confirmed() -> None:
    dossier = Dossier(id="plein", title="Het plein", as_of=dt.date(2026, 9, 15))
    dossier = dossier.add("stakeholders", id="wijk", name="Wijkraad", kind="residents")
    dossier = dossier.add("stories", id="een", stakeholder="wijk", story="Wij wonen hier.")
    assert check(dossier, "stories").lacks == ("wijk",)
    assert check(dossier.change("stories", "een", confirmed=True), "stories").state == State.KEPT


def test_each_check_stands_for_principles_that_its_lesson_teaches() -> None:
    empty = Dossier(id="plein", title="Het plein", as_of=dt.date(2026, 9, 15))
    for one in checklist(empty):
        for principle in one.principles:
            assert one.lesson in TAUGHT[principle], (one.name, principle)
