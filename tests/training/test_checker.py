"""An author is told precisely, in Dutch, what has to be mended."""

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from helpers.texts.language import _
from helpers.training import content, content_check
from helpers.training.content import (
    KINDS,
    ContentError,
    content_folder,
    open_exercise,
    read_content,
)
from helpers.training.content_check import file_problems
from helpers.training.kinds.results import CHECKS
from tests.training.written import read_yaml, write_yaml

GOOD = read_yaml(Path(__file__).parent / "content" / "01.yaml")
CHOOSE, SEVERAL, ORDER, WRITE, SORT, MATCH, NUMBER, PLACE, TALK, DO = range(10)
Record = dict[str, Any]


def said(folder: Path, content: Any) -> list[str]:
    path = folder / "01.yaml"
    if isinstance(content, str):
        path.write_text(content, "utf-8")
    else:
        write_yaml(path, content)
    return [str(problem) for problem in file_problems(path)]


def broken(at: int, mend: Callable[[Record], Any]) -> Record:
    whole: Record = deepcopy(GOOD)
    mend(whole["exercises"][at])
    return whole


def put(*path: str | int, to: Any) -> Callable[[Record], None]:
    def mend(record: Record) -> None:
        place: Any = record
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return mend


def take(*path: str | int) -> Callable[[Record], None]:
    def mend(record: Record) -> None:
        place: Any = record
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return mend


