"""The exercises of a lesson, read from the file in which an author wrote them down."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from helpers.dossier.problems import nearest
from helpers.texts.language import DEFAULT, N_, _, language
from helpers.training.authored import place_of, read_yaml, sentence_of
from helpers.training.kinds.choose import Choose
from helpers.training.kinds.do import Do
from helpers.training.kinds.estimate import Estimate
from helpers.training.kinds.exercise import Kind
from helpers.training.kinds.match import Match
from helpers.training.kinds.order import Order
from helpers.training.kinds.sort import Sort
from helpers.training.kinds.talk import Talk
from helpers.training.kinds.write import Write
from helpers.training.work_folder import COURSE

CONTENT = COURSE / "exercises" / "content"
KINDS: dict[str, type[Kind]] = {
    "choose": Choose,
    "sort": Sort,
    "order": Order,
    "match": Match,
    "estimate": Estimate,
    "write": Write,
    "talk": Talk,
    "do": Do,
}

_UNKNOWN = N_("This field is not known here.")


class ContentProblem(NamedTuple):
    """One thing an author has to mend: in which file, which exercise and which field."""

    file: str
    exercise: str
    field: str
    what: str

    def __str__(self) -> str:
        """Return the problem as one sentence that begins with its place."""
        place = [_("file {name}").format(name=self.file)]
        if self.exercise:
            place.append(_("exercise {name}").format(name=self.exercise))
        if self.field:
            place.append(_("field {name}").format(name=self.field))
        return f"{', '.join(place)}: {self.what}"


class ContentError(ValueError):
    """Exercises that cannot be used; ``problems`` holds everything that is wrong with them."""

    def __init__(self, problems: list[ContentProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


class Case(NamedTuple):
    """What closes a lesson: one story, and the exercises in which the whole lesson is needed."""

    title: str
    story: tuple[str, ...]
    exercises: tuple[Kind, ...]


class Content(NamedTuple):
    """What can be used of a file, and what is wrong with the rest; an exercise by its place."""

    exercises: dict[int, Kind]
    problems: tuple[ContentProblem, ...]
    case: Case | None = None


def content_folder() -> Path:
    """Return the folder with the exercises in the course's language, or else in Dutch."""
    folder = CONTENT / language()
    return folder if folder.is_dir() else CONTENT / DEFAULT


def read_content(path: Path) -> Content:
    """Return what stands in an exercise file, with everything that its form does not allow."""
    stat = path.stat()
    return _read(path, stat.st_mtime_ns, stat.st_size)


def lesson_exercises(lesson: str) -> tuple[Kind, ...]:
    """Return the exercises of a lesson by its two digits; none when it has no file.

    >>> lesson_exercises("02")[0].id[:3]
    '02-'
    """
    path = content_folder() / f"{lesson}.yaml"
    return tuple(read_content(path).exercises.values()) if path.exists() else ()


def lesson_case(lesson: str) -> Case | None:
    """Return the case that closes a lesson, by its two digits; nothing when it has none."""
    path = content_folder() / f"{lesson}.yaml"
    return read_content(path).case if path.exists() else None


def all_exercises(lesson: str) -> tuple[Kind, ...]:
    """Return every exercise that belongs to a lesson: its own, and then those of its case."""
    case = lesson_case(lesson)
    return lesson_exercises(lesson) + (case.exercises if case else ())


def open_exercise(name: str) -> Kind:
    """Return the exercise with this id, such as ``02-belang-achter-standpunt``.

    ``02-1`` is the first exercise of lesson 02; those of its case only have their id. Raises
    :class:`ContentError` when it is not there or its form is not right.
    """
    path = content_folder() / f"{name[:2]}.yaml"
    content = read_content(path) if path.exists() else Content({}, ())
    found = {f"{name[:2]}-{place}": one for place, one in content.exercises.items()}
    closing = content.case.exercises if content.case else ()
    by_id = {one.id: one for one in (*content.exercises.values(), *closing)}
    if name in found or name in by_id:
        return found.get(name) or by_id[name]
    what = _("There is no exercise with the name {came}.").format(came=name)
    offer = nearest(name, list(by_id))
    missing = ContentProblem(path.name, "", "", f"{what} {offer}".strip())
    raise ContentError([*content.problems] or [missing])


@cache
def _read(path: Path, _changed: int, _size: int) -> Content:
    whole, unread = read_yaml(path)
    if unread:
        return Content({}, (ContentProblem(path.name, "", "", unread),))
    if not isinstance(whole, dict) or not isinstance(whole.get("exercises"), list):
        text = _("This file must begin with “exercises:” and a list under it.")
        return Content({}, (ContentProblem(path.name, "", "", text),))
    return _exercises(path.name, whole)


def _exercises(file: str, whole: dict[str, Any]) -> Content:
    problems = [
        ContentProblem(file, "", str(name), _(_UNKNOWN))
        for name in whole
        if name not in ("exercises", "case")
    ]
    exercises = _listed(file, whole["exercises"], problems)
    case = _case(file, whole["case"], problems) if "case" in whole else None
    return Content(exercises, tuple(problems), case)


def _listed(file: str, records: list[Any], problems: list[ContentProblem]) -> dict[int, Kind]:
    """Return the exercises that can be used by their place, and add what is wrong to problems."""
    exercises: dict[int, Kind] = {}
    for at, record in enumerate(records, start=1):
        name = str(record.get("id") or at) if isinstance(record, dict) else str(at)
        try:
            exercises[at] = _exercise(record)
        except ContentError as error:
            problems += [ContentProblem(file, name, one.field, one.what) for one in error.problems]
    return exercises


def _case(file: str, record: Any, problems: list[ContentProblem]) -> Case | None:
    """Return the case when its form is right, and add what is wrong to problems."""
    record = record if isinstance(record, dict) else {}
    unknown = sorted(set(map(str, record)) - set(Case._fields))
    problems += [ContentProblem(file, "", f"case.{name}", _(_UNKNOWN)) for name in unknown]
    title, story, listed = map(record.get, Case._fields)
    wrong = {
        "title": _("Here must stand a text.") if not _is_text(title) else "",
        "story": _("Here must stand a list of paragraphs.") if not _all_texts(story) else "",
        "exercises": _("Here must stand a list.") if not isinstance(listed, list) else "",
    }
    found = [ContentProblem(file, "", f"case.{name}", text) for name, text in wrong.items() if text]
    problems += found
    if found:
        return None
    return Case(title.strip(), tuple(story), tuple(_listed(file, listed, problems).values()))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _all_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _exercise(record: Any) -> Kind:
    if not isinstance(record, dict):
        text = _("This must be lines such as “id: ...” and “kind: ...”.")
        raise ContentError([ContentProblem("", "", "", text)])
    kind = KINDS.get(str(record.get("kind")))
    if kind is None:
        text = _("Here stands {came}. Allowed: {expected}. {offer}")
        came, expected = repr(record.get("kind")), ", ".join(KINDS)
        offer = nearest(str(record.get("kind")), list(KINDS))
        said = text.format(came=came, expected=expected, offer=offer).strip()
        raise ContentError([ContentProblem("", "", "kind", said)])
    try:
        return kind.model_validate(record)
    except ValidationError as error:
        raise ContentError([_problem(kind, one) for one in error.errors()]) from None


def _problem(kind: type[Kind], error: Mapping[str, Any]) -> ContentProblem:
    fields = list(kind.model_fields) if len(error["loc"]) == 1 else ["id", "text", "why"]
    return ContentProblem("", "", place_of(error), sentence_of(error, fields))
