"""A Chromium for the tests: found, else fetched by Playwright, else by apt."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from glob import glob
from pathlib import Path

from start.environments import ON_WINDOWS, TESTS
from start.sentences import say
from start.settings import settings

LOG = Path(tempfile.gettempdir()) / "draagvlak-chromium.log"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "$PROGRAMFILES/Google/Chrome/Application/chrome.exe",
    "$LOCALAPPDATA/Google/Chrome/Application/chrome.exe",
    "$PROGRAMFILES/Microsoft/Edge/Application/msedge.exe",
    "~/.cache/ms-playwright/chromium-*/chrome-linux*/chrome",
    "~/Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "$LOCALAPPDATA/ms-playwright/chromium-*/chrome-win*/chrome.exe",
)
APT = "apt-get update -q; apt-get install -qy --no-install-recommends chromium fonts-liberation"


def find() -> str:
    """Return the path of a Chromium that starts, or nothing."""
    named = os.environ.get("DRAAGVLAK_CHROMIUM")
    return next((path for path in ([named] if named else candidates()) if starts(path)), "")


def candidates() -> Iterator[str]:
    """Yield where a Chromium may be."""
    yield from filter(None, map(shutil.which, NAMES))
    for place in PLACES:
        yield from glob(os.path.expanduser(os.path.expandvars(place)))


def starts(path: str) -> bool:
    """Whether it is more than a name: Ubuntu's chromium-browser only tells how to get one."""
    if ON_WINDOWS:  # there Chrome opens a window for this question
        return Path(path).exists()
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def fetch_by_playwright() -> "subprocess.Popen[bytes]":
    """Start Playwright's own download, which needs no rights."""
    return fetch([str(TESTS.python), "-m", "playwright", "install", "chromium"])


def fetch_by_apt() -> "subprocess.Popen[bytes] | None":
    """Start an installation with apt where there is one and we may use it."""
    if ON_WINDOWS or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    return fetch(["sh", "-c", APT])


def fetch(command: list[str]) -> "subprocess.Popen[bytes]":
    """Start a program that installs."""
    say("browser_install")
    env = {**settings(), "DEBIAN_FRONTEND": "noninteractive"}
    with LOG.open("ab") as log:
        return subprocess.Popen(
            command, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )


def get(started: "subprocess.Popen[bytes] | None") -> str:
    """Return the path of a Chromium, fetched when it must be; ``started`` is on its way already."""
    ways = (
        [lambda: started, fetch_by_playwright] if started else [fetch_by_playwright, fetch_by_apt]
    )
    for way in ways:
        found = find()
        job = None if found else way()
        if job:
            job.wait()
    return find()