MISSING = "This is missing. Fill it in."
EMPTY = "This is empty. Fill it in."
UNKNOWN = "This field is not known here."
WHOLE = "Here stands {came}. It must be a whole number."
TRUE = "Here stands {came}. It must be true or false."
TWICE = "{came} stands here more than once."
FEW = "Here are {actual_length}. At least {min_length} are needed."
ABOVE = "“{came}” refers to the other options. Write down what is done instead."
SPELT = "Here stands {came}. It must be lower case letters and digits, with dashes between words."
ONE_RIGHT = (
    "{n} options are marked right. It must be one, or write “several: true” "
    "when more than one fits."
)
MORE_RIGHT = (
    "{n} options are marked right. With “several: true” at least two must fit "
    "and at least one must not."
)
SHORT = "This reason is too short. Say in at least {n} words what this would do in reality."
NO_ROW = "The dossier {dossier} has no {came} in {table}. {offer}"
TAKES = "The check {name} takes {takes}. Here stands {came}."
# exercise, what is done to it, the field that is named, the sentence and what stands in it
CASES: list[tuple[int, Callable[[Record], None], str, str, Record]] = [
    (CHOOSE, take("minutes"), "minutes", MISSING, {}),
    (
        CHOOSE,
        put("minutes", to=45),
        "minutes",
        "Here stands {came}. It must be {le} or less.",
        {"came": 45, "le": 30},
    ),
    (
        CHOOSE,
        put("minutes", to=0),
        "minutes",
        "Here stands {came}. It must be {ge} or more.",
        {"came": 0, "ge": 1},
    ),
    (CHOOSE, put("minutes", to="drie"), "minutes", WHOLE, {"came": "'drie'"}),
    (CHOOSE, put("minutes", to=2.5), "minutes", WHOLE, {"came": "2.5"}),
    (
        CHOOSE,
        put("kind", to="chose"),
        "kind",
        "Here stands {came}. Allowed: {expected}. {offer}",
        {"came": "'chose'", "expected": ", ".join(KINDS), "offer": "Bedoelde je choose?"},
    ),
    (CHOOSE, put("debreif", to="?"), "debreif", UNKNOWN + " Bedoelde je debrief?", {}),
    (CHOOSE, put("options", 0, "reden", to="x"), "options.1.reden", UNKNOWN, {}),
    (CHOOSE, take("options", 1, "why"), "options.2.why", MISSING, {}),
    (CHOOSE, put("options", 1, "why", to=" "), "options.2.why", EMPTY, {}),
    (
        CHOOSE,
        put("options", 1, "why", to="Dat helpt."),
        "options.vragen.why",
        "This reason is too short. Say in at least {n} words what this would do in reality.",
        {"n": 8},
    ),
    (
        CHOOSE,
        put("options", 0, "why", to="Fout. De wethouder weet dan niet wat er is gezegd."),
        "options.bellen.why",
        "A reason begins with what happens, not with “{came}”.",
        {"came": "Fout."},
    ),
    (CHOOSE, put("options", 0, "right", to=True), "options", ONE_RIGHT, {"n": 2}),
    (CHOOSE, put("options", 1, "right", to=False), "options", ONE_RIGHT, {"n": 0}),
    (CHOOSE, put("options", 1, "right", to="soms"), "options.2.right", TRUE, {"came": "'soms'"}),
    (CHOOSE, take("options", 0), "options", FEW, {"actual_length": 2, "min_length": 3}),
    (
        CHOOSE,
        put("options", to="geen"),
        "options",
        "This must be a list: lines that begin with a dash.",
        {},
    ),
    (
        CHOOSE,
        put("options", 2, "text", to="Alle bovenstaande antwoorden."),
        "options.wachten.text",
        ABOVE,
        {"came": "Alle bovenstaande antwoorden."},
    ),
    (
        CHOOSE,
        put("options", 2, "text", to="All of the above."),
        "options.wachten.text",
        ABOVE,
        {"came": "All of the above."},
    ),
    (CHOOSE, put("options", 2, "id", to="bellen"), "options.id", TWICE, {"came": "bellen"}),
    (
        CHOOSE,
        put("options", 2, "id", to="Zelf bellen"),
        "options.3.id",
        SPELT,
        {"came": "'Zelf bellen'"},
    ),
    (
        CHOOSE,
        put("hints", to=["Kijk goed."]),
        "hints",
        FEW,
        {"actual_length": 1, "min_length": 2},
    ),
    (CHOOSE, put("hints", to=["Kijk.", "Kijk."]), "hints", TWICE, {"came": "Kijk."}),
    (
        CHOOSE,
        put("hints", 1, to="Denk aan: de wethouder vraagt het."),
        "hints.2",
        "This hint gives the answer away. Point in its direction instead.",
        {},
    ),
    (
        CHOOSE,
        put("principles", to=["Z9"]),
        "principles",
        "There is no principle {came}. They are numbered from A1 to G8. {offer}",
        {"came": "Z9", "offer": ""},
    ),
    (
        CHOOSE,
        put("principles", to=[]),
        "principles",
        "Name at least one principle, such as A7.",
        {},
    ),
    (
        CHOOSE,
        put("debrief", to="Bespreek dit samen."),
        "debrief",
        "The debrief must be a question, with a question mark at its end.",
        {},
    ),
    (CHOOSE, put("example_answer", to=""), "example_answer", EMPTY, {}),
    (CHOOSE, take("common_wrong"), "common_wrong", MISSING, {}),
    (
        CHOOSE,
        put("id", to="02-kies"),
        "id",
        "The id must begin with {lesson}-, the number of the lesson and of the file.",
        {"lesson": "01"},
    ),
    (CHOOSE, put("id", to="01-meer"), "id", TWICE, {"came": "01-meer"}),
    (CHOOSE, put("id", to="01-1"), "id", SPELT, {"came": "'01-1'"}),
    (
        CHOOSE,
        put("title", to="x" * 81),
        "title",
        "This text is too long: at most {max_length} characters.",
        {"max_length": 80},
    ),
    (
        CHOOSE,
        put("question", to=7),
        "question",
        "Here stands {came}. It must be a text; put it between quotes.",
        {"came": 7},
    ),
    (SEVERAL, put("options", 2, "right", to=False), "options", MORE_RIGHT, {"n": 1}),
    (SEVERAL, put("options", 1, "right", to=True), "options", MORE_RIGHT, {"n": 3}),
    (
        ORDER,
        put("items", 4, "place", to=7),
        "items",
        "The places are {came}. They must count from 1 without a gap, at least to 3.",
        {"came": "1, 2, 3, 7"},
    ),
    (
        ORDER,
        take("items", 3, "early"),
        "items.kiezen.early",
        "Say what happens when this comes too early.",
        {},
    ),
    (
        ORDER,
        take("items", 0, "late"),
        "items.horen.late",
        "Say what happens when this comes too late.",
        {},
    ),
    (
        WRITE,
        put("least_words", to=30),
        "example_answer",
        "The example is shorter than the {n} words that are asked for.",
        {"n": 30},
    ),
    (WRITE, take("points", 0), "points", FEW, {"actual_length": 1, "min_length": 2}),
    (
        WRITE,
        put("points", 0, to="los"),
        "points.1",
        "This must be lines such as “id: ...” and “text: ...”.",
        {},
    ),
    (CHOOSE, take("hints"), "hints", MISSING, {}),
    (CHOOSE, take("principles"), "principles", MISSING, {}),
    (CHOOSE, take("debrief"), "debrief", MISSING, {}),
    (CHOOSE, take("example_answer"), "example_answer", MISSING, {}),
    (CHOOSE, take("question"), "question", MISSING, {}),
    (
        MATCH,
        put("extra", 0, "text", to="geen van de bovenstaande"),
        "pairs",
        ABOVE,
        {"came": "geen van de bovenstaande"},
    ),
    (SORT, take("items", 0, "otherwise"), "items.1.otherwise", MISSING, {}),
    (
        SORT,
        put("items", 0, "otherwise", to="Dat werkt niet."),
        "items.hoog.otherwise",
        SHORT,
        {"n": 8},
    ),
    (
        SORT,
        put("items", 0, "group", to="standpnut"),
        "items.hoog.group",
        "There is no group {came}. {offer}",
        {"came": "standpnut", "offer": "Bedoelde je standpunt?"},
    ),
    (
        SORT,
        put("groups", 1, "id", to="wens"),
        "groups",
        "No line belongs in the group {name}. Leave it out, or add a line.",
        {"name": "wens"},
    ),
    (SORT, take("groups", 0), "groups", FEW, {"actual_length": 1, "min_length": 2}),
    (MATCH, take("pairs", 0), "pairs", FEW, {"actual_length": 2, "min_length": 3}),
    (
        MATCH,
        put("pairs", 0, "fits", to="praat op de tribune"),
        "pairs",
        TWICE,
        {"came": "praat op de tribune"},
    ),
    (MATCH, put("extra", 0, "id", to="jij"), "extra.jij", TWICE, {"came": "jij"}),
    (MATCH, take("pairs", 1, "why"), "pairs.2.why", MISSING, {}),
    (NUMBER, take("axes", 0, "below"), "axes.1.below", MISSING, {}),
    (
        NUMBER,
        put("axes", 0, "right", to=60),
        "axes.uren.right",
        "The right number {came} does not lie between {least} and {most}.",
        {"came": "60.0", "least": "0.0", "most": "40.0"},
    ),
    (
        NUMBER,
        put("axes", 0, "margin", to=15),
        "axes.uren.margin",
        "The margin {came} makes more than half of the scale right.",
        {"came": "15.0"},
    ),
    (
        NUMBER,
        put("axes", 0, "margin", to=-1),
        "axes.1.margin",
        "Here stands {came}. It must be {ge} or more.",
        {"came": -1, "ge": 0},
    ),
    (
        PLACE,
        put("axes", 1, "above", to="Goed. Hoger dan dit gaat de schaal op deze kaart niet."),
        "axes.geraakt.above",
        "A reason begins with what happens, not with “{came}”.",
        {"came": "Goed."},
    ),
    (
        TALK,
        put("conversation", to="03-wethouders"),
        "conversation",
        "There is no conversation with the name {came}." + " Bedoelde je 03-wethouder?",
        {"came": "03-wethouders"},
    ),
    (
        TALK,
        put("outcomes", 0, "confirmed", to=["julie"]),
        "outcomes.juni",
        "The conversation {name} has no {came}. {offer}",
        {"name": "03-wethouder", "came": "julie", "offer": "Bedoelde je juni?"},
    ),
    (
        TALK,
        take("outcomes", 0, "confirmed"),
        "outcomes.juni",
        "Fill in known, confirmed or ended.",
        {},
    ),
    (
        DO,
        put("dossier", to="winkelhrat"),
        "dossier",
        "There is no example dossier with the name {came}." + " Bedoelde je winkelhart?",
        {"came": "winkelhrat"},
    ),
    (
        DO,
        put("tool", to="PuzzelBoard"),
        "tool",
        "There is no tool with the name {came}. {offer}",
        {"came": "PuzzelBoard", "offer": "Bedoelde je PuzzleBoard?"},
    ),
    (
        DO,
        put("results", 0, "check", to={"agreement": 2}),
        "results.1.check",
        "There is no check {came}. Allowed: {expected}. {offer}",
        {
            "came": "agreement",
            "expected": ", ".join(CHECKS),
            "offer": "Bedoelde je agreements?",
        },
    ),
    (
        DO,
        put("results", 0, "check", to={"agreements": "twee"}),
        "results.1.check",
        TAKES,
        {"name": "agreements", "takes": _("a whole number from 1"), "came": "'twee'"},
    ),
    (
        DO,
        put("results", 0, "check", to={}),
        "results.1.check",
        "Write down one check with its parameter, such as “speaker_at: [raad]”.",
        {},
    ),
    (
        DO,
        put("results", 1, "check", to={"agreed_at": ["comissie_2"]}),
        "results.commissie.check",
        NO_ROW,
        {
            "dossier": "winkelhart",
            "came": "comissie_2",
            "table": "route",
            "offer": "Bedoelde je commissie_2?",
        },
    ),
    (
        DO,
        put("results", 1, "check", to={"rows_added": {"interest": 1}}),
        "results.commissie.check",
        NO_ROW,
        {
            "dossier": "winkelhart",
            "came": "interest",
            "table": _("its tables"),
            "offer": "Bedoelde je interests?",
        },
    ),
    (
        DO,
        put(
            "results",
            1,
            "check",
            to={"filled_in": {"table": "route", "rows": ["raad"], "column": "spreker"}},
        ),
        "results.commissie.check",
        NO_ROW,
        {
            "dossier": "winkelhart",
            "came": "spreker",
            "table": "route",
            "offer": "Bedoelde je speaker?",
        },
    ),
    (
        DO,
        put(
            "results",
            to=[
                {
                    "id": "raad",
                    "text": "Iemand spreekt in de raad.",
                    "why": "Zonder spreker blijft het stil op het moment dat het telt.",
                    "check": {"speaker_at": ["raad"]},
                }
            ],
        ),
        "results",
        "All of this is in the dossier already, so there is nothing to do.",
        {},
    ),
    (
        DO,
        put("results", 0, "id", to="tried"),
        "results",
        "{came} has a meaning of its own here. Choose another id.",
        {"came": "tried"},
    ),
]


