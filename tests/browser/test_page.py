"""A lesson runs by itself, asks nothing, leaves its file alone and brings the work back."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

from playwright.sync_api import Locator, Route

from tests.browser.conftest import OPEN, ROOT, Course, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/00_start.ipynb"
OTHER = "exercises/nl/01_besluitvorming_als_puzzel.ipynb"
PARTY = "Ondernemend Ravelwoude"
STATE = ".jp-NotebookPanel[data-draagvlak='{}']"
CELLS_THAT_RAN = """async () => {
  const { sessionContext } = window.jupyterapp.shell.currentWidget;
  await sessionContext.ready;
  const { kernel } = sessionContext.session;
  await kernel.info;
  const question = { code: "", silent: true, store_history: false };
  const { content } = await kernel.requestExecute(question).done;
  return content.execution_count;
}"""


def choice(lesson: Lesson, who: str) -> Locator:
    return lesson.tool("input[type=range]").first.get_by_label(who)


def chance(lesson: Lesson) -> Locator:
    lines = lesson.tool("input[type=range]").first.locator("p.dv-lead")
    return lines.filter(has_text="De kans op een meerderheid")


def test_is_alive_without_a_click_and_speaks_dutch(lesson: Lesson) -> None:
    assert "De kans op een meerderheid is tussen" in chance(lesson).inner_text()
    assert lesson.page.locator("html").get_attribute("lang") == "nl"
    assert lesson.page.get_by_text("Bestand", exact=True).first.is_visible()
    lesson.photo("start")


def test_has_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []


def test_the_change_is_there_after_starting_again(lesson: Lesson) -> None:
    before = chance(lesson).inner_text()
    choice(lesson, PARTY).select_option("certainly_against")
    expect(chance(lesson)).not_to_have_text(before)
    after = chance(lesson).inner_text()
    lesson.start_again()
    expect(chance(lesson)).to_have_text(after)
    expect(choice(lesson, PARTY)).to_have_value("certainly_against")


def test_work_goes_to_the_downloads_and_comes_back(lesson: Lesson, course: Course) -> None:
    own = course.work / "dossiers" / "meegenomen_proef.json"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("{}", "utf-8")
    card = lesson.page.locator(".dv-take-along")
    card.scroll_into_view_if_needed()
    with lesson.page.expect_download() as given:
        card.get_by_role("button", name="Pak mijn werk in").press("Enter")
    packed = Path(given.value.path())
    assert "dossiers/meegenomen_proef.json" in zipfile.ZipFile(packed).namelist()
    expect(card.get_by_text("staat bij je downloads")).to_be_visible()
    own.unlink()
    field = card.get_by_label("Kies het bestand met je werk")
    field.set_input_files({"name": "w.zip", "mimeType": "", "buffer": packed.read_bytes()})
    expect(card.get_by_text("Er is 1 bestand met werk teruggezet.")).to_be_visible()
    assert own.read_text("utf-8") == "{}"
    lesson.photo("take-along")
    field.set_input_files({"name": "w.zip", "mimeType": "", "buffer": b"<script>alert(1)</script>"})
    expect(card.get_by_text("Dit is geen bestand met ingepakt werk")).to_be_visible()
    own.unlink()


def test_the_server_refuses_to_save_the_shipped_file(course: Course) -> None:
    shipped = (ROOT / LESSON).read_bytes()
    content = {"type": "notebook", "format": "json", "content": json.loads(shipped)}
    assert course.api(f"contents/{LESSON}", "PUT", content) == 403
    assert (ROOT / LESSON).read_bytes() == shipped


def test_a_lesson_whose_code_was_changed_is_not_run(lesson: Lesson, course: Course) -> None:
    mark, page = course.work / "was-run", lesson.page

    def change(route: Route) -> None:
        answer = route.fetch()
        model = answer.json()
        if model.get("content"):
            cells = model["content"]["cells"]
            code = next(cell for cell in cells if cell["cell_type"] == "code")
            code["source"] = f"open({str(mark)!r}, 'w')"
        route.fulfill(response=answer, json=model)

    page.route(f"**/api/contents/{OTHER}*", change)
    page.evaluate(OPEN, OTHER)
    page.wait_for_selector(f"{STATE.format('changed')}:not(.lm-mod-hidden)")
    assert page.evaluate(CELLS_THAT_RAN) == 0
    lesson.photo("changed")
    assert not mark.exists()
    assert page.get_by_text("was-run").first.is_visible()
    page.unroute_all()
    page.evaluate("() => window.jupyterapp.shell.currentWidget.close()")
    expect(chance(lesson)).to_be_visible()


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


def test_the_page_computes_the_same_hash(lesson: Lesson, course: Course) -> None:
    texts = ["", "abc", "café € 😀", *("x" * n for n in (54, 55, 56, 63, 64, 65, 1000))]
    address = f"{course.address}/lab/extensions/draagvlak-lesson/sha256.js"
    script = "async ([url, texts]) => texts.map((await import(url)).sha256)"
    hashes = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    assert lesson.page.evaluate(script, [address, texts]) == hashes
