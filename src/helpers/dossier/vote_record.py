"""A record of past votes in a CSV file: a council's own list, in either of two forms.

Wide, one row a decision: a column ``date`` (or ``datum``), perhaps ``decision`` (``besluit``,
``besluit_id``), and a column a party group with its name as the title. A cell there says how its
members voted: ``V7`` is seven for (*voor*), ``T7`` against (*tegen*), ``N7`` took no part, and
``V5 T2`` is a split; empty when the group was not there. Other columns are not read.

Long, one row a decision and party group: ``decision``, ``date``, ``group`` (``fractie``), ``yes``
(``voor``), ``no`` (``tegen``) and perhaps ``absent`` (``afwezig``), in numbers of members.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from helpers.dossier.cells import CellError, day, text, whole
from helpers.dossier.files import FileError, csv_lines, decoded, read_bytes
from helpers.dossier.problems import MOST_SHOWN, Problem
from helpers.dossier.sentences import shown
from helpers.dossier.source import MOST_PROBLEMS, filled_rows, is_blank
from helpers.dossier.spelling import plain
from helpers.texts.language import _

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = ("decision", "date", "group", "yes", "no", "absent")

_TITLES = {
    "decision": ("decision", "besluit", "besluit_id"),
    "date": ("date", "datum"),
    "group": ("group", "fractie"),
    "yes": ("yes", "voor"),
    "no": ("no", "tegen"),
    "absent": ("absent", "afwezig"),
}
_PART = r"[vtn]\s?[0-9]{1,3}"
_VOTE = re.compile(rf"{_PART}(?:[\s,;/+-]+{_PART})*", re.IGNORECASE)
_MOST = 20

_Row = tuple[int, tuple[Any, ...]]


class VoteRecordError(ValueError):
    """A record of votes that cannot be used; ``problems`` holds everything that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [str(problem) for problem in self.problems[:MOST_SHOWN]]
        if more := len(self.problems) - len(lines):
            lines.append(_("And {more} more.").format(more=more))
        super().__init__("\n".join(lines))


class _File(NamedTuple):
    """The titles of a record and where the known columns are, by name."""

    name: str
    titles: tuple[str, ...]
    places: dict[str, int]

    def problem(self, what: str, row: int, place: int | None = None) -> Problem:
        title = "" if place is None else self.titles[place]
        return Problem(self.name, what, row, title)


def read_vote_record(path: Path) -> "pd.DataFrame":
    """Return the record in a CSV file: one row a decision and party group that was there.

    Columns: ``decision`` (the id in the file, or the row number), ``date``, ``group``, ``yes``,
    ``no`` and ``absent``, as :mod:`helpers.analysis.past_votes.decisions` wants it. Raises
    :class:`VoteRecordError` with everything that is wrong.
    """
    import pandas as pd

    try:
        if not path.exists():
            raise FileError(_("There is no file with this name."))
        rows = filled_rows(csv_lines(decoded(read_bytes(path, _MOST))))
        if not rows:
            raise FileError(_("This file is empty. Put the titles in row 1, or remove the file."))
    except FileError as error:
        raise VoteRecordError([Problem(path.name, str(error), error.row)]) from None
    titles = tuple(text(title) or "" for title in rows[0][1])
    known = {name: one for one, names in _TITLES.items() for name in names}
    places = {known[plain(one)]: at for at, one in enumerate(titles) if plain(one) in known}
    file = _File(path.name, titles, places)
    width = len(titles)
    filled = [(number, (*cells, *[None] * (width - len(cells)))) for number, cells in rows[1:]]
    read = _long if "group" in places else _wide
    found = list(read(file, rows[0][0], filled))
    wrong = [one for one in found if isinstance(one, Problem)]
    record = [one for one in found if not isinstance(one, Problem)]
    if wrong or not record:
        nothing = Problem(path.name, _("There are no votes in this file."))
        raise VoteRecordError(islice(wrong or [nothing], MOST_PROBLEMS))
    return pd.DataFrame(record, columns=list(COLUMNS)).assign(
        date=lambda table: pd.to_datetime(table["date"])
    )


