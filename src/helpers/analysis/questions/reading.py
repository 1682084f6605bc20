"""What someone would say in a conversation, read by rules."""

from collections.abc import Sequence
from typing import NamedTuple

from helpers.analysis.questions.dutch import unreadable
from helpers.analysis.questions.form import Form, form_of
from helpers.analysis.questions.function import Function, function_of
from helpers.analysis.questions.patterns import Span
from helpers.analysis.questions.suggestion import Said, Suggestion, suggestion_for
from helpers.analysis.questions.words import Sentence, sentences_of

LONGEST = 2_000
# Of these the answer that the speaker wants is all there is to it.
ASKS_NOTHING = {"advice_as_question", "rhetorical"}


class Reading(NamedTuple):
    """What a line is, and why; ``form`` and ``function`` are None when the rules are not sure.

    ``form_spans`` and ``function_spans`` are ``(start, end)`` in the line as it was typed: the
    words on which each rests. ``form_why`` and ``function_why`` are keys of the reasons, ``rules``
    the ids of the rules that spoke.
    """

    form: str | None
    function: str | None
    form_why: str
    function_why: str
    form_spans: tuple[Span, ...] = ()
    function_spans: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()
    suggestion: Suggestion | None = None


def read_utterance(text: str) -> Reading:
    """Return the form and the function of what someone would say, in Dutch.

    Forms: ``open``, ``closed``, ``softened_closed`` (works as open), ``leading``, ``multiple``,
    ``summary_check``, ``reframe``, ``statement``. Functions: ``situation``, ``problem``, ``cause``,
    ``tried_solutions``, ``implication``, ``desired_result``; only what asks has one, and a multiple
    question that of its first. What is longer than ``LONGEST`` characters is not read. Source: the
    functions of Rackham (1988, SPIN Selling), with cause and tried solutions; docs/decisions/
    0013-reading-questions.md says how well it does.

    >>> read_utterance("Waar loopt u tegenaan?")[:2]
    ('open', 'problem')
    >>> read_utterance("Komt dat niet gewoon door de planning?").form
    'leading'
    >>> read_utterance("How are you?")[:3]
    (None, None, 'not_dutch')
    """
    if len(text) > LONGEST:
        return Reading(None, None, "too_long", "too_long")
    sentences = sentences_of(text)
    problem = unreadable(sentences)
    if problem:
        return Reading(None, None, problem, problem)
    form = form_of(sentences)
    function = _function(form, sentences)
    rules = (*form.rules, *function.rules)
    return Reading(
        form.form,
        function.function,
        form.why,
        function.why,
        form.spans,
        function.spans,
        rules,
        _suggestion(text, form, function, rules, sentences),
    )


def _function(form: Form, sentences: list[Sentence]) -> Function:
    if not (form.asked or form.softened) or form.why in ASKS_NOTHING:
        return Function(None, "asks_nothing")
    before = sentences[: form.at]
    function = function_of(form.asked, before)
    if function.function is None and form.softened:
        return function_of(form.softened, before)
    return function


def _suggestion(
    text: str, form: Form, function: Function, rules: Sequence[str], sentences: list[Sentence]
) -> Suggestion | None:
    words = {word for one in sentences for word in one.plain}
    to_je = not words & {"u", "uw"} and bool(words & {"je", "jij", "jou", "jouw", "jullie"})
    question = None
    if form.form == "multiple":
        question = (form.asked[0].start, form.asked[-1].end)
    elif form.asked:
        question = (sentences[form.at].words[0].start, len(text))
    whys = frozenset({form.why, function.why})
    said = Said(form.form, function.function, whys, frozenset(rules), sentences[-1].asks)
    return suggestion_for(said, text, question, to_je)
