"""What the message builder says: what is missing, what may be hard to read, what was understood."""

from collections.abc import Iterable, Iterator

from helpers.analysis.messages.message_checks import Gap, Understood
from helpers.analysis.messages.readability import Hint
from helpers.texts.language import N_, _, ngettext

Line = dict[str, str]
MOST_OF_A_KIND = 3

GAPS = {
    Gap.WHY: N_("Why? Without the reason people make up their own."),
    Gap.GOAL: N_("Choose the goal that the reason rests on: then someone can check it."),
    Gap.WHAT: N_("What changes for this group? Say who does what."),
    Gap.WHEN: N_("From when?"),
    Gap.NO_DAY: N_("“From when” holds no day. Name the day, or say when the day will be known."),
    Gap.WILL_NOT: N_("What will not happen? Say it now; else people expect it."),
    Gap.ASK: N_("Where can people ask?"),
    Gap.NO_WAY: N_("“Where to ask” names no way: a number, an address or a time to drop in."),
    Gap.TWO_VOICES: N_("The text says both “u” and “je”. Choose one."),
}
READ = {
    Understood.NOT_READ: N_(
        "Nobody has said it back yet. Let two people read it who were not there: what do they say "
        "that changes, and why?"
    ),
    Understood.ONE_READER: N_("One person said it back. Ask a second one."),
    Understood.WHY_MISSED: N_(
        "The why did not arrive with every reader. That says something of the text, not of the "
        "reader."
    ),
    Understood.WHAT_MISSED: N_(
        "What changes did not arrive with every reader. Hold their words beside yours: where does "
        "it part?"
    ),
    Understood.YES: N_("Both readers say back what you meant."),
}
_HINTS = {
    "long_sentence": N_("A sentence of {detail} words: “{words}”. Can it be two?"),
    "long_word": N_("A long word: “{words}”. Is there a shorter one, or can you explain it?"),
    "passive": N_("“{words}” hides who does it. Say who."),
    "nominal": N_("“{words}”: with a verb it reads more easily."),
    "jargon": N_("A word of the office: “{words}”. Perhaps “{detail}”?"),
}
_START = 60


def gap_lines(gaps: Iterable[Gap]) -> list[Line]:
    """Return a line for each gap, or that nothing is missing."""
    lines = [{"text": _(GAPS[gap])} for gap in gaps]
    if lines:
        return [{"text": _("What a reader still misses:"), "look": "dv-lead"}, *lines]
    return [{"text": _("A reader finds why, what, when, what not and where to ask.")}]


def hint_lines(text: str, hints: Iterable[Hint]) -> list[Line]:
    """Return what may be hard to read, at most three of a kind; no line says that it is easy."""
    lines = [{"text": said} for said in _hints(text, list(hints))]
    return [{"text": _("This may be hard to read:"), "look": "dv-lead"}, *lines] if lines else []


def read_lines(shown: Iterable[Understood]) -> list[Line]:
    """Return what the readers have shown."""
    head = {"text": _("Have they understood?"), "look": "dv-lead"}
    return [head, *({"text": _(READ[one])} for one in shown)]


def _hints(text: str, hints: list[Hint]) -> Iterator[str]:
    for kind, sentence in _HINTS.items():
        here = [one for one in hints if one.kind == kind]
        seen: dict[str, Hint] = {}
        for one in here:
            seen.setdefault(text[one.start : one.end].casefold(), one)
        for one in list(seen.values())[:MOST_OF_A_KIND]:
            words = text[one.start : one.end]
            short = words if len(words) <= _START else words[: _START - 1].rstrip() + "…"
            yield _(sentence).format(words=short, detail=one.detail)
        more = len(seen) - MOST_OF_A_KIND
        if more > 0:
            yield ngettext("And {n} more like it.", "And {n} more like it.", more).format(n=more)
