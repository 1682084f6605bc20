"""The code of the hub stands beside the course, not in it."""

import sys
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parents[2] / "deploy"
sys.path[:0] = [str(DEPLOY), str(DEPLOY.parent / "src")]

if sys.platform == "win32":
    pytest.skip("a hub needs Linux", allow_module_level=True)
