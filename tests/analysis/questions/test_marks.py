"""A line is cut so that each piece shows the same, and nothing of it gets lost."""

from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.questions.marks import Piece, pieces, shown_words


def test_words_that_show_two_things_are_a_piece_of_their_own() -> None:
    found = pieces("Waar loopt u tegenaan?", {"form": [(0, 4)], "function": [(0, 10), (13, 21)]})
    assert found == [
        Piece("Waar", ("form", "function")),
        Piece(" loopt", ("function",)),
        Piece(" u ", ()),
        Piece("tegenaan", ("function",)),
        Piece("?", ()),
    ]


def test_only_a_word_between_them_keeps_two_spans_apart() -> None:
    assert shown_words("ja, nee en ja", [(0, 2), (4, 7), (11, 13)]) == ["ja, nee", "ja"]
    assert shown_words("niets", []) == []


@st.composite
def text_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text(min_size=1, max_size=40))
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    found = draw(st.lists(edges.filter(lambda pair: pair[0] != pair[1]), max_size=4))
    return text, [(min(pair), max(pair)) for pair in found]


@given(text_with_spans())
def test_the_pieces_are_the_line_and_every_span_is_shown(
    case: tuple[str, list[tuple[int, int]]],
) -> None:
    text, spans = case
    found = pieces(text, {"form": spans})
    assert "".join(one.text for one in found) == text
    shown = "".join(("x" if one.shows else ".") * len(one.text) for one in found)
    assert all(shown[start:end] == "x" * (end - start) for start, end in spans)
    letters = {at for at, one in enumerate(text) if one.isalnum()}
    covered = {at for start, end in spans for at in range(start, end)}
    assert not any(shown[at] == "x" for at in letters - covered)
