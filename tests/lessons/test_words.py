"""What a participant reads holds no word of the trade that belongs behind the screen."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from helpers.texts.language import CATALOGS

ROOT = Path(__file__).parents[2]
TERMS = (
    "Pareto|Nash|rho|EVSI|EVPI|Brier|Banzhaf|Shapley|BATNA|MACTOR|logrolling|salience|salientie|"
    "stakeholders?|loading|logistisch|kwadratuur|convolutie|softness|dummy|widget|kernel|notebook|"
    "Python|traceback"
)
WORD = re.compile(rf"\b({TERMS})\b", re.IGNORECASE)
LESSONS = sorted((ROOT / "src" / "lessons" / "nl").glob("*.md"))
CONTENT = sorted((ROOT / "exercises" / "content" / "nl").glob("*.yaml"))
DATA = sorted(ROOT.glob("datasets/*/*"))


def read(path: Path) -> str:
    """Return what a participant reads of a file: no code cells, keys or column names."""
    text = path.read_text("utf-8")
    if path.suffix == ".csv":
        text = text.split("\n", 1)[1]
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"```\{code-cell\}.*?```", "", text, flags=re.S)
    return re.sub(r"^\s*(- )?\w+:", "", text, flags=re.M)


@pytest.mark.parametrize("path", [*LESSONS, *CONTENT, *DATA], ids=lambda path: path.name)
def test_no_word_of_the_trade_in_what_a_participant_reads(path: Path) -> None:
    assert WORD.findall(read(path)) == []


def test_no_word_of_the_trade_in_the_sentences_of_the_tools() -> None:
    with (CATALOGS / "nl" / "LC_MESSAGES" / "draagvlak.po").open("rb") as file:
        dutch = [message.string for message in read_po(file) if message.id]
    sentences = [one for said in dutch for one in ([said] if isinstance(said, str) else said)]
    assert [one for one in sentences if WORD.search(re.sub(r"{\w+}", "", one))] == []


def test_the_voice_cheers_nobody_on() -> None:
    for path in LESSONS:
        assert "!" not in re.sub(r"!\[", "", read(path)), path.name
