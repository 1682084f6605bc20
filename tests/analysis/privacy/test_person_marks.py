"""What looks like one person is found by its form, and what only looks a bit like it is not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.privacy.person_marks import passes_elevens, person_marks


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Mail naar j.de-vries+werk@gemeente.voorbeeld.nl.", "email",
         "j.de-vries+werk@gemeente.voorbeeld.nl"),
        ("Bel 0612345678", "phone", "0612345678"),
        ("Bel 06 - 1234", "", ""),
        ("Bel 06 12 34 56 78.", "phone", "06 12 34 56 78"),
        ("(0592) 12 34 56", "phone", "(0592) 12 34 56"),
        ("0592-123456, na vijven", "phone", "0592-123456"),
        ("+31 6 12345678", "phone", "+31 6 12345678"),
        ("+31 (0)6 12345678", "phone", "+31 (0)6 12345678"),
        ("bsn 111222333", "bsn", "111222333"),
        ("bsn 1112.22.333", "bsn", "1112.22.333"),
        ("zaak 123456789", "", ""),
        ("zaak 2026-111222333", "", ""),
        ("€ 111.222.333", "", ""),
        ("mevrouw Jansen belde", "name", "mevrouw Jansen"),
        ("De heer van der Berg", "name", "De heer van der Berg"),
        ("dhr. Ünal", "name", "dhr. Ünal"),
        ("mw De Vries", "name", "mw De Vries"),
        ("mevrouw de voorzitter", "", ""),
        ("de heersende mening", "", ""),
        ("het beheer Noord", "", ""),
        ("de heren Zuid", "", ""),
        ("op 10-12-2026 om 19.30 uur, 14 0123", "", ""),
        ("€ 6,8 miljoen van 2026 tot 2031", "", ""),
        ("de wethouder @ de raad", "", ""),
    ],
)  # fmt: skip
def test_a_mark_is_found_by_its_form(text: str, kind: str, words: str) -> None:
    found = [tuple(one) for one in person_marks(text)]
    assert found == ([(kind, words)] if kind else [])


@given(st.integers(0, 999_999_999))
def test_the_proof_of_eleven_is_the_sum_of_nine_products(value: int) -> None:
    text = f"{value:09}"
    total = sum(int(text[at]) * (9 - at) for at in range(8)) - int(text[8])
    assert passes_elevens(text) is (value != 0 and total % 11 == 0)


@pytest.mark.parametrize("text", ["", "12345678", "1112223330", "abc"])
def test_what_has_no_nine_digits_passes_nothing(text: str) -> None:
    assert passes_elevens(text) is False


def test_each_thing_is_told_once() -> None:
    assert len(person_marks("mw. Bos en mw. Bos, a@b.nl, a@b.nl")) == 2


@pytest.mark.parametrize("piece", ["a", "0", "1 ", "06-", "@", "a.", "de heer ", "mw ", "+31", "-"])
def test_a_long_text_is_read_at_once(piece: str) -> None:
    text = (piece * 32_000)[:32_000]
    start = time.process_time()
    person_marks("@ 11" + text)
    assert time.process_time() - start < 1
