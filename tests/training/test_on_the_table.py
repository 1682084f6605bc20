"""What lies on the table, what is kept and what is added: each one step, that can be undone."""

import pytest

from helpers.dossier.model import Dossier
from helpers.training.on_the_table import (
    LONGEST_NAME,
    MOST_KEPT,
    choose_options,
    drop,
    issues_on_table,
    keep,
    lay,
    settled,
    take_off,
    take_up,
    tried_packages,
)
from helpers.training.own_options import (
    add_issue,
    add_option,
    change_option,
    is_own,
    remove_option,
    worth_of,
)
from helpers.training.working_copy import WorkingCopy


def deal() -> Dossier:
    """Two parties and two points; a third comes later."""
    dossier = Dossier(id="deal", title="Een deal", as_of="2026-10-06")
    for who in ("stad", "dorp"):
        dossier = dossier.add("stakeholders", id=who, name=who.title(), kind="government")
    dossier = dossier.add("interests", id="rust", stakeholder="dorp", interest="rust", weight=4)
    for issue in ("plek", "geld", "bus"):
        row = {"id": issue, "name": issue.title(), "added": issue == "bus"}
        dossier = dossier.add("issues", **row)
        for n in range(3):
            option = {"id": f"{issue}_{n}", "issue": issue, "name": f"{issue} {n}"}
            dossier = dossier.add("options", **option, status_quo=n == 0)
    for who, option, value in (("stad", "plek_1", 5), ("dorp", "plek_1", -3), ("dorp", "bus_1", 6)):
        dossier = dossier.add("values", stakeholder=who, option=option, value=value)
    return dossier.model_copy(update={"proposal": ("plek_1", "geld_0", "bus_0")})


@pytest.fixture
def copy(monkeypatch: pytest.MonkeyPatch) -> WorkingCopy:
    monkeypatch.setattr("helpers.training.working_copy.open_dossier", lambda name: deal())
    return WorkingCopy("deal")


def test_a_point_that_comes_later_counts_once_it_lies_on_the_table(copy: WorkingCopy) -> None:
    assert issues_on_table(copy.dossier, copy.laid) == ("plek", "geld")
    copy.save(lambda work: choose_options(work, ["bus_1"]))
    assert settled(copy.dossier, copy.laid, copy.package) == ("plek_1", "geld_0", "bus_0")
    copy.save(lambda work: lay(work, "bus"))
    assert issues_on_table(copy.dossier, copy.laid) == ("plek", "geld", "bus")
    assert settled(copy.dossier, copy.laid, copy.package) == ("plek_1", "geld_0", "bus_1")
    copy.save(lambda work: take_off(work, "bus"))
    assert copy.laid == ()
    assert copy.package == ("plek_1", "geld_0", "bus_0")


@pytest.mark.parametrize("issue", ["plek", "nergens", "", "bus"])
def test_only_what_comes_later_is_laid_and_only_once(copy: WorkingCopy, issue: str) -> None:
    for _ in range(2):
        copy.save(lambda work: lay(work, issue))
    assert copy.laid == (("bus",) if issue == "bus" else ())
    copy.save(lambda work: take_off(work, "plek"))
    assert "plek" in issues_on_table(copy.dossier, copy.laid)


def test_what_lay_there_is_there_in_another_kernel_and_after_undo(copy: WorkingCopy) -> None:
    copy.save(lambda work: lay(work, "bus"))
    copy.save(lambda work: keep(work, "Onze eerste"))
    elsewhere = WorkingCopy("deal")
    assert (elsewhere.laid, elsewhere.kept) == (copy.laid, copy.kept)
    assert not copy.is_fresh
    copy.undo()
    assert (copy.laid, copy.kept) == (("bus",), ())
    copy.undo()
    assert copy.is_fresh


def test_going_back_to_the_start_clears_the_table_and_can_be_undone(copy: WorkingCopy) -> None:
    copy.save(lambda work: lay(work, "bus"))
    copy.save(lambda work: keep(work, ""))
    copy.start_again()
    assert copy.is_fresh
    copy.undo()
    assert len(copy.kept) == 1


def test_packages_are_kept_under_names_that_differ(copy: WorkingCopy) -> None:
    for name in ("", "  Onze\n deal ", "Onze deal", "x" * 99):
        copy.save(lambda work, name=name: keep(work, name))
    names = [one.name for one in copy.kept]
    assert names == ["Pakket 1", "Onze deal", "Onze deal (2)", "x" * LONGEST_NAME]
    assert len({one.key for one in copy.kept}) == 4
    assert tried_packages(copy.dossier, copy.kept) == 1


def test_no_more_are_kept_than_fit_side_by_side(copy: WorkingCopy) -> None:
    for _ in range(MOST_KEPT + 2):
        copy.save(lambda work: keep(work, "Deal"))
    assert len({one.name for one in copy.kept}) == len(copy.kept) == MOST_KEPT
    copy.save(lambda work: drop(work, copy.kept[2].key))
    copy.save(lambda work: drop(work, "99"))
    assert len(copy.kept) == MOST_KEPT - 1
    copy.save(lambda work: keep(work, ""))
    assert len({one.key for one in copy.kept}) == MOST_KEPT


