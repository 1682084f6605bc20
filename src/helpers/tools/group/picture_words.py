"""The words around the picture of a group's answers."""

from typing import Any

from helpers.texts.language import N_, _, language, ngettext
from helpers.training.group.gathering import MOST, Gathering
from helpers.training.group.sent import LARGEST
from helpers.training.kinds.exercise import Kind

_INTRO = N_(
    "For the trainer. Open a session, read the code aloud, and show the picture. Nobody sees "
    "whose answer is whose; do not ask for it either."
)
_ON_THE_HUB = N_("Answers appear here within two seconds.")
_BY_FILE = N_("Ask for the answer files in one folder, and choose them all at once.")


def about_of(exercise: Kind, on_the_hub: bool) -> dict[str, Any]:
    """Return what does not change while a session goes on."""
    return {
        "lang": language(),
        "title": _("The answers of the group: {title}").format(title=exercise.title),
        "intro": [_(_INTRO), _(_ON_THE_HUB if on_the_hub else _BY_FILE)],
        "most": MOST,
        "largest": LARGEST,
        "texts": {
            "code": _("Code of the session"),
            "files": _("Bring in answer files"),
            "files_hint": _("Choose all files together. Choosing again begins anew."),
            "too_many": _("More than {n} files at once: none of them was read.").format(n=MOST),
            "sure": _("Wipe all answers? They cannot be brought back."),
            "yes": _("Yes, wipe them"),
            "no": _("No, leave them"),
            "hide": _("Hide"),
            "show": _("Show again"),
            "hidden": _("(hidden)"),
        },
    }


def count_of(gathering: Gathering | None) -> str:
    """Return how many answers there are, and whether more can come in."""
    if gathering is None:
        return _("No session is open.")
    count = len(gathering.answers)
    said = ngettext("{n} answer", "{n} answers", count).format(n=count)
    return said if gathering.open else _("{count}; the session is closed").format(count=said)
