"""What is given for a cluster: values that the chart knows, and an image of files that are there.

The names are those of the chart Zero to JupyterHub, read from its schema (of 2026, with JupyterHub
5). It refuses names that it does not know, but not everywhere.
"""

import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from draagvlak_hub.configure import configure
from draagvlak_hub.policy import FIRST, arguments, environment
from draagvlak_hub.settings import COURSE, HERE, SHIPPED, read_settings
from traitlets.config import Config

FOLDER = HERE / "kubernetes"
PLACE, HOME = "/opt/draagvlak", "/home/jovyan"
KNOWN: dict[str, tuple[type, ...]] = {
    "hub.concurrentSpawnLimit": (int,),
    "hub.activeServerLimit": (int,),
    "hub.config": (dict,),
    "proxy.https.enabled": (bool,),
    "proxy.https.hosts": (list,),
    "proxy.https.letsencrypt.contactEmail": (str,),
    "singleuser.image.name": (str,),
    "singleuser.image.tag": (str,),
    "singleuser.image.pullPolicy": (str,),
    "singleuser.cmd": (list,),
    "singleuser.defaultUrl": (str,),
    "singleuser.startTimeout": (int,),
    "singleuser.uid": (int,),
    "singleuser.fsGid": (int,),
    "singleuser.extraEnv": (dict,),
    "singleuser.memory.guarantee": (str, int),
    "singleuser.memory.limit": (str, int),
    "singleuser.cpu.guarantee": (int, float),
    "singleuser.cpu.limit": (int, float),
    "singleuser.storage.type": (str,),
    "singleuser.storage.capacity": (str,),
    "singleuser.storage.homeMountPath": (str,),
    "singleuser.networkPolicy.enabled": (bool,),
    "singleuser.networkPolicy.egress": (list,),
    "singleuser.networkPolicy.egressAllowRules.cloudMetadataServer": (bool,),
    "singleuser.networkPolicy.egressAllowRules.nonPrivateIPs": (bool,),
    "singleuser.networkPolicy.egressAllowRules.privateIPs": (bool,),
    "cull.enabled": (bool,),
    "cull.timeout": (int,),
    "cull.every": (int,),
    "cull.users": (bool,),
    "scheduling.userPlaceholder.enabled": (bool,),
    "scheduling.userPlaceholder.replicas": (int,),
    "scheduling.podPriority.enabled": (bool,),
    "prePuller.continuous.enabled": (bool,),
}
OPEN = ("hub.config", "singleuser.extraEnv")


@pytest.fixture(scope="module")
def values() -> dict[str, Any]:
    return dict(yaml.safe_load((FOLDER / "values.yaml").read_text("utf-8")))


def leaves(part: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if path in OPEN or not isinstance(part, dict):
        yield path, part
        return
    for name, below in part.items():
        yield from leaves(below, f"{path}.{name}".lstrip("."))


def steps() -> list[tuple[str, str]]:
    text = (FOLDER / "Containerfile").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in lines)]


def test_the_chart_knows_every_value_and_its_kind(values: dict[str, Any]) -> None:
    for path, value in leaves(values):
        assert type(value) in KNOWN[path], path
    assert values["singleuser"]["storage"]["type"] in ("dynamic", "static", "none")
    assert values["singleuser"]["image"]["pullPolicy"] in ("IfNotPresent", "Always", "Never")
    assert all(type(one) is str for one in values["singleuser"]["extraEnv"].values())
    for limit in values["singleuser"]["memory"].values():
        assert re.fullmatch(r"\d+[MG]", limit)
    assert re.fullmatch(r"\d+[MG]i", values["singleuser"]["storage"]["capacity"])


def test_a_server_on_a_cluster_runs_in_the_same_way(values: dict[str, Any]) -> None:
    server = values["singleuser"]
    here = environment(Path(HOME))
    moved = {name: value.replace(str(COURSE), PLACE) for name, value in here.items()}
    assert server["extraEnv"] == {
        name: value for name, value in moved.items() if name not in ("SHELL", "TMPDIR")
    }
    wanted = [one.replace(str(COURSE), PLACE) for one in arguments(read_settings(SHIPPED))]
    assert server["cmd"][4:] == wanted
    assert server["defaultUrl"] == FIRST
    assert server["storage"]["homeMountPath"] == HOME


