"""Whether a dossier could be public: what in it looks as if it is about one person, and where."""

from collections.abc import Iterable, Iterator

from helpers.analysis.privacy.person_marks import BSN, EMAIL, NAME, PHONE, person_marks
from helpers.dossier.columns import columns_of
from helpers.dossier.model import PARTS, Dossier
from helpers.dossier.problems import Problem
from helpers.dossier.tables import Stakeholder
from helpers.dossier.words import Vote
from helpers.texts.language import N_, _

Place = tuple[str, str, str]
"""A text that stands in no table: where it stands (two titles), and the text itself."""

_SAID = {
    EMAIL: N_("This looks like an e-mail address: {words}."),
    PHONE: N_("This looks like a phone number: {words}."),
    BSN: N_("This looks like a citizen service number (bsn). That may not stand here."),
    NAME: N_("This looks like the name of a person: {words}. Write the function instead."),
}
_ONE_SEAT = N_(
    "{name} has one seat. How it may vote is the political opinion of one person: leave that out."
)


def public_findings(dossier: Dossier, others: Iterable[Place] = ()) -> list[Problem]:
    """Return what to look at before ``dossier`` is handed on, each with its sheet, row and column.

    ``others`` are texts that go along and stand in no table. Look at the dossier as it goes out:
    what is left out of it is not found.

    >>> dossier = Dossier(id="plein", title="Plein", as_of="2026-09-15", story="Bel dhr. Jansen.")
    >>> str(public_findings(dossier)[0])[:42]
    'blad Dossier, kolom Verhaal: Dit lijkt op '
    """
    found = [*_in_tables(dossier), *_of_one_person(dossier)]
    for sheet, column, text in others:
        found += [Problem("", what, column=column, sheet=sheet) for what in _sentences(text)]
    return found


def _in_tables(dossier: Dossier) -> Iterator[Problem]:
    for part, declared in PARTS.items():
        rows = getattr(dossier, part) if part else (dossier,)
        columns = [
            one
            for one in columns_of(declared).values()
            if one.type is str and one.name != "id" and not one.refers
        ]
        for at, row in enumerate(rows):
            for column in columns:
                for what in _sentences(getattr(row, column.name)):
                    number = at + 2 if part else None
                    yield Problem("", what, number, _(column.title), sheet=_(declared.SHEET))


def _sentences(text: str) -> list[str]:
    return [_(_SAID[one.kind]).format(words=one.words) for one in person_marks(text)]


def _of_one_person(dossier: Dossier) -> Iterator[Problem]:
    column = columns_of(Stakeholder)["judged_vote"]
    for at, one in enumerate(dossier.stakeholders):
        if one.seats == 1 and one.judged_vote not in (None, Vote.UNKNOWN):
            what = _(_ONE_SEAT).format(name=one.name)
            yield Problem("", what, at + 2, _(column.title), sheet=_(Stakeholder.SHEET))
