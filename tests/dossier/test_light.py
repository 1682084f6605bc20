"""Importing the room is light: what is heavy is loaded by the function that needs it."""

import subprocess
import sys
from pathlib import Path

import helpers.dossier

ROOM = Path(helpers.dossier.__file__).parent
HEAVY = {"openpyxl", "yaml", "pandas", "numpy", "babel"}


def test_importing_the_room_loads_nothing_heavy() -> None:
    names = sorted(path.stem for path in ROOM.glob("*.py"))
    imports = "; ".join(f"import helpers.dossier.{name}" for name in names if name != "__init__")
    code = f"{imports}; import sys; print(sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
