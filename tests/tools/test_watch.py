"""A page keeps following what others save, whatever goes wrong once."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from helpers.tools import watch as module
from helpers.training.working_copy import WorkingCopy


@pytest.mark.parametrize("error", [OSError, ValueError])
def test_it_looks_again_after_something_went_wrong(
    monkeypatch: pytest.MonkeyPatch,
    error: type[Exception],
    finish: Callable[[Coroutine[Any, Any, Any]], Any],
) -> None:
    work, looked = WorkingCopy("winkelhart"), []

    def look() -> bool:
        looked.append(1)
        raise error

    async def follow() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda *_: None)
        module.watch(work)
        for _ in range(100):
            if len(looked) > 2:
                break
            await asyncio.sleep(0.01)

    monkeypatch.setattr(module, "_EVERY", 0.001)
    monkeypatch.setattr(work, "refresh", look)
    finish(follow())
    assert len(looked) > 2
