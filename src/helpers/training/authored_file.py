"""A file that an author wrote, read as one frozen record: a conversation, a meeting to chair."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from helpers.texts.language import _
from helpers.training.authored import read_yaml, sentence_of

Record = TypeVar("Record", bound=BaseModel)


class AuthoredProblem(NamedTuple):
    """One thing an author has to mend: in which file, which part and which field."""

    file: str
    part: str
    field: str
    what: str

    def __str__(self) -> str:
        """Return the problem as one sentence that begins with its place."""
        place = [_("file {name}").format(name=self.file)]
        if self.part:
            place.append(_("part {name}").format(name=self.part))
        if self.field:
            place.append(_("field {name}").format(name=self.field))
        return f"{', '.join(place)}: {self.what}"


class AuthoredError(ValueError):
    """A file that cannot be used; ``problems`` says everything that is wrong with it."""

    def __init__(self, problems: list[AuthoredProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


def read_record(path: Path, model: type[Record]) -> Record | tuple[AuthoredProblem, ...]:
    """Return the record of a file, or everything that is wrong with its form."""
    stat = path.stat()
    return _read(path, model, stat.st_mtime_ns, stat.st_size)


@cache
def _read(
    path: Path, model: type[Record], _changed: int, _size: int
) -> Record | tuple[AuthoredProblem, ...]:
    whole, unread = read_yaml(path)
    if not unread and not isinstance(whole, dict):
        unread = _("This file must begin with lines such as “id: ...” and “title: ...”.")
    if unread:
        return (AuthoredProblem(path.name, "", "", unread),)
    try:
        return model.model_validate(whole)
    except ValidationError as error:
        return tuple(_problem(path.name, model, whole, one) for one in error.errors())


def _problem(
    file: str, model: type[BaseModel], whole: dict[str, Any], error: Mapping[str, Any]
) -> AuthoredProblem:
    """Return an error with its part: a list and the id or the number of what is wrong in it."""
    loc = list(error["loc"])
    part = ""
    if len(loc) > 1 and isinstance(loc[1], int):
        record = whole[loc[0]][loc[1]]
        name = record.get("id") if isinstance(record, dict) else None
        part = f"{loc[0]} {name or loc[1] + 1}"
        loc = loc[2:]
    field = ".".join(str(one + 1) if isinstance(one, int) else str(one) for one in loc)
    fields = list(_model_at(model, error["loc"][:-1]).model_fields)
    return AuthoredProblem(file, part, field, sentence_of(error, fields))


def _model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel]:
    """Return the model whose fields are known at a place of a record."""
    for step in loc:
        field = model.model_fields.get(str(step)) if isinstance(step, str) else None
        if field is not None:
            model = next(_models_in(field.annotation), model)
    return model


def _models_in(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for one in get_args(kind):
        yield from _models_in(one)
