import pytest

from helpers.analysis.expectations.handling import advice_for
from helpers.dossier.words import Handling, Raiser

D, R, E, A = Handling.DELIVER, Handling.REPAIR, Handling.EXPLAIN, Handling.ACCEPT


@pytest.mark.parametrize(
    ("verdict", "raised_by", "divides", "fitting", "reasons"),
    [
        ("too_high", Raiser.POLITICS, False, (R, E, D, A), ("own_words",)),
        ("too_high", Raiser.ORGANISATION, True, (R, E, A, D), ("own_words", "divides")),
        ("too_high", Raiser.MEDIA, False, (E, D, A), ("others",)),
        ("too_high", Raiser.EXPERIENCE, True, (E, A, D), ("others", "divides")),
        ("too_high", None, False, (E, D, A), ("who_raised",)),
        ("too_low", Raiser.MEDIA, False, (E,), ("tell",)),
        ("realistic", Raiser.POLITICS, True, (), ("keep",)),
        ("unknown", None, False, (), ("ask",)),
    ],
)
def test_what_fits_depends_on_who_raised_it_and_whom_it_costs(
    verdict: str,
    raised_by: Raiser | None,
    divides: bool,
    fitting: tuple[Handling, ...],
    reasons: tuple[str, ...],
) -> None:
    found = advice_for(verdict, raised_by, divides)
    assert (found.fitting, found.reasons) == (fitting, reasons)


@pytest.mark.parametrize("raised_by", [None, *Raiser])
def test_talking_down_is_always_named_as_a_trick(raised_by: Raiser | None) -> None:
    assert "talking_down" in advice_for("too_high", raised_by).watch
    assert "surprise" in advice_for("too_low", raised_by).watch


@pytest.mark.parametrize("verdict", ["too_high", "too_low", "realistic", "unknown"])
def test_what_people_say_themselves_is_never_passed_by(verdict: str) -> None:
    assert "own_judgement" in advice_for(verdict, None, flips=True).watch
    assert "own_judgement" not in advice_for(verdict, None).watch


def test_a_verdict_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no such verdict: hoog"):
        advice_for("hoog", None)
