"""An author of a meeting is told precisely, in Dutch, what has to be mended."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from helpers.training.chairing import check
from helpers.training.chairing.check import file_problems
from helpers.training.content import CONTENT
from tests.training.written import read_yaml, write_yaml

NAME = "06-voorzitten.yaml"
WRITTEN = read_yaml(CONTENT / "nl" / "chairing" / NAME)
Record = dict[str, Any]
Change = Callable[[Record], object]


def said(folder: Path, change: Change) -> list[str]:
    written = deepcopy(WRITTEN)
    change(written)
    path = folder / NAME
    write_yaml(path, written)
    return [str(one).removeprefix(f"bestand {NAME}, ") for one in file_problems(path)]


def part(record: Record, kind: str, name: str) -> Record:
    found: Record = next(one for one in record[kind] if one["id"] == name)
    return found


def choice(record: Record, moment: str, name: str) -> Record:
    return part(part(record, "moments", moment), "choices", name)


def put(kind: str, name: str, **fields: Any) -> Change:
    return lambda record: part(record, kind, name).update(fields)


def act(moment: str, name: str, **fields: Any) -> Change:
    return lambda record: choice(record, moment, name).update(fields)


def keep_process(record: Record) -> None:
    moment = part(record, "moments", "slot")
    moment["choices"] = [one for one in moment["choices"] if one["act"] in ("summarise", "invite")]
    moment["choices"].append(dict(moment["choices"][0], id="derde", reactions=[]))


def test_a_good_meeting_has_nothing_to_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_yaml(tmp_path / NAME, WRITTEN)
    assert check.main([str(tmp_path / NAME)]) == 0
    assert capsys.readouterr().out == f"bestand {NAME}: niets te herstellen.\n"


# what is done to it, where the problem is said to be, and words of the sentence
CASES: list[tuple[Change, str, str]] = [
    (lambda record: record.pop("scene"), "veld scene", "Vul het in"),
    (lambda record: record.update(scen="x"), "veld scen", "Bedoelde je scene?"),
    (lambda record: record.update(id="06-voor"), "veld id", "06-voorzitten"),
    (lambda record: record.update(principles=["E9"]), "veld principles", "E9"),
    (put("parties", "waterschap", trust=9), "onderdeel parties waterschap, veld trust", "6"),
    (put("parties", "waterschap", naam="x"), "onderdeel parties waterschap, veld naam", "name"),
    (put("points", "water", by="waterschp"), "onderdeel points water, veld by", "waterschap"),
    (act("slot", "voorlezen", act="samenvat"), "onderdeel moments slot", "samenvat"),
    (act("slot", "voorlezen", trust={"rijk": 1}), "onderdeel moments slot", "rijk"),
    (act("slot", "voorlezen", trust={"waterschap": 4}), "onderdeel moments slot", "3"),
    (act("slot", "voorlezen", points=["thuiss"]), "onderdeel moments slot", "Bedoelde je thuis?"),
    (act("slot", "voorlezen", when={"marked": ["nooit"]}), "onderdeel moments slot", "nooit"),
    (act("slot", "persbericht", reactions=[]), "onderdeel moments slot", "zegt niets"),
    (act("slot", "verslag", id="rol"), "onderdeel choices, veld id", "meer dan één keer"),
    (put("moments", "slot", round=1), "veld moments", "rondes"),
    (put("moments", "slot", told=[{"says": "x", "when": {"seated": 4}}]), "onderdeel mom", "when"),
    (keep_process, "onderdeel moments slot", "verleidelijk"),
    (act("slot", "voorlezen", act="let_go"), "onderdeel moments slot", "Het moeten er twee zijn"),
    (put("endings", "lege_stoel", when={"seated": 1}), "veld endings", "laatste"),
    (put("endings", "allen", when={}), "veld endings", "laatste"),
]


@pytest.mark.parametrize(("change", "place", "words"), CASES)
def test_each_fault_is_said_with_its_place(
    tmp_path: Path, change: Change, place: str, words: str
) -> None:
    found = said(tmp_path, change)
    assert [one for one in found if one.startswith(place) and words in one], found


def twice(record: Record) -> None:
    part(record, "parties", "waterschap")["leaves"] = part(record, "parties", "provincie")["leaves"]


def test_nobody_may_repeat_himself_or_another(tmp_path: Path) -> None:
    assert any("Niemand herhaalt zichzelf" in one for one in said(tmp_path, twice))


def unkind(record: Record) -> None:
    """Let the last moments cost everybody trust, whatever the chair does."""
    for moment in record["moments"][4:]:
        for one in moment["choices"]:
            one["trust"] = {party["id"]: -1 for party in record["parties"]}


# Faults that show only when the ways are walked: none of them hides another.
WALKED: list[tuple[Change, str, str]] = [
    (
        act(
            "slot",
            "voorlezen",
            reactions=[{"party": "waterschap", "says": "Nooit.", "when": {"on_table": 9}}],
        ),
        "onderdeel moments slot, veld choices.voorlezen",
        "wordt nooit gezegd",
    ),
    (
        act("slot", "persbericht", when={"trusting": 7}),
        "onderdeel moments slot, veld choices.persbericht",
        "nooit worden gekozen",
    ),
    (
        lambda record: part(record, "moments", "slot")["told"].insert(
            0, {"says": "Feest.", "when": {"fewer": 2}}
        ),
        "onderdeel moments slot, veld told",
        "Dit gebeurt nooit",
    ),
    (
        lambda record: choice(record, "slot", "voorlezen").pop("points"),
        "onderdeel points thuis",
        "nooit op tafel",
    ),
    (
        put("endings", "allen_rijk", when={"on_table": 9}),
        "onderdeel endings allen_rijk",
        "einde wordt nooit bereikt",
    ),
]


def test_what_shows_along_the_ways_is_said_of_each_fault(tmp_path: Path) -> None:
    def spoil(record: Record) -> None:
        for change, _place, _words in WALKED:
            change(record)

    found = said(tmp_path, spoil)
    assert len(found) == len(WALKED)
    for one, (_change, place, words) in zip(found, WALKED, strict=True):
        assert one.startswith(f"{place}: "), one
        assert words in one


def test_parties_that_nobody_can_keep_are_said(tmp_path: Path) -> None:
    found = said(tmp_path, unkind)
    assert any("wat de voorzitter ook doet" in one for one in found)
    assert any("Op geen enkele manier" in one for one in found)


def test_a_moment_with_too_few_choices_is_met(tmp_path: Path) -> None:
    def few(record: Record) -> None:
        moment = part(record, "moments", "slot")
        for one in moment["choices"]:
            if one["act"] not in ("summarise", "invite"):
                one["when"] = {"fewer": 6}

    assert any("minder dan drie keuzes" in one for one in said(tmp_path, few))


def test_a_file_that_is_no_yaml_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / NAME
    for text in ("- een\n- twee\n", "id: [", "", "id: 3\nparties: nee\n"):
        path.write_text(text, "utf-8")
        assert file_problems(path)
    assert check.main([str(path)]) > 0
