"""A place on the map goes to the group as a small file, and the trainer sees all of them."""

import json
import re
from pathlib import Path

from playwright.sync_api import Locator

from tests.browser.conftest import READY, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/02_belangen_in_beeld.ipynb"
GOES_ON = True
HOSTILE = "<img src=x onerror=alert(1)>"


def answering(lesson: Lesson) -> Locator:
    cards = lesson.page.locator(f"{READY} .dv-group")
    return cards.filter(has_text="Deel je antwoord met de groep")


def showing(lesson: Lesson) -> Locator:
    outputs = lesson.page.locator(f"{READY} .jp-OutputArea-output")
    return outputs.filter(has=lesson.page.get_by_role("button", name="Open een sessie"))


def test_a_participant_sees_to_the_letter_what_the_file_holds(lesson: Lesson) -> None:
    expect(showing(lesson)).to_have_count(0)
    exercise = lesson.page.get_by_role("group", name="Een plek op de kaart", exact=True)
    for at, steps in ((0, 2), (1, 9)):
        slider = exercise.get_by_role("slider").nth(at)
        slider.press("Home")
        for _step in range(steps):
            slider.press("ArrowRight")
    card = answering(lesson)
    card.get_by_role("textbox", name="Code van de sessie").fill("482 915")
    lesson.page.keyboard.press("Tab")
    card.get_by_text("letter voor letter").click()
    expect(card.locator("pre")).to_contain_text('"invloed/2"')
    lesson.photo("group_answer")
    with lesson.page.expect_download() as given:
        card.get_by_role("button", name="Maak mijn antwoordbestand").press("Enter")
    content = Path(given.value.path()).read_text("utf-8")
    assert content == card.locator("pre").inner_text()
    assert set(json.loads(content)) == {"session", "exercise", "kind", "answer"}
    expect(card.get_by_text("Er staat geen naam in.")).to_be_visible()


def test_a_trainer_brings_in_files_and_hostile_ones_are_shown_nowhere(
    lesson: Lesson, tmp_path: Path
) -> None:
    command = "() => window.jupyterapp.commands.execute('draagvlak:trainer')"
    lesson.page.evaluate(command)
    lesson.page.get_by_role("button", name="Verberg notities").click()
    tool = showing(lesson)
    tool.get_by_role("button", name="Open een sessie").press("Enter")
    number = tool.locator(".dv-code")
    expect(number).to_have_text(re.compile(r"^\d{3}\s\d{3}$"))
    code = re.sub(r"\s", "", number.inner_text())
    whole = {"session": code, "exercise": "02-plek-op-de-kaart", "kind": "estimate"}
    files = []
    for at, x in enumerate((1, 2, 2, 3, 8)):
        files.append(tmp_path / f"{at}.json")
        files[-1].write_text(json.dumps({**whole, "answer": [f"invloed/{x}", "geraakt/9"]}))
    files.append(tmp_path / f"{HOSTILE}.json")
    files[-1].write_text(HOSTILE)
    tool.get_by_label("Antwoordbestanden inlezen").set_input_files(files)
    expect(tool.get_by_text("5 antwoorden", exact=True)).to_be_visible()
    expect(tool.get_by_role("img", name="5 antwoorden.")).to_be_visible()
    assert "onerror" not in tool.inner_html()
    lesson.photo("group_picture")
    tool.get_by_role("button", name="Wis alle antwoorden").press("Enter")
    lesson.page.keyboard.press("Escape")
    expect(tool.get_by_role("button", name="Wis alle antwoorden")).to_be_focused()
    lesson.page.keyboard.press("Enter")
    tool.get_by_role("button", name="Ja, wis ze").press("Enter")
    told = tool.get_by_role("status").filter(has_text="Er is geen sessie open.")
    expect(told).to_be_visible()
    expect(tool.get_by_role("img")).to_have_count(0)
    expect(tool.get_by_text("Hetzelfde in een tabel")).to_have_count(0)
    lesson.page.evaluate(command)
    expect(tool).to_have_count(0)
