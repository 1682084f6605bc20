"""A dossier begins with the startdossier, and loses nothing of it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from helpers.dossier.words import Kind
from helpers.training.begun import begun, kind_of
from helpers.training.start_dossier import Entry, Page

TEXT = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=30)


def test_what_was_written_stands_in_the_dossier() -> None:
    entry = Entry(
        key="1",
        who="Wijkraad Noord",
        position="Geen hoogbouw",
        interest="Zon in de tuin",
        sure=2,
        next_step="Koffie voor 3 december",
        talks="De wethouder met de voorzitter",
    )
    dossier = begun(Page(subject="Een sporthal", entries=(entry, Entry(key="2"))))
    (who,), (interest,) = dossier.stakeholders, dossier.interests
    assert (who.name, who.kind) == ("Wijkraad Noord", Kind.RESIDENTS)
    assert (interest.stakeholder, interest.position) == (who.id, "Geen hoogbouw")
    assert (interest.interest, interest.certainty) == ("Zon in de tuin", 2)
    assert dossier.story.split("\n\n") == [
        "Een sporthal",
        "Volgende stap met Wijkraad Noord: Koffie voor 3 december",
        "Wie praat met Wijkraad Noord: De wethouder met de voorzitter",
    ]


def test_an_empty_page_gives_an_empty_dossier() -> None:
    dossier = begun(Page())
    assert (dossier.stakeholders, dossier.interests, dossier.story) == ((), (), "")


def test_the_sort_is_read_from_the_name_in_lower_or_upper_case() -> None:
    names = ["WETHOUDER ruimte", "Fractie Samen", "De eigenaren", "Ministerie", "Griffie", "Fonds"]
    assert [kind_of(name) for name in names] == [
        Kind.EXECUTIVE,
        Kind.FRACTIE,
        Kind.OWNER,
        Kind.GOVERNMENT,
        Kind.OFFICIAL,
        Kind.PARTNER,
    ]


@given(st.lists(st.builds(Entry, key=st.just("1"), who=TEXT, interest=TEXT, talks=TEXT)))
def test_every_text_of_an_entry_comes_along(entries: list[Entry]) -> None:
    dossier = begun(Page(entries=tuple(entries)))
    filled = [one for one in entries if not one.empty]
    assert len(dossier.stakeholders) == len(filled)
    wanted = [normal(one.interest) for one in filled if one.interest.strip()]
    assert [one.interest for one in dossier.interests] == wanted
    for one in filled:
        assert one.talks.strip() in dossier.story


def normal(text: str) -> str:
    """Return a text as a dossier writes it."""
    return unicodedata.normalize("NFC", text).strip()
