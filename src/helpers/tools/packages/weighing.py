"""What every option on the table is worth to each party, worked out once for many choices."""

from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from helpers.analysis.packages.deals import own_maximum
from helpers.analysis.packages.pie import issue_by_issue
from helpers.analysis.packages.room_left import anyone_can_gain
from helpers.analysis.packages.tally import Rule
from helpers.analysis.packages.unknown_values import value_spread
from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import no_deal_values, package_count
from helpers.analysis.votes.majority import accepts
from helpers.dossier.model import Dossier
from helpers.training.on_the_table import issues_on_table

YES, NO, UNSURE = "yes", "no", "unsure"

_TABLES = ("stakeholders", "interests", "options", "effects", "values")


class Party(NamedTuple):
    """How a party stands in a package; all numbers in its own value points.

    ``low`` and ``high`` are its value when what is not known turns out badly or well, ``worst`` and
    ``best`` the ends over all packages, ``least`` its value of no deal (``told`` says whether the
    dossier gives one), ``more`` what it gains over settling each issue by itself.
    """

    id: str
    name: str
    value: float
    low: float
    high: float
    least: float
    told: bool
    more: float
    worst: float
    best: float

    @property
    def says(self) -> str:
        """Whether it would say yes, no, or that depends on what is not known."""
        if bool(accepts(self.low, self.least)):
            return YES
        return UNSURE if bool(accepts(self.high, self.least)) else NO

    @property
    def short(self) -> float:
        """How many points it has less than without a deal; 0 when it has enough."""
        return 0.0 if bool(accepts(self.value, self.least)) else self.least - self.value


class Weighing(NamedTuple):
    """The options on the table and what each is worth to whom; issues off it keep what is now.

    ``options`` is the table of those options, ``by_itself`` what each party gets when each issue is
    settled by itself; ``values``, ``lower`` and ``upper`` (what is not
    known, down and up) have shape (parties, options); ``base`` is what the issues that are not on
    the table bring each party, ``no_deal`` its value of no deal.
    """

    people: pd.DataFrame
    options: pd.DataFrame
    values: Any
    lower: Any
    upper: Any
    base: Any
    by_itself: Any
    no_deal: Any
    told: Any
    rule: Rule
    seats: bool

    @property
    def issues(self) -> list[str]:
        """The issue of each option."""
        issues: list[str] = self.options["issue"].tolist()
        return issues

    @property
    def size(self) -> int:
        """How many packages there are."""
        return package_count(self.options)

    def places(self, package: tuple[str, ...]) -> Any:
        """Return a package as rows of ``options``, one an issue, in the order of the issues."""
        chosen = set(package)
        rows = zip(self.options["id"].tolist(), self.issues, strict=True)
        place = {issue: at for at, (key, issue) in enumerate(rows) if key in chosen}
        return pd.Series([place[one] for one in dict.fromkeys(self.issues)], dtype=int).to_numpy()

    def parties(self, package: tuple[str, ...]) -> list[Party]:
        """Return how each party stands in a package."""
        at = self.places(package)
        value = self.values[:, at].sum(axis=1)
        table = zip(
            self.people["id"],
            self.people["name"],
            self.base + value,
            self.base + value + self.lower[:, at].sum(axis=1),
            self.base + value + self.upper[:, at].sum(axis=1),
            self.no_deal,
            self.told,
            value - self.by_itself,
            self.base - own_maximum(-self.values, self.issues),
            self.base + own_maximum(self.values, self.issues),
            strict=True,
        )
        return [Party(who, name, *map(_plain, rest)) for who, name, *rest in table]

    def decided(self, package: tuple[str, ...]) -> bool:
        """Tell whether a package can be decided under the rule, with what is known."""
        value = self.base + self.values[:, self.places(package)].sum(axis=1)
        return bool(self.rule.met(accepts(value, self.no_deal)[None])[0])

    def anyone_can_gain(self, package: tuple[str, ...]) -> bool | None:
        """Tell whether somebody can gain and nobody lose; ``None``: not known in time."""
        try:
            return anyone_can_gain(self.values, self.issues, self.places(package))
        except TimeoutError:
            return None


def weighing(
    dossier: Dossier, laid: tuple[str, ...], without: frozenset[str] = frozenset()
) -> Weighing:
    """Return what the options on the table are worth; ``without`` names options to leave out."""
    people, options, thresholds, worth, lower, upper = _worths(dossier)
    counts = issues_on_table(dossier, laid)
    on = (options["issue"].isin(counts) & ~options["id"].isin(without)).to_numpy()
    off = (~options["issue"].isin(counts) & options["status_quo"]).to_numpy()
    veto = people["id"].isin(thresholds.loc[thresholds["veto"], "stakeholder"]).to_numpy()
    seats = people["seats"].fillna(0).to_numpy(dtype="int64")
    votes = bool(seats.any())
    rule = Rule(veto, dossier.at_least, seats if votes and dossier.at_least is None else None)
    table, values_on = options[on].reset_index(drop=True), worth[:, on]
    return Weighing(
        people,
        table,
        values_on,
        lower[:, on],
        upper[:, on],
        worth[:, off].sum(axis=1),
        values_on[:, issue_by_issue(table, values_on)].sum(axis=1),
        no_deal_values(people, thresholds),
        people["id"].isin(thresholds["stakeholder"]).to_numpy(),
        rule,
        votes,
    )


class _Worths(NamedTuple):
    """What all options of a dossier are worth to each party, with the tables that tell whose."""

    people: pd.DataFrame
    options: pd.DataFrame
    thresholds: pd.DataFrame
    values: Any
    lower: Any
    upper: Any


@lru_cache(maxsize=2)
def _worths(dossier: Dossier) -> _Worths:
    """Return what all options are worth: once for the table, all issues and those of the course."""
    people, interests, options, effects, values = (dossier.table(name) for name in _TABLES)
    worth = option_values(people, interests, options, effects, values)
    spread = value_spread(people, interests, options, effects, values)
    return _Worths(people, options, dossier.table("thresholds"), worth, *spread)


def _plain(value: Any) -> Any:
    """Return a number of the analysis as Python has it."""
    return value.item() if hasattr(value, "item") else value
