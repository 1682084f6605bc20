"""What a group's answers say, worked out by hand."""

import pytest

from helpers.tools.group.agreement_words import SENTENCES, refused_lines
from helpers.tools.group.shown_answers import answer_lines, seen
from helpers.training.content import lesson_exercises, open_exercise
from helpers.training.group.bare import can_be_shared
from helpers.training.group.refused import Why
from helpers.training.kinds.placing import Placing

MAP = open_exercise("02-plek-op-de-kaart")
SORT = open_exercise("02-hoe-weet-je-het")
CHOOSE = next(one for one in lesson_exercises("02") if one.kind == "choose")
WRITE = open_exercise("02-op-de-stoel-van")


def place(x: float, y: float) -> tuple[str, ...]:
    return (f"invloed/{x:g}", f"geraakt/{y:g}")


@pytest.mark.parametrize("count", [0, 1, 2])
def test_of_fewer_than_three_there_is_no_picture_and_no_answer(count: int) -> None:
    shown = seen(MAP, [place(7, 3)] * count)
    assert (shown.svg, shown.table) == ("", None)
    assert "7" not in shown.lines[0]


def test_places_have_a_middle_and_say_who_lies_far_off_without_who() -> None:
    shown = seen(MAP, [place(2, 9), place(2, 9), place(2, 8), place(3, 9), place(9, 9)])
    assert shown.lines == (
        "Invloed op het besluit: de antwoorden liggen dicht bij elkaar. De middelste helft ligt "
        "tussen 2 en 3, het midden is 2.",
        "1 antwoord ligt ver van de rest. Wat zou iemand daar kunnen zien?",
        "Hoeveel er voor hen verandert: de antwoorden liggen dicht bij elkaar. De middelste helft "
        "ligt tussen 9 en 9, het midden is 9.",
        "1 antwoord ligt ver van de rest. Wat zou iemand daar kunnen zien?",
    )
    assert shown.table
    assert shown.table["rows"] == [
        ["2", "8", "1"],
        ["2", "9", "2"],
        ["3", "9", "1"],
        ["9", "9", "1"],
    ]
    assert shown.svg.startswith("<?xml")


@pytest.mark.parametrize(
    ("chosen", "begins"),
    [
        ([0] * 4, "Iedereen koos: "),
        ([0, 0, 0, 1], "De meesten kozen: "),
        ([0, 0, 1, 2], "Minstens de helft koos: "),
        ([0, 1, 2], "De antwoorden lopen uiteen. Het vaakst gekozen: "),
    ],
)
def test_choices_say_how_far_people_agree(chosen: list[int], begins: str) -> None:
    shown = seen(CHOOSE, [(CHOOSE.parts[at].id,) for at in chosen])
    assert shown.lines[0].startswith(begins)
    assert CHOOSE.parts[0].text in shown.lines[0]
    assert shown.table
    assert [row[1] for row in shown.table["rows"]] == [
        str(chosen.count(at)) for at in range(len(CHOOSE.parts))
    ]


def test_sorting_says_on_which_line_the_answers_differ_most() -> None:
    assert isinstance(SORT, Placing)
    right = [f"{part.id}/{SORT.target(part)}" for part in SORT.parts]
    groups = [one.id for one in SORT.choices]
    other = [[f"{SORT.parts[0].id}/{name}", *right[1:]] for name in groups]
    shown = seen(SORT, [tuple(one) for one in other])
    assert shown.lines[0] == "Bij 5 van de 6 regels koos minstens drie op de vier hetzelfde."
    assert SORT.parts[0].text in shown.lines[1]
    assert seen(SORT, [tuple(right)] * 3).lines == (
        "Bij 6 van de 6 regels koos minstens drie op de vier hetzelfde.",
    )


def test_wordings_have_no_picture() -> None:
    shown = seen(WRITE, [("Ja.",), ("Nee.",), ("Nee.",)])
    assert shown.lines == ("3 zinnen, door elkaar gezet.",)
    assert shown.svg == ""


def test_every_exercise_that_can_be_shared_has_words_for_an_answer() -> None:
    found = [one for n in range(10) for one in lesson_exercises(f"{n:02d}") if can_be_shared(one)]
    assert len(found) > 30
    for one in found:
        if one.kind == "choose":
            assert answer_lines(one, (one.parts[0].id,)) == [one.parts[0].text]
    assert answer_lines(MAP, place(2, 8.5)) == [
        "Invloed op het besluit: 2",
        "Hoeveel er voor hen verandert: 8,5",
    ]


def test_every_reason_has_its_words_and_files_have_no_names() -> None:
    assert set(SENTENCES) == set(Why)
    assert refused_lines([Why.TOO_LARGE, Why.NO_ANSWER, Why.TOO_LARGE]) == [
        "2 bestanden tellen niet mee: te groot voor een antwoord.",
        "1 bestand telt niet mee: geen antwoordbestand van deze cursus.",
    ]
