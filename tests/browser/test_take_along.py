"""Taking work along from lesson 00 and bringing it in again, in the page."""

import zipfile
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Course, Lesson

LESSON = "notebooks/nl/00_start.ipynb"


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
