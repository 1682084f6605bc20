"""What a message to a group still lacks, and whether its readers said back what was meant.

The three questions a reader has are why, what and where to ask (the W questions of change); a
message that says what will *not* happen keeps people from expecting it. Whether it was understood,
only its readers can show: two say back in their own words why and what.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from helpers.dossier.expectations import Message, Readback

READERS = 2
"""How many people read a message before it goes out."""

_DAY = re.compile(
    r"\d|\b(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen|vandaag)\b",
    re.I,
)
_WAY = re.compile(
    r"\d{3}|@|\bwww\b|\.nl\b|\b(?:bel|bellen|belt|mail|mailen|mailt|loket|balie|kom|komt|langs"
    r"|website|inloop\w*|spreekuur|telefoon\w*|schrijf|app|chat)\b",
    re.I,
)
_FORMAL = re.compile(r"\b(?:u|uw|uzelf)\b", re.I)
_INFORMAL = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.I)


class Gap(StrEnum):
    """What is missing in a message, in the order in which a reader misses it."""

    WHY = "why"
    GOAL = "goal"
    WHAT = "what"
    WHEN = "when"
    NO_DAY = "no_day"
    WILL_NOT = "will_not"
    ASK = "ask"
    NO_WAY = "no_way"
    TWO_VOICES = "two_voices"


class Understood(StrEnum):
    """What the readers of a message have shown."""

    NOT_READ = "not_read"
    ONE_READER = "one_reader"
    WHY_MISSED = "why_missed"
    WHAT_MISSED = "what_missed"
    YES = "yes"


def message_gaps(message: Message) -> tuple[Gap, ...]:
    """Return what the message lacks; empty when a reader finds everything.

    ``NO_DAY``: "from when" holds no day; ``NO_WAY``: "where to ask" holds no way to do so;
    ``TWO_VOICES``: it says both "u" and "je".

    >>> bare = Message(id="a", group="flat", why="Er is te veel restafval.", ask="Bij de gemeente")
    >>> [gap.value for gap in message_gaps(bare)]
    ['goal', 'what', 'when', 'will_not', 'no_way']
    """
    text = message_text(message)
    found = {
        Gap.WHY: not message.why.strip(),
        Gap.GOAL: bool(message.why.strip()) and not message.goal,
        Gap.WHAT: not message.what.strip(),
        Gap.WHEN: not message.when.strip(),
        Gap.NO_DAY: bool(message.when.strip()) and not _DAY.search(message.when),
        Gap.WILL_NOT: not message.will_not.strip(),
        Gap.ASK: not message.ask.strip(),
        Gap.NO_WAY: bool(message.ask.strip()) and not _WAY.search(message.ask),
        Gap.TWO_VOICES: bool(_FORMAL.search(text) and _INFORMAL.search(text)),
    }
    return tuple(gap for gap, here in found.items() if here)


def message_text(message: Message) -> str:
    r"""Return what a reader reads, a line for each part.

    >>> message_text(Message(id="a", group="flat", why="Het moet.", when="Vanaf mei."))
    'Het moet.\nVanaf mei.'
    """
    parts = (message.why, message.what, message.when, message.will_not, message.ask)
    return "\n".join(part.strip() for part in parts if part.strip())


def understood(readbacks: Iterable[Readback]) -> tuple[Understood, ...]:
    """Return what the readers of one message have shown; those who said nothing do not count.

    >>> said = Readback(id="r", message="a", their_why="minder afval", why_right=True)
    >>> [one.value for one in understood([said])]
    ['one_reader', 'what_missed']
    """
    read = [one for one in readbacks if one.their_why.strip() or one.their_what.strip()]
    if not read:
        return (Understood.NOT_READ,)
    found = {
        Understood.ONE_READER: len(read) < READERS,
        Understood.WHY_MISSED: not all(one.why_right for one in read),
        Understood.WHAT_MISSED: not all(one.what_right for one in read),
    }
    return tuple(one for one, here in found.items() if here) or (Understood.YES,)
