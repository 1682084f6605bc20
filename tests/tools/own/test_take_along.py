"""The button that packs the work and the field that takes it in again."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from helpers.tools.own.take_along import TakeAlong
from helpers.training.carried import packed
from helpers.training.working_copy import working_copy

NOTHING_YET = "Je hebt nog geen werk om mee te nemen."


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> TakeAlong:
    made = TakeAlong()
    made.sent = []  # type: ignore[attr-defined]
    send = lambda content, buffers=None: made.sent.append((content, buffers))  # type: ignore[attr-defined] # noqa: E731
    monkeypatch.setattr(made.view, "send", send)
    return made


def say(tool: TakeAlong, content: bytes | None = None, **message: Any) -> None:
    data = {"method": "custom", "content": {"from": "proef", "n": 1, **message}}
    buffers = [] if content is None else [memoryview(content)]
    tool.view._handle_msg({"content": {"data": data}, "buffers": buffers})


def test_one_press_gives_all_work_to_the_downloads(tool: TakeAlong, work: Path) -> None:
    working_copy("winkelhart").set_shared_factor(0.5)
    say(tool, do="pack")
    [(said, [content])] = tool.sent  # type: ignore[attr-defined]
    assert said["name"].startswith("draagvlak-werk-")
    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == ["dossiers/winkelhart.json"]
    assert tool.view.note == f"{said['name']} staat bij je downloads, met 1 bestand erin."
    assert (work / ".meegenomen").exists()


def test_without_work_it_says_so_and_gives_nothing(tool: TakeAlong, work: Path) -> None:
    say(tool, do="pack")
    assert (tool.sent, tool.view.note) == ([], NOTHING_YET)  # type: ignore[attr-defined]
    assert not (work / ".meegenomen").exists()


def test_what_was_packed_elsewhere_is_seen_at_once(
    tool: TakeAlong, work: Path, tmp_path: Path
) -> None:
    other = tmp_path / "hub" / "dossiers"
    copy = working_copy("winkelhart")
    copy.set_shared_factor(0.55)
    other.mkdir(parents=True)
    copy.path.rename(other / "winkelhart.json")
    say(tool, packed(tmp_path / "hub"), do="bring")
    assert tool.view.note == "Er is 1 bestand met werk teruggezet."
    copy.refresh()
    assert copy.dossier.shared_factor == 0.55


def test_it_says_where_work_stands_that_did_not_fit(tool: TakeAlong, tmp_path: Path) -> None:
    working_copy("winkelhart").set_shared_factor(0.5)
    other = tmp_path / "hub" / "dossiers"
    other.mkdir(parents=True)
    (other / "winkelhart.json").write_text("{}", "utf-8")
    say(tool, packed(tmp_path / "hub"), do="bring")
    assert "Van 1 bestand stond hier al iets anders, en dat blijft staan." in tool.view.note
    assert "meegebracht" in tool.view.note
    assert working_copy("winkelhart").dossier.shared_factor == 0.5


@pytest.mark.parametrize("content", [None, b"", b"PK", b"<script>alert(1)</script>", bytes(999)])
def test_another_file_is_refused_in_a_sentence(
    tool: TakeAlong, work: Path, content: bytes | None
) -> None:
    say(tool, content, do="bring")
    assert tool.view.note.startswith("Dit is geen bestand met ingepakt werk")
    assert not list(work.rglob("*.json"))


@pytest.mark.parametrize("message", [{}, {"do": 1}, {"do": "anders"}, {"do": ["pack"]}])
def test_nonsense_does_nothing(tool: TakeAlong, message: dict[str, Any]) -> None:
    say(tool, **message)
    assert (tool.view.note, tool.sent) == ("", [])  # type: ignore[attr-defined]


def test_the_still_page_says_what_one_can_do(tool: TakeAlong) -> None:
    assert "Je werk meenemen" in tool.still_html()
    assert "Werk van een andere computer terugzetten" in tool.still_text()