def in_dutch(sentence: str, values: Record) -> str:
    """Return a sentence of the catalog, with its offer of another name if it has one."""
    known, dot, offer = sentence.partition(" Bedoelde")
    return (_(known).format(**values) + dot + offer).strip()


@pytest.mark.parametrize(("at", "mend", "field", "sentence", "values"), CASES)
def test_what_is_wrong_is_said_precisely(
    tmp_path: Path,
    at: int,
    mend: Callable[[Record], None],
    field: str,
    sentence: str,
    values: Record,
) -> None:
    name = broken(at, mend)["exercises"][at]["id"]
    place = ", ".join(
        [
            _("file {name}").format(name="01.yaml"),
            _("exercise {name}").format(name=name),
            _("field {name}").format(name=field),
        ]
    )
    told = said(tmp_path, broken(at, mend))
    assert f"{place}: {in_dutch(sentence, values)}" in told
    assert len(told) <= 3, "and little else beside it"


def test_a_text_that_only_looks_like_referring_is_left_in_peace(tmp_path: Path) -> None:
    text = "Je bespreekt alle vragen met de wethouder."
    assert said(tmp_path, broken(CHOOSE, put("options", 2, "text", to=text))) == []


def test_what_is_right_is_left_in_peace(tmp_path: Path) -> None:
    assert said(tmp_path, GOOD) == []


