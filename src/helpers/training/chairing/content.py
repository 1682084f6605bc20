"""The meetings to chair, read from the files in which authors wrote them down."""

from pathlib import Path

from helpers.dossier.problems import nearest
from helpers.texts.language import _
from helpers.training.authored_file import AuthoredError, AuthoredProblem, read_record
from helpers.training.chairing.meeting import Meeting
from helpers.training.content import content_folder


class MeetingError(AuthoredError):
    """A meeting that cannot be held; ``problems`` says everything that is wrong with it."""


def meeting_folder() -> Path:
    """Return the folder with the meetings in the course's language, or else in Dutch."""
    return content_folder() / "chairing"


def open_meeting(name: str) -> Meeting:
    """Return the meeting with this id, such as ``06-voorzitten``.

    Raises :class:`MeetingError` when it is not there or its form is not right.
    """
    folder = meeting_folder()
    known = [path.stem for path in sorted(folder.glob("[0-9][0-9]-*.yaml"))]
    if name in known:
        return read_meeting(folder / f"{name}.yaml")
    what = _("There is no meeting with the name {came}.").format(came=name)
    said = f"{what} {nearest(name, known)}".strip()
    raise MeetingError([AuthoredProblem(f"{name}.yaml", "", "", said)])


def read_meeting(path: Path) -> Meeting:
    """Return the meeting of a file; a :class:`MeetingError` holds all its problems."""
    found = read_record(path, Meeting)
    if isinstance(found, Meeting):
        return found
    raise MeetingError(list(found))
