"""What somebody did can be taken back, one change at a time, and never what another window did."""

import errno
from pathlib import Path

import pytest

from helpers.dossier.words import Vote
from helpers.training import saved
from helpers.training.working_copy import Action, Taker, WorkingCopy

DOSSIER = "winkelhart"


@pytest.fixture
def copy() -> WorkingCopy:
    return WorkingCopy(DOSSIER)


def power(copy: WorkingCopy, at: int = 0) -> float | None:
    return copy.dossier.stakeholders[at].power


def set_power(copy: WorkingCopy, value: float | None, at: int = 0) -> None:
    copy.change("stakeholders", copy.dossier.stakeholders[at].id, power=value)


def test_there_is_nothing_to_undo_at_the_start(copy: WorkingCopy) -> None:
    copy.undo()
    assert (copy.can_undo, copy.revision, copy.notice) == (False, 0, "")


def test_changes_go_back_one_at_a_time_and_each_step_is_saved(copy: WorkingCopy) -> None:
    shipped = copy.dossier
    for value in (1.0, 2.0, 3.0):
        set_power(copy, value)
    for value in (2.0, 1.0):
        copy.undo()
        assert power(copy) == power(WorkingCopy(DOSSIER)) == value
    copy.undo()
    assert copy.dossier == shipped
    assert not copy.can_undo


def test_a_change_that_changes_nothing_needs_no_undo(copy: WorkingCopy) -> None:
    set_power(copy, power(copy))
    assert not copy.can_undo


def test_a_new_change_after_an_undo_can_be_undone_too(copy: WorkingCopy) -> None:
    shipped = power(copy)
    set_power(copy, 1.0)
    copy.undo()
    set_power(copy, 2.0)
    copy.undo()
    assert power(copy) == shipped


def test_starting_again_can_be_undone(copy: WorkingCopy) -> None:
    set_power(copy, 1.0)
    copy.start_again()
    copy.undo()
    assert power(copy) == 1.0


def test_what_another_window_did_is_never_undone(copy: WorkingCopy) -> None:
    set_power(copy, 1.0)
    other = WorkingCopy(DOSSIER)
    set_power(other, 3.0, at=1)
    copy.undo()
    assert "ander venster" in copy.notice
    assert (power(copy, 0), power(copy, 1)) == (1.0, 3.0)
    assert not copy.can_undo
    assert WorkingCopy(DOSSIER).revision == 2


def test_undo_stops_at_what_another_window_did_in_between(copy: WorkingCopy) -> None:
    set_power(copy, 1.0)
    set_power(WorkingCopy(DOSSIER), 3.0, at=1)
    set_power(copy, 2.0)
    copy.undo()
    assert (power(copy, 0), power(copy, 1), copy.notice) == (1.0, 3.0, "")
    copy.undo()
    assert "ander venster" in copy.notice
    assert (power(copy, 0), power(copy, 1)) == (1.0, 3.0)


def test_an_unsaved_change_can_be_undone(
    copy: WorkingCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = power(copy)

    def full(path: Path, text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(saved, "replace_file", full)
        set_power(copy, 1.0)
        assert copy.notice
    copy.undo()
    assert (power(copy), copy.notice, copy.can_undo) == (shipped, "", False)


def test_an_added_interest_gets_an_id_of_its_own_in_every_window(copy: WorkingCopy) -> None:
    who = copy.dossier.stakeholders[0].id
    other = WorkingCopy(DOSSIER)
    copy.add("interests", who, stakeholder=who, position="Eerst de stoep")
    other.add("interests", who, stakeholder=who, position="Dan de straat")
    added = other.dossier.interests[-2:]
    assert [row.position for row in added] == ["Eerst de stoep", "Dan de straat"]
    assert len({row.id for row in other.dossier.interests}) == len(other.dossier.interests)
    assert [row.id for row in added] == [f"{who}_1", f"{who}_2"]


def test_a_removed_interest_leaves_no_effects_and_comes_back_whole(copy: WorkingCopy) -> None:
    shipped = copy.dossier
    key = shipped.effects[0].interest
    copy.remove_interest(key)
    assert key not in {row.interest for row in copy.dossier.effects}
    assert key not in {row.id for row in copy.dossier.interests}
    copy.undo()
    assert copy.dossier == shipped


def test_an_empty_text_means_not_known(copy: WorkingCopy) -> None:
    key = copy.dossier.stakeholders[0].id
    copy.change("stakeholders", key, power="", judged_vote=Vote.UNKNOWN)
    assert power(copy) is None


def test_problems_are_told_by_column_and_change_nothing(copy: WorkingCopy) -> None:
    key = copy.dossier.stakeholders[0].id
    told = copy.problems("stakeholders", key, power="11", involvement="veel")
    assert set(told) == {"power", "involvement"}
    assert "10 of minder" in told["power"]
    assert copy.problems("stakeholders", key, power="") == {}
    assert set(copy.problems("interests", stakeholder="niemand")) == {"stakeholder"}
    assert copy.revision == 0


def test_what_was_agreed_is_still_there_in_a_new_kernel_and_can_be_undone(
    copy: WorkingCopy,
) -> None:
    step = copy.dossier.route[-1]
    copy.plan(step.id, None, Action(what="De wethouder belt", who=Taker.ALDERMAN))
    again = WorkingCopy(DOSSIER)
    assert again.actions[step.id].what == "De wethouder belt"
    assert again.dossier.route[-1].speaker is None
    copy.undo()
    assert copy.actions == {}
    assert copy.dossier.route[-1].speaker == step.speaker
