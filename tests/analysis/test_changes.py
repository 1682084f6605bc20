"""What differs between two dossiers is what was done to the one to get the other."""

from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.changes import Change, What, changes
from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier

BEFORE = open_dossier("winkelhart")
IDS = [one.id for one in BEFORE.stakeholders]


def test_a_dossier_does_not_differ_from_itself_nor_by_its_day() -> None:
    for name in example_names():
        dossier = open_dossier(name)
        assert changes(dossier, dossier) == ()
        assert changes(dossier, dossier.model_copy(update={"as_of": "2030-01-01"})) == ()


def test_new_changed_and_gone_rows_are_told_in_that_order() -> None:
    after = BEFORE.add("stakeholders", id="roeiclub", name="Roeiclub", kind="residents")
    after = after.change("stakeholders", IDS[0], power=1, urgency=2)
    left = tuple(one for one in after.stakeholders if one.id != IDS[1])
    after = after.model_copy(update={"stakeholders": left})
    assert changes(BEFORE, after) == (
        Change("stakeholders", "roeiclub", What.NEW),
        Change("stakeholders", IDS[0], What.CHANGED, ("power", "urgency")),
        Change("stakeholders", IDS[1], What.GONE),
    )


def test_the_order_of_rows_does_not_count() -> None:
    turned = BEFORE.model_copy(update={"effects": BEFORE.effects[::-1]})
    assert changes(BEFORE, turned) == ()


@given(st.dictionaries(st.sampled_from(IDS), st.integers(0, 10), max_size=5))
def test_changed_is_exactly_whose_value_is_another(powers: dict[str, int]) -> None:
    after: Dossier = BEFORE
    for key, power in powers.items():
        after = after.change("stakeholders", key, power=power)
    old = {one.id: one.power for one in BEFORE.stakeholders}
    expected = {key for key, power in powers.items() if old[key] != power}
    found = changes(BEFORE, after)
    assert {one.key for one in found} == expected
    assert all(one.columns == ("power",) for one in found)
    assert {one.key for one in changes(after, BEFORE)} == expected
