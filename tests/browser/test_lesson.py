"""A lesson runs by itself, its tool works, and the work is back after anything."""

import hashlib
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.conftest import READY, ROOT, Course, Lesson, open_lesson

LESSON = "notebooks/nl/02_belangen_in_beeld.ipynb"
START = "notebooks/nl/00_start.ipynb"
STATE = ".jp-NotebookPanel[data-draagvlak='{}']"
KEPT = os.environ.get("DRAAGVLAK_SCREENSHOTS")


def photo(page: Page, name: str) -> None:
    if KEPT:
        page.screenshot(path=Path(KEPT) / f"{name}.png")


def tool(page: Page) -> Locator:
    return page.locator(f"{READY} .jp-OutputArea-output:has(input[type=range])").first


def choice(page: Page, who: int) -> Locator:
    return tool(page).locator("select").nth(who)


def said(page: Page) -> Locator:
    return tool(page).locator("p.dv-lead").filter(has_text="De kans op een meerderheid")


def outcome(page: Page) -> str:
    return said(page).inner_text()


def image(page: Page) -> Locator:
    return tool(page).locator("img").first


def picture(page: Page) -> str:
    return str(image(page).get_attribute("alt"))


@pytest.fixture
def lesson(context: BrowserContext, course: Course) -> Lesson:
    (course.work / "dossiers" / "winkelhart.json").unlink(missing_ok=True)
    opened = open_lesson(context, course, LESSON)
    tool(opened.page).locator("img").first.wait_for()
    return opened


def test_is_alive_without_a_click_and_code_is_out_of_sight(lesson: Lesson) -> None:
    tool(lesson.page).scroll_into_view_if_needed()
    photo(lesson.page, "lesson")
    assert "De kans op een meerderheid is tussen" in outcome(lesson.page)
    expect(lesson.page.locator(f"{READY} .jp-CodeCell .jp-InputArea:visible")).to_have_count(0)
    trainer = [t for t in trainer_texts() if lesson.page.get_by_text(t).first.is_visible()]
    assert trainer == []
    assert lesson.complaints == []


def trainer_texts() -> list[str]:
    cells = json.loads((ROOT / LESSON).read_text("utf-8"))["cells"]
    sources = ["".join(c["source"]) for c in cells if "trainer" in c["metadata"].get("tags", [])]
    return [re.sub(r"[*_`#>]", "", one.splitlines()[0]).strip()[:40] for one in sources]


def test_mouse_changes_picture_and_sentence_and_reload_keeps_it(
    lesson: Lesson, course: Course
) -> None:
    page = lesson.page
    before = (outcome(page), picture(page))
    choice(page, 1).select_option(index=4)
    expect(said(page)).not_to_have_text(before[0], timeout=15_000)
    expect(image(page)).not_to_have_attribute("alt", before[1], timeout=15_000)
    after = (outcome(page), picture(page))
    assert course.saved()["revision"] == 1
    photo(page, "lesson-changed")
    page.reload()
    page.wait_for_selector(READY, timeout=60_000)
    expect(said(page)).to_have_text(after[0], timeout=15_000)
    expect(image(page)).to_have_attribute("alt", after[1], timeout=15_000)
    expect(choice(page, 1)).to_have_value("certainly_for")
    assert lesson.complaints == []


def test_keyboard_moves_the_words_and_the_slider(lesson: Lesson) -> None:
    page = lesson.page
    before = outcome(page)
    choice(page, 0).focus()
    page.keyboard.press("ArrowUp")
    expect(choice(page, 0)).to_have_value("probably_for")
    expect(said(page)).not_to_have_text(before, timeout=15_000)
    middle = outcome(page)
    slider = tool(page).locator("input[type=range]")
    slider.focus()
    page.keyboard.press("End")
    expect(said(page)).not_to_have_text(middle, timeout=15_000)
    assert slider.input_value() == "0.7"
    page.keyboard.press("Home")
    expect(slider).to_have_value("0")
    expect(slider).to_have_attribute("aria-valuetext", "niet", timeout=15_000)
    assert lesson.complaints == []


