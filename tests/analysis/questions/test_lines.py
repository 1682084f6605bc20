"""The labelled lines with which the rules were written are read as they are labelled."""

import csv
from functools import cache
from pathlib import Path

import pytest

from helpers.analysis.questions.reading import read_utterance
from helpers.analysis.questions.rules import FORMS, FUNCTIONS

ASK = FORMS[:5]
read = cache(read_utterance)  # each line is looked at for several labels


def labelled(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


LINES = labelled("lines.csv")
HARD = labelled("mended_with.csv")  # mostly reframes, summaries and what is told


def test_every_label_is_known_and_used() -> None:
    assert {line["form"] for line in LINES} == {*FORMS, "none"}
    assert {line["function"] for line in LINES} == {*FUNCTIONS, "none"}


@pytest.mark.parametrize("form", [*FORMS, "none"])
def test_forms_are_read_as_labelled(form: str) -> None:
    lines = [line for line in LINES if line["form"] == form]
    wrong = [line for line in lines if (read(line["text"]).form or "none") != form]
    assert len(wrong) <= len(lines) * 0.03, [line["text"] for line in wrong]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_functions_are_read_as_labelled(function: str) -> None:
    lines = [line for line in LINES if line["form"] in ASK and line["function"] == function]
    said = [read(line["text"]).function for line in lines]
    assert sum(one not in (function, None) for one in said) <= len(lines) * 0.05
    assert sum(one == function for one in said) >= len(lines) * 0.85


@pytest.mark.parametrize("form", [one for one in FORMS if one != "multiple"])
def test_of_hard_lines_what_is_answered_is_nearly_always_right(form: str) -> None:
    said = [line["form"] for line in HARD if read(line["text"]).form == form]
    assert said.count(form) >= 0.88 * len(said)


@pytest.mark.parametrize("form", FORMS)
def test_hard_lines_are_mostly_answered(form: str) -> None:
    said = [read(line["text"]).form for line in HARD if line["form"] == form]
    assert said.count(None) <= 0.1 * len(said)
    assert said.count(form) >= 0.75 * len(said)
