"""What to ask next: what the analysis says of a dossier."""

from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from helpers.analysis.next_question.ranking import ASKED_BY, OPEN, YOU, next_questions
from helpers.analysis.next_question.unknown_states import VOTE
from helpers.analysis.stakeholders.review import CONTENT, EFFECT, WEIGHT, unknowns
from helpers.analysis.votes.vote import loading
from helpers.dossier.model import Dossier
from helpers.dossier.tables import Stakeholder

ALWAYS, CHANGES, UNKNOWN, SURE = "always", "changes", "unknown", "sure"
Heard = str | float


class Question(NamedTuple):
    """One question: about what, to whom, and what its answers would change.

    ``kind`` is one of the kinds of
    :func:`~helpers.analysis.next_question.ranking.next_questions`; ``group`` is ``always``,
    ``changes`` (an answer may change what is best to propose), ``unknown`` or ``sure``. ``then``
    has for each package that may become best the answers after which it is; ``moves`` as there,
    ``nan`` when the question is not about who decides.
    """

    kind: str
    interest: str = ""
    option: str = ""
    who: Stakeholder | None = None
    asked_by: str = YOU
    group: str = ALWAYS
    moves: float = float("nan")
    then: tuple[tuple[tuple[str, ...], tuple[Heard, ...]], ...] = ()

    @property
    def key(self) -> str:
        """What tells this question from the others, also after the list is ranked again."""
        who = self.who.id if self.who else ""
        return " ".join(part for part in (self.kind, self.interest or who, self.option) if part)


class Asking(NamedTuple):
    """The questions, the best first, and the package that is best without asking (or none)."""

    questions: tuple[Question, ...]
    best: tuple[str, ...]


@lru_cache(maxsize=4)
def asking(dossier: Dossier) -> Asking:
    """Return what to ask next; what only the interest list misses comes after what can be valued.

    Without party groups or without a proposal nothing is valued.
    """
    names = ("stakeholders", "interests", "options", "effects", "thresholds", "values")
    tables = {name: dossier.table(name) for name in names}
    missing = unknowns(tables["interests"], tables["effects"], tables["values"])
    people = {one.id: one for one in dossier.stakeholders}
    valued, best = _valued(dossier, tables, people, missing) if _decided(dossier) else ([], ())
    known = {one.key for one in valued}
    rest = [
        Question(what, key, option, people[who], ASKED_BY[people[who].kind], UNKNOWN)
        for key, who, what, option in missing.itertuples(index=False)
    ]
    found = [*valued, *(one for one in rest if one.key not in known)]
    ranked = [one for group in (CHANGES, UNKNOWN, SURE) for one in found if one.group == group]
    return Asking((Question(OPEN), *ranked), best)


def _decided(dossier: Dossier) -> bool:
    return bool(dossier.proposal) and any(one.seats for one in dossier.fracties)


def _valued(
    dossier: Dossier,
    tables: dict[str, Any],
    people: dict[str, Stakeholder],
    missing: pd.DataFrame,
) -> tuple[list[Question], tuple[str, ...]]:
    """Return the questions whose answers can be valued, the best first, and the best package."""
    found = next_questions(
        **tables,
        proposal=dossier.proposal,
        loadings=loading(dossier.shared_factor),
        softness=dossier.softness,
        firm_share=dossier.firm_share,
    )
    packages = found.actions["package"].tolist()
    open_ = set(missing[["interest", "what", "option"]].itertuples(index=False, name=None))
    asked = [
        Question(
            row["kind"],
            row["id"] if row["kind"] in (CONTENT, WEIGHT, EFFECT) else "",
            row["option"],
            people[row["stakeholder"]],
            row["asked_by"],
            _group(row, open_),
            row["moves"],
            _then(row, packages),
        )
        for row in found.questions.to_dict("records")
        if row["kind"] != OPEN
    ]
    return asked, packages[int(found.actions["best"].argmax())]


def _group(row: dict[Any, Any], missing: set[tuple[str, str, str]]) -> str:
    if row["changes"]:
        return CHANGES
    unknown = row["kind"] == VOTE or (row["id"], row["kind"], row["option"]) in missing
    return UNKNOWN if unknown else SURE


def _then(
    row: dict[Any, Any], packages: list[tuple[str, ...]]
) -> tuple[tuple[tuple[str, ...], tuple[Heard, ...]], ...]:
    heard: dict[tuple[str, ...], list[Heard]] = {}
    for answer, action in zip(row["changes"], row["then"], strict=True):
        heard.setdefault(packages[action], []).append(answer)
    return tuple((package, tuple(answers)) for package, answers in heard.items())
