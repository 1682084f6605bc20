"""The vote forecast shows what the working copy says, and every control reaches both its ends."""

from collections.abc import Callable

import pytest

from helpers.dossier.words import Vote
from helpers.tools.controls.controls import Choices
from helpers.tools.votes.vote_forecast import VoteForecast
from helpers.training.working_copy import WorkingCopy, working_copy

Within = Callable[[Callable[[], object], float], None]


@pytest.fixture
def tool() -> VoteForecast:
    return VoteForecast(working_copy("winkelhart"))


def judge_all(tool: VoteForecast, word: Vote) -> None:
    tool.judged.value = dict.fromkeys(tool.judged.value, word.value)


def said(tool: VoteForecast) -> str:
    parts = (tool.nothing, tool.enough, tool.outcome)
    return " ".join(line["text"] for spoken in parts for line in spoken.lines)


def test_says_first_for_whom_there_is_nothing_in_it_yet(tool: VoteForecast) -> None:
    assert tool.nothing in tool.view.children[0].children[1].children
    assert "Voor wie zit er nog niets in" in tool.still_text().splitlines()[0]


def test_unknown_votes_make_the_chance_an_interval(tool: VoteForecast) -> None:
    assert Vote.UNKNOWN in set(tool.stand.groups["judged"])
    assert "De kans op een meerderheid is tussen" in said(tool)


@pytest.mark.parametrize("word", list(Vote))
def test_every_word_can_be_chosen_for_every_group(tool: VoteForecast, word: Vote) -> None:
    for key in list(tool.judged.value):
        tool.judged.value = {**tool.judged.value, key: word.value}
    assert set(tool.stand.groups["judged"]) == {word.value}
    assert {one.judged_vote for one in tool.work.dossier.fracties} == {word}


def test_all_against_to_all_for_moves_the_chance_from_low_to_high(tool: VoteForecast) -> None:
    judge_all(tool, Vote.CERTAINLY_AGAINST)
    low = tool.stand.band
    judge_all(tool, Vote.CERTAINLY_FOR)
    assert low.high < 0.2 < 0.8 < tool.stand.band.low
    judge_all(tool, Vote.UNKNOWN)
    assert (tool.stand.band.low, tool.stand.band.high) == pytest.approx((0, 1), abs=1e-9)


def test_what_is_judged_at_once_is_one_step_to_undo(tool: VoteForecast) -> None:
    before = tool.judged.value
    judge_all(tool, Vote.CERTAINLY_FOR)
    assert tool.work.revision == 1
    tool.work.undo()
    assert tool.judged.value == before


def choose(tool: VoteForecast, *options: str) -> None:
    issue = {one.id: one.issue for one in tool.work.dossier.options}
    for option in options:
        tool.package.value = {**tool.package.value, issue[option]: option}


def test_every_option_can_be_chosen(tool: VoteForecast) -> None:
    for row in tool.package.rows:
        for option in row["options"]:
            choose(tool, option["id"])
            assert option["id"] in tool.work.package
    assert len(tool.work.package) == len(tool.work.dossier.issues)


def test_a_participant_can_make_a_package_with_a_firm_majority(tool: VoteForecast) -> None:
    assert "19 zetels" in said(tool)
    assert "stevige meerderheid moeten" in said(tool)
    choose(tool, "parkeren_pas", "woningen_ouderen")
    assert "genoeg voor een stevige meerderheid" in said(tool)
    assert "Parkeren en Woningen" in said(tool)
    choose(tool, *tool.work.dossier.proposal)
    assert "zoals het er ligt" in said(tool)


def test_a_package_moves_the_marks_in_the_picture_but_not_your_judgement(
    tool: VoteForecast,
) -> None:
    judged, before = dict(tool.judged.value), tool.picture.alt
    choose(tool, "parkeren_pas", "woningen_ouderen")
    assert tool.judged.value == judged
    assert tool.picture.alt != before


@pytest.mark.parametrize("value", [0.0, 0.7])
def test_the_slider_reaches_both_ends(tool: VoteForecast, value: float) -> None:
    before = tool.picture.svg
    tool.together.value = value
    assert tool.work.dossier.shared_factor == value
    steps = tool.together.each
    assert (steps[0], steps[-1]) == ("niet, stap 0 van 14", "sterk, stap 14 van 14")
    assert tool.together.words == steps[round(20 * value)]
    assert len(set(steps)) == 15
    assert tool.picture.svg != before


@pytest.mark.parametrize(("value", "kept"), [(-5.0, 0.0), (99.0, 0.7)])
def test_a_slider_beyond_its_ends_stops_there(
    tool: VoteForecast, value: float, kept: float
) -> None:
    tool.together.value = value
    assert tool.together.value == kept


def test_a_choice_that_does_not_exist_is_refused(tool: VoteForecast) -> None:
    with pytest.raises(Exception, match="no such row or option"):
        tool.judged.value = {"nobody": Vote.UNKNOWN.value}


def test_two_tools_on_a_page_show_the_same(tool: VoteForecast) -> None:
    other = VoteForecast(tool.work)
    judge_all(tool, Vote.PROBABLY_AGAINST)
    assert other.judged.value == tool.judged.value
    assert other.outcome.lines == tool.outcome.lines
    assert other.picture.svg == tool.picture.svg
    assert other.picture.svg != VoteForecast(working_copy("woondeal")).picture.svg