CANNOT_READ = "Line {n} cannot be read. Look at the spaces at its beginning, colons and quotes."
BEGINS = "This file must begin with “exercises:” and a list under it."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("exercises:\n  - id: a\n   title: b\n", CANNOT_READ.replace("{n}", "3")),
        ("exercises:\n - a\n  - b: c: d", CANNOT_READ.replace("{n}", "3")),
        ("exercises: !!python/object:os.system []", CANNOT_READ.replace("{n}", "1")),
        ("oefeningen: []", BEGINS),
        ("- id: 01-kies", BEGINS),
        ("exercises:\n  - los", "This must be lines such as “id: ...” and “kind: ...”."),
        ("exercises: []\nles: 1", UNKNOWN),
    ],
)
def test_a_file_that_cannot_be_used_is_said(tmp_path: Path, text: str, sentence: str) -> None:
    line = re.search(r"Line (\d)", sentence)
    dutch = _(CANNOT_READ).format(n=line[1]) if line else _(sentence)
    assert said(tmp_path, text)[0].endswith(dutch)


def test_a_file_in_another_encoding_is_said(tmp_path: Path) -> None:
    path = tmp_path / "01.yaml"
    path.write_bytes("exercises: # één".encode("cp1252"))
    assert file_problems(path)[0].what == _("This file is not UTF-8. Save it again as UTF-8.")


