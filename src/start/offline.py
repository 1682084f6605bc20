"""Make one zip with the course and all its parts, for a laptop that may fetch nothing.

    make offline                        # for a computer like this one
    make offline FOR="windows mac-arm"  # for others; PYTHONS="3.11 3.12" for more Pythons

Every part is fetched by the lock, with its hash compared. The laptop needs an installed Python;
`python3 course.py` in the unpacked folder then installs without a network.
"""

import argparse
import ast
import json
import operator
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from start.environments import COURSE
from start.sentences import ROOT
from start.wheelhouse import Computer, this_computer

MAC_INTEL, MAC_ARM = "macosx_14_0_x86_64", "macosx_14_0_arm64"
MANYLINUX = tuple(f"manylinux_2_{n}_x86_64" for n in range(36, 16, -1))
# A name, what the Python there says of itself, and the kinds of parts that fit it.
KINDS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "windows": ("win32", "x86_64", ("win_amd64",)),
    "linux": ("linux", "x86_64", MANYLINUX),
    "mac-arm": ("darwin", "arm64", (MAC_ARM,)),
    "mac-intel": ("darwin", "x86_64", (MAC_INTEL,)),
}
_COMPARED: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
LEFT_OUT = ("tests/", "benchmarks/", ".")
DATE = (2026, 1, 1, 0, 0, 0)  # the same parts then give the same zip


def markers(computer: Computer) -> dict[str, str]:
    """Return what the conditions in the lock are held to on a computer."""
    windows = computer.system == "win32"
    systems = {"win32": "Windows", "darwin": "Darwin"}
    return {
        "implementation_name": "cpython",
        "os_name": "nt" if windows else "posix",
        "platform_machine": computer.machine,
        "platform_python_implementation": "CPython",
        "platform_system": systems.get(computer.system, "Linux"),
        "python_full_version": f"{computer.python}.0",
        "python_version": computer.python,
        "sys_platform": computer.system,
    }


def wanted(parts: Iterable[str], computer: Computer) -> list[str]:
    """Return the parts of a lock that a computer needs, without their conditions."""
    found, facts = [], markers(computer)
    for part in parts:
        head, rest = part.split("\\", 1)
        name, _, condition = head.partition(" ; ")
        if not condition or holds(condition.strip(), facts):
            found.append(f"{name.strip()} \\{rest}")
    return found


def holds(condition: str, facts: Mapping[str, str]) -> bool:
    """Return whether a condition of the lock holds; one that is not understood is an error.

    >>> holds("os_name == 'nt' or python_version < '3.12'", markers(Computer("linux", "", "3.11")))
    True
    """
    return _judged(ast.parse(condition, mode="eval").body, facts)


def _judged(node: ast.expr, facts: Mapping[str, str]) -> bool:
    if isinstance(node, ast.BoolOp):
        all_or_any = all if isinstance(node.op, ast.And) else any
        return all_or_any(_judged(one, facts) for one in node.values)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        one, other = (_value(side, facts) for side in (node.left, node.comparators[0]))
        compare = _COMPARED.get(type(node.ops[0]))
        if compare:
            return bool(compare(one, other))
    raise ValueError(f"a condition in the lock that is not known here: {ast.unparse(node)}")


def _value(node: ast.expr, facts: Mapping[str, str]) -> tuple[int, ...] | str:
    """Return a text, or a version as its numbers without zeros at the end."""
    text = facts[node.id] if isinstance(node, ast.Name) else str(ast.literal_eval(node))
    if not re.fullmatch(r"\d+(\.\d+)*", text):
        return text
    return tuple(map(int, re.sub(r"(\.0+)+$", "", text).split(".")))


