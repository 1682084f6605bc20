"""A kernel of the course is warm before a lesson runs in it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOADED = """
import sys
from helpers.tools.kernel import load_ipython_extension
load_ipython_extension(None)
wanted = {"ipywidgets", "anywidget", "yaml", "scipy.special", "matplotlib.backends.backend_svg"}
print(sorted(wanted - set(sys.modules)))
from ipywidgets.widgets import widget
print(len(widget._instances))
"""


def test_the_specification_names_it() -> None:
    spec = json.loads((ROOT / "jupyter" / "kernels" / "python3" / "kernel.json").read_text("utf-8"))
    assert "--ext=helpers.tools.kernel" in spec["argv"]


def test_it_loads_what_lessons_use_and_leaves_nothing_behind(tmp_path: Path) -> None:
    half = tmp_path / ".voortgang-abcd1234.tmp"  # of a kernel that was killed long ago
    half.touch()
    os.utime(half, (0, 0))
    environment = {**os.environ, "DRAAGVLAK_WERK": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", LOADED], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["[]", "0", ""]
    assert not list(tmp_path.iterdir())
