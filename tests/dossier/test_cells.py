"""A cell may be written as people write it; it always gives one and the same value."""

import datetime as dt

import pytest

from helpers.dossier.cells import CellError, CharacterError, day, ids, number, text, whole, yes_no


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0.5", 0.5), ("0,5", 0.5), (",5", 0.5), ("3", 3), (" -2 ", -2), ("\u22122", -2),
        ("1.250,75", 1250.75), ("1 250,75", 1250.75), ("1.234.567", 1234567), ("1e-3", 0.001),
        (0.1 + 0.2, 0.3), (-0.0, 0), (7, 7),
    ],
)  # fmt: skip
def test_numbers(written: object, value: float) -> None:
    assert number(written) == value
    assert str(number(written)) == str(float(value))


@pytest.mark.parametrize(
    "written", ["", "veel", "nan", "inf", "1,2,3", "1.2.3", "0x10", "1_000", "٣", "9" * 400, True,
                float("nan"), float("inf"), None, [], dt.date(2026, 1, 1)],
)  # fmt: skip
def test_what_is_no_number(written: object) -> None:
    with pytest.raises(CellError, match="no number"):
        number(written)


@pytest.mark.parametrize(
    ("written", "value"),
    [("24.300", 24300), ("24 300", 24300), ("24\u00a0300", 24300), ("3,0", 3), (3.0, 3), ("+3", 3)],
)
def test_whole_numbers(written: object, value: int) -> None:
    assert whole(written) == value
    assert type(whole(written)) is int


@pytest.mark.parametrize("written", ["3,5", "drie", 3.5, True, "9" * 5_000, float("nan"), None])
def test_what_is_no_whole_number(written: object) -> None:
    with pytest.raises(CellError, match="no whole number"):
        whole(written)


@pytest.mark.parametrize(
    "written",
    ["2026-09-05", "2026-9-5", "5-9-2026", "05-09-2026", "5/9/2026", "5.9.2026", " 5 9 2026 ",
     "2026-09-05T00:00:00", "2026-09-05 00:00", dt.date(2026, 9, 5), dt.datetime(2026, 9, 5, 13)],
)  # fmt: skip
def test_dates_in_dutch_and_iso_order(written: object) -> None:
    assert day(written) == dt.date(2026, 9, 5)
    assert type(day(written)) is dt.date


@pytest.mark.parametrize(
    "written", ["5-9-26", "9/15/2026", "2026-02-30", "5-9/2026", "ooit", 46280]
)
def test_what_is_no_date(written: object) -> None:
    with pytest.raises(CellError, match="no date"):
        day(written)


@pytest.mark.parametrize("written", ["yes", "JA", "ja ", "true", "WAAR", "1", True])
def test_yes(written: object) -> None:
    assert yes_no(written) is True


@pytest.mark.parametrize("written", ["no", "Nee", "onwaar", "False", "0", False])
def test_no(written: object) -> None:
    assert yes_no(written) is False


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NA", "NA"), ("=SUM(A1)", "=SUM(A1)"), ("'t Plein", "'t Plein"), ("cafe\u0301", "café"),
        ("a\r\nb\rc", "a\nb\nc"), ("\u00a0 a\tb \n", "a\tb"), (2026, "2026"), (7.0, "7"),
        (dt.datetime(2026, 9, 15), "2026-09-15"), (dt.date(2026, 9, 15), "2026-09-15"),
        (7.5, "7.5"), (True, "ja"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
    ],
)  # fmt: skip
def test_texts(written: object, value: str) -> None:
    assert text(written) == value


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("a\x00", 2),
        ("\x1b", 1),
        ("ab\x7f", 3),
        ("\x85", 1),
        ("\ud800", 1),
        ("\uffff", 1),
        ("\r\n\x0b", 2),
    ],
)
def test_a_control_character_is_no_text(written: str, place: int) -> None:
    with pytest.raises(CharacterError, match=f"no character to show: {place}"):
        text(written)


def test_several_short_names() -> None:
    assert ids(" a, b;c\nd ,") == ("a", "b", "c", "d")
    assert ids("") == ()
    assert ids(["a", "b"]) == ["a", "b"]
