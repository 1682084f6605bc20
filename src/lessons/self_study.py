"""The self-study notebooks: the exercises of a lesson in pieces of at most twenty minutes.

They follow from ``exercises/content/<language>/<lesson>.yaml`` and the words in
``self_study.<language>.yaml``; nobody edits them.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import nbformat
import yaml
from nbformat import NotebookNode

from helpers.training.content import Case, read_content
from helpers.training.kinds.do import Do
from helpers.training.kinds.exercise import Kind
from helpers.training.kinds.talk import Talk

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "exercises" / "content"
LONGEST, FEWEST, MOST = 20, 3, 5
REVIEW = 5
"""Minutes of the review that comes before the first piece."""


@cache
def words(code: str) -> dict[str, Any]:
    """Return the words around the exercises in a language."""
    path = Path(__file__).parent / f"self_study.{code}.yaml"
    return dict(yaml.safe_load(path.read_text("utf-8")))


def minutes_of(exercise: Kind, code: str) -> int:
    """Return how long an exercise takes, with the conversation that it looks back on."""
    if not isinstance(exercise, Talk):
        return exercise.minutes
    path = CONTENT / code / "conversations" / f"{exercise.conversation}.yaml"
    return exercise.minutes + int(yaml.safe_load(path.read_text("utf-8"))["minutes"])


def pieces(minutes: Sequence[int]) -> list[range]:
    """Return which exercises make a piece: as few pieces as fit, and these as equal as can be.

    The first one leaves room for the review.

    >>> pieces([3, 3, 3, 4, 4, 4, 3, 5])
    [range(0, 4), range(4, 8)]
    """
    inner = range(1, len(minutes))
    cuts = [cut for some in range(len(minutes)) for cut in combinations(inner, some)]
    ways = [[range(*ends) for ends in pairwise((0, *cut, len(minutes)))] for cut in cuts]
    fitting = [way for way in ways if all(_fits(piece, minutes) for piece in way)]
    if not fitting:
        raise ValueError(f"an exercise takes longer than {LONGEST} minutes: {minutes}")
    return min(fitting, key=lambda way: _unlike(way, minutes))


def _unlike(way: list[range], minutes: Sequence[int]) -> tuple[int, int, int]:
    """Return how far a way is from what we want: pieces that are small, many, or long."""
    small = sum(len(piece) < FEWEST for piece in way)
    return small, len(way), max(_sum(piece, minutes) for piece in way)


def _sum(piece: range, minutes: Sequence[int]) -> int:
    return sum(minutes[at] for at in piece)


def _fits(piece: range, minutes: Sequence[int]) -> bool:
    room = LONGEST if piece.start else LONGEST - REVIEW
    return len(piece) <= MOST and _sum(piece, minutes) <= room


def target(lesson: Path) -> Path:
    """Return the notebook with the exercises of a lesson's text."""
    return ROOT / "exercises" / lesson.parent.name / f"{lesson.stem}.ipynb"


def has_exercises(lesson: Path) -> bool:
    """Return whether a lesson has enough exercises for a piece; lesson 00 is no lesson to train."""
    path = CONTENT / lesson.parent.name / f"{lesson.stem[:2]}.yaml"
    return path.exists() and len(read_content(path).exercises) >= FEWEST


