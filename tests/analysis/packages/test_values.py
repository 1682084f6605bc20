"""What each option is worth: given as such, or weight x effect."""

import numpy as np
import pandas as pd

from helpers.analysis.packages.values import option_values
from helpers.analysis.stakeholders.given_values import given_values

PEOPLE = pd.DataFrame({"id": ["a", "b"]})
WANTS = pd.DataFrame({"id": ["k", "m"], "stakeholder": ["a", "b"], "weight": [4.0, None]})
CHOICES = pd.DataFrame({"id": ["now", "new", "other"], "issue": "j"})
WORKS = pd.DataFrame({"option": ["new", "new"], "interest": ["k", "m"], "effect": [-2.0, 3.0]})


def test_a_given_value_counts_instead_of_weight_times_effect() -> None:
    said = pd.DataFrame(
        {"stakeholder": ["b", "a", "nobody"], "option": ["other", "new", "new"], "value": [6, 1, 9]}
    )
    found = option_values(PEOPLE, WANTS, CHOICES, WORKS, said)
    assert found.tolist() == [[0, 1, 0], [0, 0, 6]]


def test_without_given_values_it_is_weight_times_effect() -> None:
    plain = [[0, -8, 0], [0, 0, 0]]
    assert option_values(PEOPLE, WANTS, CHOICES, WORKS).tolist() == plain
    empty = pd.DataFrame({"stakeholder": [], "option": [], "value": []})
    assert option_values(PEOPLE, WANTS, CHOICES, WORKS, empty).tolist() == plain
    assert np.isnan(given_values(PEOPLE, CHOICES, empty)).all()
