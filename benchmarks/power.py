"""Power indices beside powerindices, powerindex and power-bdd, from 8 to 200 players.

Run as in ``benchmarks/README.md``. Every answer is compared with exact fractions. Each package
works in a process of its own, at most ``LIMIT`` seconds a game; the time is the least of several
runs of the processor, without starting and importing. Right means within 1e-12.
"""

import multiprocessing
import random
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from processes import NoAnswerError, ask, least_time

LIMIT, RUNS = 90.0, 50
RIGHT = 1e-12
POPULATION = [  # of the 27 members of the European Union in 2022
    *[83237124, 67871925, 59030133, 47432893, 37654247, 19042455, 17590672, 11617623, 10516707],
    *[10459782, 10452326, 10352042, 9689010, 8978929, 6838937, 5873420, 5548241, 5434712],
    *[5060004, 3862202, 2805998, 2107180, 1875757, 1331796, 904705, 645397, 520971],
]
COLLEGE = [
    *[54, 33, 32, 25, 23, 22, 21, 18, 15, 14, 13, 13, 12, 12, 11, 11, 11, 11, 10, 10, 9, 9],
    *[8] * 6 + [7] * 3 + [6] * 2 + [5] * 4 + [4] * 6 + [3] * 8,
]


class Game(NamedTuple):
    """A game: one quota and row of weights for each condition."""

    name: str
    quotas: list[int]
    rows: list[list[int]]


class Answer(NamedTuple):
    """What a package gave: values a player, and whether it changed the list it was given."""

    seconds: float
    values: tuple[float, ...]
    changed: bool


def games() -> Iterator[Game]:
    """Give the games, small ones first."""
    draw = random.Random(2022)
    for n in (8, 14, 20, 30, 45):
        weights = [draw.randint(1, 30) for _ in range(n)]
        yield Game(f"{n} players", [sum(weights) // 2 + 1], [weights])
    agree = [draw.randint(1, 30) for _ in range(14)]
    yield Game("14 players, nearly all must agree", [sum(agree) * 19 // 20], [agree])
    yield Game(
        "16 players, 2 without weight", [31], [[9, 8, 7, 6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0]]
    )
    yield Game("electoral college, 51 players", [270], [COLLEGE])
    for n in (68, 171):
        yield Game(f"{n} equal players", [n // 2 + 1], [[1] * n])
    for n, most in ((100, 30), (200, 10), (200, 30)):
        weights = [draw.randint(1, most) for _ in range(n)]
        yield Game(f"{n} players, weights to {most}", [sum(weights) // 2 + 1], [weights])
    for unit, scale in (("permille", 1000), ("1/100 permille", 100_000), ("persons", 0)):
        total = sum(POPULATION)
        people = [round(Fraction(p * (scale or total), total)) for p in POPULATION]
        least = -(-65 * sum(people) // 100)
        yield Game(f"EU Council, population in {unit}", [15, least], [[1] * 27, people])


def ours(index: str) -> Callable[[Game], Any]:
    """Return our function for an index."""
    from helpers.analysis.power import indices as power

    function = getattr(power, index)
    return lambda game: function(game.quotas, game.rows)


def _powerindices(index: str) -> Callable[[Game], Any]:
    import powerindices

    function = {
        "banzhaf_measure": powerindices.compute_pbi,
        "shapley_shubik": powerindices.compute_ssi,
    }[index]
    return lambda game: function(game.quotas[0], game.rows[0])


def _powerindex(index: str) -> Callable[[Game], Any]:
    from powerindex import Game as Theirs

    def banzhaf(game: Game) -> Any:
        one = Theirs(game.quotas[0], game.rows[0])
        one.calc_banzhaf()
        return one.banzhaf

    def shapley(game: Game) -> Any:
        one = Theirs(game.quotas[0], game.rows[0])
        one.calc_shapley_shubik()
        return one.shapley_shubik

    return {"banzhaf_index": banzhaf, "shapley_shubik": shapley}[index]


def _power_bdd(index: str) -> Callable[[Game], Any]:
    from power_bdd.bdd import BDD, WeightedGame

    sys.setrecursionlimit(100_000)

    def diagram(game: Game) -> Any:
        first, *more = (
            BDD(WeightedGame(q, w)) for q, w in zip(game.quotas, game.rows, strict=True)
        )
        for one in more:
            first = first & one
        return first

    return {
        "banzhaf_measure": lambda game: diagram(game).calc_banzhaf(),
        "shapley_shubik": lambda game: diagram(game).calc_shapley(),
    }[index]


PACKAGES = {
    "ours": ours,
    "powerindices": _powerindices,
    "powerindex": _powerindex,
    "power-bdd": _power_bdd,
}
WHAT = [
    ("Banzhaf", {"powerindices": "banzhaf_measure", "powerindex": "banzhaf_index"}),
    ("Shapley-Shubik", {"powerindices": "shapley_shubik", "powerindex": "shapley_shubik"}),
]


def work(package: str, index: str, game: Game) -> Answer:
    """Return the answer of a package; runs in a process of its own."""
    function = PACKAGES[package](index)
    handed: list[Game] = []

    def fresh() -> Game:
        handed.append(game._replace(rows=[list(row) for row in game.rows]))
        return handed[-1]

    seconds, given = least_time(function, fresh, RUNS)
    changed = any(one.rows != game.rows for one in handed)
    return Answer(seconds, tuple(float(one) for one in given), changed)


def exact(index: str, game: Game) -> list[Fraction]:
    """Return the index in fractions."""
    from helpers.analysis.power import indices as power

    found: list[Fraction] = getattr(power, index)(game.quotas, game.rows, exact=True)
    return found


def gap(values: tuple[float, ...], wanted: list[Fraction]) -> float:
    """Return the largest difference; infinite when a value is missing or no number."""
    if len(values) != len(wanted) or not all(abs(one) < float("inf") for one in values):
        return float("inf")
    return max(float(abs(Fraction(one) - want)) for one, want in zip(values, wanted, strict=True))


def compare(game: Game, index: str, peers: dict[str, str]) -> None:
    """Print our line for a game and one line a package."""
    mine = {kind: ask(LIMIT, work, "ours", kind, game) for kind in {*peers.values()}}
    first = next(iter(peers.values()))
    off = max(gap(mine[kind].values, exact(kind, game)) for kind in mine)
    print(f"{game.name:38} {index:15} {'ours':13} {mine[first].seconds * 1e3:10.3f} ms{off:26.1e}")
    for package, kind in peers.items():
        try:
            answer = ask(LIMIT, work, package, kind, game)
        except NoAnswerError as why:
            said = str(why)
        else:
            wrong = gap(answer.values, exact(kind, game))
            ratio = answer.seconds / mine[kind].seconds
            said = f"{answer.seconds * 1e3:10.3f} ms {ratio:10.1f} times {wrong:9.1e}"
            said += "" if wrong <= RIGHT else "  WRONG"
            said += "  changes the caller's list" if answer.changed else ""
        print(f"{'':38} {'':15} {package:13} {said}", flush=True)


def main() -> None:
    """Print every game, index and package."""
    print(f"{'game':38} {'index':15} {'package':13} {'time':>13} {'ours is':>16} {'off by':>9}")
    for game in games():
        for index, peers in WHAT:
            all_of = {**peers, "power-bdd": peers["powerindices"]}
            fit = all_of if len(game.rows) == 1 else {"power-bdd": all_of["power-bdd"]}
            compare(game, index, fit)


if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    main()
