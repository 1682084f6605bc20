"""Who is linked through what: by hand, and by asking every row of everybody."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.partners.network import partner_links

Row = tuple[str, str, float | None, str]
ROWS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from("tuv"),
        st.sampled_from([None, 0.0, 1.0, 4.0]),
        st.sampled_from(["", " ", "Wonen", "Wonen ", "Zorg"]),
    ),
    max_size=9,
    unique_by=lambda row: row[:2],
)


@given(ROWS)
def test_everybody_is_linked_as_the_rows_say(
    rows: list[tuple[str, str, float | None, str]],
) -> None:
    table = pd.DataFrame(rows, columns=["partner", "theme", "level", "department"])
    found = partner_links(pd.DataFrame({"id": list("abc")}), table.astype({"level": float}))
    for partner, themes, departments, alone, single in found.to_numpy().tolist():
        own = [one for one in rows if one[0] == partner]
        named = {one[3].strip() for one in own} - {""}
        assert set(departments) == named
        assert set(themes) == {one[1] for one in own if (one[2] or 0) > 0 or one[3].strip()}
        assert alone == (not themes)
        assert single == (len(named) == 1)


def test_a_department_is_a_link_even_when_the_level_is_not_known() -> None:
    rows = pd.DataFrame(
        {"partner": ["a"], "theme": ["t"], "level": [None], "department": ["Zorg"]}
    ).astype({"level": float})
    assert partner_links(pd.DataFrame({"id": ["a"]}), rows)["themes"].tolist() == [("t",)]
