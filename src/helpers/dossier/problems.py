"""What is wrong with a dossier: all of it at once, in sentences that say what to do."""

from dataclasses import dataclass
from difflib import get_close_matches

from helpers.texts.language import _, ngettext


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, what came, what is allowed, and perhaps what was meant."""

    file: str
    what: str
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        """Return the problem as one sentence that begins with its place."""
        place = [_("file {name}").format(name=self.file)]
        if self.row is not None:
            place.append(_("row {n}").format(n=self.row))
        if self.column:
            place.append(_("column {name}").format(name=self.column))
        return f"{', '.join(place)}: {self.what}"


class DossierError(ValueError):
    """A dossier that cannot be used; ``problems`` holds everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(problems)
        head = ngettext(
            "This dossier has {n} problem:", "This dossier has {n} problems:", count
        ).format(n=count)
        super().__init__("\n".join([head, *(f"- {problem}" for problem in problems)]))


def nearest(name: str, names: list[str]) -> str:
    """Return a sentence that offers the name that was probably meant, or an empty string."""
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    return _("Did you mean {name}?").format(name=close[0]) if close else ""
