"""The puzzle board: who speaks, who is convinced, what is next; all through the alderman."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers.dossier.words import Body, Room
from helpers.texts.language import _
from helpers.tools.route.puzzle_board import PuzzleBoard
from helpers.tools.route.route_rows import SIDES, taker, takers
from helpers.training.working_copy import Taker, WorkingCopy, working_copy
from tests.tools.messages import tell

COMMITTEE, COUNCIL, EVENING = "commissie_2", "raad", "wijkavond"
MUTE = _("Nobody speaks for the paper yet at: {steps}.")
AGREED = _("For {n} of the {all} steps to come you have agreed what to do.")

Within = Callable[[Callable[[], object], float], None]


@pytest.fixture
def tool() -> PuzzleBoard:
    return PuzzleBoard(working_copy("winkelhart"))


def send(tool: PuzzleBoard, what: str, key: str, /, **values: Any) -> dict[str, str]:
    return tell(tool.board, what=what, key=key, values=values)


def step(tool: PuzzleBoard, key: str) -> dict[str, Any]:
    return next(one for one in tool.board.steps if one["id"] == key)


def told(tool: PuzzleBoard, key: str) -> str:
    one = step(tool, key)
    texts = [sign["text"] for sign in one["signs"]]
    for part in one["parts"]:
        texts += [part["head"], *(line["text"] for line in [*part["signs"], *part["lines"]])]
    return " ".join(texts)


def plan(tool: PuzzleBoard, key: str, **changes: str) -> dict[str, str]:
    return send(tool, "plan", key, **{**step(tool, key)["form"]["values"], **changes})


def said(tool: PuzzleBoard) -> str:
    return " ".join(line["text"] for line in tool.outcome.lines)


def convince_nobody(tool: PuzzleBoard) -> None:
    for one in tool.work.dossier.contacts:
        if one.convinced == "yes":
            tool.work.change("contacts", one.id, convinced="no")


def test_the_steps_stand_in_order_and_the_next_one_is_open(tool: PuzzleBoard) -> None:
    states = [one["state"] for one in tool.board.steps]
    assert states == ["done"] * 4 + ["next"] + ["to_come"] * 5
    assert tool.board.chosen == EVENING
    assert tool.outcome.lines[0]["text"].startswith("Volgende stap: Wijkavond")


def test_each_step_says_who_speaks_who_is_convinced_and_what_can_happen(tool: PuzzleBoard) -> None:
    words = told(tool, COMMITTEE)
    assert "Wethouder ruimte en economie: overtuigd" in words
    assert "Overtuigd: Samen Ravelwoude" in words
    assert "Niet overtuigd: Buurtbelang Ravelwoude en Zilverlijst" in words
    assert "Nog niet bekend: Ondernemend Ravelwoude" in words
    assert "opnieuw aanhouden" in words
    assert "hier valt het besluit" in told(tool, COUNCIL)


def test_a_step_that_is_done_says_who_spoke(tool: PuzzleBoard) -> None:
    heads = {one["id"]: one["parts"][0]["head"] for one in tool.board.steps}
    done = {one.id for one in tool.work.dossier.route if one.done}
    assert {key for key, head in heads.items() if head == "Wie sprak voor het stuk"} == done
    assert {heads[key] for key in heads.keys() - done} == {"Wie spreekt voor het stuk"}
    tool.work.change("route", COUNCIL, speaker=None, done=True)
    assert "Wie toen sprak, staat niet in het dossier." in told(tool, COUNCIL)


def test_where_nobody_is_convinced_the_board_says_so(tool: PuzzleBoard) -> None:
    assert "minstens één betrokkene overtuigd" in said(tool)
    convince_nobody(tool)
    for one in tool.work.dossier.route:
        warned = _("Nobody here is completely convinced yet.") in told(tool, one.id)
        assert warned == (one.body in SIDES and not one.done)
    bare = _("Nobody is completely convinced yet at: {steps}.").split("{")[0]
    assert f"{bare}Gesprekken" in said(tool)
    assert "je wethouder" in told(tool, COMMITTEE)


def test_nobody_goes_round_the_alderman() -> None:
    for room in (Room.REGISTRY, Room.COMMITTEE, Room.COUNCIL):
        assert Taker.YOU not in takers(room)
    assert takers(Room.COMMITTEE)[0] is takers(Room.COUNCIL)[0] is Taker.ALDERMAN
    assert takers(Room.REGISTRY)[0] is Taker.REGISTRY


def test_towards_the_council_the_alderman_is_the_first_choice(tool: PuzzleBoard) -> None:
    form = step(tool, COMMITTEE)["form"]
    assert form["values"]["who"] == "alderman"
    who = next(field for field in form["fields"] if field["id"] == "who")
    assert "you" not in {option["id"] for option in who["options"]}
    assert "Met de fracties praat de wethouder" in told(tool, COMMITTEE)
    assert _("Choose who does it.") in plan(tool, COMMITTEE, what="Zelf bellen", who="you")["who"]
    assert tool.work.revision == 0


def test_what_is_agreed_is_shown_and_saved(tool: PuzzleBoard) -> None:
    assert plan(tool, COUNCIL, what="De wethouder vraagt wat nodig is", by="2026-12-01") == {}
    words = told(tool, COUNCIL)
    assert "De wethouder vraagt wat nodig is" in words
    assert taker(Taker.ALDERMAN, Body.COUNCIL) in words
    assert "1 december 2026" in words
    assert AGREED.format(n=1, all=6) in said(tool)
    assert WorkingCopy("winkelhart").actions[COUNCIL].who is Taker.ALDERMAN
    assert step(tool, COUNCIL)["form"]["values"]["by"] == "2026-12-01"


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"by": "2026-10-01"}, "what", "Schrijf op wat"),
        ({}, "what", "of druk op Annuleer"),
        ({"what": "x", "by": "2027-01-01"}, "by", "na de stap zelf"),
        ({"what": "x", "by": "morgen"}, "by", "datum"),
        ({"what": "x", "by": "0001-01-01"}, "by", "tussen 1 maart 1900 en 31 december 2199"),
        ({"what": "x", "who": ""}, "who", "Kies wie"),
        ({"what": "x", "who": "koning"}, "who", "Kies wie"),
        ({"what": "x", "speaker": "niemand"}, "speaker", "keuze"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(
    tool: PuzzleBoard, values: dict[str, str], field: str, words: str
) -> None:
    errors = plan(tool, COUNCIL, **values)
    assert list(errors) == [field]
    assert words in errors[field]
    assert tool.work.revision == 0


def test_every_choice_of_every_form_can_be_made(tool: PuzzleBoard) -> None:
    for key in (EVENING, "college_2", "agenda_2", COUNCIL):
        _what, who, _by, speaker = step(tool, key)["form"]["fields"]
        chosen = [("who", one["id"]) for one in who["options"]]
        chosen += [
            ("speaker", one["id"]) for one in (*speaker["options"][:1], speaker["options"][-1])
        ]
        for field, option in chosen:
            assert plan(tool, key, what="x", **{field: option}) == {}
            assert step(tool, key)["form"]["values"][field] == option


def test_who_speaks_can_be_changed_without_an_agreement(tool: PuzzleBoard) -> None:
    assert plan(tool, COUNCIL, speaker="") == {}
    assert MUTE.format(steps="Raad") in said(tool)
    assert _("Nobody yet") in told(tool, COUNCIL)
    assert tool.work.actions == {}
    tell(tool.undo, what="undo")
    assert MUTE.format(steps="Raad") not in said(tool)


def test_an_agreement_and_its_speaker_go_back_in_one_step(tool: PuzzleBoard) -> None:
    shipped = tool.work.dossier
    plan(tool, COUNCIL, what="x", speaker="jong")
    send(tool, "clear", COUNCIL)
    assert tool.work.actions == {}
    tell(tool.undo, what="undo")
    assert tool.work.actions[COUNCIL].what == "x"
    tell(tool.undo, what="undo")
    assert (tool.work.actions, tool.work.dossier) == ({}, shipped)


def test_a_step_can_be_ticked_off_and_taken_back(tool: PuzzleBoard) -> None:
    for one in list(tool.board.steps)[4:]:
        send(tool, "done", one["id"])
    assert said(tool) == _("All steps are done.")
    assert step(tool, COUNCIL)["form"] is None
    send(tool, "open", COUNCIL)
    assert tool.outcome.lines[0]["text"].startswith("Volgende stap: Raad")


def test_what_was_removed_elsewhere_is_said_and_nothing_breaks(tool: PuzzleBoard) -> None:
    assert "niet meer in het dossier" in send(tool, "plan", "weg", what="x")[""]


@pytest.mark.parametrize("sent", [{}, {"what": 3, "key": []}, {"what": "plan", "key": "raad"}])
def test_nonsense_from_the_page_is_answered_calmly(tool: PuzzleBoard, sent: dict[str, Any]) -> None:
    tell(tool.board, **sent)
    assert tool.work.revision == 0


def test_two_boards_on_a_page_show_the_same(tool: PuzzleBoard) -> None:
    other = PuzzleBoard(tool.work)
    plan(tool, COUNCIL, what="x")
    assert other.board.steps == tool.board.steps


def test_a_failure_is_a_sentence_and_no_traceback(
    tool: PuzzleBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(tool.work, "change", broken)
    assert "ging iets mis" in send(tool, "done", COUNCIL)[""]
    assert "ging iets mis" in said(tool)


def test_what_is_typed_or_stands_in_a_dossier_is_never_markup(tool: PuzzleBoard) -> None:
    plan(tool, COUNCIL, what="<script>alert(1)</script>")
    tool.work.change("route", COUNCIL, name="<script>", can_happen="<script>")
    assert "<script>" not in tool.still_html()


def test_the_still_version_has_the_route_with_its_text_and_what_is_agreed(
    tool: PuzzleBoard,
) -> None:
    plan(tool, COUNCIL, what="De wethouder belt")
    page = tool._repr_mimebundle_()["text/html"]
    assert 'alt="Route' in page
    assert f"De wethouder belt ({taker(Taker.ALDERMAN, Body.COUNCIL)})" in page


def test_every_field_and_step_has_a_label(tool: PuzzleBoard) -> None:
    assert tool.board.words["caption"]
    for one in tool.board.steps:
        assert one["name"]
        assert all(field["label"] for field in (one["form"] or {"fields": ()})["fields"])


def test_a_redraw_is_fast_enough_to_feel_immediate(tool: PuzzleBoard, within: Within) -> None:
    within(tool.redraw, 0.1)


def test_what_was_said_later_does_not_count_for_a_step_that_is_done(tool: PuzzleBoard) -> None:
    step = next(one for one in tool.board.steps if one["id"].startswith("commissie"))
    parts = {part["head"]: part for part in step["parts"]}
    assert parts["Wie daar toen overtuigd was"]["signs"] == []
    lines = [line["text"] for line in parts["Wie daar toen overtuigd was"]["lines"]]
    assert lines == ["Wie toen overtuigd was, staat niet in het dossier."]


@pytest.mark.parametrize(
    ("body", "who", "through"),
    [
        (Body.COUNCIL, "wethouder", "griffie"),
        (Body.PROVINCE, "gedeputeerde", "statengriffie"),
        (Body.BOARD, "portefeuillehouder", "bestuursondersteuning"),
        (Body.OTHER, "wethouder", "griffie"),
    ],
)
def test_who_acts_is_called_as_it_is_with_the_body_that_decides(
    tool: PuzzleBoard, body: Body, who: str, through: str
) -> None:
    tool.work.amend(lambda dossier: dossier.model_copy(update={"body": body}))
    words = told(tool, COUNCIL)
    assert f"de {who}" in words
    assert f"via de {through}" in words
