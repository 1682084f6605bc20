"""What importing the course adds to importing pandas, matplotlib and ipywidgets.

Run: ``.venv-test/bin/python benchmarks/imports.py``. Three ways to import it: ``helpers`` and its
rooms, whose names are loaded when they are first used; every name that a lesson can use; and every
module there is. Each line is the least processor time of seven fresh processes, taken in turn so
that a busy machine is equally busy for all. A first round, which is not counted, compiles what must
be compiled: a participant has that done once.
"""

import os
import subprocess
import sys
from pathlib import Path

BASE = "import pandas, matplotlib.pyplot, ipywidgets"
HELPERS = Path(__file__).parents[1] / "src" / "helpers"
RUNS = 7


def rooms() -> str:
    """Return the statement that imports the course and every room of it."""
    names = sorted(path.parent.name for path in HELPERS.glob("*/__init__.py"))
    return ", ".join(["import helpers", *(f"helpers.{name}" for name in names)])


def every_module() -> str:
    """Return the statement that imports every module of every room."""
    parts = (p.relative_to(HELPERS.parent).with_suffix("").parts for p in HELPERS.rglob("*.py"))
    names = (".".join(one[:-1] if one[-1] == "__init__" else one) for one in parts)
    return "import " + ", ".join(sorted(names))


def seconds(statement: str) -> float:
    """Return the processor time of a fresh process that runs the statement."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    code = f"{statement}\nimport time; print(time.process_time())"
    done = subprocess.run(
        [sys.executable, "-c", code], env=kept, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    """Print the time of each way, and what it adds."""
    ways = {
        "pandas + matplotlib + ipywidgets": "",
        "the same and helpers with its rooms": rooms(),
        "the same and all names for lessons": "from helpers import *",
        "the same and every module": every_module(),
    }
    statements = [f"{BASE}\n{way}" for way in ways.values()]
    rounds = [[seconds(one) for one in statements] for _ in range(1 + RUNS)][1:]
    least = [min(column) for column in zip(*rounds, strict=True)]
    for way, time in zip(ways, least, strict=True):
        print(f"{way:36} {time:.2f} s   {time / least[0] - 1:+.0%}")


if __name__ == "__main__":
    main()