def _wide(file: _File, head: int, rows: list[_Row]) -> Iterator[tuple[Any, ...] | Problem]:
    groups = [at for at in range(len(file.titles)) if _is_group(file, rows, at)]
    yield from _wrong_titles(file, head, ["date"], groups)
    if not groups:
        what = _(
            "There is no column of a party group. Give each group a column with its name as the "
            "title, and in it votes such as V7 (seven for), T5 (five against) or N3 (not there)."
        )
        yield file.problem(what, head)
    seen: set[str] = set()
    for number, cells in rows:
        name, date = _decision(file, number, cells), _date(file, number, cells)
        if name in seen:
            what = _("A name stands here twice. Keep one.")
            yield file.problem(what, number, file.places["decision"])
        seen.add(name)
        if isinstance(date, Problem):
            yield date
            continue
        for at in groups:
            if is_blank(cells[at]):
                continue
            if votes := _votes(str(cells[at])):
                yield (name, date, file.titles[at], *votes)
            else:
                what = _(
                    "Here stands {came}. A vote is V (for), T (against) or N (not there) with a "
                    "number of members, such as V7 or V5 T2."
                )
                yield file.problem(what.format(came=shown(cells[at])), number, at)


def _long(file: _File, head: int, rows: list[_Row]) -> Iterator[tuple[Any, ...] | Problem]:
    missing = list(_wrong_titles(file, head, ["decision", "date", "yes", "no"], []))
    yield from missing
    seen: set[tuple[str, str]] = set()
    for number, cells in rows if not missing else []:
        name, date = _decision(file, number, cells), _date(file, number, cells)
        group = text(cells[file.places["group"]] or "")
        numbers = [_number(file, number, cells, one) for one in ("yes", "no", "absent")]
        wrong: list[Problem | tuple[Any, ...]] = [
            one for one in (date, *numbers) if isinstance(one, Problem)
        ]
        if not group:
            wrong.append(
                file.problem(_("This is empty. Fill it in."), number, file.places["group"])
            )
        if (name, group) in seen:
            what = _("A name stands here twice. Keep one.")
            wrong.append(file.problem(what, number, file.places["group"]))
        seen.add((name, group))
        yield from wrong or [(name, date, group, *numbers)]


def _is_group(file: _File, rows: list[_Row], at: int) -> bool:
    """Tell whether a column holds votes: at least half of what is filled in looks like it."""
    filled = [str(cells[at]) for _number, cells in rows if not is_blank(cells[at])]
    votes = sum(_votes(cell) is not None for cell in filled)
    return bool(file.titles[at]) and at not in file.places.values() and 0 < len(filled) <= 2 * votes


def _wrong_titles(
    file: _File, head: int, needed: list[str], groups: list[int]
) -> Iterator[Problem]:
    for name in needed:
        if name not in file.places:
            what = _("The column {name} is missing. Put the title in row {n} and fill it in.")
            yield file.problem(what.format(name=_TITLES[name][-1], n=head), head)
    names = [file.titles[at] for at in groups]
    for name in sorted({one for one in names if names.count(one) > 1}):
        what = _("The title {name} stands here twice. Keep one.").format(name=name)
        yield file.problem(what, head)


def _decision(file: _File, number: int, cells: tuple[Any, ...]) -> str:
    came = cells[file.places["decision"]] if "decision" in file.places else None
    return str(number) if is_blank(came) else str(text(came))


def _date(file: _File, number: int, cells: tuple[Any, ...]) -> Any:
    if "date" not in file.places:
        return None
    came = cells[file.places["date"]]
    try:
        return day(came)
    except CellError:
        what = _("Here stands {came}. It must be a date, such as 2026-09-15.")
        empty = is_blank(came)
        sentence = _("This is empty. Fill it in.") if empty else what.format(came=shown(came))
        return file.problem(sentence, number, file.places["date"])


def _number(file: _File, number: int, cells: tuple[Any, ...], name: str) -> int | Problem:
    came = cells[file.places[name]] if name in file.places else None
    try:
        members = 0 if is_blank(came) else whole(came)
    except CellError:
        members = -1
    if members >= 0:
        return members
    what = _("Here stands {came}. It must be a whole number.").format(came=shown(came))
    return file.problem(what, number, file.places[name])


def _votes(cell: str) -> tuple[int, int, int] | None:
    """Return the members for, against and not there; ``None`` for what is no vote.

    >>> _votes("V7"), _votes("v5 T2"), _votes("V5 V2"), _votes("voor")
    ((7, 0, 0), (5, 2, 0), None, None)
    """
    if not _VOTE.fullmatch(cell.strip()):
        return None
    parts = re.findall(r"([VTN])\s?([0-9]+)", cell.upper())
    counts = {letter: int(number) for letter, number in parts}
    if len(counts) < len(parts):
        return None
    return counts.get("V", 0), counts.get("T", 0), counts.get("N", 0)
