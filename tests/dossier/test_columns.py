"""Every column is declared whole, and everybody may write its title and words in two languages."""

from collections import Counter
from itertools import chain
from typing import get_args

import pytest

from helpers.dossier.allowed import allowed
from helpers.dossier.columns import Column, Declared, columns_of
from helpers.dossier.model import PARTS, Dossier
from helpers.dossier.spelling import spellings
from helpers.dossier.tables import TABLES
from helpers.dossier.words import WORDS, Word
from helpers.texts.language import _

COLUMNS = [(part, one) for part in PARTS.values() for one in columns_of(part).values()]
IDS = [f"{part.__name__}-{column.name}" for part, column in COLUMNS]


@pytest.mark.parametrize(("part", "column"), COLUMNS, ids=IDS)
def test_a_column_says_what_it_is(part: type[Declared], column: Column) -> None:
    assert column.title
    assert column.meaning.endswith((".", "?"))
    assert allowed(column)
    if column.type in (int, float):
        assert column.low is not None
        assert column.high is not None
        assert column.unit
    if column.refers:
        assert "id" in columns_of(TABLES[column.refers])


@pytest.mark.parametrize("part", PARTS.values())
def test_a_title_belongs_to_one_column(part: type[Declared]) -> None:
    titles = chain.from_iterable(column.spellings for column in columns_of(part).values())
    assert [title for title, count in Counter(titles).items() if count > 1] == []


@pytest.mark.parametrize("words", Word.__subclasses__())
def test_a_word_is_read_as_it_is_stored_and_as_it_is_shown(words: type[Word]) -> None:
    for word in words:
        for written in (word.value, WORDS[word], _(WORDS[word]), f" {_(WORDS[word]).upper()} "):
            assert words(written) is word


def test_lists_that_store_the_same_value_each_keep_their_own_word() -> None:
    told = [word for words in Word.__subclasses__() for word in words]
    assert len(WORDS) == len(told) > len({word.value for word in told})
    assert {_(WORDS[one]) for one in told if one == "organisation"} == {
        "onze eigen organisatie",
        "hoe het georganiseerd is",
    }


@pytest.mark.parametrize("words", Word.__subclasses__())
def test_the_words_of_a_column_fit_in_a_list_of_excel(words: type[Word]) -> None:
    shown = [_(WORDS[word]) for word in words]
    assert not any("," in one for one in shown)
    assert len(",".join(shown)) <= 253


def test_a_title_of_a_sheet_belongs_to_one_table_and_fits_in_excel() -> None:
    titles = list(chain.from_iterable(spellings(part.SHEET) for part in PARTS.values()))
    assert len(titles) == len(set(titles))
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\'") for title in titles)


def test_every_table_is_declared_once() -> None:
    assert list(TABLES) == [
        "stakeholders", "interests", "issues", "options", "effects", "values", "thresholds",
        "route", "contacts", "assignments", "intake", "parts", "reframes", "preparations",
        "groups", "aspects", "expectations", "goals", "measures", "contributions", "messages",
        "readbacks", "themes", "partners", "partner_themes", "cooperation",
        "regions", "priorities", "stories",
    ]  # fmt: skip
    for name, table in TABLES.items():
        assert get_args(Dossier.model_fields[name].annotation)[0] is table
        assert set(table.KEY) <= set(columns_of(table))
        assert all(columns_of(table)[key].required for key in table.KEY)
