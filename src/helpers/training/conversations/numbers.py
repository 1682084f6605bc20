"""The numbers of every conversation, as a table for ``docs/conversations.md``.

``python -m helpers.training.conversations.numbers [FILE ...]``
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from helpers.training.content import CONTENT
from helpers.training.conversations.content import read_conversation
from helpers.training.conversations.players import numbers
from helpers.training.conversations.walk import walk

_HEAD = (
    "| conversation | states | things learned | endings reached | most possible | best way (lines) "
    "| at random, mean of 200 (best) | advising at once |\n|---|---|---|---|---|---|---|---|"
)


def row(path: Path) -> str:
    """Return the numbers of one conversation as a row of the table."""
    conversation = read_conversation(path)
    found = walk(conversation)
    got = numbers(conversation, found)
    states = f"{found.states}" if found.complete else f"over {found.states}"
    return (
        f"| {conversation.id} | {states} | {len(found.learned)} of {len(conversation.things)} "
        f"| {len(found.endings)} of {len(conversation.endings)} | {got.most} "
        f"| {got.best} ({got.turns_of_best}) | {got.at_random:.1f} ({got.random_best}) "
        f"| {got.advising} |"
    )


def main(files: Iterable[str] = ()) -> None:
    """Print the table of these files, or of all conversations."""
    print(_HEAD)
    for path in [Path(one) for one in files] or sorted(CONTENT.glob("*/conversations/*.yaml")):
        print(row(path), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
