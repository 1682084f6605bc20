"""What an author is told about the exercises of a lesson, beyond their form.

``python -m helpers.training.content_check`` looks at every file and says what is wrong with it.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from helpers.dossier.problems import nearest
from helpers.texts.language import N_, _
from helpers.training.content import CONTENT, Case, ContentProblem, read_content
from helpers.training.kinds.choose import Choose
from helpers.training.kinds.estimate import Axis
from helpers.training.kinds.exercise import Kind, Part
from helpers.training.kinds.placing import Placed
from helpers.training.outcomes import outcome_problems
from helpers.training.principles import PRINCIPLES

_SHORTEST_REASON = 8
_SHORTEST_STORY = 60
_CASE = (3, 5)
_LONGEST_CASE = 20
_SCHOOLMASTER = re.compile(
    r"^(dit is |dat is )?(fout|goed|onjuist|juist|helaas|wrong|correct|right)\b[.,:!]", re.I
)
_STARS = re.compile(r"\*{1,2}\w[^*\n]*\*{1,2}")
_WHY_SHORT = N_(
    "This reason is too short. Say in at least {n} words what this would do in reality."
)
_WHY_VERDICT = N_("A reason begins with what happens, not with “{came}”.")
_SAME_PLACE = N_(
    "The right option is number {n} in {count} of the {total} exercises. "
    "Put it in another place now and then."
)
_LONGEST = N_(
    "In {count} of the {total} exercises the right option is the longest. Readers see that. "
    "Make other options as precise."
)


def file_problems(path: Path) -> list[ContentProblem]:
    """Return everything an author has to mend in one file, in the order of the file."""
    content = read_content(path)
    exercises = [*content.exercises.values(), *(content.case.exercises if content.case else ())]
    problems = [*content.problems]
    for exercise in exercises:
        problems += [
            ContentProblem(path.name, exercise.id, field, what)
            for field, what in exercise_problems(exercise, path.stem)
        ]
    whole = [*_twice(exercises), *_giveaways(exercises)]
    if content.case:
        whole += [("", field, what) for field, what in _case_problems(content.case)]
    return problems + [ContentProblem(path.name, *one) for one in whole]


def exercise_problems(exercise: Kind, lesson: str) -> Iterator[tuple[str, str]]:
    """Give what is wrong with one exercise of a lesson: the field and a sentence."""
    if not exercise.id.startswith(f"{lesson}-"):
        text = _("The id must begin with {lesson}-, the number of the lesson and of the file.")
        yield "id", text.format(lesson=lesson)
    yield from _part_problems(exercise)
    yield from _hint_problems(exercise)
    yield from _principle_problems(exercise)
    if not exercise.debrief.rstrip().endswith("?"):
        yield "debrief", _("The debrief must be a question, with a question mark at its end.")
    starred = _STARS.search(exercise.model_dump_json())
    if starred:
        text = _("{came} shows its stars to a reader. Use quotation marks, or nothing.")
        yield "", text.format(came=starred[0])
    yield from exercise.problems()
    yield from outcome_problems(exercise)


def _part_problems(exercise: Kind) -> Iterator[tuple[str, str]]:
    field = exercise.parts_field
    for part in exercise.parts:
        for name, reason in _reasons(part):
            place = f"{field}.{part.id}.{name}"
            if len(reason.split()) < _SHORTEST_REASON:
                yield place, _(_WHY_SHORT).format(n=_SHORTEST_REASON)
            verdict = _SCHOOLMASTER.match(reason)
            if verdict:
                yield place, _(_WHY_VERDICT).format(came=verdict[0])
    for kind, values in (
        ("id", [part.id for part in exercise.parts]),
        ("text", [part.text for part in exercise.parts]),
    ):
        for value in _repeated(values):
            text = _("{came} stands here more than once.")
            yield f"{field}.{kind}", text.format(came=value)


def _reasons(part: Part) -> Iterator[tuple[str, str]]:
    """Give what a part says of each answer to it."""
    yield "why", part.why
    if isinstance(part, Placed):
        yield "otherwise", part.otherwise
    if isinstance(part, Axis):
        yield "below", part.below
        yield "above", part.above


def _hint_problems(exercise: Kind) -> Iterator[tuple[str, str]]:
    for hint in _repeated(exercise.hints):
        yield "hints", _("{came} stands here more than once.").format(came=hint)
    answers = [exercise.example_answer]
    if isinstance(exercise, Choose):
        answers += [option.text for option in exercise.options if option.right]
    for at, hint in enumerate(exercise.hints, start=1):
        if any(answer.strip(". ").lower() in hint.lower() for answer in answers):
            text = _("This hint gives the answer away. Point in its direction instead.")
            yield f"hints.{at}", text


def _principle_problems(exercise: Kind) -> Iterator[tuple[str, str]]:
    if not exercise.principles:
        yield "principles", _("Name at least one principle, such as A7.")
    for number in exercise.principles:
        if number not in PRINCIPLES:
            text = _("There is no principle {came}. They are numbered from A1 to G8. {offer}")
            said = text.format(came=number, offer=nearest(number, list(PRINCIPLES)))
            yield "principles", said.strip()


def _case_problems(case: Case) -> Iterator[tuple[str, str]]:
    """Give what keeps a case from closing a lesson in one piece of self-study."""
    if sum(len(text.split()) for text in case.story) < _SHORTEST_STORY:
        text = _("This story is too short. Tell in at least {n} words what is going on.")
        yield "case.story", text.format(n=_SHORTEST_STORY)
    if not _CASE[0] <= len(case.exercises) <= _CASE[1]:
        text = _("A case has {least} to {most} exercises; here are {n}.")
        said = text.format(least=_CASE[0], most=_CASE[1], n=len(case.exercises))
        yield "case.exercises", said
    elif len({one.kind for one in case.exercises}) < 2:
        yield "case.exercises", _("The exercises of a case are of at least two kinds.")
    minutes = sum(one.minutes for one in case.exercises)
    if minutes > _LONGEST_CASE:
        text = _("The exercises of a case take at most {most} minutes; here {n}.")
        yield "case.exercises", text.format(most=_LONGEST_CASE, n=minutes)
    for one in case.exercises:
        if one.core:
            text = _("{name} is of the case, so it is not for the group. Leave “core” out.")
            yield "case.exercises", text.format(name=one.id)


def _twice(exercises: Iterable[Kind]) -> Iterator[tuple[str, str, str]]:
    for name in _repeated([exercise.id for exercise in exercises]):
        yield name, "id", _("{came} stands here more than once.").format(came=name)


def _giveaways(exercises: Iterable[Kind]) -> Iterator[tuple[str, str, str]]:
    """Give what lets a reader guess the right option: its place or its length."""
    single = [one for one in exercises if isinstance(one, Choose) and len(one.right_ids) == 1]
    if len(single) < 2:
        return
    places = [[option.right for option in one.options].index(True) + 1 for one in single]
    place, count = Counter(places).most_common(1)[0]
    if count > max(1, len(single) // 2):
        text = _(_SAME_PLACE).format(n=place, count=count, total=len(single))
        yield "", "options", text
    longest = sum(_right_is_longest(one) for one in single)
    if longest > max(1, len(single) // 2):
        yield "", "options", _(_LONGEST).format(count=longest, total=len(single))


def _right_is_longest(exercise: Choose) -> bool:
    longest = max(exercise.options, key=lambda option: len(option.text))
    return longest.right


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def main(folder: Path = CONTENT) -> int:
    """Print what is wrong with every exercise file; return how many things that are."""
    paths = sorted(folder.glob("*/[0-9][0-9].yaml"))
    problems = [problem for path in paths for problem in file_problems(path)]
    for problem in problems:
        print(problem)
    return len(problems)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