def test_a_kept_package_is_tried_again_with_the_points_that_it_needs(copy: WorkingCopy) -> None:
    copy.save(lambda work: lay(work, "bus"))
    copy.save(lambda work: choose_options(work, ["bus_1", "geld_2", "nergens"]))
    copy.save(lambda work: keep(work, "Bus"))
    copy.save(lambda work: take_off(work, "bus"))
    copy.save(lambda work: choose_options(work, ["geld_0"]))
    copy.save(lambda work: take_up(work, copy.kept[0].key))
    assert copy.laid == ("bus",)
    assert copy.package == ("plek_1", "geld_2", "bus_1")
    copy.save(lambda work: take_up(work, "99"))
    assert copy.package == ("plek_1", "geld_2", "bus_1")


def test_an_own_point_lies_on_the_table_at_once_with_its_worth(copy: WorkingCopy) -> None:
    worth = {"stad": 4.0, "dorp": None}
    copy.save(lambda work: add_issue(work, "Plek", "zoals nu", "Bos", worth, "stad"))
    issue, option = copy.dossier.issues[-1], copy.dossier.options[-1]
    assert (issue.name, issue.added, issue.brought_by) == ("Plek", True, "stad")
    assert issue.id in issues_on_table(copy.dossier, copy.laid)
    assert is_own(issue.id)
    assert worth_of(copy.dossier, option.id) == worth
    unknown = copy.dossier.effects[-1]
    assert (unknown.option, unknown.interest, unknown.effect) == (option.id, "rust", None)
    assert len(copy.package) == len(copy.dossier.proposal) == 4
    copy.undo()
    assert copy.is_fresh


def test_a_party_of_which_nothing_is_known_gets_an_interest_to_ask_for(copy: WorkingCopy) -> None:
    copy.save(lambda work: add_option(work, "geld", "Lenen", {"stad": None}, None))
    asked = copy.dossier.interests[-1]
    assert (asked.stakeholder, asked.interest, asked.weight) == ("stad", "", None)
    assert copy.dossier.effects[-1].interest == asked.id


def test_an_own_option_is_changed_and_removed_and_leaves_nothing_behind(copy: WorkingCopy) -> None:
    before = copy.dossier
    copy.save(lambda work: add_option(work, "geld", "Lenen", {"stad": 4.0, "dorp": 1.0}, None))
    key = copy.dossier.options[-1].id
    copy.save(lambda work: choose_options(work, [key]))
    copy.save(lambda work: keep(work, "Met lenen"))
    copy.save(lambda work: change_option(work, key, "Leasen", {"stad": None, "dorp": 2.0}, "dorp"))
    assert copy.dossier.options[-1].name == "Leasen"
    assert worth_of(copy.dossier, key) == {"stad": None, "dorp": 2.0}
    copy.save(lambda work: remove_option(work, key))
    assert copy.dossier.options == before.options
    assert copy.dossier.values == before.values
    assert copy.dossier.effects == before.effects
    assert copy.package == ("plek_1", "geld_0", "bus_0")
    everything = [one.id for one in copy.dossier.issues]
    assert settled(copy.dossier, everything, copy.kept[0].package) == copy.package


def test_an_id_that_comes_back_is_not_the_option_that_was_kept(copy: WorkingCopy) -> None:
    copy.save(lambda work: add_option(work, "geld", "Lenen", {}, None))
    first = copy.dossier.options[-1].id
    copy.save(lambda work: choose_options(work, [first]))
    copy.save(lambda work: keep(work, "Met lenen"))
    copy.save(lambda work: remove_option(work, first))
    copy.save(lambda work: add_option(work, "geld", "Iets anders", {}, None))
    assert copy.dossier.options[-1].id == first
    assert first not in copy.kept[0].package


def test_an_own_point_goes_with_its_last_option(copy: WorkingCopy) -> None:
    copy.save(lambda work: add_issue(work, "Bos", "zoals nu", "Groot", {}, None))
    issue = copy.dossier.issues[-1].id
    copy.save(lambda work: add_option(work, issue, "Klein", {}, None))
    for left in (4, 3):
        assert len(copy.dossier.issues) == 4
        copy.save(lambda work: remove_option(work, copy.dossier.options[-1].id))
        assert len(copy.dossier.issues) == left
    assert copy.laid == ()
    assert copy.dossier.options == deal().options


def test_without_a_proposal_a_package_starts_from_how_it_is_now(
    copy: WorkingCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = deal().model_copy(update={"proposal": ()})
    monkeypatch.setattr("helpers.training.working_copy.open_dossier", lambda name: bare)
    other = WorkingCopy("zonder")
    other.save(lambda work: choose_options(work, ["plek_2"]))
    assert other.package == ("plek_2", "geld_0", "bus_0")
    other.save(lambda work: add_issue(work, "Bos", "zoals nu", "Groot", {}, None))
    assert other.dossier.proposal == ()
    assert len(other.package) == 4
