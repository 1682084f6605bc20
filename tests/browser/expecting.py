"""Playwright's ``expect``, which looks at an element only once that is there.

A look of Playwright's that comes too soon draws up the whole page for the message it might need,
and holds the page up while it does: half a second in a lesson, and it looks several times.
"""

import re
from contextlib import suppress
from typing import Any, Literal

from playwright.sync_api import Locator, LocatorAssertions, TimeoutError
from playwright.sync_api import expect as playwright_expect

PATIENCE = 15_000
"""Milliseconds: a tool answers at once, a machine full of tests does not."""

playwright_expect.set_options(timeout=PATIENCE)


class Expected(LocatorAssertions):
    """What is asserted of one element, after it was awaited by the way that draws up nothing."""

    def __init__(self, locator: Locator) -> None:
        super().__init__(playwright_expect(locator)._impl_obj)
        self._awaited = locator

    def _wait(self, state: Literal["attached", "visible"], timeout: float | None) -> None:
        with suppress(TimeoutError):  # then the assertion tells what is missing
            self._awaited.first.wait_for(state=state, timeout=timeout or PATIENCE)


def _once(state: Literal["attached", "visible"], name: str) -> None:
    assertion = getattr(LocatorAssertions, name)

    def check(self: Expected, *given: Any, **options: Any) -> None:
        self._wait(state, options.get("timeout"))
        assertion(self, *given, **options)

    setattr(Expected, name, check)


_OF_THE_PAGE = ("have_title", "have_url", "have_count")
_once("visible", "to_be_visible")
for _name in dir(LocatorAssertions):
    if re.match("(not_)?to_(have|contain)_", _name) and not _name.endswith(_OF_THE_PAGE):
        _once("attached", _name)
for _name in ("to_be_focused", "to_be_in_viewport", "to_be_enabled", "to_be_checked"):
    _once("attached", _name)


def expect(locator: Locator) -> LocatorAssertions:
    """Return what can be asserted of an element; each assertion waits until it is true."""
    return Expected(locator)
