"""The one thing to try next time, from what happened in a talk."""

from collections import Counter

from helpers.texts.language import N_, _
from helpers.training.conversations.conversation import Conversation, Thing
from helpers.training.conversations.talk import Talk
from helpers.training.conversations.wording import FUNCTIONS

_INSTEAD = {
    "leading": N_(
        "Leave your own answer out of the question. Begin with “what” or “how” and then wait."
    ),
    "multiple": N_("Ask one thing and stop there. Keep your second question for the next turn."),
    "advice": N_(
        "Keep your advice until the other has said what is going on and what was tried already."
    ),
    "argue": N_(
        "When you do not agree, ask first what makes the other see it this way. You can still "
        "contradict after that."
    ),
    "reframe_early": N_(
        "Give back what you heard and ask whether it is right. Then show how you look at it."
    ),
    "tell": N_("Tell less and ask more: first the other, then your own story."),
}
_SUMMARISE = N_(
    "Give back what you heard and check it, for example: “If I understand you well, {point}. "
    "Is that right?”"
)
_ASK = N_("Ask about {function}. That question did not come up, and something lay behind it.")
_LISTEN = N_("Ask on when the other gives a short answer: what is behind it comes out later.")
_TYPE = N_("Hold this conversation once more, and type every line yourself.")
_REAL = N_("Take one question from this talk along into a real conversation this week. Which one?")


def try_next(conversation: Conversation, talk: Talk) -> str:
    """Return one sentence: what the author wrote at the ending, or what would have helped most."""
    written = conversation.ending(talk.state.ended).try_next
    all_typed = all(turn.typed or turn.act == "close" for turn in talk.turns)
    well = _REAL if all_typed else _TYPE
    return written or _mended(talk) or _missed(conversation, talk) or _(well)


def _mended(talk: Talk) -> str:
    """Return what to do instead of what was done most of all that closes a conversation."""
    done = Counter(turn.act for turn in talk.turns if turn.act in _INSTEAD)
    if not done:
        return ""
    act, count = done.most_common(1)[0]
    return _(_INSTEAD[act]) if count > 1 else ""


def _missed(conversation: Conversation, talk: Talk) -> str:
    known, confirmed = set(talk.state.known), set(talk.state.confirmed)
    unchecked = [one for one in _main(conversation) if one.id in known - confirmed]
    if unchecked:
        return _(_SUMMARISE).format(point=unchecked[0].point.rstrip("."))
    unheard = [one for one in _main(conversation) if one.id not in known]
    if not unheard:
        return ""
    asked = {turn.function for turn in talk.turns}
    asked |= {conversation.thing(name).about for name in known}
    for one in unheard:
        if one.about not in asked:
            return _(_ASK).format(function=_(FUNCTIONS[one.about]))
    return _(_LISTEN)


def _main(conversation: Conversation) -> list[Thing]:
    return [one for one in conversation.things if one.main]
