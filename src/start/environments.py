"""The two virtual environments: `.venv` of the course and `.venv-test` beside it.

An environment is finished by its stamp, which names what it was made from. One without it, or
with another lock, Python or place, or with fewer files than it had, is made again.
"""

import errno
import hashlib
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from start import wheelhouse
from start.sentences import ROOT, Count, Stop, say
from start.settings import settings
from start.turns import turn

ON_WINDOWS = os.name == "nt"
LONGEST_PATH = 160  # below an environment, with the folder names of Windows; a test measures it
# What pip or the system says, and the sentence that it becomes; the first that fits.
CAUSES = {
    r"No space left|Errno (28|122)\b|WinError (39|112)\b|quota exceeded": "disk_full",
    r"DO NOT MATCH THE HASHES": "hashes",
    r"CERTIFICATE_VERIFY_FAILED|SSLError": "certificate",
    r"Retrying \(|NewConnectionError|ProxyError|[Tt]imed? ?out|HTTP error": "no_network",
    r"ConnectionReset|IncompleteRead|ProtocolError": "no_network",
    r"name too long|WinError 206\b": "path_long",
    r"WinError 32\b": "in_use",
    r"Permission denied|Read-only file system|WinError 5\b": "not_writable",
    r"No matching distribution|Could not find a version": "not_found",
}


@dataclass(frozen=True)
class Environment:
    """A virtual environment, the lock that it is installed from, and the room that it needs."""

    folder: Path
    lock: Path
    needed_mb: int

    @property
    def python(self) -> Path:
        """The program that runs in it."""
        return self.folder / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")

    @property
    def packages(self) -> Path:
        """The folder that its packages are in."""
        base = str(self.folder)
        return Path(sysconfig.get_path("purelib", "venv", {"base": base, "platbase": base}))

    @property
    def log(self) -> Path:
        """What pip and the like said while it was made."""
        return self.folder / "install.log"

    @property
    def stamp(self) -> Path:
        """The file that says what it was made from, written last."""
        return self.folder / "stamp.json"

    @property
    def parts(self) -> list[str]:
        """What the lock asks for: a piece of its text for each package."""
        return re.split(r"(?m)^(?=\w)", self.lock.read_text("utf-8"))[1:]

    @property
    def origin(self) -> list[str]:
        """What the environment is made from."""
        lock = hashlib.sha256(self.lock.read_bytes()).hexdigest()
        return [lock, str(sysconfig.get_config_var("EXT_SUFFIX")), sys.base_prefix, str(ROOT)]

    @property
    def files(self) -> int:
        """How many files the packages have, without what Python compiles by itself."""
        walk = os.walk(self.packages)
        return sum(len(files) for place, _, files in walk if not place.endswith("__pycache__"))

    def is_ready(self) -> bool:
        """Whether it was finished for this lock, Python and place, and has lost no file."""
        try:
            origin, files = json.loads(self.stamp.read_text("utf-8"))
            return origin == self.origin and self.python.exists() and self.files >= files
        except (OSError, TypeError, ValueError):
            return False

    def stop(self, key: str, **facts: object) -> Stop:
        """Return the end of the program with the sentence ``key``."""
        known = {
            "folder": ROOT,
            "computers": wheelhouse.named(wheelhouse.made_for(ROOT)),
            "found": platform.python_version(),
            "free": shutil.disk_usage(ROOT).free // 10**6,
            "length": len(str(ROOT)),
            "log": self.log,
            "needed": self.needed_mb,
            "sign": os.pathsep,
        }
        return Stop(key, **{**known, **facts})

    def blame(self, words: str, **facts: object) -> Stop:
        """Return the end of the program that fits what pip or the system said."""
        keys = (key for cause, key in CAUSES.items() if re.search(cause, words))
        # A full disk takes no log either.
        full = shutil.disk_usage(ROOT).free < 20 * 10**6
        key = next(keys, "disk_full" if full else "unknown")
        return self.stop(wheelhouse.reworded(key, ROOT) if self == COURSE else key, **facts)


COURSE = Environment(ROOT / ".venv", ROOT / "requirements.lock", 850)
TESTS = Environment(ROOT / ".venv-test", ROOT / "requirements-test.lock", 400)


def prepare(environments: Sequence[Environment]) -> None:
    """Make the environments that are not ready."""
    if not all(environment.is_ready() for environment in environments):
        with turn(ROOT / ".venv.lock") as lock:
            missing = [environment for environment in environments if not environment.is_ready()]
            if missing:  # the window that had its turn before may have made them
                build(missing, lock)


def build(environments: Sequence[Environment], lock: IO[bytes]) -> None:
    """Make environments anew, the stamp last."""
    if os.pathsep in str(ROOT):
        raise COURSE.stop("path_sign")
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise COURSE.stop("venv_missing")
    needed = sum(environment.needed_mb for environment in environments)
    for environment in environments:
        clear(environment)
        if shutil.disk_usage(environment.folder).free < needed * 10**6:
            raise environment.stop("disk_full", needed=needed)
    say("first")
    for environment in environments:
        # The pip of the course installs for the tests as well.
        bare = [] if environment == COURSE else ["--without-pip"]
        base = getattr(sys, "_base_executable", None) or sys.executable
        run([base, "-m", "venv", *bare, str(environment.folder)], environment, lock)
    install(environments, lock)
    say("finishing")
    for environment in environments:
        link(environment, lock)
        spare_compiling(environment, lock)
        environment.stamp.write_text(json.dumps([environment.origin, environment.files]), "utf-8")