def fetch(computer: Computer, kinds: Sequence[str], into: Path) -> None:
    """Fetch the parts that a computer needs; ``kinds`` is empty for one like this one."""
    into.mkdir(parents=True, exist_ok=True)
    lock = into / "wanted.lock"
    lock.write_text("".join(wanted(COURSE.parts, computer)), "utf-8")
    asked = [word for kind in kinds for word in ("--platform", kind)]
    asked += ["--python-version", computer.python] if kinds else []
    command = ["download", "--quiet", "--no-deps", "--require-hashes", "--only-binary=:all:"]
    pip = [sys.executable, "-m", "pip", *command, *asked, "--dest", str(into), "-r", str(lock)]
    subprocess.run(pip, check=True)
    lock.unlink()


def course_files() -> list[Path]:
    """Return the files of the course, without what it makes or version control ignores."""
    ask = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(ask, cwd=ROOT, capture_output=True, check=False).stdout.decode()
    names = [name for name in listed.split("\0") if name] or walked()
    return [Path(name) for name in sorted(names) if not name.startswith(LEFT_OUT)]


def walked() -> list[str]:
    """Return the files of a course that came without version control."""
    made = {"__pycache__", "wheelhouse", "dist", "node_modules", "mijn-werk"}
    found = []
    for place, folders, names in os.walk(ROOT):
        folders[:] = [one for one in folders if one not in made and not one.startswith(".")]
        found += [(Path(place) / name).relative_to(ROOT).as_posix() for name in names]
    return found


def write(zip_file: Path, parts: Path, computers: Sequence[Computer]) -> None:
    """Write the zip: the course, its parts, and for which computers they are."""
    zip_file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(zip_file, "w") as packed:
        for path in course_files():
            if (ROOT / path).is_file():
                add(packed, f"Draagvlak/{path.as_posix()}", (ROOT / path).read_bytes())
        wheels = sorted(parts.glob("*.whl"))
        told = {"for": [list(one) for one in computers], "count": len(wheels)}
        add(packed, "Draagvlak/wheelhouse/parts.json", json.dumps(told, indent=1).encode())
        for path in wheels:
            add(packed, f"Draagvlak/wheelhouse/{path.name}", path.read_bytes(), small=True)


def add(packed: zipfile.ZipFile, name: str, content: bytes, small: bool = False) -> None:
    """Add one file; a part is a zip already and ``small`` as it is."""
    entry = zipfile.ZipInfo(name, DATE)
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
    packed.writestr(entry, content)


def computers_of(names: Sequence[str], pythons: Sequence[str]) -> dict[Computer, tuple[str, ...]]:
    """Return the computers that were asked for, and the kinds of parts that fit each."""
    here = this_computer()
    found: dict[Computer, tuple[str, ...]] = {}
    for name in names:
        for python in pythons or [here.python]:
            if name == "this":
                found[here] = ()
            else:
                system, machine, kinds = KINDS[name]
                found[Computer(system, machine, python)] = kinds
    return found


def main(words: Sequence[str]) -> None:
    """Make the zip that the words ask for, and say where it is and how large."""
    asked = argparse.ArgumentParser(
        prog="make offline",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asked.add_argument("names", nargs="*", metavar="FOR", help=f"this, {', '.join(KINDS)}")
    asked.add_argument("--pythons", nargs="*", default=[], help="such as 3.11 3.12")
    asked.add_argument("--to", type=Path, default=ROOT / "dist", help="the folder for the zip")
    given = asked.parse_args(words)
    names = given.names or ["this"]
    if unknown := set(names) - {"this", *KINDS}:
        asked.error(f"no computer is called {', '.join(sorted(unknown))}")
    computers = computers_of(names, given.pythons)
    title = "-".join(dict.fromkeys("-".join(one[:2]) for one in computers))
    versions = "-".join(dict.fromkeys(f"py{one.python}" for one in computers))
    with tempfile.TemporaryDirectory() as folder:
        for computer, kinds in computers.items():
            print(f"Fetching for {' '.join(computer)} ...", flush=True)
            fetch(computer, kinds, Path(folder))
        zip_file = given.to / f"draagvlak-offline-{title}-{versions}.zip"
        write(zip_file, Path(folder), list(computers))
        count = len(list(Path(folder).glob("*.whl")))
    size = zip_file.stat().st_size / 10**6
    print(f"{zip_file}: {count} parts, {size:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
