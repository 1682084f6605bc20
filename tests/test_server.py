"""What the server of the course does differently from a plain one."""

import runpy
import shutil
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from traitlets.config import Config

from helpers.training.work_folder import COURSE


@pytest.fixture(scope="module")
def config() -> Config:
    """The configuration as the server reads it."""
    found = Config()
    runpy.run_path(
        str(COURSE / "jupyter" / "jupyter_server_config.py"), {"get_config": lambda: found}
    )
    return found


def test_a_kernel_starts_again_after_the_work_folder_is_gone(
    config: Config, tmp_path: Path, finish: Callable[[Coroutine[Any, Any, Any]], Any]
) -> None:
    folder = tmp_path / "werk" / ".jupyter" / "runtime"

    async def start_and_restart() -> list[bool]:
        kernels: Any = config.ServerApp.kernel_manager_class(connection_dir=str(folder))
        there = []
        key = await kernels.start_kernel(kernel_name="python3")
        try:
            there.append((folder / f"kernel-{key}.json").exists())
            shutil.rmtree(tmp_path / "werk")
            await kernels.restart_kernel(key)
            there += [(folder / f"kernel-{key}.json").exists(), await kernels.is_alive(key)]
        finally:
            await kernels.shutdown_kernel(key, now=True)
        return there

    assert finish(start_and_restart()) == [True, True, True]
