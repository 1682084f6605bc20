"""The lines of the question coach: the last ones, each once, and none lost by accident."""

from pathlib import Path

from helpers.training.tried_lines import MOST, TriedLinesFile


def test_the_last_lines_are_still_there_in_a_new_kernel(work: Path) -> None:
    tried = TriedLinesFile()
    for n in range(MOST + 2):
        tried.add(f"Wat is {n}?")
    assert TriedLinesFile().lines == tuple(f"Wat is {n}?" for n in range(MOST + 1, 1, -1))
    assert (work / "eigen" / "vragencoach.json").exists()


def test_a_line_that_is_tried_again_stands_on_top_once() -> None:
    tried = TriedLinesFile()
    for line in ("een", "twee", " een\r\n"):
        tried.add(line)
    assert tried.lines == ("een", "twee")
    revision = tried.revision
    tried.add("een")
    tried.add("  ")
    assert tried.revision == revision


def test_a_list_that_was_emptied_comes_back_under_what_was_tried_since() -> None:
    tried = TriedLinesFile()
    assert tried.empty() == ()
    assert tried.revision == 0
    tried.add("een")
    tried.add("twee")
    out = tried.empty()
    assert TriedLinesFile().lines == ()
    tried.add("drie")
    tried.put_back(out)
    assert tried.lines == ("drie", "twee", "een")


def test_a_line_of_another_window_is_not_lost() -> None:
    one, other = TriedLinesFile(), TriedLinesFile()
    one.add("hier")
    other.add("daar")
    assert TriedLinesFile().lines == ("daar", "hier")
