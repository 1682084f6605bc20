"""Each deciding body has its own check; another body is never refused."""

import pytest

from helpers.dossier.bodies import council_size
from helpers.dossier.model import Dossier
from helpers.dossier.problems import DossierError
from helpers.dossier.reading import check, remarks

LAW = [
    (3_000, 9), (6_000, 11), (10_000, 13), (15_000, 15), (20_000, 17), (25_000, 19), (30_000, 21),
    (35_000, 23), (40_000, 25), (45_000, 27), (50_000, 29), (60_000, 31), (70_000, 33),
    (80_000, 35), (100_000, 37), (200_000, 39),
]  # fmt: skip


def body(
    name: str, *seats: int, total: int | None = None, population: int | None = None
) -> Dossier:
    groups = [
        {"id": f"groep_{n}", "name": "Groep", "kind": "fractie", "seats": held}
        for n, held in enumerate(seats)
    ]
    return Dossier(
        id="een", title="Een", as_of="2026-01-01", body=name, stakeholders=groups,
        seats=sum(seats) if total is None else total, population=population,
    )  # fmt: skip


@pytest.mark.parametrize(("most", "size"), LAW)
def test_a_council_has_the_size_of_the_law(most: int, size: int) -> None:
    assert council_size(most) == size
    assert council_size(most + 1) > size
    check(body("raad", size, population=most))


@pytest.mark.parametrize("seats", [8, 10, 41, 43, 47, 150])
def test_another_size_is_no_council(seats: int) -> None:
    with pytest.raises(DossierError, match="Een gemeenteraad met"):
        check(body("raad", seats))


@pytest.mark.parametrize("seats", range(39, 56, 2))
def test_a_province_has_an_odd_size(seats: int) -> None:
    check(body("provinciale staten", seats))


@pytest.mark.parametrize("seats", [37, 40, 57])
def test_another_size_is_no_province(seats: int) -> None:
    with pytest.raises(DossierError, match="oneven aantal van 39"):
        check(body("provinciale staten", seats))


def test_a_general_board_may_weigh_its_votes_in_every_way() -> None:
    check(body("algemeen bestuur", 312, 40, 7))


@pytest.mark.parametrize("name", ["raad", "algemeen bestuur"])
def test_seats_must_add_up(name: str) -> None:
    with pytest.raises(DossierError, match="de fracties hebben er samen 12"):
        check(body(name, 7, 5, total=13))


def test_another_body_gets_a_remark_and_no_refusal() -> None:
    other = body("other", 7, 0, total=13)
    check(other)
    assert [str(one) for one in remarks(other)] == [
        "blad Betrokkenen, rij 3, kolom Zetels: "
        "Een fractie heeft 1 zetel of meer. Vul het aantal in, of kies een andere soort.",
        "blad Dossier, kolom Zetels: Er zijn 13 zetels, maar de fracties hebben er samen 7.",
    ]
    assert remarks(body("raad", 13)) == []


def test_seats_without_party_groups_are_fine_for_a_dossier_that_begins() -> None:
    check(body("raad", total=13))
