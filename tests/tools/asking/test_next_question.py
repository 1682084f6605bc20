"""The list says what to ask next; an answer moves the list, the forecast and the chance."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers.dossier.model import Dossier
from helpers.dossier.tables import Stakeholder
from helpers.dossier.words import SourceKind, Vote
from helpers.texts.language import _
from helpers.tools.asking.answered import Told, answered
from helpers.tools.asking.asked_words import standing_lines
from helpers.tools.asking.asking import ALWAYS, CHANGES, SURE, UNKNOWN, Question, asking
from helpers.tools.asking.next_question import NextQuestion
from helpers.tools.asking.question_rows import FIELDS, groups
from helpers.tools.stakeholders.interest_list import InterestList
from helpers.tools.votes.vote_forecast import VoteForecast
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.messages import tell

Within = Callable[[Callable[[], object], float], None]
VOTE = "vote ondernemend"
EFFECT = "effect fonds_waarde groen_rand"
WEIGHT = "weight fonds_waarde"
LEAST = "no_deal vastgoedfonds"
CONTENT = "interest buurt_buurthuis"
OPEN = "open"


@pytest.fixture
def tool() -> NextQuestion:
    return NextQuestion(working_copy("winkelhart"))


def entry(tool: NextQuestion, key: str) -> dict[str, Any]:
    return next(e for group in tool.list.groups for e in group["entries"] if e["id"] == key)


def keys(tool: NextQuestion) -> list[str]:
    return [e["id"] for group in tool.list.groups for e in group["entries"]]


def fill(tool: NextQuestion, key: str, /, **values: str) -> dict[str, str]:
    """Save the form of a question as its page would, with what it shows at first."""
    shown = entry(tool, key)["values"]
    return tell(tool.list, what="save", key=key, values={**shown, **values})


def said(tool: NextQuestion) -> str:
    return " ".join(line["text"] for line in tool.outcome.lines)


def shown(one: dict[str, Any]) -> str:
    return " ".join([one["title"], *(line["text"] for line in one["lines"])])


def row(tool: NextQuestion, table: str, key: Any) -> Any:
    return next(one for one in getattr(tool.work.dossier, table) if one.key == key)


def empty(**tables: Any) -> Dossier:
    return Dossier(id="leeg", title="Leeg", as_of="2026-09-15", **tables)


def test_the_open_question_always_stands_on_top(tool: NextQuestion) -> None:
    assert keys(tool)[0] == OPEN
    assert entry(tool, OPEN)["title"] == "1. Wat zie ik over het hoofd?"
    fill(tool, VOTE, answer="probably_for")
    assert keys(tool)[0] == OPEN
    assert asking(empty()).questions[0].kind == OPEN


def test_what_may_change_the_proposal_stands_before_what_is_unknown_and_what_is_known(
    tool: NextQuestion,
) -> None:
    assert [group["id"] for group in tool.list.groups] == [ALWAYS, CHANGES, UNKNOWN, SURE]
    assert [group["open"] for group in tool.list.groups] == [True, True, True, False]
    numbers = [e["title"].split(".")[0] for group in tool.list.groups for e in group["entries"]]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]


def test_everything_that_the_interest_list_does_not_know_is_asked(tool: NextQuestion) -> None:
    looks = InterestList(tool.work).looks
    asked = {(one.interest, one.kind, one.option) for one in tool.found.questions}
    for key, look in looks.items():
        assert {(key, what, option) for what, option in look.unknown} <= asked


def test_with_party_groups_the_alderman_asks_and_the_registry_knows(tool: NextQuestion) -> None:
    for one in tool.found.questions:
        if one.who and one.who.seats:
            assert one.asked_by == "alderman"
    assert "Wie vraagt het: de wethouder; jij bereidt het voor." in shown(entry(tool, VOTE))
    assert "De griffie weet van het gesprek." in shown(entry(tool, VOTE))
    assert "de wethouder en jij samen" in shown(entry(tool, EFFECT))


def test_of_a_group_of_one_person_only_what_is_public_may_be_written_down(
    tool: NextQuestion,
) -> None:
    one = entry(tool, "vote open_raad")
    assert "schrijf alleen op wat in het openbaar is gezegd" in shown(one)
    kinds = next(field for field in one["fields"] if field["id"] == "source_kind")
    assert [option["id"] for option in kinds["options"]] == ["document"]
    errors = fill(tool, "vote open_raad", answer="probably_for", source_kind="conversation")
    assert "source_kind" in errors
    talks = tool.work.dossier.contacts
    assert fill(tool, "vote open_raad", answer="probably_for", source="Verslag") == {}
    assert tool.work.dossier.contacts == talks


def test_the_reason_names_the_answer_and_what_would_then_be_proposed(tool: NextQuestion) -> None:
    text = shown(entry(tool, EFFECT))
    assert 'Hoor je "het wordt iets beter voor hen"' in text
    assert 'fasering "Alles in één keer, winkels dicht"' in text
    assert "Zonder Vastgoedfonds gaat het niet door" in text


def test_no_term_and_no_bare_number_stands_on_the_screen(tool: NextQuestion) -> None:
    texts = [shown(e).split(". ", 1)[1] for g in tool.list.groups for e in g["entries"]]
    names = {one.name for one in tool.work.dossier.options}
    for text in [*texts, said(tool)]:
        for name in names:
            text = text.replace(name, "")
        for word in ("EVSI", "EVPI", "Pareto", "Nash", "rho", "0.", "None", "nan", "{"):
            assert word not in text
    assert not any(c.isdigit() for text in texts for c in _without(text, names))


def _without(text: str, names: set[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text


@pytest.mark.parametrize("word", [word.value for word in Vote if word is not Vote.UNKNOWN])
def test_every_word_for_a_vote_goes_into_the_dossier_with_its_source(
    tool: NextQuestion, word: str
) -> None:
    talks = len(tool.work.dossier.contacts)
    assert fill(tool, VOTE, answer=word, source="Gesprek met de fractie", checked="yes") == {}
    who = row(tool, "stakeholders", "ondernemend")
    assert (who.judged_vote, who.vote_certainty, who.vote_source_kind) == (word, 3, "conversation")
    assert (who.vote_source, who.vote_date) == ("Gesprek met de fractie", tool.work.dossier.as_of)
    assert VOTE not in keys(tool)
    assert len(tool.work.dossier.contacts) == talks + 1
    talk = tool.work.dossier.contacts[-1]
    assert (talk.stakeholder, talk.confirmed) == ("ondernemend", True)
    assert talk.asked == "Hoe kijkt uw fractie naar het voorstel zoals het er nu ligt?"
    assert WorkingCopy("winkelhart").dossier == tool.work.dossier


@pytest.mark.parametrize("answer", [str(n) for n in range(-3, 4)])
def test_every_effect_goes_into_the_dossier_and_is_sure_when_confirmed(
    tool: NextQuestion, answer: str
) -> None:
    assert fill(tool, EFFECT, answer=answer, checked="yes") == {}
    effect = row(tool, "effects", ("groen_rand", "fonds_waarde"))
    assert (effect.effect, effect.certainty) == (int(answer), 3)
    assert EFFECT not in [one.key for one in tool.found.questions]
    other = row(tool, "effects", ("groen_tuin", "fonds_waarde"))
    assert other.certainty is None


def test_what_is_not_confirmed_stays_a_question(tool: NextQuestion) -> None:
    assert fill(tool, EFFECT, answer="1", checked="no") == {}
    assert row(tool, "effects", ("groen_rand", "fonds_waarde")).certainty == 2
    assert EFFECT in [one.key for one in tool.found.questions]


@pytest.mark.parametrize("answer", [str(n) for n in range(6)])
def test_every_weight_goes_into_the_dossier_and_makes_nothing_else_surer(
    tool: NextQuestion, answer: str
) -> None:
    assert fill(tool, WEIGHT, answer=answer, checked="yes", source="Bij hen") == {}
    interest = row(tool, "interests", "fonds_waarde")
    assert (interest.weight, interest.certainty, interest.review_by) == (float(answer), 3, None)
    assert (interest.source, interest.date) == ("Bij hen", tool.work.dossier.as_of)
    assert row(tool, "effects", ("groen_tuin", "fonds_waarde")).certainty == 2


@pytest.mark.parametrize("answer", ["-2", "-1", "0", "1", "2"])
def test_how_much_must_be_in_it_is_counted_from_what_was_thought(
    tool: NextQuestion, answer: str
) -> None:
    tool.work.change("thresholds", "vastgoedfonds", no_deal=-1)
    assert fill(tool, LEAST, answer=answer, checked="yes") == {}
    assert row(tool, "thresholds", "vastgoedfonds").no_deal == -1 + int(answer)
    assert row(tool, "thresholds", "vastgoedfonds").veto
    assert LEAST not in [one.key for one in tool.found.questions]


def test_the_interest_behind_a_position_is_written_down_as_heard(tool: NextQuestion) -> None:
    text = "Dat jongeren 's avonds <b>ergens</b> terechtkunnen"
    assert fill(tool, CONTENT, answer=f"  {text}\x00 ", weight="4", checked="yes") == {}
    interest = row(tool, "interests", "buurt_buurthuis")
    assert (interest.interest, interest.weight, interest.certainty) == (text, 4.0, 3)
    assert tool.work.dossier.contacts[-1].heard == text
    assert CONTENT not in keys(tool)
    assert "<b>" not in tool.still_html()


def test_what_was_overlooked_becomes_an_interest(tool: NextQuestion) -> None:
    assert fill(tool, OPEN, who="wijkraad", answer="Veilig oversteken bij de school") == {}
    new = tool.work.dossier.interests[-1]
    assert (new.stakeholder, new.interest) == ("wijkraad", "Veilig oversteken bij de school")
    assert f"weight {new.id}" in keys(tool)
    assert tool.work.dossier.contacts[-1].stakeholder == "wijkraad"


@pytest.mark.parametrize("kind", list(SourceKind))
def test_only_a_conversation_is_written_down_as_one(tool: NextQuestion, kind: SourceKind) -> None:
    talks = len(tool.work.dossier.contacts)
    assert fill(tool, VOTE, answer="probably_for", source_kind=kind.value, checked="yes") == {}
    assert len(tool.work.dossier.contacts) - talks == (kind is SourceKind.CONVERSATION)
    certainty = 1 if kind is SourceKind.ASSUMPTION else 3
    assert row(tool, "stakeholders", "ondernemend").vote_certainty == certainty


def test_who_was_convinced_stays_convinced_when_an_answer_is_written_down(
    tool: NextQuestion,
) -> None:
    key = next(k for k in keys(tool) if entry(tool, k)["lines"][0]["text"].startswith("Aan: Samen"))
    answer = next(f for f in entry(tool, key)["fields"] if f["id"] == "answer")["options"][1]["id"]
    assert fill(tool, key, answer=answer) == {}
    talk = tool.work.dossier.contacts[-1]
    assert (talk.stakeholder, talk.convinced) == ("samen", "yes")


def test_the_forecast_moves_and_the_sentence_says_from_what_to_what(tool: NextQuestion) -> None:
    forecast = VoteForecast(tool.work)
    before = forecast.stand.band
    fill(tool, VOTE, answer="certainly_for", checked="yes")
    after = forecast.stand.band
    assert after.low > before.low
    assert forecast.judged.value["ondernemend"] == "certainly_for"
    low, high = round(100 * after.low), round(100 * after.high)
    assert f"De kans op een meerderheid is nu tussen {low} en {high} procent" in said(tool)
    assert f"tussen {round(100 * before.low)} en {round(100 * before.high)} procent." in said(tool)


def test_an_answer_that_moves_nothing_says_so(tool: NextQuestion) -> None:
    fill(tool, CONTENT, answer="Een plek voor de jeugd")
    assert "De kans op een meerderheid blijft tussen" in said(tool)


def test_it_is_said_when_something_else_is_better_to_propose(tool: NextQuestion) -> None:
    before = tool.found.best
    fill(tool, EFFECT, answer="2", checked="yes")
    assert tool.found.best != before
    assert "Het antwoord verandert ook wat je het best kunt voorstellen." in said(tool)
    tool.work.choose("groen_tuin")
    assert "Genoteerd" not in said(tool)


def test_one_answer_is_one_step_to_undo(tool: NextQuestion) -> None:
    shipped, listed = tool.work.dossier, tool.list.groups
    for key, answer in ((VOTE, "probably_for"), (WEIGHT, "5"), (EFFECT, "0"), (LEAST, "1")):
        fill(tool, key, answer=answer)
        assert tool.work.dossier != shipped
        tell(tool.undo, what="undo")
        assert tool.work.dossier == shipped
        assert tool.list.groups == listed
        assert "Genoteerd" not in said(tool)


@pytest.mark.parametrize(
    ("key", "values", "field"),
    [
        (VOTE, {}, "answer"),
        (VOTE, {"answer": "misschien"}, "answer"),
        (VOTE, {"answer": "unknown"}, "answer"),
        (VOTE, {"answer": "probably_for", "checked": "?"}, "checked"),
        (VOTE, {"answer": "probably_for", "source_kind": "gerucht"}, "source_kind"),
        (EFFECT, {"answer": "4"}, "answer"),
        (WEIGHT, {"answer": "zwaar"}, "answer"),
        (CONTENT, {"answer": " \n "}, "answer"),
        (CONTENT, {"answer": "x", "weight": "6"}, "weight"),
        (OPEN, {"answer": "x"}, "who"),
        (OPEN, {"answer": "x", "who": "niemand"}, "who"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(
    tool: NextQuestion, key: str, values: dict[str, str], field: str
) -> None:
    errors = fill(tool, key, **values)
    assert list(errors) == [field]
    assert errors[field].endswith(".")
    assert tool.work.revision == 0


def test_a_question_that_is_gone_says_so_and_nothing_breaks(tool: NextQuestion) -> None:
    shown = entry(tool, VOTE)["values"]
    WorkingCopy("winkelhart").change("stakeholders", "ondernemend", judged_vote="probably_for")
    tool.work.refresh()
    errors = tell(tool.list, what="save", key=VOTE, values={**shown, "answer": "probably_for"})
    assert "niet meer in de lijst" in errors[""]


@pytest.mark.parametrize("sent", [{}, {"what": 3}, {"what": "save"}, {"what": "save", "key": []}])
def test_nonsense_from_the_page_is_answered_calmly(
    tool: NextQuestion, sent: dict[str, Any]
) -> None:
    tell(tool.list, **sent)
    assert tool.work.revision == 0


def test_a_failure_is_a_sentence_and_no_traceback(
    tool: NextQuestion, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(tool.work, "amend", broken)
    assert "ging iets mis" in fill(tool, VOTE, answer="probably_for")[""]
    assert "ging iets mis" in said(tool)


def test_an_answer_in_another_tool_ranks_this_list_again(tool: NextQuestion) -> None:
    forecast = VoteForecast(tool.work)
    forecast.judged.value = {**forecast.judged.value, "ondernemend": "probably_for"}
    assert VOTE not in keys(tool)


def test_every_field_has_a_label_and_every_choice_an_answer(tool: NextQuestion) -> None:
    for key in keys(tool):
        fields = entry(tool, key)["fields"]
        assert {field["id"] for field in fields} <= set(FIELDS)
        assert all(field["label"] for field in fields)
        for field in fields:
            ids = [option["id"] for option in field.get("options", [])]
            assert len(ids) == len(set(ids))


def test_the_still_version_holds_every_question_in_words(tool: NextQuestion) -> None:
    bundle = tool._repr_mimebundle_()
    assert bundle["text/html"].count("<li>") == len(keys(tool))
    assert "Wat zie ik over het hoofd?" in bundle["text/plain"]


def test_what_stands_in_a_dossier_is_never_markup(tool: NextQuestion) -> None:
    bad = "<img src=x onerror=alert(1)>"
    tool.work.change("interests", "fonds_waarde", interest=bad)
    tool.work.change("stakeholders", "vastgoedfonds", name=bad)
    assert "<img" not in tool.still_html()
    assert "&lt;img" in tool.still_html()


def test_without_party_groups_what_is_unknown_is_still_asked() -> None:
    people = [{"id": "wijk", "name": "Wijkraad", "kind": "residents"}]
    wants = [{"id": "rust", "stakeholder": "wijk", "position": "Geen bouw"}]
    dossier = empty(stakeholders=people, interests=wants)
    found = asking(dossier)
    assert [one.key for one in found.questions] == ["open", "interest rust"]
    assert found.best == ()
    assert "geen fracties met zetels" in standing_lines(dossier, found, None)[0]["text"]


def test_without_anything_unknown_one_question_remains_and_is_said_calmly() -> None:
    who = Stakeholder(id="fonds", name="Fonds", kind="owner")
    wish = {"interest": "Rust", "weight": 3, "certainty": 3}
    dossier = empty(stakeholders=(who,)).add("interests", id="rust", stakeholder="fonds", **wish)
    found = asking(dossier)
    assert [group["id"] for group in groups(dossier, found)] == [ALWAYS]
    assert "Eén vraag blijft altijd over." in standing_lines(dossier, found, None)[-1]["text"]


def test_an_empty_dossier_says_where_to_begin() -> None:
    told = standing_lines(empty(), asking(empty()), None)[-1]["text"]
    assert "nog niemand in dit dossier" in told
    assert "in de tabel Betrokkenen" in told


def test_a_dossier_with_votes_and_no_interests_asks_for_the_votes(tool: NextQuestion) -> None:
    bare = tool.work.dossier.model_copy(update={"interests": (), "effects": (), "thresholds": ()})
    kinds = [one.kind for one in asking(bare).questions]
    assert kinds == ["open", "vote", "vote", "vote"]


def test_a_value_of_no_deal_that_stood_nowhere_is_added() -> None:
    who = Stakeholder(id="fonds", name="Fonds", kind="owner")
    dossier = empty(stakeholders=(who,))
    told = Told("2", SourceKind.DOCUMENT, "Brief")
    added = answered(dossier, Question("no_deal", who=who), told).thresholds[0]
    assert (added.stakeholder, added.no_deal, added.certainty) == ("fonds", 2.0, 2)


def test_a_redraw_after_a_change_is_fast_enough(tool: NextQuestion, within: Within) -> None:
    words = iter(["probably_for", "certainly_for", "probably_against", "certainly_against"] * 10)
    within(lambda: tool.work.change("stakeholders", "lommerrijk", judged_vote=next(words)), 0.25)


def test_the_words_of_the_buttons_are_dutch(tool: NextQuestion) -> None:
    assert tool.list.words["edit"] == _("Fill in the answer") == "Vul het antwoord in"
    assert "add" not in tool.list.words
    assert "remove" not in tool.list.words


def test_a_value_that_is_told_is_no_question_any_more(tool: NextQuestion) -> None:
    key = "effect ondern_investeren geld_stappen"
    assert key in keys(tool)
    told = {"stakeholder": "ondernemend", "option": "geld_stappen", "value": 4}
    tool.work.amend(lambda dossier: dossier.add("values", **told))
    assert key not in [one.key for one in tool.found.questions]
