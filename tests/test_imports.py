"""Importing the course stays light: some libraries wait for the function that needs them."""

import subprocess
import sys
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
# What may be built later than its class is written.
BUILT = """
from pydantic import BaseModel
def below(kind):
    return {one for child in kind.__subclasses__() for one in {child, *below(child)}}
ours = [one for one in below(BaseModel) if one.__module__.startswith("helpers.")]
assert len(ours) > 20, ours
print(sorted(one.__qualname__ for one in ours if one.__pydantic_complete__))
"""


def after_importing_all(code: str) -> str:
    """Return what ``code`` prints in a process that has imported every module of every room."""
    parts = (path.relative_to(SRC).with_suffix("").parts for path in MODULES)
    names = {".".join(one[:-1] if one[-1] == "__init__" else one) for one in parts}
    whole = f"import sys, {', '.join(sorted(names))}\n{code}"
    done = subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_what_few_functions_need_is_not_loaded() -> None:
    assert after_importing_all(f"print(sorted({WAITING} & set(sys.modules)))") == "[]"


def test_no_model_is_built() -> None:
    assert after_importing_all(BUILT) == "[]"
