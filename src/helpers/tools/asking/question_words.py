"""What the question coach says about a reading, for each of its keys."""

from helpers.texts.language import N_, _
from helpers.texts.numbers import number

FORMS = {
    "open": N_("open question"),
    "closed": N_("closed question"),
    "softened_closed": N_("closed question that invites to tell"),
    "leading": N_("leading question"),
    "multiple": N_("more than one question at once"),
    "summary_check": N_("summary"),
    "reframe": N_("another view of the question"),
    "statement": N_("something you tell"),
}
# A form that has another name for one of its reasons.
FORMS_BY_WHY = {
    "checks": N_("question whether you understood it"),
    "advice_as_question": N_("advice with a question mark"),
    "rhetorical": N_("question that wants no answer"),
    "advises": N_("advice, told"),
    "promises": N_("promise"),
    "tells_own_view": N_("own opinion"),
    "permission": N_("asking leave"),
}
FUNCTIONS = {
    "situation": N_("how it is now"),
    "problem": N_("what goes wrong or hurts"),
    "cause": N_("where it comes from"),
    "tried_solutions": N_("what was already tried"),
    "implication": N_("what follows if it stays so"),
    "desired_result": N_("what the other wants to reach"),
}
FORM_WHYS = {
    "opens": N_(
        "The other chooses what the answer is about, so you also hear what you did not know yet."
    ),
    "yes_or_no": N_(
        "Yes, no or one word is enough as an answer: good to check a fact, but you do not hear the "
        "story behind it."
    ),
    "invites": N_(
        "Yes or no would be an answer, but almost everybody starts to tell: it works as an open "
        "question."
    ),
    "steers": N_(
        "The answer is already in your question, so you hear whether the other goes along with it "
        "and not what the other thinks."
    ),
    "advice_as_question": N_(
        "It is your own solution, while the other has not told everything yet; often a defence "
        "follows and no answer."
    ),
    "rhetorical": N_(
        "You do not want an answer to this, and the other notices: it sounds like a reproach."
    ),
    "two_at_once": N_("The other picks the easiest of your questions, and the rest is left lying."),
    "checks": N_("The other can say what is not right yet, before you build on it."),
    "gives_back": N_(
        "You say in your own words what you heard: the other notices that you listen and can add "
        "to it."
    ),
    "permission": N_("You ask whether you may go on; the question itself still has to come."),
    "reframes": N_(
        "You put another view beside what you heard; that only works when the other feels heard "
        "and your summary was confirmed."
    ),
    "tells": N_("You tell something and ask nothing; that lands best when the other was heard."),
    "tells_own_view": N_(
        "You say what you think; that is open, but you do not hear from it how the other sees it."
    ),
    "advises": N_(
        "You say what the other should do; before you have the whole picture, advice easily "
        "misses the point."
    ),
    "promises": N_(
        "The other will hold you to this, so only promise what you may decide yourself."
    ),
    "not_sure": N_("I see too few words that show what kind of sentence this is."),
    "told_as_question": N_(
        "It is a sentence that tells, with a question mark behind it; only your voice shows "
        "whether you ask, check or steer."
    ),
}
FUNCTION_WHYS = {
    "situation": N_(
        "You need facts to understand the rest, but what you can look up yourself you need not ask."
    ),
    "problem": N_("As long as you do not know what hurts, you do not know what has to be solved."),
    "cause": N_("A solution that passes the cause by does not help for long."),
    "tried_solutions": N_(
        "So you do not offer what already failed, and you acknowledge what was done."
    ),
    "implication": N_("From this you hear how heavily it weighs, and for whom."),
    "desired_result": N_("By this you can later hold every proposal up to the light together."),
    "procedure": N_("This is about the conversation itself, and not about the matter."),
    "asks_nothing": N_("You do not ask about the matter itself here."),
    "not_sure": N_("What you ask about I do not know for sure."),
}
UNREAD = {
    "no_words": N_("There are no words to read here. Type what you would say."),
    "greeting": N_("This only greets or goes along. Type also what you would say after it."),
    "not_dutch": N_("I cannot read this as Dutch. Type it in Dutch, as you would say it."),
    "too_long": N_(
        "This is longer than {n} characters. Type only what you would say in one go, before the "
        "other speaks."
    ),
}
ADVICE = {
    "one_at_a_time": N_("Ask one question first, and keep the other for later:"),
    "ask_before_advice": N_("Ask first what was already tried; your idea can still come:"),
    "ask_what_plays": N_("Ask what you really want to know:"),
    "open_leading": N_("Leave the answer to the other:"),
    "what_makes_that": N_("“Why” can sound like a reproach. This asks the same:"),
    "add_a_check": N_("Ask whether it is right, so that the other can mend it:"),
    "ask_whether_it_fits": N_("Ask how the other sees this, for you may be wrong:"),
    "ask_first": N_("Ask first what the other needs:"),
    "ask_their_view": N_("Ask after it how the other sees it:"),
}
_LEAVE_IT_OPEN = N_("Leave the answer to the other:")
_HEAR_MORE = N_("If you want to hear more than yes or no:")


def form_name(form: str, why: str) -> str:
    """Return what a form is called."""
    return _(FORMS_BY_WHY.get(why, FORMS[form]))


def unread(why: str, longest: int) -> str:
    """Return why a line was not read, or an empty text when it was."""
    return _(UNREAD[why]).format(n=number(longest)) if why in UNREAD else ""


def advice(suggestion: str, form: str | None) -> str:
    """Return the sentence before a better wording."""
    general = _LEAVE_IT_OPEN if form == "leading" else _HEAR_MORE
    return _(ADVICE.get(suggestion, general))
