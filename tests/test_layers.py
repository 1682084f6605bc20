"""The house: each room imports only rooms before it, and its own big libraries."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

HELPERS = Path(__file__).parents[1] / "src" / "helpers"
ROOMS = ["texts", "dossier", "analysis", "training", "pictures", "report", "tools"]
LIBRARIES = {
    "": {"lazy_loader"},
    "texts": {"babel"},
    "dossier": {"yaml", "pydantic", "pandas", "openpyxl"},
    "analysis": {"numpy", "pandas", "scipy"},
    "training": {"filelock", "pydantic", "yaml"},
    "pictures": {"matplotlib", "numpy", "pandas"},
    "report": {"docx", "icalendar", "pandas"},
    "tools": {"ipywidgets", "anywidget", "traitlets", "pandas"},
}
MODULES = sorted(HELPERS.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(HELPERS).parts
    return parts[0] if len(parts) > 1 else ""


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by the whole name"
            names.add(node.module or "")
    return names


def name_of(path: Path) -> str:
    return str(path.relative_to(HELPERS))


def test_every_room_is_known() -> None:
    found = {path.name for path in HELPERS.iterdir() if (path / "__init__.py").exists()}
    assert found <= set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_backwards(path: Path) -> None:
    room = room_of(path)
    own = [name.split(".")[1] for name in imported(path) if name.startswith("helpers.")]
    allowed = set(ROOMS[: ROOMS.index(room) + 1]) if room else set()
    assert set(own) <= allowed


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_room_keeps_to_its_libraries(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(path)}
    outside = tops - set(sys.stdlib_module_names) - {"helpers"}
    assert outside <= LIBRARIES[room_of(path)]


@pytest.mark.parametrize("path", [p for p in MODULES if room_of(p) == "analysis"], ids=name_of)
def test_analysis_reads_no_files_and_no_clock(path: Path) -> None:
    assert not imported(path) & {"os", "pathlib", "io", "time", "datetime", "csv", "json"}
    called = {
        n.func.id
        for n in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
    }
    assert "open" not in called


def test_only_notebooks_use_pyplot() -> None:
    assert not [path for path in MODULES if "matplotlib.pyplot" in imported(path)]


def test_the_analysis_room_loads_no_drawing_and_no_widgets() -> None:
    parts = [path.relative_to(HELPERS.parent).with_suffix("").parts for path in MODULES]
    names = [".".join(part) for part in parts if part[1] == "analysis" and part[-1] != "__init__"]
    assert len(names) > 30
    code = (
        f"import sys, helpers, {', '.join(names)}; "
        "print([m for m in ('matplotlib', 'ipywidgets', 'scipy.stats') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
