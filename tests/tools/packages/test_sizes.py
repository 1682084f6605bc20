"""Small, large and half-known dossiers get a calm answer."""

from typing import Any

import pytest

from helpers.dossier.model import Dossier
from helpers.tools.packages.package_maker import PackageMaker
from tests.tools.packages.deals import choose, made_up, maker, party, said, say


@pytest.mark.parametrize(
    ("parties", "sizes", "later"),
    [
        (1, (2,), 0),
        (12, (3, 3), 0),
        (6, (1,), 0),
        (6, (1, 4, 1), 1),
        (3, (2,) * 15, 4),
        (2, (3, 2), 2),
        (1, (), 0),
        (0, (2, 2), 1),
        (0, (), 0),
    ],
)
def test_every_size_can_be_used(
    monkeypatch: pytest.MonkeyPatch, parties: int, sizes: tuple[int, ...], later: int
) -> None:
    tool = maker(monkeypatch, made_up(parties, sizes, later))
    for n in range(len(sizes)):
        say(tool, "lay", f"j{n}")
    for issue in list(tool.table.issues):
        choose(tool, issue["options"][-1]["id"])
        choose(tool, issue["options"][0]["id"])
    for _ in range(2):
        say(tool, "keep")
    say(tool, "party", value="p0")
    for n in range(len(sizes)):
        say(tool, "off", f"j{n}")
    assert (tool.table.notice, tool.results.notice) == ("", "")
    assert len(tool.table.parties) == parties
    assert tool.still_text()


def test_one_party_reads_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = maker(monkeypatch, made_up(1, (1,)).model_copy(update={"thresholds": ()}))
    assert "Iedereen zegt ja" in said(tool)
    assert "Er ligt 1 punt op tafel: samen 1 pakket." in said(tool)
    assert "telt hier als 0" in said(tool)


def test_nobody_in_the_dossier_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = maker(monkeypatch, made_up(0, (2,)))
    assert "nog niemand" in said(tool)
    assert "ja" not in tool.table.count["text"].split()


def half_known() -> Dossier:
    dossier = made_up(2, (2,)).model_copy(update={"values": ()})
    dossier = dossier.change("thresholds", "p0", no_deal=4)
    dossier = dossier.add("effects", option="j0_1", interest="b_p0")
    return dossier.add("effects", option="j0_1", interest="b_p1", effect=1)


def test_what_is_not_known_is_an_interval_and_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = maker(monkeypatch, half_known())
    choose(tool, "j0_1")
    words = party(tool, "p0")["words"]
    assert "Tussen \N{MINUS SIGN}12 en 12 waard" in words
    assert "hangt af van wat je nog niet weet" in words
    assert party(tool, "p0")["symbol"] == "?"
    assert "Nog niet zeker: Partij p0" in said(tool)
    bar = party(tool, "p0")["bar"]
    assert bar["low"] < bar["value"] < bar["high"]
    known = party(tool, "p1")["bar"]
    assert known["low"] == known["high"]


def test_who_is_short_whatever_turns_out_says_no(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = half_known().change("thresholds", "p0", no_deal=20)
    tool = maker(monkeypatch, dossier)
    choose(tool, "j0_1")
    assert "Komt zeker 8 tekort" in party(tool, "p0")["words"]


def test_some_thresholds_missing_is_told_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = made_up(3, (2, 2))
    kept = tuple(one for one in dossier.thresholds if one.stakeholder != "p1")
    tool = maker(monkeypatch, dossier.model_copy(update={"thresholds": kept}))
    assert "Wat Partij p1 zonder afspraak heeft, is nog niet bekend" in said(tool)
    assert party(tool, "p1")["bar"]["least"] == party(tool, "p1")["bar"]["zero"]


def test_what_is_off_the_table_is_worth_what_it_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = made_up(2, (2, 2), later=1)
    for who in ("p0", "p1"):
        dossier = dossier.add("values", stakeholder=who, option="j1_0", value=7)
    tool = maker(monkeypatch, dossier)
    before: list[Any] = [one.value for one in tool.parties]
    assert before == [7, 7]
    count = tool.tally
    say(tool, "lay", "j1")
    assert [one.value for one in tool.parties] == before
    assert count is not None
    assert tool.tally is not None
    assert tool.tally.all_agree >= count.all_agree


def test_fifteen_points_with_many_options_answer_without_counting_unasked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool: PackageMaker = maker(monkeypatch, made_up(6, (5,) * 15))
    assert "Er zijn 30.517.578.125 pakketten" in said(tool)
    assert tool.table.count["button"]["do"] == "count"
    choose(tool, "j14_4")
    assert party(tool, "p0")["words"]
    assert "zit meer in" in said(tool) or "Niemand kan meer" in said(tool)
    assert tool.tally is None


def test_a_dossier_that_is_half_written_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = made_up(2, (2, 2)).add("issues", id="leeg", name="Nog leeg")
    dossier = dossier.change("options", "j1_0", status_quo=False)
    dossier = dossier.model_copy(update={"proposal": ()})
    monkeypatch.setattr("helpers.training.working_copy.WorkingCopy.check", lambda self, work: None)
    tool = maker(monkeypatch, dossier)
    assert [one["id"] for one in tool.table.issues] == ["j0", "j1"]
    choose(tool, "j1_1")
    assert tool.package == ("j0_0", "j1_1")
    say(tool, "keep")
    say(tool, "lay", "leeg")
    assert tool.table.notice == ""
    assert tool.tally is not None
    assert tool.tally.total == 4
