"""A participant, or the trainer, with a real Chromium: nothing is pressed to start the lesson."""

import os
import re
import time
from typing import Any

from trial.participant import LESSON, LONGEST, Participant, TrialError

OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
READY = '.jp-NotebookPanel[data-draagvlak="ready"]:not(.lm-mod-hidden)'
SLIDER = f'{READY} input[type="range"]'
TOLD = f"{READY} p.dv-lead"
STRIP = f"{READY} .draagvlak-trainer-strip"
WAIT = LONGEST * 1000


class BrowserParticipant(Participant):
    """Does all of it in one visit, as a browser must stay in the thread that opened it."""

    asked = ""

    def __init__(self, base: str, name: str, password: str) -> None:
        super().__init__(base, name, password)
        self.wrong: list[str] = []
        self._page: Any = None

    def log_in(self) -> None:
        """Open a browser, fill in the form, and wait for the first lesson."""
        self._open()
        began = time.monotonic()
        self._page.goto(f"{self.base}/hub/login")
        self._keep("1-login")
        self._page.fill("#username_input", self.name)
        self._page.fill("#password_input", self.password)
        self._page.click("#login_submit")
        self.took["log in"] = time.monotonic() - began
        self._keep("2-wait")
        self._page.wait_for_selector(READY)  # lesson 00 runs without a press
        self.took["server"] = time.monotonic() - began - self.took["log in"]
        self._keep("3-start")

    def open_lesson(self) -> None:
        """Open lesson 02 and wait until it runs."""
        began = time.monotonic()
        self._page.goto(f"{self.server}/lab/tree/{LESSON}{self.asked}")
        self._page.wait_for_selector(f'{READY}:has(:text("Les 02"))')
        self.took["lesson"] = time.monotonic() - began
        self._keep("4-lesson")

    def move_slider(self, value: float) -> None:
        """Move the slider by its keys, and wait until the words above the picture follow."""
        slider, told = self._page.locator(SLIDER).first, self._page.locator(TOLD)
        slider.focus()
        words, began = told.all_inner_texts(), time.monotonic()
        for _ in range(40):
            now = float(slider.input_value())
            if abs(now - value) < 0.01:
                break
            self._page.keyboard.press("ArrowLeft" if now > value else "ArrowRight")
            self._page.wait_for_timeout(50)
        while told.all_inner_texts() == words:
            if time.monotonic() > began + LONGEST:
                raise TrialError(f"{self.name} moved the slider and nothing followed")
            self._page.wait_for_timeout(50)
        self.took["control"] = time.monotonic() - began
        self._page.wait_for_timeout(1000)  # the picture has the last value as well
        self._keep("5-moved")

    def leave(self) -> None:
        """Close the browser, and raise when its page complained or asked another machine."""
        if self._page:
            self._browser.close()
            self._playwright.stop()
        if self.wrong:
            raise TrialError(f"{self.name} saw on the page: {self.wrong}")

    def _open(self) -> None:
        from playwright.sync_api import sync_playwright

        self._playwright = sync_playwright().start()
        path = os.environ.get("DRAAGVLAK_CHROMIUM") or None
        self._browser = self._playwright.chromium.launch(executable_path=path, args=OPTIONS)
        size: Any = {"width": 1280, "height": 800}
        self._page = self._browser.new_context(locale="nl-NL", viewport=size).new_page()
        self._page.set_default_timeout(WAIT)
        self._page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self._page.on("request", lambda request: self._note(request.url))

    def _note(self, address: str) -> None:
        local = (self.base, self.base.replace("http", "ws", 1), "data:", "blob:")
        if not address.startswith(local):
            self.wrong.append(f"a request to {address}")

    def _keep(self, step: str) -> None:
        if self.pictures:
            self.pictures.mkdir(parents=True, exist_ok=True)
            name = re.sub(r"\W+", "-", f"{self.name}-{step}")
            self._page.screenshot(path=self.pictures / f"{name}.png")


class BrowserTrainer(BrowserParticipant):
    """Opens the lesson with the trainer's strip, and tells the story at a key."""

    asked = "?trainer"

    def open_lesson(self) -> None:
        """Open lesson 02 for the trainer, and find strip and notes there."""
        super().open_lesson()
        self._page.locator(STRIP).wait_for()
        notes = self._page.locator(f"{READY} .jp-MarkdownOutput strong")
        notes.filter(has_text="Voor de trainer").first.wait_for()
        self._keep("4-trainer")
