"""Three fair packages side by side, on a game worked by hand and on the example."""

import numpy as np
import pandas as pd

from helpers.analysis.packages.fair_deals import side_by_side
from helpers.analysis.packages.front import efficient_packages
from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import no_deal_values
from helpers.dossier.examples import open_dossier

PEOPLE = pd.DataFrame({"id": ["builder", "street"]})
CHOICES = pd.DataFrame({"id": ["low", "middle", "high"], "issue": "height"})


def test_each_solution_tells_what_it_brings_to_whom() -> None:
    # products above (5, 1): low -, middle 5 * 5, high 20 * -; shares low (0, 1), middle (.4, .6)
    table = side_by_side(PEOPLE, CHOICES, [[0, 10, 25], [10, 6, 0]], [5, 1])
    rows = table.set_index(["solution", "stakeholder"])
    assert rows.loc[("nash", "builder")].tolist() == [("middle",), 10, 5, True, 0.4]
    assert rows.loc[("nash", "street")].tolist() == [("middle",), 6, 1, True, 0.6]
    # the sums of shares are 1, 1 and 1: all three tie
    assert table.loc[table["solution"] == "max_sum", "package"].nunique() == 3
    assert table.loc[table["solution"] == "max_min", "package"].unique().tolist() == [("middle",)]


def test_without_a_package_that_all_accept_there_is_no_nash_point() -> None:
    table = side_by_side(PEOPLE, CHOICES, [[0, 10, 25], [10, 6, 0]], [20, 1])
    assert set(table["solution"]) == {"max_min", "max_sum"}
    high = table[(table["package"] == ("high",)) & (table["solution"] == "max_sum")]
    assert high["enough"].tolist() == [True, False]


def test_the_solutions_of_the_example_are_efficient() -> None:
    dossier = open_dossier("winkelhart")
    people, wants, choices, works, least = (
        dossier.table(name)
        for name in ("stakeholders", "interests", "options", "effects", "thresholds")
    )
    values = option_values(people, wants, choices, works, dossier.table("values"))
    table = side_by_side(people, choices, values, no_deal_values(people, least))
    ids = choices["id"].to_numpy()
    front = {tuple(row) for row in ids[efficient_packages(values, choices["issue"])].tolist()}
    assert set(table["package"]) <= front
    assert {"max_min", "max_sum"} <= set(table["solution"])
    assert np.nanmax(table["share"]) <= 1
