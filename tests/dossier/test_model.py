"""A dossier is frozen; a change gives a new one, checked as a file is."""

import datetime as dt

import numpy as np
import pytest
from pydantic import ValidationError

from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.dossier.words import Kind, Vote


def test_nothing_in_a_dossier_can_be_set(small: Dossier) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        small.title = "anders"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        small.stakeholders[0].power = 1.0  # type: ignore[misc]


def test_a_change_gives_a_new_dossier_and_leaves_the_old_one(small: Dossier) -> None:
    changed = small.change("stakeholders", "groen", judged_vote="Zeker tegen", power="3,5")
    assert (changed.fracties[1].judged_vote, changed.fracties[1].power) == (
        Vote.CERTAINLY_AGAINST,
        3.5,
    )
    assert small.fracties[1].judged_vote is Vote.CERTAINLY_FOR
    assert changed.change("stakeholders", "groen", judged_vote="certainly_for", power=6) == small


def test_a_row_without_an_id_is_changed_by_its_key(small: Dossier) -> None:
    assert small.change("effects", ("betaald", "stil"), effect=1).effects[2].effect == 1
    assert small.change("thresholds", "winkeliers", veto=True).thresholds[0].veto


@pytest.mark.parametrize(("table", "key"), [("stakeholders", "niemand"), ("effects", "betaald")])
def test_a_row_that_is_not_there_cannot_be_changed(small: Dossier, table: str, key: str) -> None:
    with pytest.raises(KeyError, match=key):
        small.change(table, key, effect=1)


@pytest.mark.parametrize(
    ("column", "value"), [("power", 11), ("name", " "), ("name", "a\x00"), ("kind", "iemand")]
)
def test_a_change_that_the_column_does_not_allow_is_refused(
    small: Dossier, column: str, value: object
) -> None:
    with pytest.raises(ValidationError, match=column):
        small.change("stakeholders", "groen", **{column: value})


def test_a_row_is_added_once(small: Dossier) -> None:
    more = small.add("stakeholders", id="wijk", name="Wijkraad", kind="bewoners")
    assert more.stakeholders[-1].kind is Kind.RESIDENTS
    with pytest.raises(KeyError, match="wijk"):
        more.add("stakeholders", id="wijk", name="Wijkraad", kind="residents")


def test_a_dossier_goes_through_json(small: Dossier) -> None:
    assert Dossier.model_validate_json(small.model_dump_json()) == small
    assert next(iter(small.model_dump())) == "id"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_the_same_types_when_it_is_empty(small: Dossier, name: str) -> None:
    bare = Dossier(id="leeg", title="Leeg", as_of=dt.date(2026, 1, 1))
    full, empty = small.table(name), bare.table(name)
    assert list(full.columns) == list(empty.columns)
    numbers = [one for one in full.columns if full[one].dtype.kind in "ifb"]
    assert (full[numbers].dtypes == empty[numbers].dtypes).all()
    assert len(empty) == 0


def test_what_is_not_known_is_nan_in_a_table(small: Dossier) -> None:
    assert np.isnan(small.table("effects")["effect"].iloc[2])
    assert np.isnan(small.table("interests")["weight"].iloc[2])
    assert small.table("stakeholders")["seats"].tolist() == [7, 6, 0]


def test_a_table_is_a_copy(small: Dossier) -> None:
    frame = small.table("effects")
    frame["effect"] = 0.0
    assert small.effects[0].effect == -2


def test_a_dossier_tells_what_is_in_it(small: Dossier) -> None:
    assert str(small) == (
        "Het plein (Eikenrode)\n"
        "13 zetels, 2 fracties, 3 betrokkenen, 3 belangen, 1 punten met 2 opties\n"
        "Stand op 15 september 2026"
    )


@pytest.mark.parametrize("name", example_names())
def test_every_example_can_be_opened(name: str) -> None:
    assert open_dossier(name).id == name.replace("-", "_")


def test_an_example_that_does_not_exist_offers_the_nearest() -> None:
    with pytest.raises(LookupError, match="Bedoelde je winkelhart"):
        open_dossier("winkelhard")


def test_a_free_id_is_one_that_no_row_has(small: Dossier) -> None:
    stem = small.interests[0].id
    first = small.free_id("interests", stem)
    taken = small.add("interests", id=first, stakeholder=small.stakeholders[0].id)
    assert taken.free_id("interests", stem) != first
    assert len(small.free_id("interests", "x" * 60)) <= 40