def test_logging_in_on_a_cluster_says_what_one_machine_says(
    values: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "hub.toml"
    needs = ("name", "client_id", "client_secret", "callback", "authorize", "token", "userdata")
    said = "\n".join(f'{name} = "x"' for name in needs)
    file.write_text(f'login = "oidc"\n[oidc]\n{said}\n', "utf-8")
    here = Config()
    configure(here, read_settings(file))
    there = values["hub"]["config"]
    assert {*there["GenericOAuthenticator"], "client_secret"} == {*here.GenericOAuthenticator}
    assert there["JupyterHub"]["authenticator_class"] == "generic-oauth"
    assert there["JupyterHub"]["implicit_spawn_seconds"] == here.JupyterHub.implicit_spawn_seconds
    assert set(there["JupyterHub"]) <= set(here.JupyterHub)
    assert there["Authenticator"] == {"allow_all": here.Authenticator.allow_all}


def test_idle_servers_stop_as_soon_as_on_one_machine(values: dict[str, Any]) -> None:
    settings = read_settings(SHIPPED)
    assert values["cull"]["timeout"] == 60 * settings.idle_minutes
    assert values["singleuser"]["memory"]["limit"] == f"{settings.memory_mb}M"
    assert values["singleuser"]["startTimeout"] == 300


def test_what_only_the_administrator_knows_is_still_to_fill_in(values: dict[str, Any]) -> None:
    open_ = {path for path, value in leaves(values) if re.search(r"fill[ .]in", str(value))}
    assert open_ == {
        "hub.config",
        "proxy.https.hosts",
        "proxy.https.letsencrypt.contactEmail",
        "singleuser.image.name",
    }
    login = values["hub"]["config"]["GenericOAuthenticator"]
    known = {"username_claim": "preferred_username", "scope": ["openid", "profile"]}
    assert {name: one for name, one in login.items() if "fill" not in str(one)} == known
    assert "client_secret" not in login


def test_the_image_installs_what_is_locked_and_runs_without_rights(values: dict[str, Any]) -> None:
    done = steps()
    order = "FROM ENV RUN COPY RUN USER WORKDIR EXPOSE CMD"
    assert " ".join(word for word, _ in done) == order
    assert ("COPY", f". {PLACE}") in done
    assert ("USER", "1000:100") in done
    user = values["singleuser"]
    assert (user["uid"], user["fsGid"]) == (1000, 100)
    text = " ".join(rest for _, rest in done)
    assert f"--uid 1000 --gid 100 --create-home {HOME.rpartition('/')[2]}" in text
    assert "pip install" not in text
    assert values["singleuser"]["cmd"][:4] == re.findall(r'"([^"]+)"', dict(done)["CMD"])


def test_everything_that_the_image_takes_from_the_course_is_there() -> None:
    tracked = _tracked()
    left_out = (FOLDER / "Containerfile.dockerignore").read_text("utf-8").splitlines()[1:]
    taken = {path for path in tracked if not any(_matches(path, one) for one in left_out)}
    assert taken == tracked  # what is left out, no lesson is made of
    used = {
        one
        for _, rest in steps()
        for one in re.findall(rf"{PLACE}/([\w/.-]+)", rest)
        if ".venv" not in one
    }
    assert used == {"deploy/hub.py"}
    assert used <= taken
    for lock in ("requirements.lock", "deploy/requirements.lock"):
        assert lock in taken
    assert FIRST.removeprefix("/lab/tree/") in taken


def test_the_image_has_a_python_that_the_course_runs_on() -> None:
    image = dict(steps())["FROM"]
    found = re.fullmatch(r"python:3\.(\d+)-slim-bookworm", image)
    assert found
    asked = (COURSE / "pyproject.toml").read_text("utf-8")
    least = re.search(r'requires-python = ">=3\.(\d+)"', asked)
    assert least
    assert int(found[1]) >= int(least[1])


def _tracked() -> set[str]:
    command = ["git", "-C", str(COURSE), "ls-files"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        pytest.skip("not a checkout")
    return set(done.stdout.splitlines())


def _matches(path: str, pattern: str) -> bool:
    """Whether a pattern of the file leaves out this path, or a folder that it is in."""
    parts = path.split("/")
    starts = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    if pattern.startswith("**/"):
        return any(fnmatch(part, pattern[3:]) for part in parts)
    return pattern in starts