def alike(count: int, place: int, long: bool) -> Record:
    """``count`` exercises with the right option at ``place``, or as the longest option."""
    content: Record = {"exercises": []}
    for n in range(count):
        one = deepcopy(GOOD["exercises"][CHOOSE])
        right = one["options"].pop(1)
        right["text"] += " En daarna bespreken jullie het rustig samen, met een kop koffie." * long
        one["options"].insert((place if not long else n) % 3, right)
        content["exercises"].append({**one, "id": f"01-kies-{'abcdef'[n]}"})
    return content


def test_the_right_option_always_in_the_same_place_is_said(tmp_path: Path) -> None:
    told = said(tmp_path, alike(4, place=2, long=False))
    assert [
        line for line in told if "In 4 van de 4 oefeningen staat de goede optie op plek 3" in line
    ]


def test_the_right_option_always_the_longest_is_said(tmp_path: Path) -> None:
    told = said(tmp_path, alike(3, place=0, long=True))
    assert [
        line for line in told if "In 3 van de 3 oefeningen is de goede optie de langste" in line
    ]


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    content = broken(CHOOSE, take("debrief"))
    del content["exercises"][WRITE]["points"]
    content["exercises"][ORDER]["principles"] = ["Z9"]
    assert len(said(tmp_path, content)) == 3


def test_the_other_exercises_of_a_broken_file_still_work(tmp_path: Path) -> None:
    said(tmp_path, broken(CHOOSE, take("debrief")))
    found = read_content(tmp_path / "01.yaml")
    assert sorted(found.exercises) == list(range(2, len(GOOD["exercises"]) + 1))


def test_a_misspelt_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(ContentError, match="Bedoelde je 02-belang-achter-standpunt"):
        open_exercise("02-belang-achter-standpnut")
    with pytest.raises(ContentError, match="77-niets"):
        open_exercise("77-niets")


def test_the_command_prints_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nl").mkdir()
    said(tmp_path / "nl", broken(CHOOSE, take("debrief")))
    assert content_check.main(tmp_path) == 1
    assert _("field {name}").format(name="debrief") in capsys.readouterr().out
    assert content_check.main() == 0


def test_a_course_in_a_language_without_exercises_shows_the_dutch_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DRAAGVLAK_LANG", "en")
    assert content_folder().name == "nl"


def test_there_are_more_than_sixty_faults_among_them() -> None:
    """Of every kind of exercise, and under more than twenty different sentences."""
    assert len(CASES) > 60
    assert {at for at, *_rest in CASES} == set(range(len(GOOD["exercises"])))
    assert len({sentence for _at, _mend, _field, sentence, _values in CASES}) > 20


def test_a_new_exercise_in_a_file_is_there_without_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nl").mkdir()
    said(tmp_path / "nl", GOOD)
    monkeypatch.setattr(content, "CONTENT", tmp_path)
    assert open_exercise("01-10").kind == "do"
    assert {one.kind for one in content.lesson_exercises("01")} == set(KINDS)
    new = deepcopy(GOOD["exercises"][SORT]) | {"id": "01-nieuw", "title": "Net erbij"}
    said(tmp_path / "nl", {"exercises": [*GOOD["exercises"], new]})
    assert open_exercise("01-nieuw").title == "Net erbij"
    assert open_exercise("01-11").id == "01-nieuw"


