"""What could not be public is found where it stands, in what goes out."""

import datetime as dt

from helpers.dossier.model import Dossier
from helpers.report.left_out import without_forecasts
from helpers.report.public_check import public_findings

PLEIN = (
    Dossier(id="plein", title="Het plein", as_of=dt.date(2026, 9, 15), story="Bel 06-12345678.")
    .add("stakeholders", id="wijk", name="Wijkraad", kind="residents")
    .add("stakeholders", id="open", name="Open Raad", kind="fractie", seats=1)
    .add("interests", id="een", stakeholder="wijk", position="Mail j@wijk.example")
    .add("interests", id="twee", stakeholder="wijk", interest="mevrouw Bos wil rust")
)


def said(dossier: Dossier, *others: tuple[str, str, str]) -> list[str]:
    return [str(one) for one in public_findings(dossier, others)]


def test_each_finding_names_sheet_row_and_column() -> None:
    assert said(PLEIN) == [
        "blad Dossier, kolom Verhaal: Dit lijkt op een telefoonnummer: 06-12345678.",
        "blad Belangen, rij 2, kolom Standpunt: Dit lijkt op een e-mailadres: j@wijk.example.",
        "blad Belangen, rij 3, kolom Belang: Dit lijkt op de naam van een persoon: mevrouw Bos. "
        "Schrijf liever de functie op.",
    ]


def test_the_vote_of_one_person_is_found_only_when_it_goes_out() -> None:
    judged = PLEIN.change("stakeholders", "open", judged_vote="probably_for")
    (found,) = [one for one in said(judged) if "één zetel" in one]
    assert found.startswith("blad Betrokkenen, rij 3, kolom Ingeschatte stem: Open Raad heeft")
    assert said(without_forecasts(judged)) == said(PLEIN)
    for vote, seats in (("unknown", 1), ("probably_for", 2)):
        other = judged.change("stakeholders", "open", judged_vote=vote, seats=seats)
        assert said(other) == said(PLEIN)


def test_texts_that_go_along_are_looked_at_too() -> None:
    found = said(PLEIN, ("Route", "Afspraak", "dhr. De Wit belt"), ("Plan", "Ik", "niets"))
    assert [one for one in found if "Route" in one] == [
        "blad Route, kolom Afspraak: Dit lijkt op de naam van een persoon: dhr. De Wit. "
        "Schrijf liever de functie op."
    ]


def test_the_number_itself_of_a_bsn_is_not_repeated() -> None:
    (found,) = said(PLEIN.model_copy(update={"story": "111222333", "interests": ()}))
    assert "burgerservicenummer" in found
    assert "111222333" not in found
