"""The cards of a lesson can be cut loose: a bold line with a quotation below it, in notes."""

import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks" / "nl").glob("*.ipynb"))
HEAD = re.compile(r"^\*\*([^*]+)\*\*.*\n\n(?=> )", re.M)
COUNTS = {"02": 10, "03": 7, "04": 12, "05": 14, "06": 8, "07": 11, "08": 7}


def cells(path: Path, *, trainer: bool) -> list[str]:
    found = json.loads(path.read_text("utf-8"))["cells"]
    return [
        "".join(cell["source"])
        for cell in found
        if ("trainer" in cell["metadata"].get("tags", [])) == trainer
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_card_is_a_head_and_a_quotation_in_the_notes(path: Path) -> None:
    notes = "\n\n".join(cells(path, trainer=True))
    heads = HEAD.findall(notes)
    assert len(heads) == COUNTS.get(path.stem[:2], 0)
    assert {one for one in heads if one.startswith("Kaart")} == set(
        re.findall(r"^\*\*(Kaart[^*]*)\*\*", notes, re.M)
    )
    assert len(set(heads)) == len(heads)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_participant_sees_no_card(path: Path) -> None:
    assert not HEAD.search("\n\n".join(cells(path, trainer=False)))
