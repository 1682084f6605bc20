"""The course as a newcomer meets it: started by ``course.py``, looked at in a real browser."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    ViewportSize,
    sync_playwright,
)

ROOT = Path(__file__).parents[2]
TOKEN = "toets"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
# "light": nothing of a lesson is in a shadow tree, and looking there takes a walk over the page.
READY = 'css:light=.jp-NotebookPanel[data-draagvlak="ready"]:not(.lm-mod-hidden)'
OPEN = "path => void window.jupyterapp.commands.execute('docmanager:open', { path })"
KEPT = os.environ.get("DRAAGVLAK_SCREENSHOTS")


@dataclass
class Course:
    """A running course: where it listens and where the work goes."""

    address: str
    work: Path

    def url(self, path: str, workspace: str = "default") -> str:
        """Return the address of a notebook in JupyterLab."""
        return f"{self.address}/lab/workspaces/{workspace}/tree/{path}?reset&token={TOKEN}"

    def api(self, path: str, method: str = "GET", content: object = None) -> int:
        """Ask the server for something and return the status of its answer."""
        request = urllib.request.Request(
            f"{self.address}/api/{path}",
            data=None if content is None else json.dumps(content).encode(),
            headers={"Authorization": f"token {TOKEN}", "Content-Type": "application/json"},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    def stop_kernels(self) -> None:
        """Let every kernel go, so that none puts back what a test throws away."""
        request = urllib.request.Request(
            f"{self.address}/api/sessions", headers={"Authorization": f"token {TOKEN}"}
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            for session in json.load(answer):
                self.api(f"sessions/{session['id']}", "DELETE")

    def empty(self) -> None:
        """Throw all work away."""
        self.stop_kernels()
        for name in ("dossiers", "eigen"):
            shutil.rmtree(self.work / name, ignore_errors=True)
        for name in ("voortgang.json", "gesprekken.json"):
            (self.work / name).unlink(missing_ok=True)

    def saved(self) -> dict[str, Any]:
        """Return the working copy on disk."""
        path = self.work / "dossiers" / "winkelhart.json"
        return dict(json.loads(path.read_text("utf-8")))


@dataclass
class Lesson:
    """A lesson in a tab, with everything the page complained about."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    prepared: object = None  # what put something in the empty folder before it was opened

    def tool(self, part: str) -> Locator:
        """Return the output of the lesson that holds a part, given as a CSS selector."""
        return self.page.locator(f"{READY} .jp-OutputArea-output").filter(
            has=self.page.locator(part)
        )

    def go_on(self, path: str) -> None:
        """Open another notebook in this JupyterLab and wait until it is alive."""
        self.complaints.clear()
        self.page.evaluate(OPEN, path)
        self.page.wait_for_selector(READY, timeout=60_000)

    def leave(self) -> None:
        """Close every notebook, and forget what was being typed there."""
        self.page.set_viewport_size(LAPTOP)
        self.page.evaluate("() => window.jupyterapp.commands.execute('application:close-all')")
        self.page.evaluate("() => window.sessionStorage.clear()")

    @property
    def can_go_on(self) -> bool:
        """Whether the page is open; one for a trainer shows every lesson to a trainer."""
        address = "() => performance.getEntriesByType('navigation')[0].name"
        return not self.page.is_closed() and "&trainer" not in self.page.evaluate(address)

    def reload(self) -> None:
        """Load the page again and wait until the lesson is alive."""
        self.page.reload()
        self.page.wait_for_selector(READY, timeout=60_000)

    def start_again(self) -> None:
        """Press the button of the bar, and wait until the lesson runs in a new kernel."""
        self.page.get_by_role("button", name="Opnieuw beginnen").click()
        self.page.wait_for_selector(':is([data-draagvlak="starting"], [data-draagvlak="running"])')
        self.page.wait_for_selector(READY, timeout=60_000)

    def photo(self, name: str) -> None:
        """Keep a picture of the screen when somebody asked for pictures."""
        if KEPT:
            self.page.screenshot(path=Path(KEPT) / f"{name}.png")

    def serious_faults(self) -> list[tuple[str, str]]:
        """Return what axe calls serious or critical in the outputs and in the bar."""
        wanted = {"include": [[".jp-Notebook .jp-OutputArea"], ["[data-draagvlak-bar]"]]}
        found = Axe().run(self.page, context=wanted)
        return [
            (fault["id"], fault["nodes"][0]["html"][:200])
            for fault in found.response["violations"]
            if fault["impact"] in ("serious", "critical")
        ]


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser that ``course.py test`` found; on a person's machine it may be missing."""
    path = os.environ.get("DRAAGVLAK_CHROMIUM", "")
    if not path and os.environ.get("CI") != "true":
        pytest.skip("no Chromium on this machine: the browser tests are skipped")
    assert path, "no Chromium: CI needs one"
    return path


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> Iterator[Course]:
    """The course, started as the README says, with an empty work folder."""
    work = tmp_path_factory.mktemp("werk")
    port = _free_port()
    command = [
        getattr(sys, "_base_executable", sys.executable),
        str(ROOT / "course.py"),
        "--no-browser",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={TOKEN}",
        "--LabApp.expose_app_in_browser=True",
    ]
    environment = {**os.environ, "DRAAGVLAK_WERK": str(work), "DRAAGVLAK_LANG": "nl"}
    log = (work / "server.log").open("w")
    server = subprocess.Popen(
        command, cwd=work, env=environment, stdout=log, stderr=log, start_new_session=True
    )
    running = Course(f"http://127.0.0.1:{port}", work)
    try:
        _wait(running, server, work / "server.log")
        yield running
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=20)
        log.close()


