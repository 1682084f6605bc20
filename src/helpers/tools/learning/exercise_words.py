"""The words of an exercise on the page: its question, its buttons and what follows from a step."""

from collections.abc import Iterable
from typing import Any

from helpers.texts.language import N_, _, language, ngettext
from helpers.tools.forms.typed import field_texts
from helpers.tools.still import paragraphs
from helpers.training.kinds.choose import Choose
from helpers.training.kinds.elsewhere import Elsewhere
from helpers.training.kinds.estimate import Axis, Estimate
from helpers.training.kinds.exercise import Attempt, Kind, Line
from helpers.training.kinds.placing import Placing
from helpers.training.kinds.write import Write

_UNTOUCHED = N_("You have not done anything in this round yet.")


def lines_of(lines: Iterable[Line]) -> list[dict[str, str]]:
    """Return lines as the page takes them."""
    return [line._asdict() for line in lines]


def meta_of(exercise: Kind) -> str:
    """Return what stands above the title: core or at home, and the minutes."""
    where = _("core") if exercise.core else _("at home")
    minutes = ngettext("about {n} minute", "about {n} minutes", exercise.minutes)
    return " · ".join([_("Exercise"), where, minutes.format(n=exercise.minutes)])


def about_of(exercise: Kind) -> dict[str, Any]:
    """Return what does not change: the question and the words around it."""
    return {
        "lang": language(),
        "meta": meta_of(exercise),
        "title": exercise.title,
        "situation": paragraphs(exercise.situation),
        "question": exercise.question,
        "several": getattr(exercise, "several", False),
        "axes": [_axis(one) for one in exercise.axes] if isinstance(exercise, Estimate) else [],
        "how": _how(exercise),
        "points": _("Which of these do you find in your own text?"),
        "texts": field_texts()
        | {
            "up": _("Move “{text}” up; it is at place {n} of {total}"),
            "down": _("Move “{text}” down; it is at place {n} of {total}"),
            "first": _("“{text}” stands first: it cannot go up"),
            "last": _("“{text}” stands last: it cannot go down"),
            "moved": _("“{text}” is now at place {n} of {total}"),
            "choose": _("Choose ..."),
            "on_scale": _("{value}, on a scale from {least} ({low}) to {most} ({high})"),
            "nowhere": _("The dot does not stand anywhere yet."),
        },
    }


def _axis(axis: Axis) -> dict[str, Any]:
    return {
        **axis.model_dump(include={"id", "text", "unit", "least", "most", "low", "high"}),
        "step": 1 if axis.most - axis.least >= 5 else 0.5,
    }


def _how(exercise: Kind) -> str:
    if isinstance(exercise, Write):
        return _("At least {n} words.").format(n=exercise.least_words)
    if isinstance(exercise, Estimate) and exercise.on_a_map:
        return _("Put the dot in its place: on the map, or with the two sliders.")
    return {
        "order": _("Move a line with its arrows, by mouse or with Tab and Enter."),
        "sort": _("Choose a group for each line."),
        "match": _("Choose for each line what belongs to it."),
        "talk": _("Hold the conversation in this lesson first. Then look here what came of it."),
        "do": _("Do this in the tool in this lesson. Then look here what came of it."),
    }.get(exercise.kind, "")


def again_of(exercise: Kind) -> str:
    """Return what is said when somebody begins a new round."""
    if isinstance(exercise, Elsewhere):
        return _("A new round. What you did there still stands: change it, and look again.")
    if exercise.kind == "order":
        return _("A new round. Go on at the question.")
    return _("Your answer is empty again. Begin at the question.")


def choices_of(exercise: Kind, attempt: Attempt) -> list[dict[str, str]]:
    """Return what each line can be given."""
    if not isinstance(exercise, Placing):
        return []
    return [one._asdict() for one in exercise.offered(attempt)]


def parts_of(exercise: Kind, attempt: Attempt) -> list[dict[str, str]]:
    """Return the parts in the order of this round, with what stands behind them."""
    tried = {key for answer in attempt.checked for key in answer}
    return [
        {"id": part.id, "text": part.text, **_tag(exercise, part.id, part.id in tried)}
        for part in exercise.shown(attempt)
    ]


def _tag(exercise: Kind, key: str, tried: bool) -> dict[str, str]:
    """Return what stands behind an option that was looked at, or a result that was reached."""
    if tried and isinstance(exercise, Elsewhere):
        return {"note": _("was reached"), "mark": "right"}
    if not tried or not isinstance(exercise, Choose):
        return {}
    right = key in exercise.right_ids
    return {"note": _("fits here"), "mark": "right"} if right else {"note": _("looked at")}


def buttons_of(exercise: Kind, attempt: Attempt) -> list[dict[str, Any]]:
    """Return the buttons in their order; one that has nothing to do now says ``why``."""
    writing = isinstance(exercise, Write)
    check = _button("check", _check(exercise))
    example = _button(
        "example",
        _("Lay it beside an example") if writing else _("See how we look at it"),
        why=_("It stands there already.") if attempt.example else "",
    )
    last = len(exercise.hints)
    hint = _("Hint {n} of {total}").format(n=min(attempt.hints + 1, last), total=last)
    more = _button("hint", hint if attempt.hints < last else _("No more hints"))
    first, second = (example, check) if writing else (check, example)
    return [
        {**first, "main": True},
        {**more, "why": _("You see all hints already.") if attempt.hints == last else ""},
        {**second, "main": writing},
        _button("again", _("Try again"), why=_(_UNTOUCHED) if exercise.untouched(attempt) else ""),
    ]


def _check(exercise: Kind) -> str:
    if isinstance(exercise, Write):
        return _("See what my text does")
    return _("See what came of it") if isinstance(exercise, Elsewhere) else _("See what this does")


def _button(step: str, label: str, why: str = "") -> dict[str, Any]:
    return {"do": step, "label": label, "why": why, "main": False}


def hints_of(exercise: Kind, attempt: Attempt) -> dict[str, Any]:
    """Return the hints that were asked for."""
    return {"title": _("Hints"), "lines": list(exercise.hints[: attempt.hints])}


def example_of(exercise: Kind, attempt: Attempt) -> dict[str, Any]:
    """Return how we look at it, once that was opened."""
    if not attempt.example:
        return {}
    writing = isinstance(exercise, Write)
    title = _("An example") if writing else _("How we look at it")
    place = _("Beside it stands now: {title}") if writing else _("Below it stands now: {title}")
    said = place.format(title=title)
    lines = [Line(text) for text in paragraphs(exercise.example_answer)]
    reasons = [] if writing else _not_told(exercise, attempt)
    return {"title": title, "lines": lines_of([*lines, *reasons]), "said": said}


def _not_told(exercise: Kind, attempt: Attempt) -> list[Line]:
    """Return what the reasons add to what stands above already, with the answer."""
    told = exercise.feedback(attempt)
    heads, texts = {line.head for line in told}, {line.text for line in told}
    return [
        line._replace(text="") if line.text in texts else line
        for line in exercise.reasons()
        if line.head not in heads or line.text not in texts
    ]


def closing_of(exercise: Kind, attempt: Attempt) -> dict[str, Any]:
    """Return the question to talk about, once it is done."""
    if not attempt.done:
        return {}
    return {"title": _("To talk about"), "lines": lines_of([Line(exercise.debrief)])}
