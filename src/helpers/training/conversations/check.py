"""What an author is told about a conversation: everything that is wrong with it at once.

``python -m helpers.training.conversations.check [FILE ...]`` prints it, a sentence each; without a
file it looks at all conversations of the course.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from helpers.texts.language import N_, _
from helpers.training.content import CONTENT
from helpers.training.conversations.content import (
    ConversationError,
    ConversationProblem,
    read_conversation,
)
from helpers.training.conversations.conversation import ALWAYS, ANY, Conversation, Thing
from helpers.training.conversations.offered import brings_on, offered
from helpers.training.conversations.players import met_at_random
from helpers.training.conversations.references import Found, reference_problems
from helpers.training.conversations.state import begin
from helpers.training.conversations.walk import Reached, Walk, walk

GOOD_LENGTH = 8
_MAIN = (3, 5)
# How many wordings the other needs: these can come again and again, and nobody repeats himself.
_WORDINGS = {
    "leading": 3,
    "multiple": 2,
    "advice": 3,
    "argue": 3,
    "tell": 3,
    "ask_known": 2,
    "ask_other": 2,
    "summarise_right": 3,
    "summarise_wrong": 2,
    "summarise_again": 1,
    "reframe_ready": 1,
    "reframe_early": 2,
    ANY: 3,
}
_ID = N_("The id must be {expected}, the name of the file.")
_FEW_MAIN = N_("{n} things are main. There must be {low} to {high}.")
_NO_CHANGES = N_("A main thing needs “changes”: what it changes in your proposal.")
_NOT_ASKED = N_("No offered line asks for this.")
_NOT_SUMMARISED = N_("No offered line summarises this, so it can only be confirmed by typing.")
_FEW_WORDINGS = N_("To {act} the other has {n} wordings without a condition. It needs {least}.")
_NO_WAY = N_("No line does this act and no words show it: fill in “hears”.")
_LAST = N_("The last ending must have no “when”: it is for everything else.")
_TOO_SOON = N_("This ending has no “when”, so those below it never come. Put it last.")
_NEVER_OFFERED = N_("This line is never offered, whichever way the talk goes.")
_NEVER_OPENS = N_("This never comes out along the offered lines. Look at “opens” and who asks it.")
_NEVER_CONFIRMED = N_("This is never confirmed along the offered lines.")
_NEVER_ENDS = N_("This ending is never reached along the offered lines.")
_STUCK = N_("After these lines nothing is offered any more: {path}.")
_NO_LONG = N_("No way of {n} lines or more leads to the best ending.")
_NOT_WHOLE = N_("No way along the offered lines learns and confirms every main thing.")
_FIRST = N_("At the first turn {n} of the offered lines bring you on. At least one must, not all.")
_MANY = N_("There are too many ways to walk them all; this was looked at as far as it went.")


def file_problems(path: Path) -> list[ConversationProblem]:
    """Return everything an author has to mend in one file."""
    try:
        conversation = read_conversation(path)
    except ConversationError as error:
        return list(error.problems)
    found = list(static_problems(conversation, path.stem))
    if not found:
        found = list(walk_problems(conversation, walk(conversation)))
    return [ConversationProblem(path.name, *one) for one in found]


def static_problems(conversation: Conversation, stem: str) -> Iterator[Found]:
    """Give what is wrong before anything is said: part, field and a sentence."""
    if conversation.id != stem:
        yield "", "id", _(_ID).format(expected=stem)
    yield from reference_problems(conversation)
    main = len(conversation.main)
    if not _MAIN[0] <= main <= _MAIN[1]:
        yield "things", "main", _(_FEW_MAIN).format(n=main, low=_MAIN[0], high=_MAIN[1])
    for thing in conversation.things:
        yield from _thing_problems(conversation, thing)
    yield from _reply_problems(conversation)
    yield from _ending_problems(conversation)


def _thing_problems(conversation: Conversation, thing: Thing) -> Iterator[Found]:
    part = f"things {thing.id}"
    if thing.main and not thing.changes:
        yield part, "changes", _(_NO_CHANGES)
    if thing.id not in [line.does.ask for line in conversation.lines]:
        yield part, "", _(_NOT_ASKED)
    summarised = {name for line in conversation.lines for name in line.does.summarise}
    if thing.main and thing.id not in summarised:
        yield part, "", _(_NOT_SUMMARISED)


def _reply_problems(conversation: Conversation) -> Iterator[Found]:
    own = {one.id: 1 for one in conversation.acts}
    for act, least in (_WORDINGS | own).items():
        found = sum(
            len(one.says)
            for one in conversation.replies
            if act in one.to and (one.when == ALWAYS or act in own)
        )
        if found < least:
            yield "replies", f"to {act}", _(_FEW_WORDINGS).format(act=act, n=found, least=least)
    done = {line.does.act for line in conversation.lines}
    for one in conversation.acts:
        if not one.hears and one.id not in done:
            yield f"acts {one.id}", "hears", _(_NO_WAY)


def _ending_problems(conversation: Conversation) -> Iterator[Found]:
    *others, last = conversation.endings
    if last.when != ALWAYS:
        yield f"endings {last.id}", "when", _(_LAST)
    called = {one.end for one in conversation.replies}
    for one in others:
        if one.when == ALWAYS and one.id not in called:
            yield f"endings {one.id}", "when", _(_TOO_SOON)


def walk_problems(conversation: Conversation, found: Walk) -> Iterator[Found]:
    """Give what is wrong along the offered lines: part, field and a sentence."""
    lines = {one.id for one in conversation.lines}
    if not lines <= found.offered:
        found = found._replace(offered=found.offered | met_at_random(conversation))
    for kind, names, met, said in (
        ("lines", sorted(lines), found.offered, _NEVER_OFFERED),
        ("things", [one.id for one in conversation.things], found.learned, _NEVER_OPENS),
        ("things", sorted(conversation.main), found.confirmed, _NEVER_CONFIRMED),
        ("endings", [one.id for one in conversation.endings], found.endings, _NEVER_ENDS),
    ):
        for name in names:
            if name not in met:
                yield f"{kind} {name}", "", _(said)
    for one in found.stuck[:3]:
        path = ", ".join(move.line for move in one.moves)
        yield "lines", "", _(_STUCK).format(path=path)
    yield from _best_problems(conversation, found.finished)
    first = offered(conversation, begin(conversation))
    good = sum(brings_on(conversation, begin(conversation), one) for one in first)
    if not 0 < good < len(first):
        yield "lines", "", _(_FIRST).format(n=good)
    if not found.complete:
        yield "", "", _(_MANY)


def _best_problems(conversation: Conversation, finished: Iterable[Reached]) -> Iterator[Found]:
    best = max(one.worth for one in conversation.endings)
    ends = [one.state for one in finished]
    whole = [one for one in ends if conversation.main <= set(one.confirmed)]
    if not whole:
        yield "things", "", _(_NOT_WHOLE)
    if not any(
        conversation.ending(one.ended).worth == best and one.turn >= GOOD_LENGTH for one in ends
    ):
        yield "endings", "", _(_NO_LONG).format(n=GOOD_LENGTH)


def main(files: Iterable[str] = ()) -> int:
    """Print what is wrong with these files, or with all; return how many things that are."""
    paths = [Path(one) for one in files] or sorted(CONTENT.glob("*/conversations/*.yaml"))
    count = 0
    for path in paths:
        problems = file_problems(path)
        count += len(problems)
        for problem in problems:
            print(problem)
        if not problems:
            print(_("file {name}: nothing to mend.").format(name=path.name))
    return count


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
