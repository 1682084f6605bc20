"""The interest list shows what matters first, and what somebody writes down is kept."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers.dossier.tables import Interest
from helpers.texts.language import _
from helpers.tools.stakeholders.interest_list import InterestList
from helpers.tools.stakeholders.interest_rows import FIELDS, fields
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.messages import tell

WHO = "buurtbelang"
DUE = _("Due for review since {day}").split("{")[0]

Within = Callable[[Callable[[], object], float], None]


@pytest.fixture
def tool() -> InterestList:
    return InterestList(working_copy("winkelhart"))


def send(tool: InterestList, what: str, key: str = "", /, **values: Any) -> dict[str, str]:
    return tell(tool.list, what=what, key=key, values=values)


def choose(tool: InterestList, who: str = "all", which: str = "all") -> list[dict[str, Any]]:
    tool.filter.value = {"who": who, "which": which}
    return [entry for group in tool.list.groups for entry in group["entries"]]


def row(tool: InterestList, key: str) -> Interest:
    return next(one for one in tool.work.dossier.interests if one.id == key)


def entry(tool: InterestList, key: str) -> dict[str, Any]:
    return next(e for g in tool.list.groups for e in g["entries"] if e["id"] == key)


def said(tool: InterestList) -> str:
    return " ".join(line["text"] for line in tool.outcome.lines)


def test_every_interest_stands_under_its_stakeholder(tool: InterestList) -> None:
    held = {e["id"]: g["id"] for g in tool.list.groups for e in g["entries"]}
    assert held == {one.id: one.stakeholder for one in tool.work.dossier.interests}


def test_what_matters_most_to_the_decision_stands_on_top(tool: InterestList) -> None:
    first = next(iter(tool.looks))
    assert tool.list.groups[0]["entries"][0]["id"] == first
    assert tool.list.groups[0]["open"]
    assert not tool.list.groups[1]["open"]


def test_what_is_not_known_yet_is_said_in_words_with_a_sign(tool: InterestList) -> None:
    unsaid = next(one for one in tool.work.dossier.interests if not one.interest)
    shown = entry(tool, unsaid.id)
    assert shown["title"] == _("Interest not known yet")
    assert {"symbol": "?", "look": "dv-open"}.items() <= shown["marks"][0].items()
    assert shown["marks"][0]["text"] == _("Not known yet: what is behind this position?")


def test_what_is_due_for_review_is_said_in_words_with_a_sign(tool: InterestList) -> None:
    due = [e for e in choose(tool, which="due") for mark in e["marks"] if mark["symbol"] == "↻"]
    assert len(due) == sum(look.due for look in tool.looks.values()) > 0
    assert all(e["marks"][-1]["text"].startswith(DUE) for e in due)


def test_the_choices_reach_every_stakeholder_and_every_kind(tool: InterestList) -> None:
    shown = 0
    for option in tool.filter.rows[0]["options"][1:]:
        entries = choose(tool, who=option["id"])
        shown += len(entries)
        assert {row(tool, e["id"]).stakeholder for e in entries} <= {option["id"]}
    assert shown == len(tool.work.dossier.interests)
    for option in tool.filter.rows[1]["options"]:
        assert choose(tool, which=option["id"])
    assert _("You now see {n} of them.").format(n=len(choose(tool, WHO, "unknown"))) in said(tool)


def test_a_choice_that_does_not_exist_is_refused(tool: InterestList) -> None:
    with pytest.raises(Exception, match="no such row or option"):
        tool.filter.value = {"who": "nobody", "which": "all"}


def test_a_new_interest_is_added_and_saved(tool: InterestList) -> None:
    errors = send(tool, "add", stakeholder=WHO, position="Eerst de stoep", weight="4", date="")
    assert errors == {}
    added = WorkingCopy("winkelhart").dossier.interests[-1]
    assert (added.stakeholder, added.position, added.weight) == (WHO, "Eerst de stoep", 4.0)
    assert added.id in tool.looks


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"position": "x"}, "stakeholder", "Kies van wie"),
        ({"stakeholder": "", "position": "x"}, "stakeholder", "van wie"),
        ({"stakeholder": "niemand", "position": "x"}, "stakeholder", "keuze"),
        ({"stakeholder": WHO, "position": "  ", "interest": ""}, "position", "Een van de twee"),
        ({"stakeholder": WHO, "position": "x", "weight": "9"}, "weight", "5 of minder"),
        ({"stakeholder": WHO, "position": "x", "weight": "zwaar"}, "weight", "getal"),
        ({"stakeholder": WHO, "position": "x", "certainty": "4"}, "certainty", "3 of minder"),
        ({"stakeholder": WHO, "position": "x", "source_kind": "roddel"}, "source_kind", "roddel"),
        ({"stakeholder": WHO, "position": "x", "date": "31-02-2026"}, "date", "datum"),
        (
            {"stakeholder": WHO, "position": "x", "date": "2026-09-15", "review_by": "2026-09-01"},
            "review_by",
            "vóór de dag",
        ),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(
    tool: InterestList, values: dict[str, str], field: str, words: str
) -> None:
    errors = send(tool, "add", **values)
    assert list(errors) == [field]
    assert words in errors[field]
    assert tool.work.revision == 0


def test_all_errors_of_a_form_come_at_once(tool: InterestList) -> None:
    errors = send(tool, "add", stakeholder=WHO, position="x", weight="-1", date="ooit")
    assert set(errors) == {"weight", "date"}


@pytest.mark.parametrize("field", fields(), ids=lambda field: str(field["id"]))
def test_every_choice_of_the_form_can_be_made(tool: InterestList, field: dict[str, Any]) -> None:
    for option in field["options"]:
        assert send(tool, "save", "buurt_mantelzorg", **{field["id"]: option["id"]}) == {}
        assert entry(tool, "buurt_mantelzorg")["values"][field["id"]] == option["id"]


def test_only_what_was_changed_in_the_form_is_written(tool: InterestList) -> None:
    key = "buurt_mantelzorg"
    shown = dict(entry(tool, key)["values"])
    WorkingCopy("winkelhart").change("interests", key, source="Uit een ander venster")
    assert send(tool, "save", key, **{**shown, "source": shown["source"], "weight": "2"}) == {}
    assert row(tool, key).weight == 2.0


def test_a_weight_between_two_words_is_not_lost_by_saving(tool: InterestList) -> None:
    key = "buurt_mantelzorg"
    tool.work.change("interests", key, weight=3.5)
    assert send(tool, "save", key, **entry(tool, key)["values"]) == {}
    assert row(tool, key).weight == 3.5


def test_looking_at_it_again_makes_it_due_and_looked_at_makes_it_fresh(tool: InterestList) -> None:
    key = "buurt_mantelzorg"
    assert not tool.looks[key].due
    send(tool, "again", key)
    assert tool.looks[key].due
    assert [one["what"] for one in entry(tool, key)["steps"]] == ["holds"]
    send(tool, "holds", key)
    assert not tool.looks[key].due
    assert row(tool, key).date == tool.work.dossier.as_of


def test_a_removed_interest_comes_back_with_undo(tool: InterestList) -> None:
    shipped = tool.work.dossier
    assert tool.undo.off
    send(tool, "remove", "buurt_mantelzorg")
    assert "buurt_mantelzorg" not in tool.looks
    assert not tool.undo.off
    tell(tool.undo, what="undo")
    assert tool.work.dossier == shipped
    assert tool.undo.off
    assert "teruggedraaid" in tool.undo.said


def test_a_stakeholder_without_interests_stays_in_sight(tool: InterestList) -> None:
    for one in tool.work.dossier.interests:
        if one.stakeholder == WHO:
            send(tool, "remove", one.id)
    assert tool.list.groups[-1]["id"] == WHO
    assert tool.list.groups[-1]["note"] == _("no interest written down yet")


def test_what_was_removed_elsewhere_is_said_and_nothing_breaks(tool: InterestList) -> None:
    WorkingCopy("winkelhart").remove_interest("buurt_mantelzorg")
    tool.work.refresh()
    for what in ("save", "remove", "again", "holds"):
        assert "niet meer in het dossier" in send(tool, what, "buurt_mantelzorg", position="x")[""]


@pytest.mark.parametrize("sent", [{}, {"what": 3}, {"what": "add", "values": "x"}, {"key": []}])
def test_nonsense_from_the_page_is_answered_calmly(
    tool: InterestList, sent: dict[str, Any]
) -> None:
    tell(tool.list, **sent)
    assert tool.work.revision == 0


def test_two_lists_on_a_page_show_the_same(tool: InterestList) -> None:
    other = InterestList(tool.work)
    send(tool, "add", stakeholder=WHO, position="Eerst de stoep")
    assert other.list.groups == tool.list.groups
    assert other.outcome.lines == tool.outcome.lines


def test_a_failure_is_a_sentence_and_no_traceback(
    tool: InterestList, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(tool.work, "change", broken)
    assert "ging iets mis" in send(tool, "again", "buurt_mantelzorg")[""]
    assert "ging iets mis" in said(tool)


def test_what_stands_in_a_dossier_is_never_markup(tool: InterestList) -> None:
    bad = "<img src=x onerror=alert(1)>"
    tool.work.change("interests", "buurt_mantelzorg", position=bad, interest=bad, source=bad)
    tool.work.change("stakeholders", WHO, name=bad)
    assert "<img" not in tool.still_html()
    assert "&lt;img" in tool.still_html()


def test_the_still_version_holds_every_interest_in_words(tool: InterestList) -> None:
    bundle = tool._repr_mimebundle_()
    assert bundle["text/plain"].startswith("59 ")
    assert bundle["text/html"].count("<li>") == len(tool.work.dossier.interests)


def test_every_field_has_a_label(tool: InterestList) -> None:
    shown = [*tool.list.first, *tool.list.fields]
    assert {field["id"] for field in shown} == {"stakeholder", *FIELDS}
    assert all(field["label"] for field in shown)
    assert tool.filter.caption
    assert all(row["label"] for row in tool.filter.rows)


def test_a_redraw_is_fast_enough_to_feel_immediate(tool: InterestList, within: Within) -> None:
    within(tool.redraw, 0.1)


def test_a_group_of_one_seat_is_a_person(tool: InterestList) -> None:
    marks = {one["label"]: [mark["text"] for mark in one["marks"]] for one in tool.list.groups}
    public = "één persoon: alleen wat in het openbaar is gezegd"
    assert [who for who, said in marks.items() if public in said] == ["Open Raad"]


def test_the_picture_is_drawn_when_unfolded_and_follows(tool: InterestList) -> None:
    assert tool.field.svg == ""
    tool.field.unfolded = True
    first = tool.field.svg
    assert "Veld van 24 bij 16" in tool.field.alt
    tool.work.change("interests", tool.work.dossier.interests[0].id, weight="1")
    second = tool.field.svg
    assert second != first
    tool.work.change("interests", tool.work.dossier.interests[0].id, source="elders")
    assert tool.field.svg == second
    tool.filter.value = {**tool.filter.value, "who": "waterschap"}
    assert "Veld van 1 bij 16" in tool.field.alt


def test_the_picture_follows_fast_enough(tool: InterestList, within: Within) -> None:
    tool.field.unfolded = True
    key = tool.work.dossier.interests[0].id
    weights = iter("12" * 20)
    within(lambda: tool.work.change("interests", key, weight=next(weights)), 0.3)


def test_what_rests_on_an_assumption_can_be_shown_alone(tool: InterestList) -> None:
    tool.filter.value = {**tool.filter.value, "which": "assumed"}
    shown = [entry["id"] for group in tool.list.groups for entry in group["entries"]]
    rows = {row.id: row.source_kind for row in tool.work.dossier.interests}
    assert {rows[key] for key in shown} == {"assumption"}
    assert len(shown) == list(rows.values()).count("assumption") == 6


def test_a_value_that_is_told_stands_in_the_picture_and_leaves_no_question(
    tool: InterestList,
) -> None:
    tool.field.unfolded = True
    missing = ("effect", "geld_stappen")
    assert missing in tool.looks["ondern_investeren"].unknown
    told = {"stakeholder": "ondernemend", "option": "geld_stappen", "value": 37}
    tool.work.amend(lambda dossier: dossier.add("values", **told))
    assert missing not in tool.looks["ondern_investeren"].unknown
    row = next(row for row in tool.field.table["rows"] if row[0] == "Ondernemend Ravelwoude")
    assert "+37" in row
