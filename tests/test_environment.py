"""What is installed: declared once, locked with hashes, and the same for conda."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DECLARED = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
FOR_TESTS = [Requirement(line) for line in PROJECT["dependency-groups"]["test"]]
LOCKS = ["requirements.lock", "requirements-test.lock"]


def locked(name: str) -> list[Requirement]:
    """The packages of a lock, each on one line without its hashes."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return [Requirement(line.split(" --hash=")[0].strip()) for line in lines]


def names(requirements: list[Requirement]) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in requirements}


def version(requirement: Requirement) -> str:
    (pin,) = requirement.specifier
    assert pin.operator == "=="
    return pin.version


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes_and_nothing_else(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    hashes = r"( \\\n    --hash=sha256:[0-9a-f]{64})+"
    entry = rf"[a-z0-9-]+==[^\s;]+( ; [^\\\n]+)?{hashes}\n(    #.*\n)*"
    assert re.fullmatch(f"({entry})+", text)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place_to_install_from(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"(?m)^\s*-", text.replace("    --hash=", ""))


def test_the_lock_satisfies_what_is_declared() -> None:
    pins = locked("requirements.lock")
    for wanted in DECLARED:
        found = [
            pin for pin in pins if canonicalize_name(pin.name) == canonicalize_name(wanted.name)
        ]
        assert found, f"{wanted.name} is not locked: make lock"
        for pin in found:
            assert wanted.specifier.contains(version(pin)), f"{pin} against {wanted}: make lock"


def test_the_locks_satisfy_what_the_tests_need() -> None:
    pins = locked("requirements.lock") + locked("requirements-test.lock")
    for wanted in FOR_TESTS:
        found = [
            pin for pin in pins if canonicalize_name(pin.name) == canonicalize_name(wanted.name)
        ]
        assert any(wanted.specifier.contains(version(pin)) for pin in found), f"{wanted}: make lock"


def test_the_lock_for_tests_holds_only_what_the_course_lacks() -> None:
    assert not names(locked("requirements.lock")) & names(locked("requirements-test.lock"))


def test_the_course_can_be_built_without_a_network() -> None:
    needed = [Requirement(line) for line in PROJECT["build-system"]["requires"]]
    assert names(needed) <= names(locked("requirements.lock"))


@pytest.mark.parametrize("banned", ["pyarrow", "jupytext", "pytest", "rfc3987-syntax"])
def test_what_would_spoil_the_course_stays_out_of_it(banned: str) -> None:
    assert banned not in names(locked("requirements.lock"))


def test_conda_gets_the_same_dependencies() -> None:
    lines = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]
    requirements = {str(Requirement(line)) for line in lines if isinstance(line, str)}
    python = f"python{PROJECT['project']['requires-python']}"
    assert requirements == {str(line) for line in DECLARED} | {python}


def imports(folder: Path) -> set[str]:
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(str(node.module).split(".")[0])
    return found - set(sys.stdlib_module_names)


def test_what_helpers_imports_is_declared() -> None:
    distributions = packages_distributions()
    used = imports(ROOT / "src" / "helpers") - {"helpers"}
    providers = {name: {canonicalize_name(d) for d in distributions[name]} for name in used}
    assert [
        name for name, by in providers.items() if not by & (names(DECLARED) | {"traitlets"})
    ] == []


def test_the_start_needs_only_the_standard_library() -> None:
    assert imports(ROOT / "src" / "start") == {"start"}


def test_no_file_names_a_registry_or_a_place_on_this_machine() -> None:
    hosts = [
        "py" + "pi.org",
        "python" + "hosted.org",
        "registry.npm" + "js.org",
        "deb.deb" + "ian.org",
    ]
    places = [str(place) for place in (ROOT, Path.home()) if len(place.parts) > 1]
    words = re.compile("|".join(rf"(?<![\w.]){re.escape(word)}\b" for word in hosts + places))
    named = {
        str(path.relative_to(ROOT)): found.group()
        for path in tracked()
        if (found := words.search(path.read_text("utf-8", errors="ignore")))
    }
    assert named == {}
