"""An author of a conversation is told precisely, in Dutch, what has to be mended."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from helpers.texts.language import _
from helpers.training.conversations import check
from helpers.training.conversations.check import file_problems
from helpers.training.conversations.content import (
    ConversationError,
    open_conversation,
    read_conversation,
)
from tests.training.written import read_yaml, write_yaml

WRITTEN = read_yaml(Path(__file__).parents[1] / "content" / "03-fietsenstalling.yaml")
Record = dict[str, Any]
Change = Callable[[Record], object]


def said(folder: Path, change: Change) -> list[str]:
    written = deepcopy(WRITTEN)
    change(written)
    path = folder / "03-fietsenstalling.yaml"
    write_yaml(path, written)
    return [str(one).removeprefix(f"bestand {path.name}, ") for one in file_problems(path)]


def part(kind: str, name: str) -> Callable[[Record], Record]:
    return lambda record: next(one for one in record[kind] if one["id"] == name)


def put(kind: str, name: str, **fields: Any) -> Change:
    return lambda record: part(kind, name)(record).update(fields)


def test_a_good_conversation_has_nothing_to_mend(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_yaml(tmp_path / "03-fietsenstalling.yaml", WRITTEN)
    assert check.main([str(tmp_path / "03-fietsenstalling.yaml")]) == 0
    assert capsys.readouterr().out == "bestand 03-fietsenstalling.yaml: niets te herstellen.\n"


# what is done to it, where the problem is said to be, and words of the sentence
CASES: list[tuple[Change, str, str]] = [
    (lambda record: record.pop("scene"), "veld scene", "Vul het in"),
    (lambda record: record.update(scen="x"), "veld scen", "Bedoelde je scene?"),
    (lambda record: record.update(turns=30), "veld turns", "15"),
    (put("lines", "te_weinig", sey="x"), "onderdeel lines te_weinig, veld sey", "Bedoelde je say?"),
    (put("things", "val", about="oorzaak"), "onderdeel things val, veld about", "oorzaak"),
    (
        put("things", "val", opens={"knows": ["drukt"]}),
        "onderdeel things val, veld opens.knows",
        "Bedoelde je drukte?",
    ),
    (
        put("things", "val", opens={"marked": ["eerlik"]}),
        "onderdeel things val, veld opens.marked",
        "Bedoelde je eerlijk?",
    ),
    (
        put("things", "val", opens={"knows": ["drukte"], "known": ["x"]}),
        "onderdeel things val, veld opens.known",
        "Bedoelde je knows?",
    ),
    (
        put("things", "val", opens={"confirmed": "veel"}),
        "onderdeel things val, veld opens.confirmed",
        "een getal",
    ),
    (
        put("lines", "te_weinig", does={"act": "leiding"}),
        "onderdeel lines te_weinig, veld does.act",
        "Bedoelde je leading?",
    ),
    (
        put("lines", "te_weinig", does={"act": "leading", "close": True}),
        "onderdeel lines te_weinig, veld does",
        "één ding",
    ),
    (
        put("lines", "te_weinig", does={"ask": "dienst_x"}),
        "onderdeel lines te_weinig, veld does.ask",
        "Bedoelde je dienst?",
    ),
    (put("acts", "standpunt", hears=["(raad"]), "onderdeel acts standpunt, veld hears", "haakjes"),
    (put("acts", "standpunt", hears=["<raad>"]), "onderdeel acts standpunt, veld hears", "lijst"),
    (put("acts", "standpunt", forms=["vraag"]), "onderdeel acts standpunt, veld forms", "vorm"),
    (put("things", "wens", changes=None), "onderdeel things wens, veld changes", "hoofdzaak"),
    (put("endings", "klaar", when={"turn": 3}), "onderdeel endings klaar, veld when", "laatste"),
    (put("endings", "half", when={}), "onderdeel endings half, veld when", "laatste"),
    (lambda record: record["replies"][1].update(to=["stanpunt"]), "onderdeel replies 2", "stand"),
    (lambda record: record["replies"][1].update(end="kla"), "onderdeel replies 2, veld end", "kla"),
    (lambda record: record["replies"].pop(2), "onderdeel replies, veld to leading", "Nodig: 3"),
    (lambda record: record.update(principles=["B9"]), "veld principles", "B9"),
    (lambda record: record.update(id="03-fiets"), "veld id", "03-fietsenstalling"),
    (put("things", "dienst", id="proef"), "onderdeel things, veld id", "meer dan één keer"),
]


@pytest.mark.parametrize(("change", "place", "words"), CASES)
def test_each_fault_is_said_with_its_place(
    tmp_path: Path, change: Change, place: str, words: str
) -> None:
    found = said(tmp_path, change)
    assert [one for one in found if one.startswith(place) and words in one], found


# Faults that show only when the talk is walked.
WALKED: list[tuple[Change, str, str]] = [
    (
        put("lines", "huren", when={"openness": 5, "below": 3}),
        "onderdeel lines huren",
        "This line is never offered, whichever way the talk goes.",
    ),
    (
        put("things", "proef", opens={"knows": ["dienst"], "not_knows": ["val"]}),
        "onderdeel things proef",
        "This never comes out along the offered lines. Look at “opens” and who asks it.",
    ),
    (
        put("endings", "half", when={"openness": 5, "below": 1}),
        "onderdeel endings half",
        "This ending is never reached along the offered lines.",
    ),
    (
        put("lines", "dus_lopen", when={"openness": 5, "below": 1}),
        "onderdeel things wens",
        "This is never confirmed along the offered lines.",
    ),
]


@pytest.mark.parametrize(("change", "place", "sentence"), WALKED)
def test_what_can_never_happen_is_found_by_walking(
    tmp_path: Path, change: Change, place: str, sentence: str
) -> None:
    assert f"{place}: {_(sentence)}" in said(tmp_path, change)


def test_a_state_in_which_nothing_is_offered_is_a_dead_end(tmp_path: Path) -> None:
    def short(record: Record) -> None:
        for line in record["lines"]:
            if line["id"] != "hoe_gaat_het":
                line["when"] = {"knows": ["drukte"], "openness": 2}

    found = said(tmp_path, short)
    assert "onderdeel lines: Na deze zinnen wordt er niets meer aangeboden: hoe_gaat_het." in found


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    def spoil(record: Record) -> None:
        record["turns"] = "veel"
        del record["aim"]
        record["endings"][0]["worth"] = 9

    assert len(said(tmp_path, spoil)) == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"- een\n- twee", "moet beginnen met"),
        (b"id: [", "Regel"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"!!python/object:os.system {}", "Regel"),
        (b"", "moet beginnen met"),
    ],
)
def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "03-kapot.yaml"
    path.write_bytes(content)
    assert [words in str(one) for one in file_problems(path)] == [True]


def test_a_name_that_is_not_there_is_offered_the_nearest() -> None:
    with pytest.raises(ConversationError, match="Bedoelde je 03-wethouder"):
        open_conversation("03-wethoude")


def test_a_conversation_cannot_be_changed(talk_path: Path) -> None:
    with pytest.raises(ValueError, match="frozen"):
        read_conversation(talk_path).title = "anders"  # type: ignore[misc]
