"""The intake listens first, and says on which answers its advice rests."""

import pytest

from helpers.analysis.intake.advice import Kind, advise
from helpers.analysis.questions.reading import read_utterance
from helpers.dossier.words import Answer, Rung
from helpers.texts.language import _
from helpers.tools.clients.client_intake import ClientIntake
from helpers.tools.clients.intake_words import OFFERED
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import FINE, TOLD, said, say, ship, shown, with_assignment, write

CAUSE = "intake app_cause_1"


def opened(monkeypatch: pytest.MonkeyPatch, told: bool = True, **judged: str) -> ClientIntake:
    ship(monkeypatch, with_assignment(told=told, **judged))
    return ClientIntake(working_copy("een_app"))


def test_the_ladder_stands_in_its_order_after_a_large_field(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = opened(monkeypatch, told=False)
    sections = [one["id"] for one in tool.form.items if one["kind"] == "section"]
    assert sections == ["given", *(f"step {rung}" for rung in TOLD), "judged"]
    fields = [one for one in shown(tool).values() if one["id"].endswith(" heard")]
    assert fields[0]["rows"] > 2 * fields[1]["rows"]


@pytest.mark.parametrize("rung", Rung)
def test_an_offered_question_asks_for_its_own_step(rung: Rung) -> None:
    for question in OFFERED[rung]:
        read = read_utterance(_(question))
        assert read.form in ("open", "softened_closed")
        assert read.function == rung


def test_on_a_step_that_is_empty_a_question_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = opened(monkeypatch, told=False)
    question = _(OFFERED[Rung.CAUSE][0])
    assert question in tool.still_text()
    write(tool, f"{CAUSE} heard", "De brief komt te laat")
    assert question not in tool.still_text()


def test_the_next_thing_to_ask_is_said_first_and_given_back_when_it_was_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = opened(monkeypatch, told=False)
    assert "Vraag eerst door over: situatie" in said(tool)
    write(tool, "intake app_situation_1 heard", "Er staat elke maandag een rij.")
    summary = "U zei: Er staat elke maandag een rij. Heb ik dat goed begrepen?"
    assert summary in said(tool)
    assert read_utterance(summary).form == "summary_check"
    say(tool, "set", "intake app_situation_1 confirmed", value=True)
    assert "Vraag eerst door over: probleem" in said(tool)


def test_lines_can_be_added_and_an_emptied_one_stays_in_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = opened(monkeypatch, told=False)
    write(tool, f"{CAUSE} heard", "De brief komt te laat")
    for _click in range(2):
        say(tool, "press", "more cause")
    assert shown(tool)["more cause"]["opens"] == "intake app_cause_2 heard"
    write(tool, "intake app_cause_2 heard", "Niemand leest hem")
    write(tool, f"{CAUSE} heard", "")
    assert [row.heard for row in tool.work.dossier.intake] == ["Niemand leest hem"]
    keys = [key for key in shown(tool) if key.startswith("intake app_cause") and "heard" in key]
    assert keys == ["intake app_cause_1 heard", "intake app_cause_2 heard"]
    write(tool, f"{CAUSE} heard", "De brief is onleesbaar")
    again = ClientIntake(WorkingCopy("een_app"))
    assert {row.heard for row in again.heard} == {"Niemand leest hem", "De brief is onleesbaar"}


@pytest.mark.parametrize(
    ("judged", "words"),
    [
        ({}, "Doe het."),
        ({"lawful": "no"}, "vertrouwenspersoon"),
        ({"yours": "no"}, "niet van jou"),
        ({"can_help": "no"}, "Loyaal tegenspreken"),
        ({"size": "too_big"}, "niet alleen"),
        ({"size": "too_small"}, "kleine klus"),
        ({"ready_made": "yes", "solution_helps": "no"}, "andere kijk"),
        ({"ready_made": "yes", "solution_helps": "yes"}, "De opdrachtgever heeft gelijk"),
    ],
)
def test_each_advice_comes_with_its_reasons(
    monkeypatch: pytest.MonkeyPatch, judged: dict[str, str], words: str
) -> None:
    tool = opened(monkeypatch, **FINE | judged)
    assert words in said(tool)
    assert "Dit steunt op:" in said(tool)
    assert "weiger" not in said(tool).lower()


def test_a_reason_names_the_answer_and_the_words_of_the_client(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged = FINE | {"ready_made": "yes", "solution_helps": "no"}
    tool = opened(monkeypatch, **judged)
    assert 'oorzaak "Dit is de cause."' in said(tool)
    assert "Neemt die oplossing de oorzaak weg die je hebt gehoord? nee" in said(tool)


def test_a_no_names_consequences_and_alternatives_and_ends_loyally(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = opened(monkeypatch, **FINE | {"can_help": "no"})
    assert "nog niet opgeschreven" in said(tool)
    write(tool, "assignments app consequences", "Dan betaalt u twee keer.")
    write(tool, "assignments app alternatives", "Een proef van een maand.")
    assert "Noem de gevolgen: Dan betaalt u twee keer." in said(tool)
    assert "Wat wel kan: Een proef van een maand." in said(tool)
    assert said(tool).index("Noem de gevolgen") < said(tool).index("voer het dan loyaal uit")


def test_what_is_too_big_is_divided_in_parts_with_others(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = opened(monkeypatch, **FINE | {"size": "too_big"})
    assert "Knip de opdracht hierboven in delen" in said(tool)
    part = "parts app_part_1"
    write(tool, f"{part} part", "De gesprekken per team")
    assert "De gesprekken per team: nog niemand" in said(tool)
    write(tool, f"{part} with_whom", "twee teamleiders")
    say(tool, "set", f"{part} agreed", value=True)
    assert "De gesprekken per team: twee teamleiders, afgesproken." in said(tool)


def test_what_only_counts_now_and_then_is_asked_only_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = opened(monkeypatch, **FINE)
    hidden = {"assignments app worth_it", "assignments app solution", "parts app_part_1 part"}
    assert not hidden & set(shown(tool))
    for name, value in {"fits": "no", "ready_made": "yes", "size": "too_big"}.items():
        say(tool, "set", f"assignments app {name}", value=value)
    assert hidden <= set(shown(tool))


def test_another_assignment_has_a_ladder_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = opened(monkeypatch)
    say(tool, "press", "another")
    write(tool, "assignments assignment_1 given", "Wij willen een kaart")
    assert tool.heard == ()
    assert shown(tool)["which"]["value"] == "assignment_1"
    say(tool, "set", "which", value="app")
    assert len(tool.heard) == len(TOLD)


def test_the_sheet_asks_exactly_what_the_advice_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever fills in every choice on the sheet never reads that something is still to judge."""
    tool = opened(monkeypatch)
    for _round in range(3):
        for key, one in shown(tool).items():
            if one["kind"] == "choice" and key != "assignments app client":
                say(tool, "set", key, value="fits" if key.endswith("size") else Answer.YES)
    assert advise(tool.assignment, tool.heard).kind is not Kind.ASK


def test_where_a_line_was_heard_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = with_assignment()
    talk = {"id": "een", "date": "2026-09-01", "stakeholder": "hoofd", "channel": "Telefoon"}
    dossier = dossier.add("contacts", **talk)
    row = {"assignment": "app", "rung": "cause", "heard": "Iets"}
    dossier = dossier.add("intake", id="a", contact="een", **row)
    ship(monkeypatch, dossier.add("intake", id="b", source="Jaarverslag", **row))
    text = ClientIntake(working_copy("een_app")).still_text()
    assert "Gehoord in: Telefoon, 1 september 2026" in text
    assert "Gelezen in: Jaarverslag" in text
