"""What is wrong with a dossier: all of it at once, in sentences that say what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from helpers.texts.language import _, ngettext

MOST_SHOWN = 100
_MOST_COMPARED = 500


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, what came, what is allowed, and perhaps what was meant.

    ``file`` or, in a workbook, ``sheet`` names the place; ``row`` counts from 1 with the titles as
    row 1, as a spreadsheet does; ``column`` is called as in the file.
    """

    file: str
    what: str
    row: int | None = None
    column: str = ""
    sheet: str = ""

    def __str__(self) -> str:
        """Return the problem as one sentence that begins with its place."""
        name = _("sheet {name}") if self.sheet else _("file {name}")
        place = [name.format(name=self.sheet or self.file)]
        if self.row is not None:
            place.append(_("row {n}").format(n=self.row))
        if self.column:
            place.append(_("column {name}").format(name=self.column))
        return f"{', '.join(place)}: {self.what}"


class DossierError(ValueError):
    """A dossier that cannot be used; ``problems`` holds everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        head = ngettext("This dossier has {n} problem:", "This dossier has {n} problems:", count)
        lines = [head.format(n=count), *(f"- {problem}" for problem in self.problems[:MOST_SHOWN])]
        if count > MOST_SHOWN:
            lines.append(_("And {more} more.").format(more=count - MOST_SHOWN))
        super().__init__("\n".join(lines))


def nearest(name: str, names: Iterable[str]) -> str:
    """Return a sentence that offers the name that was probably meant, or an empty string.

    >>> nearest("winkelirs", ["wijkraad", "winkeliers"])
    'Bedoelde je winkeliers?'
    """
    known = {one.casefold(): one for one in islice(names, _MOST_COMPARED)}
    close = get_close_matches(name[:100].casefold(), known, n=1, cutoff=0.6)
    return _("Did you mean {name}?").format(name=known[close[0]]) if close else ""