def test_the_change_is_there_after_a_kernel_restart(lesson: Lesson) -> None:
    page = lesson.page
    before = outcome(page)
    choice(page, 1).select_option(index=4)
    expect(said(page)).not_to_have_text(before, timeout=15_000)
    after = outcome(page)
    page.evaluate(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"
    )
    page.wait_for_selector(STATE.format("running") + "," + STATE.format("starting"))
    page.wait_for_selector(READY, timeout=60_000)
    expect(said(page)).to_have_text(after)
    expect(choice(page, 1)).to_have_value("certainly_for")


def test_another_tab_shows_it_and_follows(
    lesson: Lesson, context: BrowserContext, course: Course
) -> None:
    other = open_lesson(context, course, START)
    tool(other.page).locator("img").first.wait_for()
    before = outcome(other.page)
    choice(lesson.page, 1).select_option(index=4)
    expect(choice(other.page, 1)).to_have_value("certainly_for", timeout=15_000)
    expect(said(other.page)).not_to_have_text(before, timeout=15_000)
    choice(other.page, 2).select_option(index=0)
    expect(choice(lesson.page, 2)).to_have_value("certainly_against", timeout=15_000)
    expect(choice(lesson.page, 1)).to_have_value("certainly_for")
    assert course.saved()["revision"] == 2


def test_a_lesson_whose_code_was_changed_is_not_run(
    context: BrowserContext, course: Course
) -> None:
    mark = course.work / "was-run"

    def change(route: Route) -> None:
        answer = route.fetch()
        model = answer.json()
        if model.get("content"):
            cells = model["content"]["cells"]
            code = next(cell for cell in cells if cell["cell_type"] == "code")
            code["source"] = f"open({str(mark)!r}, 'w')"
        route.fulfill(response=answer, json=model)

    context.route(f"**/api/contents/{START}*", change)
    opened = open_lesson(context, course, START, STATE.format("changed"))
    opened.page.wait_for_timeout(3000)
    photo(opened.page, "changed")
    assert not mark.exists()
    assert opened.page.get_by_text("was-run").first.is_visible()


def test_opening_and_closing_leaves_the_shipped_file_and_the_server_refuses_to_save_it(
    lesson: Lesson, course: Course
) -> None:
    shipped = (ROOT / LESSON).read_bytes()
    choice(lesson.page, 1).select_option(index=4)
    lesson.page.keyboard.press("Control+s")
    lesson.page.wait_for_timeout(500)
    lesson.page.close(run_before_unload=True)
    assert lesson.complaints == []
    content = {"type": "notebook", "format": "json", "content": json.loads(shipped)}
    assert course.api(f"contents/{LESSON}", "PUT", content) == 403
    assert (ROOT / LESSON).read_bytes() == shipped


def test_a_notebook_of_your_own_is_saved_as_usual(course: Course) -> None:
    own = ROOT / "van-mijzelf.ipynb"
    content = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    try:
        answer = course.api(
            f"contents/{own.name}",
            "PUT",
            {"type": "notebook", "format": "json", "content": content},
        )
        assert answer in (200, 201)
    finally:
        own.unlink(missing_ok=True)
        shutil.rmtree(own.parent / ".ipynb_checkpoints", ignore_errors=True)


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    wanted = {"include": [[".jp-Notebook .jp-OutputArea"], ["[data-draagvlak-bar]"]]}
    found = Axe().run(lesson.page, context=wanted)
    serious = [
        (fault["id"], fault["nodes"][0]["html"][:200])
        for fault in found.response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_the_page_speaks_dutch(lesson: Lesson) -> None:
    assert lesson.page.locator("html").get_attribute("lang") == "nl"
    assert lesson.page.get_by_text("Bestand", exact=True).first.is_visible()


def test_the_page_computes_the_same_hash(context: BrowserContext, course: Course) -> None:
    texts = ["", "abc", "café € 😀", *("x" * n for n in (54, 55, 56, 63, 64, 65, 1000))]
    address = f"{course.address}/lab/extensions/draagvlak-lesson/sha256.js"
    page = context.new_page()
    page.goto(address)
    script = "async ([url, texts]) => texts.map((await import(url)).sha256)"
    hashes = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    assert page.evaluate(script, [address, texts]) == hashes
