"""The numbers of every meeting to chair, as tables for ``docs/chairing.md``.

``python -m helpers.training.chairing.numbers [FILE ...]``
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from helpers.training.chairing.content import read_meeting
from helpers.training.chairing.meeting import Meeting
from helpers.training.chairing.players import best, outcome, outcome_of
from helpers.training.chairing.state import GONE
from helpers.training.chairing.walk import Walk, walk
from helpers.training.content import CONTENT

ALL = 10_000_000
_HEAD = (
    "| who chairs | parties at the table | trust (0 to 6) | points on the table | nobody leaves "
    "| moments |\n|---|---|---|---|---|---|"
)
_PLAYERS = {
    "": "picks at random",
    "process": "always looks after the process, at random how",
    "content": "always steers on the content, at random how",
    "loose": "always lets go, where that can be chosen",
}


def rows(meeting: Meeting, found: Walk) -> Iterator[str]:
    """Give the numbers of some players as rows of a table."""
    players = {"the best way": outcome_of([best(found)])}
    players |= {name: outcome(meeting, kind) for kind, name in _PLAYERS.items()}
    for name, one in players.items():
        yield (
            f"| {name} | {one.seated:.1f} of {len(meeting.parties)} | {one.trust:.1f} "
            f"| {one.points:.1f} of {len(meeting.points)} | {one.all_stay:.0%} "
            f"| {one.moments:.1f} |"
        )


def ends(found: Walk) -> Iterator[str]:
    """Give how many end states there are by how many parties left, and by ending."""
    left = Counter(state.seats.count(GONE) for state in found.finished)
    yield f"end states by parties that left: {dict(sorted(left.items()))}"
    yield f"end states by ending: {dict(Counter(one.ended for one in found.finished))}"


def main(files: Iterable[str] = ()) -> None:
    """Print the numbers of these files, or of all meetings."""
    for path in [Path(one) for one in files] or sorted(CONTENT.glob("*/chairing/*.yaml")):
        meeting = read_meeting(path)
        found = walk(meeting, ALL)
        print(f"{meeting.id}: {found.states} states, of which {len(found.finished)} end it")
        print("\n".join([*ends(found), "", _HEAD, *rows(meeting, found)]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
