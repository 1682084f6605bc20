"""The checks on a dossier: each does not hold at first, and holds once the work was done."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers.dossier.examples import open_dossier
from helpers.dossier.model import Dossier
from helpers.training.kinds.results import CHECKS, holds, missing
from helpers.training.working_copy import Action, Taker, WorkingCopy, working_copy

PLAN = Action(what="Vragen wat er nodig is", who=Taker.ALDERMAN)


def told(dossier: Dossier) -> Dossier:
    return dossier.add(
        "stories",
        id="v1",
        stakeholder="corporatie",
        story="Wij bouwen voor ouderen.",
        confirmed=True,
    )


def choose(work: WorkingCopy, *options: str) -> None:
    for option in options:
        work.choose(option)


EMPTY = "buurt_buurthuis"
DONE: dict[str, tuple[dict[str, Any], Callable[[WorkingCopy], None]]] = {
    "agreed_at": (
        {"agreed_at": ["raad"]},
        lambda work: work.plan("raad", "samen", PLAN),
    ),
    "agreements": (
        {"agreements": 1},
        lambda work: work.plan("college_2", None, PLAN),
    ),
    "speaker_at": (
        {"speaker_at": ["agenda_2", "raad"]},
        lambda work: work.plan("agenda_2", "samen", None),
    ),
    "package_has": (
        {"package_has": ["parkeren_pas", "markt_terug"]},
        lambda work: choose(work, "parkeren_pas", "markt_terug"),
    ),
    "story_confirmed": (
        {"story_confirmed": ["corporatie"]},
        lambda work: work.amend(told),
    ),
    "rows_added": (
        {"rows_added": {"interests": 1}},
        lambda work: work.add("interests", "nieuw", stakeholder="samen", position="Nu."),
    ),
    "filled_in": (
        {"filled_in": {"table": "interests", "rows": [EMPTY], "column": "interest"}},
        lambda work: work.change("interests", EMPTY, interest="Een plek waar je elkaar ziet"),
    ),
    "for_enough_seats": (
        {"for_enough_seats": 20},
        lambda work: choose(work, "parkeren_pas", "woningen_ouderen"),
    ),
}


def test_every_check_is_played() -> None:
    assert {*DONE, "changes_at_most"} == set(CHECKS)


@pytest.mark.parametrize("name", DONE)
def test_a_check_holds_once_it_was_done_and_not_before(name: str) -> None:
    check, act = DONE[name]
    work, shipped = working_copy("winkelhart"), open_dossier("winkelhart")
    assert missing(check, shipped) == []
    assert not holds(check, work, shipped)
    act(work)
    assert holds(check, work, shipped)


def test_changes_are_counted_against_the_proposal() -> None:
    """This one holds at first: it keeps a package close to what lies there."""
    work, shipped = working_copy("winkelhart"), open_dossier("winkelhart")
    counted = []
    for option in ("parkeren_pas", "woningen_ouderen", "markt_terug", "markt_sporthal"):
        work.choose(option)
        counted.append([holds({"changes_at_most": n}, work, shipped) for n in (1, 2, 3)])
    assert counted == [[True] * 3, [False, True, True], [False, False, True], [False, True, True]]


def test_seats_are_counted_for_the_package_that_is_being_tried() -> None:
    """As lesson 02 says: 12 seats for the proposal as it lies, 8 with only a pass for carers."""
    work, shipped = working_copy("winkelhart"), open_dossier("winkelhart")

    def enough(seats: int) -> bool:
        return holds({"for_enough_seats": seats}, work, shipped)

    assert (enough(12), enough(13)) == (True, False)
    work.choose("parkeren_pas")
    assert (enough(8), enough(9)) == (True, False)


def test_a_row_without_an_id_goes_by_its_key() -> None:
    shipped = open_dossier("vastgoed")
    cells = {"table": "partner_themes", "rows": ["woonstichting/vastgoed"], "column": "owner"}
    assert missing({"filled_in": cells}, shipped) == []
    assert not holds({"filled_in": cells}, working_copy("vastgoed"), shipped)
    wrong = cells | {"rows": ["woonstichting/vastgoet"]}
    assert "woonstichting/vastgoed" in missing({"filled_in": wrong}, shipped)[0]
