"""Somebody's own progress: what it shows, prints and erases; and where to go on."""

import re
from pathlib import Path

import pytest

from helpers.texts.language import _
from helpers.tools.learning import my_progress
from helpers.tools.learning.my_progress import MyProgress
from helpers.tools.learning.resume import Resume
from helpers.training.begun import begun
from helpers.training.content import lesson_exercises, open_exercise
from helpers.training.course_map import lessons
from helpers.training.kinds.choose import Choose
from helpers.training.own_dossiers import OwnDossiers
from helpers.training.progress import Progress
from helpers.training.start_dossier import Page
from helpers.training.work_folder import COURSE

CHOICE = lesson_exercises("02")[0]
assert isinstance(CHOICE, Choose)
RIGHT = tuple(one.id for one in CHOICE.options if one.right)
OTHER = next(one.id for one in CHOICE.options if not one.right)


def say(tool: MyProgress, do: object, **more: object) -> None:
    """Send a message of the view."""
    tool.hear(tool.view, {"do": do, "from": "proef", "n": 1, **more}, [])


def answer(*options: str, progress: Progress | None = None) -> None:
    (progress or Progress()).step(
        CHOICE, lambda attempt: CHOICE.check(CHOICE.answer(attempt, options))
    )


def test_nothing_done_is_one_sentence_and_no_table() -> None:
    tool = MyProgress()
    assert tool.view.rows == []
    assert (
        tool.view.total == "Je hebt nog geen oefening geprobeerd. Wat je doet, komt hier te staan."
    )
    assert "<table" not in tool.still_html()
    assert len(tool.still_text()) > 40


def test_the_table_tells_tried_from_found_from_done() -> None:
    tool = MyProgress()
    answer(OTHER)
    tool.work.refresh()
    assert tool.view.rows == [["02 Belangen in beeld", "1", "0", "0", "0"]]
    answer(*RIGHT)
    tool.work.refresh()
    assert tool.view.rows == [["02 Belangen in beeld", "1", "1", "1", str(CHOICE.minutes)]]
    assert re.search(r"1 oefening geprobeerd .* 1 zelf gevonden", tool.view.total)
    other = lesson_exercises("00")[0]
    tool.work.step(other, lambda one: other.open_example(one.model_copy(update={"checked": ((),)})))
    assert [row[0][:2] for row in tool.view.rows] == ["00", "02"]
    assert tool.view.rows[0][1:4] == ["1", "0", "1"]
    assert "2 oefeningen geprobeerd" in tool.view.total
    assert tool.still_html().count('scope="row"') == 2


def test_the_page_to_print_says_of_each_exercise_how_it_went() -> None:
    tool = MyProgress()
    answer(*RIGHT, progress=tool.work)
    blocks = [tuple(block) for block in tool.view.blocks]
    assert blocks[0] == ("h1", _("What I did in the course Draagvlak"))
    assert ("h2", "02 Belangen in beeld") in blocks
    [line] = [text for tag, text in blocks if tag == "li"]
    assert line.startswith(f"{CHOICE.title}: zelf gevonden (")


def test_erasing_empties_the_page_and_keeps_nothing(work: Path) -> None:
    tool, resume = MyProgress(), Resume()
    answer(*RIGHT, progress=tool.work)
    assert resume.view.next["notebook"]
    assert not tool.view.own
    say(tool, "erase")
    assert (tool.view.rows, tool.view.erased) == ([], 1)
    assert tool.view.note == "Je werk is gewist."
    assert resume.view.next["before"] == _(
        "You have not done an exercise yet. Begin with this lesson."
    )
    assert [path.name for path in work.rglob("*") if path.is_file()] == [".gewist"]


@pytest.mark.parametrize("own", [True, False, "true", 1, None, [True]])
def test_own_dossiers_go_only_when_that_was_ticked(own: object) -> None:
    OwnDossiers().begin(begun(Page(subject="Een brug")), "De brug")
    tool = MyProgress()
    assert tool.view.own
    say(tool, "erase", own=own)
    assert OwnDossiers().names == ([] if own is True else ["de_brug"])
    assert tool.view.own is (own is not True)


def test_a_disk_that_refuses_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    tool = MyProgress()
    answer(*RIGHT, progress=tool.work)
    monkeypatch.setattr(my_progress, "erase", refuse)
    say(tool, "erase")
    assert tool.view.note.startswith("Dit lukte niet in ")
    assert tool.view.rows


@pytest.mark.parametrize("do", ["", None, "wis", ["erase"], {"do": "erase"}, 3])
def test_nonsense_does_nothing(do: object) -> None:
    tool = MyProgress()
    answer(*RIGHT, progress=tool.work)
    say(tool, do)
    assert tool.view.rows
    tool.hear(tool.view, "erase", [])
    assert tool.view.rows


def test_every_sentence_of_the_buttons_is_there() -> None:
    texts = MyProgress().view.about["texts"]
    assert set(texts) == {
        "print",
        "erase",
        "sure",
        "own",
        "law",
        "yes",
        "no",
    }
    assert "Archiefwet" in texts["law"]
    assert "Archiefwet" not in texts["sure"]


# Where to go on


def shown(tool: Resume) -> str:
    return tool.view.next["before"] + tool.view.next["shown"] + tool.view.next["after"]


def test_the_sentence_follows_and_links_to_the_lesson() -> None:
    tool, kind = Resume(), lesson_exercises("03")[0]
    assert shown(tool) == "Je hebt nog geen oefening gedaan. Begin met deze les."
    assert (tool.view.next["notebook"], tool.still_html().count("<a ")) == ("", 0)
    tool.work.step(kind, kind.hint)
    expected = f'Je was bezig met de oefening "{kind.title}". Ga verder in les 03, vragen stellen.'
    assert shown(tool) == expected == tool.still_text()
    assert tool.view.next["notebook"] == lessons()[3].notebook
    assert f'<a href="{tool.view.next["link"]}">les 03, vragen stellen</a>' in tool.still_html()


@pytest.mark.parametrize("folder", ["notebooks/nl", "exercises/nl"])
@pytest.mark.parametrize("name", ["03-welke-vraag", "03-slot-uit-de-auto"])
def test_the_link_without_jupyterlab_leads_to_what_comes_next(folder: str, name: str) -> None:
    tool, kind = Resume(), open_exercise(name)
    tool.work.step(kind, kind.hint)
    there = tool.view.next
    assert (COURSE / folder / there["link"]).resolve() == (COURSE / there["notebook"]).resolve()
    assert (COURSE / there["notebook"]).exists()


def test_a_title_with_quotes_gets_no_second_ones() -> None:
    tool, kind = Resume(), lesson_exercises("00")[0]
    assert kind.title.startswith('"')
    tool.work.step(kind, kind.hint)
    assert '""' not in shown(tool)
    tool.hear(tool.view, {"do": "erase"}, [])
    assert "Komt het erdoor?" in shown(tool)
