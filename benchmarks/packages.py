"""Efficient packages, Nash product and sum, from the tables of values: beside NegMAS and moocore.

Run as in ``benchmarks/README.md``. Six parties; games of several shapes, also those in which all or
half of the packages are efficient, where the lead is smallest. Each answer comes from a process of
its own, at most ``LIMIT`` seconds, and who takes longer is not asked a larger game of that shape;
the time is the least of many runs of the processor, without starting and importing, from the tables
of values on. moocore has no games: it filters the list of all values. NegMAS looks for the Nash
product and the sum on its front, from which it drops ties and everything below a value of no deal.
"""

import math
import resource
import warnings
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
from processes import NoAnswerError, ask, least_time

LIMIT, RUNS = 30.0, 200
PARTIES = 6
SIZES = [(2, 3, 4), (3, 4, 3, 4), (3, 4, 3, 4, 5), (4,) * 6, (4,) * 8, (16,) * 4, (10,) * 6]
Values = np.ndarray[Any, np.dtype[np.float64]]


class Game(NamedTuple):
    """A game: the values of each issue's options, shape (options, parties), and of no deal."""

    shape: str
    issues: list[Values]
    no_deal: Values

    @property
    def count(self) -> int:
        """The number of packages."""
        return math.prod(len(one) for one in self.issues)


class Answer(NamedTuple):
    """What a package gave: the values of the packages that it names."""

    seconds: float
    memory: float
    values: Values


