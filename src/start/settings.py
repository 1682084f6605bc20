"""The environment variables in which the course runs, away from the user's own settings."""

import os
from pathlib import Path

from start.sentences import ROOT

OWN = {
    "IPYTHONDIR": "ipython",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "MPLCONFIGDIR": "matplotlib",
}


def work_folder() -> Path:
    """Return where the participant's work is kept; a relative place counts from the course."""
    chosen = os.environ.get("DRAAGVLAK_WERK") or "~/Draagvlak"
    return Path(os.path.normpath(ROOT / Path(chosen).expanduser()))


def settings() -> dict[str, str]:
    """Return this computer's environment variables, with the course's own Python and Jupyter."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, **course_settings(work_folder())}


def course_settings(work: Path) -> dict[str, str]:
    """Return what the course sets, for work that is kept in ``work``."""
    return {
        **{name: str(work / ".jupyter" / place) for name, place in OWN.items()},
        "DRAAGVLAK_COURSE": str(ROOT),
        "DRAAGVLAK_WERK": str(work),
        "JUPYTER_CONFIG_PATH": str(ROOT / "jupyter"),
        "JUPYTER_PATH": str(ROOT / "jupyter"),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "PIP_USER": "0",
        "PYTHONNOUSERSITE": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONUTF8": "1",
    }
