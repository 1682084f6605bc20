"""Every sentence of the code is in the Dutch catalog, whole and current."""

import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from helpers.texts.language import CATALOGS, ngettext

HELPERS = Path(__file__).parents[2] / "src" / "helpers"
PO = CATALOGS / "nl" / "LC_MESSAGES" / "draagvlak.po"


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="nl")


def used() -> set[str]:
    keywords = {"_": None, "N_": None, "ngettext": (1, 2)}
    found = extract_from_dir(HELPERS, method_map=[("**.py", "python")], keywords=keywords)
    return {m[2] if isinstance(m[2], str) else m[2][0] for m in found}


def first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def test_no_sentence_is_missing_and_none_is_left_over(dutch: Catalog) -> None:
    assert {first(message) for message in dutch if message.id} == used()


def test_every_sentence_is_translated_and_none_is_fuzzy(dutch: Catalog) -> None:
    assert [first(m) for m in dutch if m.id and (m.fuzzy or not all(strings(m)))] == []


def test_translations_keep_the_places_to_fill_in(dutch: Catalog) -> None:
    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    wrong = [
        first(m) for m in dutch if m.id for one in strings(m) if places(one) != places(first(m))
    ]
    assert wrong == []


def test_the_compiled_catalog_is_the_text(dutch: Catalog) -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = {first(m): strings(m) for m in read_mo(file) if m.id}
    assert compiled == {first(m): strings(m) for m in dutch if m.id}, "run: make texts"


def test_numbers_choose_singular_or_plural() -> None:
    assert ngettext("{n} seat", "{n} seats", 1) == "{n} zetel"
    assert ngettext("{n} seat", "{n} seats", 2) == "{n} zetels"