def games() -> Iterator[Game]:
    """Give the games, small ones first."""
    for sizes in SIZES:
        draw = np.random.default_rng(len(sizes))
        yield game_of("whole numbers", [_whole(draw, n) for n in sizes])
        yield game_of("floats", [draw.random((n, PARTIES)) for n in sizes])
        weights = draw.integers(1, 6, (PARTIES, 3))
        effects = [draw.integers(-3, 4, (n, PARTIES, 3)) for n in sizes]
        yield game_of("weights x effects", [(one * weights).sum(axis=2) * 1.0 for one in effects])
        divided = [_divided(draw, n) for n in sizes]
        yield game_of("all efficient", divided)
        half = [*divided[:-1], divided[-1].copy()]
        half[-1][1::2] = half[-1][: len(half[-1]) // 2 * 2 : 2] - 1
        yield game_of("half efficient", half)
        scales = np.arange(1.0, 1 + PARTIES)
        yield game_of("all, own scales", [one * scales for one in divided])
        apart = [draw.random((n, PARTIES)) for n in sizes]
        yield game_of("all, floats", [one - one.mean(axis=1, keepdims=True) for one in apart])
        if math.prod(sizes) < 100_000:
            more = [draw.integers(0, 3, one.shape) for one in divided]
            yield game_of(
                "nearly all", [one + some for one, some in zip(divided, more, strict=True)]
            )


def _whole(draw: np.random.Generator, options: int) -> Values:
    return draw.integers(0, 101, (options, PARTIES)) * 1.0


def _divided(draw: np.random.Generator, options: int) -> Values:
    """Return values that always add up to 100: what one gains another loses."""
    return 1.0 * draw.multinomial(100, np.ones(PARTIES) / PARTIES, options)


def every_value(game: Game) -> Values:
    """Return the values of all packages, the last issue fastest."""
    total = np.zeros((1, PARTIES))
    for one in game.issues:
        total = (total[:, None] + one).reshape(-1, PARTIES)
    return total


def game_of(shape: str, issues: list[Values]) -> Game:
    """Return a game in which no deal is worth a quarter from a party's least to its most."""
    least: Values = np.sum([one.min(axis=0) for one in issues], axis=0)
    most: Values = np.sum([one.max(axis=0) for one in issues], axis=0)
    return Game(shape, issues, least + (most - least) / 4)


def ours(question: str, game: Game) -> Callable[[], Any]:
    """Return our function for a question."""
    from helpers.analysis.packages.deals import max_sum_packages, nash_packages
    from helpers.analysis.packages.front import efficient_packages
    from helpers.analysis.packages.weigh import package_values

    values = np.concatenate(game.issues).T
    issues = [j for j, one in enumerate(game.issues) for _ in one]

    def answer() -> Values:
        if question == "front":
            found = efficient_packages(values, issues)
        elif question == "Nash":
            found = nash_packages(values, issues, game.no_deal)
        else:
            found = max_sum_packages(values, issues)
        return package_values(values, found)

    return answer


def moocore(question: str, game: Game) -> Callable[[], Any]:
    """Return the filter of moocore on the list of all values."""
    from moocore import is_nondominated

    def answer() -> Values:
        values = every_value(game)
        return values[is_nondominated(values, maximise=True, keep_weakly=True)]

    return answer


def negmas(question: str, game: Game) -> Callable[[], Any]:
    """Return what NegMAS does from the tables on: the front, and from that the other two."""
    warnings.filterwarnings("ignore")
    from negmas import make_issue
    from negmas.outcomes import make_os
    from negmas.preferences import LinearAdditiveUtilityFunction
    from negmas.preferences.ops import max_welfare_points, nash_points, pareto_frontier
    from negmas.preferences.value_fun import TableFun

    sizes = [len(one) for one in game.issues]
    issues = [make_issue([f"{o}" for o in range(n)], name=f"{j}") for j, n in enumerate(sizes)]
    space = make_os(issues)
    least = game.no_deal if question == "Nash" else np.full(PARTIES, -1e9)
    most = np.sum([one.max(axis=0) for one in game.issues], axis=0)
    scale = 1 / np.where(most > 0, most, np.inf) if question == "sum" else np.ones(PARTIES)
    functions = []
    for party in range(PARTIES):
        columns = [one[:, party].tolist() for one in game.issues]
        tables = [TableFun({f"{o}": v for o, v in enumerate(one)}) for one in columns]
        weights = [scale[party]] * len(tables)
        functions.append(
            LinearAdditiveUtilityFunction(
                tables, weights, outcome_space=space, reserved_value=least[party]
            )
        )

    def answer() -> Values:
        front, _ = pareto_frontier(functions, issues=issues)
        if question == "front":
            return np.array(front)
        find = nash_points if question == "Nash" else max_welfare_points
        found = np.array([point for point, _ in find(functions, front, outcome_space=space)])
        return found.reshape(-1, PARTIES) / np.where(scale > 0, scale, 1)

    return answer


PACKAGES = {"ours": ours, "NegMAS": negmas, "moocore": moocore}


def work(package: str, question: str, game: Game) -> Answer:
    """Return the answer of a package; runs in a process of its own."""
    PACKAGES[package](question, game)  # imports what it needs
    seconds, values = least_time(
        lambda game: PACKAGES[package](question, game)(), lambda: game, RUNS
    )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Answer(seconds, memory, values)


def difference(question: str, game: Game, mine: Values, theirs: Values) -> str:
    """Return in words how the answers differ."""
    if question == "front":
        us, them = (np.unique(np.round(one, 9), axis=0) for one in (mine, theirs))
        same = us.shape == them.shape and np.abs(us - them).max(initial=0) <= 1e-9
        if not same:
            return f"{len(them)} different values, ours {len(us)}: WRONG"
        left = len(mine) - len(theirs)
        return f"largest difference 0{f', {left} ties dropped' if left else ''}"
    if not len(mine) or not len(theirs):
        return f"{len(theirs)} found, ours {len(mine)}"
    if question == "Nash":
        best = [np.prod(one[0] - game.no_deal) for one in (mine, theirs)]
    else:
        best = [_sum_of_shares(game, one) for one in (mine, theirs)]
    off = abs(best[0] - best[1]) / max(abs(best[0]), 1e-300)
    return f"largest difference {off:.1e}"


def _sum_of_shares(game: Game, values: Values) -> float:
    most = np.sum([one.max(axis=0) for one in game.issues], axis=0)
    return float((values[:, most > 0] / most[most > 0]).sum(axis=1).max())


def compare(game: Game, question: str, peers: list[str]) -> list[str]:
    """Print our line for a game and one line a package; return who gave an answer."""
    mine = ask(LIMIT, work, "ours", question, game)
    head = f"{game.count:>9,} packages, {game.shape:18} {question:6}"
    size = f"{mine.memory:5.0f} MiB, {len(mine.values)} packages"
    print(f"{head} {'ours':8} {mine.seconds * 1e3:11.3f} ms  {size}", flush=True)
    done = []
    for package in peers:
        try:
            answer = ask(LIMIT, work, package, question, game)
        except NoAnswerError as why:
            said = str(why)
        else:
            done.append(package)
            ratio = answer.seconds / mine.seconds
            off = difference(question, game, mine.values, answer.values)
            said = f"{answer.seconds * 1e3:11.3f} ms  {ratio:8.1f} times, {off}"
        print(f"{'':{len(head)}} {package:8} {said}", flush=True)
    return done


def main() -> None:
    """Compare every game with every package."""
    slow: set[tuple[str, str]] = set()
    for game in games():
        peers = [one for one in ("NegMAS", "moocore") if (one, game.shape) not in slow]
        done = compare(game, "front", peers)
        slow |= {(one, game.shape) for one in peers if one not in done}
        for question in ("Nash", "sum"):  # NegMAS looks for these on its front
            compare(game, question, ["NegMAS"] if "NegMAS" in done else [])


if __name__ == "__main__":
    main()
