"""An order of votes: changes to an amendment, amendments, then the proposal as it has become.

An adopted change is in the text of the next vote; a change to an amendment lapses with it. When a
vote is postponed or not valid, the votes after it wait. The council's own standing orders
(*reglement van orde*) decide on the order; this one is usual.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from helpers.analysis.votes.meeting import ADOPTED, INVALID, POSTPONED, REJECTED
from helpers.analysis.votes.outcomes import OUTCOMES, OutcomeIntervals, ends_given_factor
from helpers.analysis.votes.vote import Array, Interval, over_factor

Text = tuple[str, ...]
End = tuple[str, str, str]
_NEVER = 1e-12


class Ballot(NamedTuple):
    """One vote: on the proposal (``changes`` is empty) or on a change to what ``changes`` names.

    ``unless`` names earlier votes: when one of these is adopted, there is no vote on this one
    (they are about the same passage).
    """

    id: str
    changes: str = ""
    unless: tuple[str, ...] = ()


class SessionChances(NamedTuple):
    """Every way in which the votes on a proposal can end, and its outcome in whatever text."""

    ends: pd.DataFrame
    outcomes: OutcomeIntervals


class _Session(NamedTuple):
    order: list[Ballot]
    ends: Callable[[str, Text], Array]


def order_of_votes(ballots: Sequence[Ballot]) -> list[Ballot]:
    """Return the ballots in the order of voting: each after everything that changes it.

    Changes to the same text keep the order of the list (many standing orders put the most
    far-reaching first). A change to a change gets the ``unless`` of both. Raises ``ValueError``
    when there is not exactly one proposal, an id comes twice or has a ``+``, or ``changes`` or
    ``unless`` names no vote that fits.

    >>> votes = [Ballot("paper"), Ballot("amendment", "paper"), Ballot("sub", "amendment")]
    >>> [vote.id for vote in order_of_votes(votes)]
    ['sub', 'amendment', 'paper']
    """
    proposals = [one for one in ballots if not one.changes]
    ids = {one.id for one in ballots}
    if len(proposals) != 1 or len(ids) != len(ballots) or any("+" in one for one in ids):
        raise ValueError("there must be one proposal, and each vote needs an id of its own")
    order = list(_before_and(proposals[0], ballots))
    if lost := ids - {one.id for one in order}:
        raise ValueError(f"these change nothing that is voted on: {', '.join(sorted(lost))}")
    for at, one in enumerate(order):
        if late := set(one.unless) - {earlier.id for earlier in order[:at]}:
            raise ValueError(f"{one.id} waits for votes that do not come before it: {sorted(late)}")
    return order


def session_chances(
    ballots: Sequence[Ballot],
    seats: ArrayLike,
    chances: pd.DataFrame,
    loadings: ArrayLike,
    *,
    deviating: ArrayLike = 0,
    absent: ArrayLike = 0,
    abstaining: ArrayLike = 0,
    vacant: int = 0,
) -> SessionChances:
    """Return how the votes on one proposal can end.

    ``chances`` has one row a vote and text: ``vote`` (its id), ``text`` (the ids of the changes in
    the text that is voted on, in the order of voting, joined by ``+``; ``""`` as it was tabled) and
    one column a party group, in the order of ``seats``: the chance of yes, ``nan`` when not known.
    A text without a row has the chances of the text as it was tabled. The other arguments are those
    of :func:`~helpers.analysis.votes.outcomes.outcome_intervals`, for every vote.

    Each vote has its own draw of the shared factor: chances are judged for each text, so that what
    the earlier votes tell is in them. Who is not known may vote in any way, each time anew; the
    intervals hold for all of it.

    ``ends`` has one row for each way to end that can happen: ``text`` (the changes in it),
    ``vote`` (the last one held), ``outcome`` of that vote, ``low`` and ``high``, its chance from 0
    to 1. ``outcomes`` are the chances of each outcome in whatever text, at most as wide as the sums
    of those rows: what makes one text likely makes another less so.

    >>> votes = [Ballot("paper"), Ballot("change", "paper")]
    >>> judged = pd.DataFrame({"vote": ["change", "paper", "paper"], "text": ["", "", "change"],
    ...                        "left": [1.0, 0.0, 1.0], "right": [0.25, 1.0, 1.0]})
    >>> session_chances(votes, [2, 3], judged, 0.0).ends.round(9).values.tolist()
    [['change', 'paper', 'adopted', 0.25, 0.25], ['', 'paper', 'adopted', 0.75, 0.75]]
    """
    order = order_of_votes(ballots)
    rows = chances.set_index(["vote", "text"])
    if lost := [one.id for one in order if (one.id, "") not in rows.index]:
        raise ValueError(f"chances has no row with an empty text for: {', '.join(lost)}")

    judged = dict(zip(rows.index, rows.to_numpy(dtype=float), strict=True))
    if len(judged) < len(rows):
        raise ValueError("chances has more than one row for the same vote and text")

    @cache
    def ends(vote: str, text: Text) -> Array:
        return ends_given_factor(
            seats,
            judged[key if (key := (vote, "+".join(text))) in judged else (vote, "")],
            loadings,
            deviating=deviating,
            absent=absent,
            abstaining=abstaining,
            vacant=vacant,
        )

    session = _Session(order, ends)
    found = dict.fromkeys(_reached(session, 0, ()))  # in the order of voting, each once
    rows_of = [(*end, *_chance(session, 0, (), {end})) for end in found]
    table = pd.DataFrame(rows_of, columns=["text", "vote", "outcome", "low", "high"])
    totals = [{end for end in found if end[2] == outcome} for outcome in OUTCOMES]
    return SessionChances(table, OutcomeIntervals(*(_chance(session, 0, (), t) for t in totals)))


def _before_and(ballot: Ballot, ballots: Sequence[Ballot]) -> Iterator[Ballot]:
    """Give everything that changes the ballot, and then the ballot itself."""
    for one in ballots:
        if one.changes == ballot.id:
            yield from _before_and(one._replace(unless=one.unless + ballot.unless), ballots)
    yield ballot


def _text(session: _Session, vote: str, adopted: Text) -> Text:
    """Return the adopted changes that are in the text of a vote: what changes it, and so on."""
    inside = {vote}
    for one in reversed(session.order):
        if one.id in adopted and one.changes in inside:
            inside.add(one.id)
    return tuple(one for one in adopted if one in inside and one != vote)


def _reached(session: _Session, at: int, adopted: Text) -> Iterator[End]:
    """Give each end that can happen from vote ``at`` on; the same one may come more than once."""
    ballot, last = session.order[at], at == len(session.order) - 1
    if set(ballot.unless) & set(adopted):
        yield from _reached(session, at + 1, adopted)
        return
    text = _text(session, ballot.id, adopted)
    highest = over_factor(session.ends(ballot.id, text).max(axis=0))
    for outcome, high in zip(OUTCOMES, highest, strict=True):
        if high > _NEVER:
            if last or outcome in (POSTPONED, INVALID):
                yield "+".join(text), ballot.id, outcome
            else:
                after = (*adopted, ballot.id) if outcome == ADOPTED else adopted
                yield from _reached(session, at + 1, after)


def _chance(session: _Session, at: int, adopted: Text, wanted: Container[End]) -> Interval:
    """Return the chance to end in one of the ``wanted``, from vote ``at`` on: backward induction.

    The chance is linear in what each vote can become, so its ends are at votes of the unknown.
    """
    ballot, last = session.order[at], at == len(session.order) - 1
    if set(ballot.unless) & set(adopted):
        return _chance(session, at + 1, adopted, wanted)
    text = _text(session, ballot.id, adopted)
    then = {one: ("+".join(text), ballot.id, one) in wanted for one in OUTCOMES}
    after = {one: Interval(float(is_it), float(is_it)) for one, is_it in then.items()}
    if not last:
        after[ADOPTED] = _chance(session, at + 1, (*adopted, ballot.id), wanted)
        after[REJECTED] = _chance(session, at + 1, adopted, wanted)
    ends = session.ends(ballot.id, text)
    low, high = (np.tensordot(ends, side, axes=(1, 0)) for side in np.array([*after.values()]).T)
    return Interval(*over_factor([low.min(axis=0), high.max(axis=0)]).clip(0, 1).tolist())