def _wait(course: Course, server: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(240):
        assert server.poll() is None, log.read_text("utf-8")
        try:
            if course.api("status") == 200:
                return
        except (URLError, ConnectionError):
            pass
        time.sleep(0.25)
    pytest.fail(f"the course did not start:\n{log.read_text('utf-8')}")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One window for all tests: what JupyterLab consists of is loaded once."""
    window = browser.new_context(viewport=LAPTOP, locale="nl-NL")
    yield window
    window.close()


@pytest.fixture(scope="session")
def opened() -> dict[str, Lesson]:
    """The lesson that is open now, by its path."""
    return {}


@pytest.fixture(scope="module")
def shared(
    context: BrowserContext,
    course: Course,
    opened: dict[str, Lesson],
    request: pytest.FixtureRequest,
) -> Lesson:
    """The lesson that the file of tests calls ``LESSON``, opened once, with an empty folder.

    It is opened in the JupyterLab that is there, as a participant goes on to a next lesson.
    A file with ``GOES_ON`` takes the lesson as the file before it left it, when that was the same.
    With ``prepare(course)`` a file puts something in the empty folder first; it goes on only where
    that was done.
    """
    path: str = request.module.LESSON
    prepare = getattr(request.module, "prepare", None)
    last, there = next(iter(opened.items()), ("", None))
    goes_on = hasattr(request.module, "GOES_ON") and path == last
    if goes_on and there and prepare in (None, there.prepared) and not there.page.is_closed():
        there.page.set_viewport_size(LAPTOP)
        return there
    lab = there if there and there.can_go_on else None
    for page in context.pages:
        if not lab or page != lab.page:
            page.close()
    context.unroute_all()
    opened.clear()
    if lab:
        lab.leave()
    course.empty()
    if prepare:
        prepare(course)
    if lab:
        lab.go_on(path)
    opened[path] = lab or open_lesson(context, course, path)
    opened[path].prepared = prepare
    return opened[path]


@pytest.fixture
def lesson(shared: Lesson) -> Iterator[Lesson]:
    """The opened lesson, as the test before left it; nothing may have been complained about."""
    yield shared
    complaints, shared.complaints[:] = list(shared.complaints), []
    assert complaints == []


def open_lesson(context: BrowserContext, course: Course, path: str, state: str = READY) -> Lesson:
    """Open a notebook in a new tab and wait, without a click, until it says ``state``."""
    lesson = Lesson(context.new_page())
    lesson.page.on("console", lambda said: _note(lesson, said.type, said.text))
    lesson.page.on("pageerror", lambda error: lesson.complaints.append(str(error)))
    lesson.page.on("dialog", lambda dialog: _refuse(lesson, dialog))
    lesson.page.goto(course.url(path))
    lesson.page.wait_for_selector(state, timeout=60_000)
    return lesson


def _note(lesson: Lesson, kind: str, text: str) -> None:
    if kind == "error":
        lesson.complaints.append(text)


def _refuse(lesson: Lesson, dialog: object) -> None:
    lesson.complaints.append(f"the page asked something: {dialog}")
    dialog.accept()  # type: ignore[attr-defined]