def test_follows_what_another_kernel_saved(tool: VoteForecast) -> None:
    elsewhere = WorkingCopy("winkelhart")
    key = elsewhere.dossier.fracties[0].id
    elsewhere.change("stakeholders", key, judged_vote=Vote.CERTAINLY_AGAINST)
    tool.work.refresh()
    assert tool.judged.value[key] == Vote.CERTAINLY_AGAINST


def test_a_failure_is_a_sentence_and_no_traceback(
    tool: VoteForecast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(tool.work, "amend", broken)
    judge_all(tool, Vote.CERTAINLY_FOR)
    assert "ging iets mis" in said(tool)


def test_running_a_lesson_again_and_again_keeps_few_tools_alive(tool: VoteForecast) -> None:
    tools = [VoteForecast(tool.work) for _ in range(5)]
    assert [one.view.comm is not None for one in tools][-2:] == [True, True]
    assert tools[0].view.comm is None


def test_what_stands_in_a_dossier_is_never_markup() -> None:
    work = working_copy("winkelhart")
    work.change("stakeholders", work.dossier.fracties[0].id, name="<script>alert(1)</script>")
    tool = VoteForecast(work)
    assert "<script>" not in tool.still_html()


def test_the_still_version_has_a_picture_with_text_and_the_judged_votes(
    tool: VoteForecast,
) -> None:
    page = tool._repr_mimebundle_()["text/html"]
    assert 'alt="Halve cirkel met' in page
    for name in tool.stand.groups["name"]:
        assert name in page


def test_every_choice_has_a_label(tool: VoteForecast) -> None:
    assert isinstance(tool.judged, Choices)
    assert tool.judged.caption
    assert all(row["label"] for row in tool.judged.rows)
    assert tool.judged.options[0]["label"] == "zeker tegen"


def test_a_redraw_is_fast_enough_to_feel_immediate(tool: VoteForecast, within: Within) -> None:
    steps = iter(range(1, 15))
    within(lambda: setattr(tool.together, "value", next(steps) / 20), 0.1)
    assert tool.work.revision


def test_the_small_version_shows_the_votes_only(tool: VoteForecast) -> None:
    small = VoteForecast(tool.work, votes_only=True)
    assert small.package not in small.view.children
    assert "Voor wie zit er nog niets in" not in small.still_text()
    assert "De kans op een meerderheid" in small.still_text()


def test_a_change_elsewhere_redraws_nothing_here(
    tool: VoteForecast, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(tool, "redraw", lambda: drawn.append("again"))
    tool.work.change("route", tool.work.dossier.route[0].id, done=False)
    assert drawn == []
    judge_all(tool, Vote.UNKNOWN)
    assert drawn


def test_who_tips_the_vote_is_drawn_only_when_a_person_unfolds_it(tool: VoteForecast) -> None:
    assert (tool.tips.unfolded, tool.tips.svg) == (False, "")
    tool.tips.unfolded = True
    assert "Buurtbelang" in tool.tips.alt
    before = tool.tips.alt
    judge_all(tool, Vote.CERTAINLY_FOR)
    assert tool.tips.alt != before
    assert "<svg" in tool.tips.svg


def test_says_what_is_left_when_the_largest_doubtful_group_drops_out(tool: VoteForecast) -> None:
    judge_all(tool, Vote.PROBABLY_FOR)
    assert "dan zijn dat 31 zetels. Een meerderheid is 16" in said(tool)
    assert "Stemt Samen Ravelwoude toch tegen" in said(tool)
    assert "blijven er 25 over" in said(tool)
    judge_all(tool, Vote.CERTAINLY_FOR)
    assert "toch tegen" not in said(tool)


def test_a_value_that_is_told_moves_the_forecast(tool: VoteForecast) -> None:
    tool.work.choose("parkeren_pas")
    before = tool.stand.groups.set_index("id").loc["samen"]
    told = {"stakeholder": "samen", "option": "parkeren_pas", "value": -100}
    tool.work.amend(lambda dossier: dossier.add("values", **told))
    after = tool.stand.groups.set_index("id").loc["samen"]
    assert after["value"] < before["value"] - 50
    assert after["chance"] < before["chance"]
    assert before["enough"]
    assert not after["enough"]


def test_a_group_that_is_not_judged_yet_says_so_until_it_is(tool: VoteForecast) -> None:
    tool.work.change("stakeholders", "samen", judged_vote="")
    assert tool.judged.value["samen"] == ""
    row = next(row for row in tool.judged.rows if row["id"] == "samen")
    assert row["options"][0] == {"id": "", "label": "nog niet beoordeeld"}
    assert "Samen Ravelwoude heb je nog niet beoordeeld" in " ".join(
        line["text"] for line in tool.outcome.lines
    )
    assert "nog niet beoordeeld" in tool.still_html()
    tool.judged.value = {**tool.judged.value, "samen": "probably_for"}
    row = next(row for row in tool.judged.rows if row["id"] == "samen")
    assert "options" not in row
