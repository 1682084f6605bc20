"""Own dossiers: taken in, opened, changed, put away, and never mixed up."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.dossier.columns import LONGEST_ID
from helpers.dossier.examples import open_dossier
from helpers.dossier.model import Dossier
from helpers.training.own_dossiers import (
    NAMELESS,
    OwnCopy,
    OwnDossiers,
    empty_dossier,
    free_name,
    own_dossier,
)


@pytest.fixture
def own() -> OwnDossiers:
    return OwnDossiers()


def test_without_a_dossier_there_is_an_empty_one_and_nothing_is_written(work: Path) -> None:
    mine = own_dossier()
    assert mine.dossier.stakeholders == ()
    assert mine.dossier.title == "Mijn dossier"
    assert not work.exists()


def test_the_first_change_of_the_empty_one_makes_it_a_dossier_in_the_list(own: OwnDossiers) -> None:
    own_dossier().add("stakeholders", "wijk", name="Wijkraad", kind="residents")
    assert [one.name for one in own.listed()] == [NAMELESS]
    assert own_dossier().dossier.stakeholders[0].name == "Wijkraad"


def test_what_is_taken_in_is_open_and_keeps_its_name_and_title(own: OwnDossiers) -> None:
    name = own.begin(open_dossier("winkelhart"), "Sporthal De Waag")
    assert (name, own.name) == ("sporthal_de_waag", name)
    mine = own_dossier().dossier
    assert (mine.id, mine.title) == (name, "Sporthal De Waag")
    assert mine.interests == open_dossier("winkelhart").interests


def test_an_own_dossier_is_seen_from_today(own: OwnDossiers) -> None:
    own.begin(open_dossier("winkelhart"))
    assert own_dossier().dossier.as_of == dt.date.today()
    assert own_dossier().dossier is own_dossier().dossier
    assert own_dossier().is_fresh


def test_a_copy_of_an_example_leaves_the_example_alone(own: OwnDossiers, work: Path) -> None:
    own.begin(open_dossier("winkelhart"))
    mine = own_dossier()
    mine.change("stakeholders", mine.dossier.stakeholders[0].id, name="Iemand anders")
    assert not (work / "dossiers").exists()
    assert open_dossier("winkelhart").stakeholders[0].name != "Iemand anders"


def test_start_again_goes_back_to_what_came_in_and_can_be_undone(own: OwnDossiers) -> None:
    own.begin(open_dossier("winkelhart"))
    mine = own_dossier()
    first = mine.dossier.stakeholders[0]
    mine.change("stakeholders", first.id, name="Iemand anders")
    mine.start_again()
    assert mine.is_fresh
    assert mine.dossier.stakeholders[0] == first
    mine.undo()
    assert mine.dossier.stakeholders[0].name == "Iemand anders"


def test_nobody_needs_to_have_seats_in_an_own_dossier(own: OwnDossiers) -> None:
    own.begin(open_dossier("winkelhart"))
    mine = own_dossier()
    everybody = tuple(one for one in mine.dossier.stakeholders if not one.seats)
    gone = {one.id for one in mine.dossier.stakeholders} - {one.id for one in everybody}

    def without(dossier: Dossier) -> Dossier:
        kept = {
            "stakeholders": everybody,
            "coalition": (),
            "interests": (),
            "effects": (),
            "contacts": (),
            "thresholds": (),
            "options": (),
            "issues": (),
            "proposal": (),
            "route": tuple(one.model_copy(update={"speaker": None}) for one in dossier.route),
        }
        assert gone
        return dossier.model_copy(update=kept)

    mine.amend(without)
    assert OwnCopy(mine.name).dossier.fracties == ()


def test_two_dossiers_with_one_title_stay_apart(own: OwnDossiers) -> None:
    one, two = own.begin(empty_dossier(), "Plein"), own.begin(empty_dossier(), "Plein")
    assert (one, two) == ("plein", "plein_2")
    own_dossier().add("stakeholders", "wijk", name="Wijkraad", kind="residents")
    own.choice.choose(one)
    assert own_dossier().dossier.stakeholders == ()
    own.choice.choose(two)
    assert len(own_dossier().dossier.stakeholders) == 1


def test_put_away_takes_all_files_along_and_the_next_one_opens(
    own: OwnDossiers, work: Path
) -> None:
    own.begin(empty_dossier(), "Plein")
    own.begin(empty_dossier(), "Haven")
    for name in ("Wijkraad", "Roeiclub"):
        own_dossier().add("stakeholders", "wie", name=name, kind="residents")
    kept = own.put_away("haven")
    assert own.name == "plein"
    assert {path.name for path in kept.iterdir()} >= {"haven.json", "haven.begin.json", "haven"}
    assert not list((work / "eigen" / "dossiers").rglob("*haven*"))


def test_erase_leaves_nothing_of_that_dossier_and_all_of_another(
    own: OwnDossiers, work: Path
) -> None:
    for title in ("Plein", "Plein 2027"):
        own.begin(empty_dossier(), title)
        for name in ("Wijkraad", "Roeiclub"):
            own_dossier().add("stakeholders", "wie", name=name, kind="residents")
    before = {path: path.read_bytes() for path in work.rglob("plein_2027*") if path.is_file()}
    own.erase("plein")
    left = {path.name for path in (work / "eigen" / "dossiers").rglob("*") if "plein" in path.name}
    assert left
    assert all(name.lstrip(".").startswith("plein_2027") for name in left)
    assert {path: path.read_bytes() for path in before} == before


def opened_twice(own: OwnDossiers, changed: bool) -> tuple[OwnCopy, OwnCopy]:
    """Return two copies of one dossier, as two tabs of the browser have them."""
    own.begin(empty_dossier(), "Geheim plein")
    first, second = OwnCopy("geheim_plein"), OwnCopy("geheim_plein")
    if changed:
        for name in ("Wijkraad", "Roeiclub"):
            first.add("stakeholders", "wie", name=name, kind="residents")
        second.refresh()
    return first, second


@pytest.mark.parametrize("changed", [True, False])
@pytest.mark.parametrize("how", ["gewist", "apart gelegd"])
def test_what_was_taken_away_in_one_tab_does_not_come_back_from_another(
    own: OwnDossiers, work: Path, how: str, changed: bool
) -> None:
    _first, second = opened_twice(own, changed)
    own.erase("geheim_plein") if how == "gewist" else own.put_away("geheim_plein")
    for change in (
        lambda: second.add("stakeholders", "wie", name="Markt", kind="business"),
        second.undo,
        second.start_again,
        lambda: second.replace(empty_dossier("geheim_plein")),
    ):
        change()
        assert OwnDossiers().names == []
        assert f"Dit dossier is in een ander venster {how}." in second.notice
        assert second.dossier.stakeholders == second.beginning.stakeholders == ()
        assert second.dossier.title != "Geheim plein"
    left = [path.name for path in (work / "eigen" / "dossiers").rglob("*")]
    assert not [name for name in left if "plein" in name]


def test_a_tab_that_only_looks_is_told_as_well(own: OwnDossiers) -> None:
    _first, second = opened_twice(own, changed=True)
    told: list[str] = []

    class Listener:
        def follow(self) -> None:
            told.append(second.notice)

    listener = Listener()
    second.on_change(listener.follow)
    own.erase("geheim_plein")
    second.refresh()
    second.refresh()
    assert len(told) == 1
    assert "gewist" in told[0]


def test_a_new_dossier_with_the_name_of_an_erased_one_is_an_ordinary_one(own: OwnDossiers) -> None:
    _first, second = opened_twice(own, changed=True)
    own.erase("geheim_plein")
    assert own.begin(empty_dossier(), "Geheim plein") == "geheim_plein"
    mine = own_dossier()
    mine.add("stakeholders", "wie", name="Haven", kind="business")
    assert (mine.notice, mine.dossier.stakeholders[0].name) == ("", "Haven")
    second.add("stakeholders", "wie", name="Markt", kind="business")
    assert [one.name for one in OwnCopy("geheim_plein").dossier.stakeholders] == ["Haven"]


def test_a_dossier_that_cannot_be_moved_stays_open(
    own: OwnDossiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    _first, second = opened_twice(own, changed=False)

    def refuse(*_any: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("helpers.training.own_dossiers.shutil.move", refuse)
    with pytest.raises(PermissionError, match="in use"):
        own.put_away("geheim_plein")
    second.add("stakeholders", "wie", name="Markt", kind="business")
    assert (second.notice, len(second.dossier.stakeholders)) == ("", 1)


def test_the_list_of_another_tab_follows_what_goes(own: OwnDossiers) -> None:
    opened_twice(own, changed=True)
    other = OwnDossiers()
    before = other.choice.revision
    own.put_away("geheim_plein")
    assert other.choice.refresh()
    assert (other.names, other.choice.revision) == ([], before + 1)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"id": "iets_anders"}', "\x00"])
def test_a_damaged_beginning_loses_no_work(own: OwnDossiers, work: Path, text: str) -> None:
    own.begin(empty_dossier(), "Plein")
    own_dossier().add("stakeholders", "wijk", name="Wijkraad", kind="residents")
    (work / "eigen" / "dossiers" / "plein.begin.json").write_text(text, "utf-8")
    assert OwnCopy("plein").dossier.stakeholders[0].name == "Wijkraad"


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=3))
def test_every_title_gives_a_name_that_a_file_and_a_table_can_have(
    title: str, taken: list[str]
) -> None:
    first = free_name(title, taken)
    second = free_name(title, [*taken, first])
    assert first != second
    for name in (first, second):
        assert name not in taken
        assert len(name) <= LONGEST_ID
        assert Dossier(id=name, title="x", as_of=dt.date(2026, 1, 1)).id == name
