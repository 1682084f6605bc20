"""The words of the own dossiers on the page."""

from typing import Any

from helpers.texts.language import _

_LONGEST = 200


def warning() -> list[str]:
    """Return what one must know before an own dossier goes in."""
    return [
        _(
            "Ask the privacy officer of your organisation whether you may work with this dossier "
            "here. What bears on the decision belongs in the official file as well. Write as if "
            "it may be read: functions and groups, no names of persons."
        ),
    ]


def chooser_texts() -> dict[str, Any]:
    """Return the words of the view."""
    return {
        "list": _("The dossiers you have"),
        "none": _("You have no dossier of your own yet. Begin one below."),
        "open": _("Open"),
        "open_one": _("Open {title}"),
        "is_open": _("is open now"),
        "away": _("Take away ..."),
        "away_one": _("Take away {title}"),
        "sure": _("What do you want with “{title}”?"),
        "put_away": _("Lay it aside in my folder"),
        "erase": _("Erase it for good"),
        "leave": _("Leave it as it is"),
        "law": _(
            "Erasing cannot be undone. Does something in it bear on the decision? Then you may "
            "not simply throw it away (Archiefwet): first put it in the official file."
        ),
        "begin": _("Begin a new dossier"),
        "title": _("What is the dossier called?"),
        "title_hint": _("For example: Sports hall in the north. No names of persons."),
        "start": _("What do you begin with?"),
        "begin_it": _("Begin this dossier"),
        "excel": _("Bring in a dossier from Excel"),
        "excel_how": _(
            "Fill in what you know; most columns may stay empty. "
            "The first sheet of the empty file says how."
        ),
        "template": _("Give me the empty Excel file"),
        "file": _("Choose your filled-in Excel file"),
        "file_hint": _("The file is read on your own computer or your own course server."),
        "reading": _("Reading ..."),
        "too_large": _("This file is larger than 20 MB. Take out pictures and other sheets."),
        "unread": _("This file could not be read. Close it in Excel and choose it again."),
        "mend": _("Mend this in Excel, save the file, and choose it here again."),
        "anew": _("The page begins anew with this dossier."),
        "longest": _LONGEST,
    }
