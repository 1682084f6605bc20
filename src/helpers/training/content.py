"""The exercises of a lesson, read from the file in which an author wrote them down."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from helpers.dossier.problems import nearest
from helpers.texts.language import DEFAULT, _, language
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


class Content(NamedTuple):
    """The exercises of a file that can be used, by their place, and what is wrong with the rest."""

    exercises: dict[int, Kind]
    problems: tuple[ContentProblem, ...]


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


def open_exercise(name: str) -> Kind:
    """Return the exercise with this id, such as ``02-belang-achter-standpunt``.

    ``02-1`` is the first exercise of lesson 02. Raises :class:`ContentError` when it is not there
    or its form is not right.
    """
    path = content_folder() / f"{name[:2]}.yaml"
    content = read_content(path) if path.exists() else Content({}, ())
    for place, exercise in content.exercises.items():
        if name in (exercise.id, f"{name[:2]}-{place}"):
            return exercise
    what = _("There is no exercise with the name {came}.").format(came=name)
    offer = nearest(name, [exercise.id for exercise in content.exercises.values()])
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
    exercises: dict[int, Kind] = {}
    problems = [
        ContentProblem(file, "", str(name), _("This field is not known here."))
        for name in whole
        if name != "exercises"
    ]
    for at, record in enumerate(whole["exercises"], start=1):
        name = str(record.get("id") or at) if isinstance(record, dict) else str(at)
        try:
            exercises[at] = _exercise(record)
        except ContentError as error:
            problems += [ContentProblem(file, name, one.field, one.what) for one in error.problems]
    return Content(exercises, tuple(problems))


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
