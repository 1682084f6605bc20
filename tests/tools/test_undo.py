"""The buttons that take back the last change, or all of them."""

from helpers.tools.controls.undo import UndoButtons
from helpers.training.own_dossiers import own_dossier
from helpers.training.working_copy import WorkingCopy
from tests.tools.messages import tell


def judge(work: WorkingCopy, word: str) -> None:
    work.change("stakeholders", "zilverlijst", judged_vote=word)


def test_both_are_off_until_something_changes() -> None:
    work = WorkingCopy("winkelhart")
    buttons = UndoButtons(work)
    assert (buttons.off, buttons.fresh) == (True, True)
    judge(work, "certainly_for")
    assert (buttons.off, buttons.fresh) == (False, False)
    tell(buttons, what="undo")
    assert (buttons.off, buttons.fresh) == (True, True)
    assert "teruggedraaid" in buttons.said


def test_back_to_the_start_keeps_a_copy_and_can_be_undone() -> None:
    work = WorkingCopy("winkelhart")
    buttons = UndoButtons(work)
    judge(work, "certainly_for")
    judge(work, "unknown")
    kept = work.folder / "snapshots" / "winkelhart"
    before = len(list(kept.glob("*.json")))
    tell(buttons, what="wipe")
    assert buttons.fresh
    assert "begin" in buttons.said
    assert len(list(kept.glob("*.json"))) == before + 1
    tell(buttons, what="undo")
    votes = {one.id: one.judged_vote for one in work.dossier.stakeholders}
    assert votes["zilverlijst"] == "unknown"


def test_a_new_session_can_still_go_back_to_the_start() -> None:
    judge(WorkingCopy("winkelhart"), "certainly_for")
    again = UndoButtons(WorkingCopy("winkelhart"))
    assert (again.off, again.fresh) == (True, False)


def test_every_press_counts_however_quick() -> None:
    work = WorkingCopy("winkelhart")
    buttons, shipped = UndoButtons(work), work.dossier
    for word in ("certainly_for", "unknown", "certainly_against"):
        judge(work, word)
    for _press in range(5):
        tell(buttons, what="undo")
    assert work.dossier == shipped
    tell(buttons, what="onzin")
    assert buttons.fresh


def test_what_is_taken_away_is_said_and_undo_gets_the_focus() -> None:
    work = WorkingCopy("winkelhart")
    buttons = UndoButtons(work)
    judge(work, "certainly_for")
    buttons.offer("Dit is weggehaald.")
    assert (buttons.said, buttons.turn, buttons.off) == ("Dit is weggehaald.", 1, False)
    judge(work, "unknown")
    assert buttons.said == ""


def test_an_own_dossier_goes_back_to_how_it_came_in() -> None:
    own = UndoButtons(own_dossier()).words["what"]
    assert "hoe het is binnengekomen" in own
    assert "cursus" not in own
    assert "cursus" in UndoButtons(WorkingCopy("winkelhart")).words["what"]
