"""Whether the tables of a dossier fit together."""

from collections import Counter
from collections.abc import Iterator

from helpers.dossier.model import Dossier
from helpers.dossier.problems import Problem, nearest
from helpers.dossier.tables import TABLES
from helpers.texts.language import _

_HEAD = "dossier.yaml"


def reference_problems(dossier: Dossier) -> list[Problem]:
    """Return every duplicate id, dangling reference and issue without exactly one status quo."""
    return [
        *_duplicates(dossier),
        *_dangling(dossier),
        *_status_quo(dossier),
        *_proposal(dossier),
        *_seats(dossier),
    ]


def _ids(dossier: Dossier, table: str) -> list[str]:
    return [row.id for row in getattr(dossier, table)]


def _duplicates(dossier: Dossier) -> Iterator[Problem]:
    for table, kind in TABLES.items():
        if "id" in kind.model_fields:
            counted = Counter(_ids(dossier, table))
            for at, row_id in enumerate(_ids(dossier, table), start=2):
                if counted[row_id] > 1:
                    what = _("The id {came} stands here more than once.").format(came=row_id)
                    yield Problem(f"{table}.csv", what, at, "id")


def _dangling(dossier: Dossier) -> Iterator[Problem]:
    for table, kind in TABLES.items():
        for name, field in kind.model_fields.items():
            target = (field.json_schema_extra or {}).get("refers", "")  # type: ignore[union-attr]
            if target:
                known = _ids(dossier, str(target))
                for at, row in enumerate(getattr(dossier, table), start=2):
                    came = getattr(row, name)
                    if came is not None and came not in known:
                        yield Problem(f"{table}.csv", _unknown(came, known), at, name)


def _unknown(came: str, known: list[str]) -> str:
    what = _("Here stands {came}, but that does not exist.").format(came=came)
    return f"{what} {nearest(came, known)}".strip()


def _status_quo(dossier: Dossier) -> Iterator[Problem]:
    for at, issue in enumerate(dossier.issues, start=2):
        count = sum(one.status_quo for one in dossier.options if one.issue == issue.id)
        if count != 1:
            what = _("This issue has {n} options that are the status quo. It must be one.")
            yield Problem("issues.csv", what.format(n=count), at, "id")


def _proposal(dossier: Dossier) -> Iterator[Problem]:
    options = {one.id: one.issue for one in dossier.options}
    for came in dossier.proposal:
        if came not in options:
            yield Problem(_HEAD, _unknown(came, list(options)), column="proposal")
    chosen = [options[came] for came in dossier.proposal if came in options]
    if sorted(chosen) != sorted(issue.id for issue in dossier.issues):
        what = _("The proposal must choose one option for every issue.")
        yield Problem(_HEAD, what, column="proposal")
    fracties = [one.id for one in dossier.fracties]
    for came in dossier.coalition:
        if came not in fracties:
            yield Problem(_HEAD, _unknown(came, fracties), column="coalition")


def _seats(dossier: Dossier) -> Iterator[Problem]:
    held = sum(one.seats for one in dossier.fracties)
    if dossier.seats is not None and held != dossier.seats:
        what = _("There are {seats} seats, but the party groups hold {held} together.")
        yield Problem(_HEAD, what.format(seats=dossier.seats, held=held), column="seats")