CASE = {
    "title": "De steiger",
    "story": ["In Ooststee ligt een steiger. " * 8, "Maandag komt hij in de raad. " * 8],
    "exercises": [
        {**deepcopy(GOOD["exercises"][at]), "id": f"01-slot-{letter}", "core": False}
        for letter, at in {"a": SEVERAL, "b": SORT, "c": WRITE}.items()
    ],
}
CASE_FAULTS: list[tuple[Callable[[Record], Any], str, str]] = [
    (take("title"), "case.title", "Here must stand a text."),
    (put("title", to=["a"]), "case.title", "Here must stand a text."),
    (put("story", to="Een verhaal."), "case.story", "Here must stand a list of paragraphs."),
    (put("story", to=[]), "case.story", "Here must stand a list of paragraphs."),
    (put("story", to=["goed", 3]), "case.story", "Here must stand a list of paragraphs."),
    (take("exercises"), "case.exercises", "Here must stand a list."),
    (put("minutes", to=5), "case.minutes", "This field is not known here."),
    (
        put("exercises", 0, "kind", to="kiezen"),
        "kind",
        "Here stands {came}. Allowed: {expected}. {offer}",
    ),
    (
        put("exercises", 0, "id", to="02-slot"),
        "id",
        "The id must begin with {lesson}-, the number of the lesson and of the file.",
    ),
    (
        put("exercises", 0, "id", to=GOOD["exercises"][0]["id"]),
        "id",
        "{came} stands here more than once.",
    ),
    (
        put("exercises", 0, "core", to=True),
        "case.exercises",
        "{name} is of the case, so it is not for the group. Leave “core” out.",
    ),
    (
        put("exercises", 0, "minutes", to=20),
        "case.exercises",
        "The exercises of a case take at most {most} minutes; here {n}.",
    ),
    (
        take("exercises", 0),
        "case.exercises",
        "A case has {least} to {most} exercises; here are {n}.",
    ),
    (
        put("story", to=["Te kort."]),
        "case.story",
        "This story is too short. Tell in at least {n} words what is going on.",
    ),
]


def with_case(mend: Callable[[Record], Any]) -> Record:
    case = deepcopy(CASE)
    mend(case)
    return {**deepcopy(GOOD), "case": case}


def test_a_case_that_can_be_used_is_found_by_the_names_of_its_exercises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nl").mkdir()
    assert said(tmp_path / "nl", with_case(lambda case: None)) == []
    monkeypatch.setattr(content, "CONTENT", tmp_path)
    assert open_exercise("01-slot-a").kind == "choose"
    assert [one.id for one in content.all_exercises("01")][-3:] == [
        "01-slot-a",
        "01-slot-b",
        "01-slot-c",
    ]


@pytest.mark.parametrize(("mend", "field", "sentence"), CASE_FAULTS)
def test_each_fault_of_a_case_has_its_sentence(
    tmp_path: Path, mend: Callable[[Record], Any], field: str, sentence: str
) -> None:
    problem, *_more = said(tmp_path, with_case(mend))
    assert _("field {name}").format(name=field) in problem
    assert all(part in problem for part in re.split(r"{\w+}", _(sentence)))


def test_a_case_of_one_kind_only_is_refused(tmp_path: Path) -> None:
    one = CASE["exercises"][0]
    same = [{**deepcopy(one), "id": f"01-slot-{letter}"} for letter in "abc"]
    problems = said(tmp_path, with_case(put("exercises", to=same)))
    assert any(_("The exercises of a case are of at least two kinds.") in one for one in problems)


def test_a_case_that_is_no_record_is_refused(tmp_path: Path) -> None:
    problems = said(tmp_path, {**deepcopy(GOOD), "case": "een verhaal"})
    assert [one.partition(":")[0].rpartition(" ")[2] for one in problems] == [
        "case.title",
        "case.story",
        "case.exercises",
    ]


def test_stars_that_a_reader_would_see_are_told(tmp_path: Path) -> None:
    [problem] = said(tmp_path, broken(CHOOSE, put("situation", to="Dat is *heel* belangrijk.")))
    start = "{came} shows its stars to a reader. Use quotation marks, or nothing."
    assert _(start).format(came="*heel*") in problem
