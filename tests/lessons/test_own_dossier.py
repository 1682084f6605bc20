"""Lesson 09 says first what must be known, and calls the controls what they are called."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from helpers.texts.language import CATALOGS
from helpers.training.content import lesson_exercises

LESSON = Path(__file__).parents[2] / "src" / "lessons" / "nl" / "09_eigen_dossier.md"
TEXT = LESSON.read_text("utf-8")
FIRST = (
    "Vraag de privacy-adviseur van je organisatie",
    "hoort in het officiële dossier",
    "Schrijf alsof het gelezen mag worden",
)
CONTROLS = (
    "Begin een nieuw dossier",
    "Met wat ik in mijn startdossier schreef",
    "Begin dit dossier",
    "Zet dit in mijn agenda",
    "Het dossier zelf",
    "Toen en nu",
    "Je voornemen na deze les",
)


def catalog() -> set[str]:
    with (CATALOGS / "nl" / "LC_MESSAGES" / "draagvlak.po").open("rb") as file:
        return {str(one.string) for one in read_po(file) if one.id}


def test_three_sentences_stand_before_anything_can_be_written_down() -> None:
    places = [TEXT.index(sentence) for sentence in FIRST]
    assert places == sorted(places)
    assert places[-1] < TEXT.index("| Onderdeel |") < TEXT.index("StartDossier(")


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_that_the_lesson_names_is_called_that(control: str) -> None:
    assert f"*{control}*" in TEXT
    assert control in catalog()


def test_the_exercises_are_of_five_kinds_and_one_is_for_the_group() -> None:
    exercises = lesson_exercises("09")
    assert len({one.kind for one in exercises}) == 5
    assert [one.id for one in exercises if one.core] == ["09-zet-het-even-in-een-mail"]


def test_who_talks_with_a_council_member_is_never_somebody_alone() -> None:
    row = next(one for one in TEXT.splitlines() if one.startswith("- **Het raadslid"))
    assert "ik bel zelf even" in row
    assert "contact met raadsleden loopt via de griffie" in TEXT
