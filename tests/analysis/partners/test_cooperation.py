import math

import pandas as pd
import pytest

from helpers.analysis.partners.cooperation import CONDITIONS, compare_views, relation_kind


def views(*pairs: tuple[float, float]) -> pd.DataFrame:
    rows = [(name, *pair) for name, pair in zip(CONDITIONS, pairs, strict=False)]
    return pd.DataFrame(rows, columns=["condition", "ours", "theirs"])


def test_first_what_one_does_not_know_then_what_differs_then_what_is_poor() -> None:
    found = compare_views(views((4, 4), (4, 2), (2, 2), (5, 1), (3, math.nan)))
    assert found[["condition", "why"]].to_numpy().tolist() == [
        ["process", "not_known"],
        ["organisation", "differ"],
        ["interests", "differ"],
        ["relation", "low"],
        ["ambition", "well"],
    ]
    assert found["difference"].tolist()[1:] == [-4, -2, 0, 0]


@pytest.mark.parametrize(
    ("ours", "theirs", "why"), [(3, 4, "well"), (2, 3, "low"), (1, 3, "differ")]
)
def test_a_condition_is_called_by_both_views(ours: float, theirs: float, why: str) -> None:
    assert compare_views(views((ours, theirs)))["why"].tolist() == [why]


def test_nothing_filled_in_gives_nothing() -> None:
    assert len(compare_views(views())) == 0


@pytest.mark.parametrize(
    ("governing", "financial", "kind"),
    [
        (True, True, "connected"),
        (True, False, "governing"),
        (False, True, "financial"),
        (False, False, "partner"),
        (None, True, "unknown"),
        (True, None, "unknown"),
    ],
)
def test_only_both_interests_make_a_connected_party(
    governing: bool | None, financial: bool | None, kind: str
) -> None:
    assert relation_kind(governing, financial) == kind
