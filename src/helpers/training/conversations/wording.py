"""What a participant reads about a line: as what it was read, and why it was not."""

from helpers.analysis.questions.reading import LONGEST
from helpers.texts.language import N_, _
from helpers.texts.numbers import number
from helpers.training.conversations.conversation import Conversation

FUNCTIONS = {
    "situation": N_("the situation"),
    "problem": N_("the problem"),
    "cause": N_("the cause"),
    "tried_solutions": N_("what was already tried"),
    "implication": N_("what it leads to"),
    "desired_result": N_("what the other wants to reach"),
}
_FORMS = {
    "open": N_("an open question"),
    "softened_closed": N_("a closed question that is put softly and works as an open one"),
    "closed": N_("a closed question"),
}
_ACTS = {
    "leading": N_("a leading question: the answer is in it"),
    "multiple": N_("several questions at once"),
    "summarise": N_("a summary with a check"),
    "reframe": N_("another way to look at it"),
    "advice": N_("an advice or a promise"),
    "argue": N_("a contradiction or an own view"),
    "tell": N_("a remark that asks nothing"),
    "close": N_("the end of the conversation"),
}
_READ = N_("The course reads this as {what}.")
_ABOUT = N_("{question} about {function}")
_UNREAD = {
    "no_words": N_("There is nothing to read yet. Type what you would say, or choose a line."),
    "greeting": N_("A greeting is fine, but it asks nothing yet. Add what you want to say."),
    "not_dutch": N_("The course reads Dutch only. Say it in Dutch, or choose a line."),
    "too_long": N_("This is too long to say at once: at most {n} characters. Make it shorter."),
    "nothing_said": N_(
        "This looks like a summary, but the course finds nothing in it of what the other said. "
        "Use words of the other."
    ),
}
_NOT_SURE = N_(
    "The course is not sure what you mean. Say it in another way, or choose a line. "
    "This does not cost you a turn."
)


def read_as(conversation: Conversation, act: str, form: str | None, function: str | None) -> str:
    """Return as what the course read a typed line, in a sentence."""
    titles = {one.id: one.title for one in conversation.acts}
    if act in titles:
        return _(_READ).format(what=f'"{titles[act]}"')
    question = _(_FORMS.get(form or "", _FORMS["open"]))
    if act in _ACTS:
        return _(_READ).format(what=_(_ACTS[act]))
    if function in FUNCTIONS:
        question = _(_ABOUT).format(question=question, function=_(FUNCTIONS[function]))
    return _(_READ).format(what=question)


def not_read(why: str) -> str:
    """Return why a typed line was not taken as a turn, in a sentence that says what to do."""
    return _(_UNREAD.get(why, _NOT_SURE)).format(n=number(LONGEST))
