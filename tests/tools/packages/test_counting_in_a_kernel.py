"""In a real kernel: a press on the stop button is heard while millions of packages are counted."""

import ast
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).parents[3]
BEGIN = """
from helpers.training import working_copy as copies
from tests.tools.packages.deals import made_up
copies.open_dossier = lambda name: made_up(6, (3,) * 15)
from helpers import PackageMaker, WorkingCopy
tool = PackageMaker(WorkingCopy("deal"))
"""
STATE = "(tool._counting.counted.state, tool._counting.counted.done, dict(tool.table.count))"


@pytest.fixture
def client(work: Path) -> Iterator[BlockingKernelClient]:
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    env = {**os.environ, "DRAAGVLAK_WERK": str(work), "PYTHONPATH": paths}
    manager, client = start_new_kernel(kernel_name="python3", env=env, cwd=str(ROOT))
    try:
        yield client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def ask(client: BlockingKernelClient, expression: str, code: str = "") -> Any:
    """Run code and return what an expression is after it."""
    number = client.execute(code, user_expressions={"it": expression})
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"].get("msg_id") == number:
            break
    assert reply["content"]["status"] == "ok", reply["content"]
    return ast.literal_eval(reply["content"]["user_expressions"]["it"]["data"]["text/plain"])


def test_stop_is_heard_between_two_steps_and_choices_are_answered(
    client: BlockingKernelClient,
) -> None:
    comm = ask(client, "tool.table.comm.comm_id", BEGIN)
    end = time.monotonic() + 30
    while "share" not in ask(client, STATE)[2]:
        assert time.monotonic() < end
        time.sleep(0.05)
    state, early, count = ask(client, STATE)
    assert state == "running"
    assert count["button"]["do"] == "stop"

    def press(**said: Any) -> None:
        content = {"comm_id": comm, "data": {"method": "custom", "content": said}}
        client.shell_channel.send(client.session.msg("comm_msg", content))

    press(do="choose", id="j0", value="j0_2", **{"from": "proef", "n": 1})
    press(do="stop", **{"from": "proef", "n": 2})
    state, done, count = ask(client, STATE)
    assert state == "stopped"
    assert early <= done < 3**15
    assert count["text"].startswith("Gestopt bij")
    assert ask(client, "('j0_2' in tool.package, tool.table.heard['n'])") == (True, 2)
    time.sleep(0.2)
    assert ask(client, STATE)[1] == done
