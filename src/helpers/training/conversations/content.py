"""The conversations of the course, read from the files in which authors wrote them down."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError

from helpers.dossier.problems import nearest
from helpers.texts.language import _
from helpers.training.authored import read_yaml, sentence_of
from helpers.training.content import content_folder
from helpers.training.conversations.conversation import Conversation


class ConversationProblem(NamedTuple):
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


class ConversationError(ValueError):
    """A conversation that cannot be held; ``problems`` says everything that is wrong with it."""

    def __init__(self, problems: list[ConversationProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in problems))


def conversation_folder() -> Path:
    """Return the folder with the conversations in the course's language, or else in Dutch."""
    return content_folder() / "conversations"


def open_conversation(name: str) -> Conversation:
    """Return the conversation with this id, such as ``03-wethouder``.

    Raises :class:`ConversationError` when it is not there or its form is not right.
    """
    folder = conversation_folder()
    known = [path.stem for path in sorted(folder.glob("[0-9][0-9]-*.yaml"))]
    if name in known:
        return read_conversation(folder / f"{name}.yaml")
    what = _("There is no conversation with the name {came}.").format(came=name)
    said = f"{what} {nearest(name, known)}".strip()
    raise ConversationError([ConversationProblem(f"{name}.yaml", "", "", said)])


def read_conversation(path: Path) -> Conversation:
    """Return the conversation of a file; a :class:`ConversationError` holds all its problems."""
    stat = path.stat()
    found = _read(path, stat.st_mtime_ns, stat.st_size)
    if isinstance(found, Conversation):
        return found
    raise ConversationError(list(found))


@cache
def _read(path: Path, _changed: int, _size: int) -> Conversation | tuple[ConversationProblem, ...]:
    whole, unread = read_yaml(path)
    if not unread and not isinstance(whole, dict):
        unread = _("This file must begin with lines such as “id: ...” and “title: ...”.")
    if unread:
        return (ConversationProblem(path.name, "", "", unread),)
    try:
        return Conversation.model_validate(whole)
    except ValidationError as error:
        return tuple(_problem(path.name, whole, one) for one in error.errors())


def _problem(file: str, whole: dict[str, Any], error: Mapping[str, Any]) -> ConversationProblem:
    """Return an error with its part: a list and the id or the number of what is wrong in it."""
    loc = list(error["loc"])
    part = ""
    if len(loc) > 1 and isinstance(loc[1], int):
        record = whole[loc[0]][loc[1]]
        name = record.get("id") if isinstance(record, dict) else None
        part = f"{loc[0]} {name or loc[1] + 1}"
        loc = loc[2:]
    field = ".".join(str(one + 1) if isinstance(one, int) else str(one) for one in loc)
    fields = list(_model_at(error["loc"][:-1]).model_fields)
    return ConversationProblem(file, part, field, sentence_of(error, fields))


def _model_at(loc: tuple[str | int, ...]) -> type[BaseModel]:
    """Return the model whose fields are known at a place of a conversation."""
    model: type[BaseModel] = Conversation
    for step in loc:
        field = model.model_fields.get(str(step)) if isinstance(step, str) else None
        if field is not None:
            model = next(_models_in(field.annotation), model)
    return model


def _models_in(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for one in get_args(kind):
        yield from _models_in(one)
