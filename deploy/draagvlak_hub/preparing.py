"""What must be there before the hub starts: packages, proxy, and a course that others can read."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from draagvlak_hub.configure import PROXY
from draagvlak_hub.policy import FONTS
from draagvlak_hub.settings import COURSE, HERE, Settings, WrongSettingError
from start.environments import COURSE as PACKAGES
from start.environments import Environment, prepare

HUB = Environment(HERE / ".venv", HERE / "requirements.lock", 250)
NOBODY = 65534
# What somebody without any rights must be able to do, and must not be able to do.
TRY = (
    "import os, sys; import jupyterhub.singleuser, jupyterlab, helpers; "
    "sys.exit(3 if any(os.access(place, os.W_OK) for place in sys.argv[1:]) else 0)"
)


def get_ready() -> None:
    """Install what is locked, unless that was done before, and try it."""
    get_packages()
    _get_proxy()
    _try_as_nobody()


def get_packages() -> None:
    """Install what a participant's server needs."""
    os.environ["DRAAGVLAK_LANG"] = "en"
    os.umask(0o022)
    prepare([PACKAGES, HUB])
    _look_for_fonts()


def make_state(settings: Settings) -> None:
    """Make the hub's own folder, for root only."""
    state = Path(settings.state)
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    state.chmod(0o700)


def _look_for_fonts() -> None:
    if not FONTS.is_dir():
        env = {"PATH": os.environ["PATH"], "MPLCONFIGDIR": str(FONTS)}
        look = [str(PACKAGES.python), "-c", "import matplotlib.font_manager"]
        subprocess.run(look, env=env, check=True)


def _get_proxy() -> None:
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    stamp = PROXY.parents[1] / "stamp"
    if PROXY.exists() and stamp.exists() and stamp.read_text("utf-8") == lock:
        return
    npm = shutil.which("npm")
    if not npm:
        raise WrongSettingError("The proxy of the hub needs Node.js (20 or newer) with npm.")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=HERE).returncode:
        raise WrongSettingError("The proxy could not be installed; npm says above why.")
    stamp.write_text(lock, "utf-8")


def _try_as_nobody() -> None:
    if os.geteuid():
        return
    places = [str(COURSE), str(COURSE / "notebooks" / "nl"), str(COURSE / "src" / "helpers")]
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    tried = [str(HUB.python), "-P", "-c", TRY, *places]
    try:
        env = {"PATH": os.environ["PATH"], "HOME": "/", "MPLCONFIGDIR": "/nonexistent"}
        done = subprocess.run(tried, cwd="/", env=env, capture_output=True, text=True, **who)  # type: ignore[call-overload]
        code, said = done.returncode, done.stderr.strip().splitlines()[-1:]
    except OSError as error:
        code, said = 1, [str(error)]
    if code == 3:
        raise WrongSettingError("Everybody can write in the course: chmod -R go-w it first.")
    if code:
        raise WrongSettingError(
            f"Participants cannot run the course ({' '.join(said)}). Put it where everybody can "
            "read, such as /opt/draagvlak, and start with a Python of the system, such as "
            "/usr/bin/python3."
        )
