"""The conversations of the course, read from the files in which authors wrote them down."""

from pathlib import Path

from helpers.dossier.problems import nearest
from helpers.texts.language import _
from helpers.training.authored_file import AuthoredError, AuthoredProblem, read_record
from helpers.training.content import content_folder
from helpers.training.conversations.conversation import Conversation

ConversationProblem = AuthoredProblem


class ConversationError(AuthoredError):
    """A conversation that cannot be held; ``problems`` says everything that is wrong with it."""


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
    found = read_record(path, Conversation)
    if isinstance(found, Conversation):
        return found
    raise ConversationError(list(found))