def clear(environment: Environment) -> None:
    """Remove what there was, and write a file at the longest path that the packages need."""
    folder = environment.folder
    try:
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder)
        elif os.path.lexists(folder):
            folder.unlink()
    except OSError as error:
        # Windows keeps what is in use, and calls that "access denied".
        raise environment.stop("in_use") if ON_WINDOWS else environment.blame(str(error)) from None
    deep = folder / ("x" * 80)
    try:
        deep.mkdir(parents=True)
        (deep / ("x" * (LONGEST_PATH - 81))).touch()
        shutil.rmtree(deep)
    except OSError as error:
        # Of a path that is too long, Windows says that it is not there.
        too_long = error.errno == errno.ENOENT
        raise environment.stop("path_long") if too_long else environment.blame(str(error)) from None


def install(environments: Sequence[Environment], lock: IO[bytes]) -> None:
    """Install what is locked, with two pips for each environment, as one leaves a core idle."""
    if COURSE in environments:
        # Its own pip first: twice as fast as the one that comes with Python 3.11.
        own = [part for part in COURSE.parts if part.startswith("pip==")]
        run(locked(COURSE, "pip", own), COURSE, lock)
    jobs = []
    for environment in environments:
        for half in (0, 1):
            command = locked(environment, f"half-{half}", environment.parts[half::2])
            jobs.append((start(command, environment, lock), environment))
    count = Count()
    for last in wait(jobs):
        done, total = progress(environments)
        count.say(total if last else done, total, last)


def locked(environment: Environment, name: str, parts: Sequence[str]) -> list[str]:
    """Return the command that installs a part of the lock, exactly as it says."""
    file = environment.folder / f"{name}.lock"
    file.write_text("".join(parts), "utf-8")
    options = ["--require-hashes", "--only-binary=:all:", "--no-input", "-r", str(file)]
    beside = wheelhouse.options(ROOT) if environment == COURSE else []
    return pip(environment, [*beside, *options])


def progress(environments: Iterable[Environment]) -> tuple[int, int]:
    """Return how many packages are done, and of how many; one is fetched and then installed."""
    done = total = 0
    for environment in environments:
        log = environment.log.read_text("utf-8", errors="replace")
        total += len(environment.parts) - log.count("\nIgnoring ")
        done += len(re.findall(r"(?m)^(?:Collecting|Processing) ", log))
        found = environment.packages.glob("*.dist-info")
        done += len([name for name in found if not re.match("pip-|setuptools-", name.name)])
    return min(done // 2, total), total


def link(environment: Environment, lock: IO[bytes]) -> None:
    """Let the course find itself, and the tests find the course and its packages."""
    if environment == COURSE:
        here = ["--no-index", "--no-build-isolation", "--editable", "."]
        run(pip(environment, here), environment, lock)
        # A relative path, as Python 3.11 on Windows misreads an é in this file.
        name, line = "helpers.pth", os.path.relpath(ROOT / "src", environment.packages)
    else:
        line = f"import site; site.addsitedir({str(COURSE.packages)!a})"
        name = "course.pth"
    (environment.packages / name).write_text(line + "\n", "utf-8")


def spare_compiling(environment: Environment, lock: IO[bytes]) -> None:
    """Compile the packages, without their own tests, and the course; look for fonts once."""
    tests = r"site-packages.*[\\/]tests?[\\/]"
    places = [str(environment.packages), str(ROOT / "src" / "helpers")]
    options = ["-q", "-j", "0", "-x", tests, *places]
    run([str(COURSE.python), "-m", "compileall", *options], environment, lock)
    if environment == COURSE:
        run([str(COURSE.python), "-c", "import matplotlib.font_manager"], environment, lock)


def pip(environment: Environment, options: Sequence[str]) -> list[str]:
    """Return the command that installs in an environment, with the one pip that there is."""
    other = [] if environment == COURSE else ["--python", str(environment.python)]
    command = [str(COURSE.python), "-m", "pip", *other, "install", "--no-deps", "--no-compile"]
    return [*command, *options]


def run(command: Sequence[str], environment: Environment, lock: IO[bytes]) -> None:
    """Run a program to its end."""
    for _ in wait([(start(command, environment, lock), environment)]):
        pass


Job = tuple["subprocess.Popen[bytes]", Environment]


def start(
    command: Sequence[str], environment: Environment, lock: IO[bytes]
) -> "subprocess.Popen[bytes]":
    """Start a program that writes to the log of an environment.

    Its input is the lock: should we be killed, it holds until the program has ended.
    """
    with environment.log.open("ab") as log:
        return subprocess.Popen(
            command, cwd=ROOT, env=settings(), stdin=lock, stdout=log, stderr=subprocess.STDOUT
        )


def wait(jobs: Sequence[Job]) -> Iterator[bool]:
    """Wait for programs, giving five times a second whether all are done; a failure ends all."""
    try:
        done = False
        while not done:
            time.sleep(0.2)
            codes = [job.poll() for job, _ in jobs]
            for (_, environment), code in zip(jobs, codes, strict=True):
                if code:
                    raise environment.blame(environment.log.read_text("utf-8", errors="replace"))
            done = None not in codes
            yield done
    finally:
        for job, _ in jobs:
            if job.poll() is None:
                job.kill()
                job.wait()
