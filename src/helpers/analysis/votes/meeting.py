"""The rules of a meeting: who counts, and how a count of votes ends.

Gemeentewet art. 20 (quorum), 27 (members vote without instruction, so a party group can split), 28
(who has a personal interest takes no part), 29 (a valid vote), 30 (majority of the votes cast) and
32 (no vote requested, and ties). Provinces have the same rules in the Provinciewet; other bodies
have their own. Votes on persons (art. 31) are not in here.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

ADOPTED, REJECTED, POSTPONED, INVALID = "adopted", "rejected", "postponed", "invalid"


def may_open(sitting: int, present: int) -> bool:
    """Tell whether the meeting may open (art. 20).

    More than half of the ``sitting`` members are ``present``.
    A second meeting, called with reference to art. 20, opens with any number; that is not this
    question.

    >>> may_open(31, 16), may_open(31, 15), may_open(30, 15)
    (True, False, False)
    """
    return 2 * present > sitting


def is_valid(sitting: int, took_part: int, abstaining: int = 0) -> bool:
    """Tell whether a vote counts (art. 29, first paragraph).

    More than half of the ``sitting`` members who need not abstain (``sitting - abstaining``) took
    part.

    >>> is_valid(31, 15, abstaining=2), is_valid(31, 15)
    (True, False)
    """
    return 2 * took_part > sitting - abstaining


def outcome(
    yes: int,
    no: int,
    seats: int,
    *,
    vacant: int = 0,
    abstaining: int = 0,
    after_tie: bool = False,
    after_invalid: bool = False,
) -> str:
    """Return how one count of a spoken vote on a proposal ends.

    ``adopted``: more yes than no among the votes cast (art. 30). ``invalid``: too few took part
    (art. 29), unless this is the new vote ``after_invalid``. A tie is ``rejected`` in a full
    meeting (all ``seats`` members of whom the body consists, less those ``abstaining`` for a
    personal interest, voted) and when it comes again ``after_tie``; else it is ``postponed`` to the
    next meeting (art. 32). With ``vacant`` seats no meeting is full. Who is present votes yes or
    no; others are absent.

    >>> outcome(15, 15, 31), outcome(15, 15, 31, abstaining=1), outcome(15, 15, 31, after_tie=True)
    ('postponed', 'rejected', 'rejected')
    """
    sitting = seats - vacant
    if min(yes, no, vacant, abstaining) < 0:
        raise ValueError("votes and members are whole numbers of 0 or more")
    if yes + no > sitting - abstaining:
        raise ValueError(f"{yes + no} votes, but {sitting - abstaining} members may vote")
    if not after_invalid and not is_valid(sitting, yes + no, abstaining):
        return INVALID
    if yes != no:
        return ADOPTED if yes > no else REJECTED
    full = yes + no == seats - abstaining
    return REJECTED if full or after_tie else POSTPONED


def outcome_without_vote() -> str:
    """Return how a proposal ends on which nobody asks for a vote: adopted (art. 32, the hamerstuk).

    >>> outcome_without_vote()
    'adopted'
    """
    return ADOPTED


def voting_blocs(
    seats: ArrayLike,
    deviating: ArrayLike = 0,
    absent: ArrayLike = 0,
    abstaining: ArrayLike = 0,
) -> NDArray[np.int64]:
    """Return the seats with which each party group really moves the count.

    ``seats - absent - abstaining - 2 * deviating``: who is absent or must abstain (art. 28) does
    not count, and each member who votes against the own group (art. 27) cancels one who follows it.
    The chance of more yes than no is that of a council in which every group has so many seats and
    votes as one: put the result where ``seats`` goes in
    :func:`~helpers.analysis.votes.vote.chance_of_majority`,
    :func:`~helpers.analysis.votes.vote.majority_interval` and
    :func:`~helpers.analysis.votes.tipping.what_tips_it`. Each argument is one whole number a group,
    or one for all.

    Raises ``ValueError`` when more members are away than there are, or when more than half of a
    group's voters deviate (then the group's own chance is the other way round).

    >>> voting_blocs([6, 5, 4], deviating=[1, 0, 0], absent=[0, 2, 0]).tolist()
    [4, 3, 4]
    """
    parts = [np.asarray(part, dtype=np.int64) for part in (seats, deviating, absent, abstaining)]
    total, against, away, out = np.broadcast_arrays(*parts)
    voters = total - away - out
    if min(part.min(initial=0) for part in (total, against, away, out)) < 0:
        raise ValueError("numbers of members must be 0 or more")
    if (voters < 0).any():
        raise ValueError("a party group cannot miss more members than it has")
    if (2 * against > voters).any():
        raise ValueError("at most half of a party group's voters can deviate")
    blocs: NDArray[np.int64] = voters - 2 * against
    return blocs
