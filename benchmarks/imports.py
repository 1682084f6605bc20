"""What importing the course adds to importing pandas, matplotlib and ipywidgets.

Run: ``.venv-test/bin/python benchmarks/imports.py``. Each line is the least processor time of seven
fresh processes, taken in turn so that a busy machine is equally busy for both. A first round, which
is not counted, compiles what must be compiled: a participant has that done once.
"""

import os
import subprocess
import sys
from pathlib import Path

BASE = "import pandas, matplotlib.pyplot, ipywidgets"
HELPERS = Path(__file__).parents[1] / "src" / "helpers"
RUNS = 7


def every_module() -> str:
    """Return the statement that imports every module of every room."""
    parts = (p.relative_to(HELPERS.parent).with_suffix("").parts for p in HELPERS.rglob("*.py"))
    names = (".".join(one[:-1] if one[-1] == "__init__" else one) for one in parts)
    return "import " + ", ".join(sorted(names))


def seconds(statement: str) -> float:
    """Return the processor time of a fresh process that runs the statement."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    code = f"{statement}; import time; print(time.process_time())"
    done = subprocess.run(
        [sys.executable, "-c", code], env=kept, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    """Print both times and their ratio."""
    both = f"{BASE}; {every_module()}"
    pairs = [(seconds(BASE), seconds(both)) for _ in range(1 + RUNS)][1:]
    base, course = (min(column) for column in zip(*pairs, strict=True))
    print(f"pandas + matplotlib + ipywidgets    {base:.2f} s")
    print(f"the same and all of helpers         {course:.2f} s")
    print(f"added                               {course / base - 1:.0%}")


if __name__ == "__main__":
    main()
