"""A message is built part by part, and only its readers can show that it arrived."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.dossier.model import Dossier
from helpers.tools.expectations.message_builder import MessageBuilder
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import move_everything, said, say, ship, shown, write

BARE = Dossier(id="afval", title="Afval", as_of=dt.date(2026, 9, 15))
SMALL = (
    BARE.add("groups", id="flat", name="Bewoners van flats", size=900, changes="De bak gaat weg.")
    .add("groups", id="ouderen", name="Ouderen", size=400)
    .add("goals", id="minder", text="Minder restafval")
)
FIRST = "messages message_1"
GOOD = {
    "why": "We gooien te veel weg.",
    "what": "De gemeente zet een bak bij de flat.",
    "when": "Vanaf 2 maart 2027.",
    "will_not": "De groene bak blijft.",
    "ask": "Bel 14 0123.",
}


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> MessageBuilder:
    ship(monkeypatch, SMALL)
    return MessageBuilder(working_copy("afval"))


def fill(tool: MessageBuilder, **texts: str) -> None:
    for name, text in {**GOOD, **texts}.items():
        write(tool, f"{FIRST} {name}", text)
    say(tool, "set", f"{FIRST} goal", value="minder")


def test_an_empty_message_says_what_a_reader_misses(tool: MessageBuilder) -> None:
    assert "Zonder reden bedenken mensen er zelf een." in said(tool)
    assert "Waar kunnen mensen vragen stellen?" in said(tool)
    assert "teruggelezen" not in said(tool)


def test_a_whole_message_misses_nothing_and_is_still_there_tomorrow(tool: MessageBuilder) -> None:
    fill(tool)
    assert "Een lezer vindt waarom, wat, wanneer" in said(tool)
    assert "Wat een lezer nog mist" not in said(tool)
    assert "De groene bak blijft." in MessageBuilder(WorkingCopy("afval")).still_text()


def test_hints_come_while_typing_and_never_say_that_a_text_is_easy(tool: MessageBuilder) -> None:
    fill(tool, what="De bakken worden teneinde afval te besparen opgehaald.")
    assert 'Door "worden" zie je niet wie het doet.' in said(tool)
    assert 'Een woord van kantoor: "teneinde". Misschien "om"?' in said(tool)
    fill(tool)
    assert "lastig te lezen" not in said(tool)
    assert "B1" not in tool.still_text()


def test_only_readers_can_show_that_it_arrived(tool: MessageBuilder) -> None:
    fill(tool)
    assert "Niemand heeft het nog terugverteld." in said(tool)
    for at in (1, 2):
        row = f"readbacks message_1_reader_{at}"
        write(tool, f"{row} their_why", "minder weggooien")
        write(tool, f"{row} their_what", "een bak bij de flat")
        assert ("Eén lezer" in said(tool)) is (at == 1)
        say(tool, "set", f"{row} why_right", value=True)
    assert "Wat er verandert, is niet bij elke lezer aangekomen." in said(tool)
    for at in (1, 2):
        say(tool, "set", f"readbacks message_1_reader_{at} what_right", value=True)
    assert "Beide lezers vertellen terug wat je bedoelde." in said(tool)


def test_a_second_group_gets_its_own_message(tool: MessageBuilder) -> None:
    fill(tool)
    say(tool, "press", "another")
    say(tool, "set", "messages message_2 group", value="ouderen")
    write(tool, "messages message_2 why", "Wie slecht loopt, krijgt hulp.")
    assert [one.group for one in tool.work.dossier.messages] == ["flat", "ouderen"]
    say(tool, "set", "which", value="message_1")
    assert shown(tool)[f"{FIRST} why"]["value"] == GOOD["why"]


def test_every_field_moves_to_both_ends(tool: MessageBuilder) -> None:
    fill(tool)
    move_everything(tool)


def test_markup_stays_text_and_a_long_text_is_answered(
    tool: MessageBuilder, within: Callable[[Callable[[], object], float], None]
) -> None:
    write(tool, f"{FIRST} why", "<script>alert(1)</script>")
    assert "<script>" not in tool.still_html()
    write(tool, f"{FIRST} what", "De bakken worden thans geleegd, dat is fijn. " * 600)
    assert "En nog" not in said(tool)
    assert 'Door "worden"' in said(tool)
    within(tool.redraw_once, 0.1)


def test_a_dossier_without_groups_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    ship(monkeypatch, BARE)
    tool = MessageBuilder(working_copy("afval"))
    assert "nog geen groep" in tool.still_text()


def test_all_messages_go_to_word_and_no_file_is_overwritten(
    tool: MessageBuilder, work: Path
) -> None:
    say(tool, "press", "word")
    assert tool.form.note == "Er is nog geen bericht om erin te zetten."
    fill(tool)
    for count in (1, 2):
        say(tool, "press", "word")
        files = list((work / "verslagen").glob("berichten-afval-*.docx"))
        assert len(files) == count
        assert tool.form.note.startswith("Het Word-bestand staat hier:")


def test_a_disk_that_refuses_is_said(tool: MessageBuilder, work: Path) -> None:
    fill(tool)
    (work / "verslagen").write_text("geen map")
    say(tool, "press", "word")
    assert "kon niet worden geschreven" in tool.form.note
    assert tool.form.notice == ""