def cells(lesson: Path, title: str) -> Iterator[NotebookNode]:
    """Give the cells of a lesson's self-study notebook, without ids."""
    code, number = lesson.parent.name, lesson.stem[:2]
    said = words(code)
    content = read_content(CONTENT / code / f"{number}.yaml")
    exercises, case = list(content.exercises.values()), content.case
    minutes = [minutes_of(one, code) for one in exercises]
    parts = pieces(minutes)
    link = f"../../notebooks/{code}/{lesson.stem}.ipynb"
    lead = said["lead"].format(number=number, lesson=title, link=link)
    table = _table(said, parts, minutes, case, code)
    yield _text(f"# {said['title'].format(number=number)}", lead, table)
    every = [*exercises, *(case.exercises if case else ())]
    names = sorted({"Exercise", "Resume", "Review", *_tools(every)})
    yield _code(f"from helpers import {', '.join(names)}")
    yield _text(f"## {said['review']}", said["review_lead"])
    yield _code(f'Review("{number}")', "tool")
    for at, piece in enumerate(parts, start=1):
        form = said["piece_lead"]["one" if len(piece) == 1 else "more"]
        told = form.format(count=len(piece), minutes=_sum(piece, minutes))
        yield _text(f"## {said['piece'].format(n=at)}", told)
        for n, index in enumerate(piece, start=1):
            yield from _exercise(exercises[index], minutes[index], (n, len(piece)), said)
        yield _text(said["stop"])
    if case:
        yield from _closing(case, said, code)
    yield _text(f"## {said['next']}", said["next_lead"])
    yield _code("Resume()", "tool")
    start = next((ROOT / "notebooks" / code).glob("00_*.ipynb")).name
    yield _text(said["back"].format(start=f"../../notebooks/{code}/{start}"))


def _closing(case: Case, said: dict[str, Any], code: str) -> Iterator[NotebookNode]:
    """Give the case that closes the lesson: its story, and the exercises about it."""
    minutes, count = [minutes_of(one, code) for one in case.exercises], len(case.exercises)
    told = said["case_lead"].format(count=count, minutes=sum(minutes))
    yield _text(f"## {said['case'].format(title=case.title)}", told, *case.story)
    for n, exercise in enumerate(case.exercises, start=1):
        yield from _exercise(exercise, minutes[n - 1], (n, count), said)
    yield _text(said["case_stop"])


def _table(
    said: dict[str, Any], parts: list[range], minutes: Sequence[int], case: Case | None, code: str
) -> str:
    what, how_long = said["table"]
    rows = [f"| {said['review']} | {REVIEW} |"]
    for at, piece in enumerate(parts, start=1):
        rows.append(f"| {said['piece'].format(n=at)} | {_sum(piece, minutes)} |")
    if case:
        closing = sum(minutes_of(one, code) for one in case.exercises)
        rows.append(f"| {said['case'].format(title=case.title)} | {closing} |")
    return "\n".join([f"| {what} | {how_long} |", "|---|---|", *rows])


def _exercise(
    exercise: Kind, minutes: int, place: tuple[int, int], said: dict[str, Any]
) -> Iterator[NotebookNode]:
    long = said["minute"] if minutes == 1 else said["minutes"].format(n=minutes)
    long = f"{long}, {said['core']}" if exercise.core else long
    head = said["exercise"].format(n=place[0], count=place[1], minutes=long)
    if isinstance(exercise, Talk):
        yield _text(f"{head} {said['talk']}")
        yield _code(f'Conversation("{exercise.conversation}")', "tool")
        head = said["look"]
    elif isinstance(exercise, Do):
        yield _text(f"{head} {said['do']}", exercise.question)
        yield _code(f"{exercise.tool}({_dossier(exercise)})", "tool")
        head = said["look"]
    yield _text(head)
    yield _code(f'Exercise("{exercise.id}")', "tool")


def _dossier(exercise: Do) -> str:
    return f'working_copy("{exercise.dossier}")'


def _tools(exercises: Sequence[Kind]) -> Iterator[str]:
    for one in exercises:
        if isinstance(one, Talk):
            yield "Conversation"
        elif isinstance(one, Do):
            yield from (one.tool, "working_copy")


def _text(*paragraphs: str) -> NotebookNode:
    return nbformat.v4.new_markdown_cell("\n\n".join(part.strip() for part in paragraphs))


def _code(source: str, *tags: str) -> NotebookNode:
    metadata: dict[str, Any] = {"tags": list(tags)} if tags else {}
    return nbformat.v4.new_code_cell(
        source, metadata={**metadata, "jupyter": {"source_hidden": True}}
    )
