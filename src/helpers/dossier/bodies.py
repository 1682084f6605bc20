"""Whether the seats fit the body that decides; each body has its own check.

Council: Gemeentewet art. 8. Provincial council: Provinciewet art. 8. General board of a joint body:
votes may be weighted, so every number is possible. Another body gives remarks, never a refusal.
"""

from collections.abc import Iterator

from helpers.dossier.draft import Cells, Draft, Finding
from helpers.dossier.words import Body, Kind
from helpers.texts.language import _

_SIZES = {
    3_000: 9,
    6_000: 11,
    10_000: 13,
    15_000: 15,
    20_000: 17,
    25_000: 19,
    30_000: 21,
    35_000: 23,
    40_000: 25,
    45_000: 27,
    50_000: 29,
    60_000: 31,
    70_000: 33,
    80_000: 35,
    100_000: 37,
    200_000: 39,
}
_LARGEST = 45
_PROVINCE = range(39, 56, 2)


def council_size(population: int) -> int:
    """Return the number of seats of a council (Gemeentewet art. 8) for a number of inhabitants.

    >>> council_size(3_000), council_size(3_001), council_size(52_640), council_size(300_000)
    (9, 11, 31, 45)
    """
    return next((size for most, size in _SIZES.items() if population <= most), _LARGEST)


def body_findings(draft: Draft) -> Iterator[Finding]:
    """Find seats and votes that do not fit the body or the stakeholder."""
    yield from _only_fracties(draft)
    if draft.head.get("body", Body.OTHER) is not Body.OTHER:
        yield from _size(draft.head)
        yield from _division(draft)


def body_remarks(draft: Draft) -> Iterator[Finding]:
    """Find what is only worth a remark: how the seats of another body are divided."""
    if draft.head.get("body", Body.OTHER) is Body.OTHER:
        yield from _division(draft)


def _size(head: Cells) -> Iterator[Finding]:
    seats = head.get("seats")
    if seats is not None and head["body"] is Body.COUNCIL:
        yield from _council(seats, head.get("population"))
    if seats is not None and head["body"] is Body.PROVINCE and seats not in _PROVINCE:
        what = _("A provincial council has an odd number of 39 to 55 seats, not {seats}.")
        yield Finding(what.format(seats=seats), column="seats")


def _council(seats: int, population: int | None) -> Iterator[Finding]:
    sizes = [*_SIZES.values(), _LARGEST]
    if seats not in sizes:
        what = _("No council has {seats} seats. Possible are: {sizes} (Gemeentewet art. 8).")
        listed = ", ".join(str(size) for size in sizes)
        yield Finding(what.format(seats=seats, sizes=listed), column="seats")
    elif population is not None and seats != council_size(population):
        what = _(
            "A council has {right} seats with this population, not {seats} (Gemeentewet art. 8). "
            "Give the population that counted at the last election, or leave it empty."
        )
        right = council_size(population)
        yield Finding(what.format(seats=seats, right=right), column="seats")


def _only_fracties(draft: Draft) -> Iterator[Finding]:
    for at, row in enumerate(draft.tables.get("stakeholders", ())):
        if row.get("kind", Kind.FRACTIE) is not Kind.FRACTIE:
            for column in ("seats", "judged_vote"):
                if row.get(column):
                    what = _("Only a party group has this. Leave it empty, or change the kind.")
                    yield Finding(what, "stakeholders", at, column)


def _division(draft: Draft) -> Iterator[Finding]:
    """Find party groups without seats, and seats that do not add up."""
    rows = draft.tables.get("stakeholders", ())
    for at, row in enumerate(rows):
        if row.get("kind") is Kind.FRACTIE and row.get("seats") == 0:
            what = _("A party group has 1 seat or more. Fill in how many, or choose another kind.")
            yield Finding(what, "stakeholders", at, "seats")
    seats = draft.head.get("seats")
    unread = any("seats" not in row or "kind" not in row for row in rows)
    held = sum(row["seats"] for row in rows if row.get("kind") is Kind.FRACTIE and not unread)
    if seats is not None and held and held != seats:
        what = _("There are {seats} seats, but the party groups hold {held} together.")
        yield Finding(what.format(seats=seats, held=held), column="seats")
