"""Killed at a random moment while saving, the course loses at most the last click."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(os.name == "nt", reason="the script forks")
def test_fifteen_kills_lose_and_damage_nothing() -> None:
    command = [sys.executable, str(ROOT / "benchmarks" / "kills.py"), "15"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing lost, nothing damaged" in done.stdout
