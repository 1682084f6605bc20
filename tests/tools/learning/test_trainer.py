"""The page asks for the trainer, and every answer is a sentence, states or paper."""

import logging

import pytest
from IPython.core.formatters import DisplayFormatter

from helpers.tools.learning import trainer
from helpers.tools.learning.answer_book import answer_book
from helpers.tools.learning.trainer import answer
from helpers.tools.tool import FAILED
from helpers.tools.votes.vote_forecast import VoteForecast
from helpers.training.demonstrations.showing import shown, stop
from helpers.training.working_copy import working_copy


@pytest.fixture(autouse=True)
def over() -> None:
    stop()


def test_lesson_02_has_three_states_and_lesson_01_none() -> None:
    states = answer("02", "states").content["states"]
    assert [one["title"] for one in states] == ["Voor", "Na luisteren", "Na een grotere koek"]
    assert answer("01", "states").content == {"states": []}


def test_a_state_is_on_the_screen_at_once_and_the_own_dossier_comes_back() -> None:
    tool = VoteForecast(working_copy("winkelhart"))
    before = tool.still_text()
    said = answer("02", "state", "grotere-koek").content["said"]
    assert said.startswith("Demonstratie. Na een grotere koek. Op elk van de zes punten")
    assert "tussen 81 en 83 procent" in tool.still_text()
    assert answer("02", "beginning").content["said"].endswith("zoals de cursus het geeft.")
    assert "tussen 7 en 80 procent" in tool.still_text()
    assert answer("02", "own").content["said"] == "Je ziet je eigen dossier weer, zoals het was."
    assert (tool.still_text(), shown()) == (before, ())


def test_the_answers_come_as_html() -> None:
    assert answer("02", "answers").content == {"html": answer_book("02").html}


def test_what_goes_wrong_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(trainer, "_", lambda text: text)
    with caplog.at_level(logging.CRITICAL):
        for args in (("02", "state", "later"), ("01", "state", "voor"), ("02", "dans")):
            assert answer(*args).content == {"said": FAILED}


def test_the_page_gets_it_as_json() -> None:
    data, _ = DisplayFormatter().format(answer("01", "states"))
    assert data["application/json"] == {"states": []}
