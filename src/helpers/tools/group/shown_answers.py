"""What the answers of a group show: a picture, the same as a table, and how far they agree."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from helpers.analysis.agreement import Agreement, agreement_on_choice, spread_of
from helpers.pictures.group_answers import (
    Bar,
    Scale,
    bars_height,
    describe_bars,
    describe_line,
    describe_places,
    draw_bars,
    draw_line,
    draw_places,
)
from helpers.pictures.image import svg_text
from helpers.pictures.style import new_figure
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import listed, number
from helpers.tools.group.agreement_words import said_of_number
from helpers.training.group.bare import Answer, places_of
from helpers.training.group.gathering import FEWEST
from helpers.training.kinds.estimate import Estimate
from helpers.training.kinds.exercise import Kind
from helpers.training.kinds.placing import Placing

_WIDE = 7.0
_ON_CHOICE = {
    Agreement.ALL: N_("Everybody chose: {what}."),
    Agreement.MOST: N_("Most chose: {what} ({n} of {all})."),
    Agreement.HALF: N_("At least half chose: {what} ({n} of {all})."),
    Agreement.DIVIDED: N_("The answers are divided. Chosen most often: {what} ({n} of {all})."),
}


class Seen(NamedTuple):
    """A picture with its text, the same as a table, and sentences; empty where there is none."""

    lines: tuple[str, ...]
    svg: str = ""
    alt: str = ""
    table: dict[str, Any] | None = None


def seen(exercise: Kind, answers: Sequence[Answer]) -> Seen:
    """Return what answers show; of fewer than three only how many there are."""
    if len(answers) < FEWEST:
        return Seen((_few(len(answers)),))
    if isinstance(exercise, Estimate):
        return _of_numbers(exercise, answers)
    if exercise.kind == "write":
        said = ngettext(
            "{n} wording, in a mixed order.", "{n} wordings, in a mixed order.", len(answers)
        )
        return Seen((said.format(n=len(answers)),))
    return _of_choices(exercise, answers)


def answer_lines(exercise: Kind, answer: Answer) -> list[str]:
    """Return one answer in words, as its sender sees what will be sent."""
    if isinstance(exercise, Estimate):
        names = {axis.id: (axis.text, axis.unit) for axis in exercise.axes}
        [typed] = places_of([answer])
        pairs = ((*names[key], value) for key, value in typed.items())
        return [f"{text}: {number(value, 2)} {unit}".strip() for text, unit, value in pairs]
    if isinstance(exercise, Placing):
        words = {one.id: one.text for one in exercise.choices}
        pairs_ = (one.split("/") for one in answer)
        return [f"{exercise.part(line).text}: {words[choice]}" for line, choice in pairs_]
    return list(answer) if exercise.kind == "write" else [exercise.part(k).text for k in answer]


def _few(count: int) -> str:
    if not count:
        return _("No answers have come in yet.")
    said = ngettext("{n} answer came in.", "{n} answers came in.", count).format(n=count)
    return said + " " + _("From three on there is a picture: of fewer one might see whose it is.")


def _of_choices(exercise: Kind, answers: Sequence[Answer]) -> Seen:
    bars, counts = _bars(exercise, Counter(key for one in answers for key in one)), len(answers)
    figure = new_figure(_WIDE, bars_height(bars))
    draw_bars(figure.add_axes((0, 0, 1, 1)), bars, counts)
    line = isinstance(exercise, Placing)
    lines = _on_lines(bars, counts) if line else (_on_choice(bars, counts),)
    table = _table([_("answer"), _("how many")], [[_name(one), str(one.taken)] for one in bars])
    return Seen(lines, svg_text(figure), describe_bars(bars, counts), table)


def _bars(exercise: Kind, counts: Counter[str]) -> list[Bar]:
    if not isinstance(exercise, Placing):
        return [Bar(part.text, counts[part.id]) for part in exercise.parts]
    return [
        Bar(one.text, counts[f"{part.id}/{one.id}"], part.text)
        for part in exercise.parts
        for one in exercise.choices
    ]


def _name(bar: Bar) -> str:
    return f"{bar.head}: {bar.label}" if bar.head else bar.label


def _quoted(text: str) -> str:
    inside = text.strip('"')
    return f'"{inside}"'


def _on_choice(bars: Sequence[Bar], answers: int) -> str:
    counts = [one.taken for one in bars]
    what = listed(_quoted(one.label) for one in bars if one.taken == max(counts))
    said = _(_ON_CHOICE[agreement_on_choice(counts, answers)])
    return said.format(what=what, n=max(counts), all=answers)


def _on_lines(bars: Sequence[Bar], answers: int) -> tuple[str, ...]:
    """Return on how many lines people agree, and on which they agree least."""
    lines: dict[str, list[int]] = {}
    for one in bars:
        lines.setdefault(one.head, []).append(one.taken)
    agreed = {Agreement.ALL, Agreement.MOST}
    count = sum(agreement_on_choice(counts, answers) in agreed for counts in lines.values())
    text = _("On {n} of the {all} lines at least three of four chose the same.")
    lead = text.format(n=count, all=len(lines))
    least = min(max(counts) for counts in lines.values())
    if least == answers:
        return (lead,)
    divided = listed(_quoted(head) for head, counts in lines.items() if max(counts) == least)
    return lead, _("The answers differ most on: {what}.").format(what=divided)


def _of_numbers(exercise: Estimate, answers: Sequence[Answer]) -> Seen:
    places = places_of(answers)
    scales = [
        Scale(a.text, a.least, a.most, a.low or a.unit, a.high or a.unit) for a in exercise.axes
    ]
    columns = [[one[axis.id] for one in places] for axis in exercise.axes]
    spreads = [spread_of(values) for values in columns]
    pairs = zip(spreads, scales, strict=True)
    lines = tuple(line for spread, scale in pairs for line in said_of_number(spread, scale))
    if exercise.on_a_map:
        spots = list(zip(*columns, strict=True))
        figure = new_figure(_WIDE, 5.2)
        draw_places(figure.add_axes((0.16, 0.13, 0.7, 0.77)), spots, scales)
        alt = describe_places(spots, scales)
    else:
        figure = new_figure(_WIDE, 2.6)
        draw_line(figure.add_axes((0.05, 0.02, 0.9, 0.96)), columns[0], spreads[0][:3], scales[0])
        alt = describe_line(columns[0], scales[0])
    return Seen(lines, svg_text(figure), alt, _number_table(scales, columns))


def _number_table(scales: Sequence[Scale], columns: Sequence[Sequence[float]]) -> dict[str, Any]:
    counted = sorted(Counter(zip(*columns, strict=True)).items())
    rows = [[*(number(value, 2) for value in spot), str(count)] for spot, count in counted]
    return _table([*(scale.text for scale in scales), _("how many")], rows)


def _table(columns: list[str], rows: list[list[str]]) -> dict[str, Any]:
    return {"title": _("The same as a table"), "columns": columns, "rows": rows}
