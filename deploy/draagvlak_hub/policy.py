"""In which environment a participant's server runs, and what it may use."""

import os
import resource
import shutil
from contextlib import suppress
from pathlib import Path

from draagvlak_hub.accounts import TEMPORARY, WORK
from draagvlak_hub.settings import COURSE, HERE, Settings
from start.environments import COURSE as PACKAGES
from start.settings import course_settings

FONTS = HERE / ".venv" / "matplotlib"
"""Which fonts there are, found out once for everybody."""
FIRST_TO_GO = "500"  # of 1000, which is always first; a service of the system has 0
FIRST = "/lab/tree/notebooks/nl/00_start.ipynb"


def environment(home: Path) -> dict[str, str]:
    """Return the variables of a server: those of the course, with this participant's folders.

    >>> environment(Path("/srv/draagvlak/dv-groep1-07"))["DRAAGVLAK_WERK"]
    '/srv/draagvlak/dv-groep1-07/Draagvlak'
    """
    packages = PACKAGES.folder
    share = packages / "share" / "jupyter"
    course = course_settings(home / WORK)
    return {
        **course,
        "HOME": str(home),
        "JUPYTERLAB_DIR": str(share / "lab"),
        "JUPYTER_CONFIG_PATH": _paths(course["JUPYTER_CONFIG_PATH"], packages / "etc" / "jupyter"),
        "JUPYTER_PATH": _paths(course["JUPYTER_PATH"], share),
        "DRAAGVLAK_LANG": "nl",
        "LANG": "C.UTF-8",
        # Thirty people share the cores: a sum of one of them does not take them all.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "SHELL": "/usr/sbin/nologin",
        "TMPDIR": str(home / TEMPORARY),
    }


def _paths(*places: object) -> str:
    return os.pathsep.join(str(place) for place in places)


def arguments(settings: Settings) -> list[str]:
    """Return the options of a server."""
    seconds = settings.kernel_idle_minutes * 60
    return [
        f"--ServerApp.root_dir={COURSE}",
        f"--MappingKernelManager.cull_idle_timeout={seconds}",
        "--MappingKernelManager.cull_interval=60",
        "--MappingKernelManager.cull_connected=False",
        # Nobody writes code here; looking for language servers starts a program each time.
        "--LanguageServerManager.autodetect=False",
    ]


def own_folders(home: Path) -> None:
    """Make what a server needs in a participant's folder; for the participant to do."""
    (home / TEMPORARY).mkdir(mode=0o700, exist_ok=True)
    fonts = Path(course_settings(home / WORK)["MPLCONFIGDIR"])
    if FONTS.is_dir() and not fonts.exists():
        shutil.copytree(FONTS, fonts)


def first_to_go() -> None:
    """Let this process be ended before the hub and the system when the machine has no memory left.

    For between fork and exec, as root: its children have it from birth, and cannot undo it.
    """
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, "ascii")


def limit(settings: Settings) -> None:
    """Bound what this process and its children may use; for between fork and exec."""
    most = settings.memory_mb * 2**20
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_NPROC, (settings.programs, settings.programs))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.umask(0o077)
