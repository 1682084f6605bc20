"""The one thing to try next time, from what happened in a meeting."""

from collections import Counter

from helpers.texts.language import N_, _
from helpers.training.chairing.meeting import Meeting
from helpers.training.chairing.session import Play

_INSTEAD = {
    "lead": N_("Leave your own answer out of the question. Ask: what do you need here?"),
    "slant": N_(
        "Summarise per party, in their own words, and let each say whether it is right. "
        "Then you cannot lean to one side unseen."
    ),
    "praise": N_(
        "Praise no proposal. Thank whoever says something, and ask the others what they hear in it."
    ),
    "correct": N_(
        "Contradict nobody on the subject. Ask what lies behind it; others may disagree."
    ),
    "own_package": N_(
        "Put no package on the table yourself, not one from a program either. "
        "Ask who of them puts the first one down."
    ),
    "side_talk": N_("Say nothing in the corridor that you would not say at the table."),
    "decide": N_("Cut no knots that are not yours. Ask how they want to decide, and when."),
    "let_go": N_(
        "When two talk and the rest falls silent, look around the table. "
        "Ask who did not say anything yet."
    ),
    "ritual": N_("When the talk goes well, stay out of it. A round about the process can wait."),
    "again_sorry": N_("Say once that you steered, and then show it."),
}
_MISSED = N_(
    "Ask at a hard point what must come beside it on the table. {point} did not come up this time."
)
_REAL = N_(
    "In your next meeting, count how often you say something about the subject. "
    "Ask somebody to count along."
)


def try_next(meeting: Meeting, now: Play) -> str:
    """Return one sentence: what the author wrote at the ending, or what would have helped most."""
    written = meeting.ending(now.state.ended).try_next
    return written or _instead(now) or _missed(meeting, now) or _(_REAL)


def _instead(now: Play) -> str:
    """Return what to do instead of the act, steering or letting go, that cost most trust."""
    cost = Counter[str]()
    for step in now.acts:
        if step.choice.act in _INSTEAD:
            cost[step.choice.act] -= min(sum(step.changes), -1)
    return _(_INSTEAD[cost.most_common(1)[0][0]]) if cost else ""


def _missed(meeting: Meeting, now: Play) -> str:
    missed = [one.title for one in meeting.points if one.by and one.id not in now.state.points]
    return _(_MISSED).format(point=missed[0]) if missed else ""
