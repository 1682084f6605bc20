"""Importing the course stays light: some libraries wait for the function that needs them."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

SRC = Path(__file__).parents[1] / "src"
MODULES = sorted((SRC / "helpers").rglob("*.py"))
WAITING = {
    "docx",
    "filelock",
    "matplotlib.pyplot",
    "openpyxl",
    "scipy.optimize",
    "scipy.special",
    "scipy.stats",
    "yaml",
}
# What may be loaded or built later than a module is imported or a class is written.
SEEN = """
import json
from pydantic import BaseModel
def below(kind):
    return {one for child in kind.__subclasses__() for one in {child, *below(child)}}
ours = [one for one in below(BaseModel) if one.__module__.startswith("helpers.")]
assert len(ours) > 20, ours
built = sorted(one.__qualname__ for one in ours if one.__pydantic_complete__)
print(json.dumps({"loaded": sorted(loaded), "built": built}))
"""


@cache
def after_importing_all() -> dict[str, list[str]]:
    """Return what a process has loaded and built once it imported every module of every room."""
    parts = (path.relative_to(SRC).with_suffix("").parts for path in MODULES)
    names = {".".join(one[:-1] if one[-1] == "__init__" else one) for one in parts}
    whole = f"import sys, {', '.join(sorted(names))}\nloaded = set(sys.modules)\n{SEEN}"
    done = subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_what_few_functions_need_is_not_loaded() -> None:
    assert "helpers" in after_importing_all()["loaded"]
    assert not WAITING.intersection(after_importing_all()["loaded"])


def test_no_model_is_built() -> None:
    assert after_importing_all()["built"] == []
