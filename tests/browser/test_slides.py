"""Slides open from a folder, without a server, and turn by the keys of a presenter."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import KEPT, ROOT
from tests.browser.expecting import expect

_SPEC = importlib.util.spec_from_file_location("slides", ROOT / "src" / "lessons" / "slides.py")
assert _SPEC is not None
assert _SPEC.loader is not None
made = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(made)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All slides, made once."""
    made.main(place := tmp_path_factory.mktemp("slides"))
    return place


@pytest.fixture
def slides(browser: Browser, folder: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    page.goto((folder / "nl" / "02_belangen_in_beeld.html").as_uri())
    yield page
    context.close()


def test_keys_go_on_and_back_and_a_long_slide_is_read_to_its_end(slides: Page) -> None:
    place = slides.get_by_role("status")
    expect(place).to_have_text("1 / 35")
    slides.keyboard.press("End")
    expect(place).to_have_text("35 / 35")
    expect(slides.get_by_role("heading", name="Kort samengevat")).to_be_in_viewport()
    slides.keyboard.press("Home")
    expect(place).to_have_text("1 / 35")
    presses = 0
    while place.inner_text() != "3 / 35" and presses < 10:
        slides.keyboard.press("ArrowRight")
        slides.wait_for_timeout(100)
        presses += 1
    assert presses > 2, "the first slide is longer than the screen"
    slides.keyboard.press("PageUp")
    expect(place).to_have_text("2 / 35")
    if KEPT:
        slides.screenshot(path=Path(KEPT) / "slide.png")


def test_the_address_remembers_the_slide(slides: Page) -> None:
    slides.goto(slides.url.split("#")[0] + "#14")
    slides.reload()
    expect(slides.get_by_role("status")).to_have_text("14 / 35")
    if KEPT:
        slides.screenshot(path=Path(KEPT) / "slide-14.png")
