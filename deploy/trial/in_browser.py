"""A participant with a real Chromium: nothing is pressed to start the lesson."""

import os
import re
import time
from typing import Any

from trial.participant import LESSON, Participant, TrialError

OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
READY = '.jp-NotebookPanel[data-draagvlak="ready"]:not(.lm-mod-hidden)'
SLIDER = f'{READY} input[type="range"]'
WAIT = 300_000


class BrowserParticipant(Participant):
    """Does all of it in one visit, as a browser must stay in the thread that opened it."""

    def __init__(self, base: str, name: str, password: str) -> None:
        super().__init__(base, name, password)
        self._errors: list[str] = []
        self._page: Any = None

    def log_in(self) -> None:
        """Open a browser, fill in the form, and wait for the first lesson."""
        from playwright.sync_api import sync_playwright

        self._playwright = sync_playwright().start()
        path = os.environ.get("DRAAGVLAK_CHROMIUM") or None
        self._browser = self._playwright.chromium.launch(executable_path=path, args=OPTIONS)
        size = {"width": 1280, "height": 800}
        self._page = self._browser.new_context(locale="nl-NL", viewport=size).new_page()  # type: ignore[arg-type]
        self._page.on("pageerror", lambda error: self._errors.append(str(error)))
        began = time.monotonic()
        self._page.goto(f"{self.base}/hub/login", timeout=WAIT)
        self._keep("login")
        self._page.fill("#username_input", self.name)
        self._page.fill("#password_input", self.password)
        self._page.click("#login_submit")
        self.took["log in"] = time.monotonic() - began
        self._page.wait_for_timeout(1500)
        self._keep("wait")
        self._page.wait_for_selector(READY, timeout=WAIT)  # lesson 00 runs without a press
        self.took["server"] = time.monotonic() - began - self.took["log in"]
        self._keep("start")

    def open_lesson(self) -> None:
        """Open lesson 02 and wait until it runs."""
        began = time.monotonic()
        self._page.goto(f"{self.server}/lab/tree/{LESSON}", timeout=WAIT)
        place = f'{READY}:has(:text("Les 02"))'
        self._page.wait_for_selector(place, timeout=WAIT)
        self.took["lesson"] = time.monotonic() - began
        self._keep("lesson")

    def move_slider(self, value: float) -> None:
        """Move the slider by its keys, wait for the words beside it, and close the browser."""
        began = time.monotonic()
        slider = self._page.locator(SLIDER).first
        slider.focus(timeout=WAIT)
        for _ in range(40):
            now = float(slider.input_value())
            if abs(now - value) < 0.01:
                break
            self._page.keyboard.press("ArrowLeft" if now > value else "ArrowRight")
            self._page.wait_for_timeout(50)
        self._page.wait_for_timeout(2000)
        self.took["control"] = time.monotonic() - began - 2
        self._keep("moved")
        self._browser.close()
        self._playwright.stop()
        if self._errors:
            raise TrialError(f"{self.name} saw errors on the page: {self._errors}")

    def _keep(self, step: str) -> None:
        if self.pictures:
            self.pictures.mkdir(parents=True, exist_ok=True)
            name = re.sub(r"\W+", "-", f"{self.name}-{step}")
            self._page.screenshot(path=self.pictures / f"{name}.png")
