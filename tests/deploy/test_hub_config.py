"""How the hub is configured: for each way to log in, and for each participant."""

import configparser
import json
import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from draagvlak_hub.policy import FIRST, arguments, environment
from draagvlak_hub.settings import COURSE, HERE, NAMED, read_settings
from traitlets.config import Config

NODE = 20  # of Debian 13
OIDC = """
login = "oidc"
[oidc]
name = "de organisatie"
client_id = "draagvlak"
client_secret = "geheim"
callback = "https://hub.example/hub/oauth_callback"
authorize = "https://login.example/authorize"
token = "https://login.example/token"
userdata = "https://login.example/userinfo"
allowed = ["a.vos"]
"""
LOGINS = {
    "cards": ('login = "cards"', "draagvlak_hub.login.CardAuthenticator"),
    "shared": (
        'login = "shared"\n[shared]\npassword = "drie-woorden-hier"',
        "draagvlak_hub.login.SharedAuthenticator",
    ),
    "oidc": (OIDC, "oauthenticator.generic.GenericOAuthenticator"),
}


def configured(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    file = folder / "hub.toml"
    file.write_text(text, "utf-8")
    monkeypatch.setenv(NAMED, str(file))
    found = Config()
    runpy.run_path(str(HERE / "jupyterhub_config.py"), {"get_config": lambda: found})
    return found


@pytest.mark.parametrize("login", LOGINS)
def test_the_configuration_loads_for_every_login(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, login: str
) -> None:
    text, wanted = LOGINS[login]
    c = configured(tmp_path, text, monkeypatch)
    assert c.JupyterHub.authenticator_class == wanted
    assert c.JupyterHub.spawner_class == "draagvlak_hub.spawner.CourseSpawner"
    assert c.Spawner.default_url == FIRST
    assert (COURSE / FIRST.removeprefix("/lab/tree/")).exists()


def test_only_those_who_are_named_come_in_through_the_provider(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    c = configured(tmp_path, OIDC, monkeypatch)
    assert c.Authenticator.allow_all is False
    assert c.Authenticator.allowed_users == {"a.vos"}


def test_what_stops_idle_servers_can_do_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    c = configured(tmp_path, "idle_minutes = 45", monkeypatch)
    [service, group] = c.JupyterHub.services
    assert c.Spawner.environment == group["environment"]
    [role] = [one for one in c.JupyterHub.load_roles if one["name"] == service["name"]]
    assert "--timeout=2700" in service["command"]
    assert not [scope for scope in role["scopes"] if scope.startswith(("admin", "access"))]


def test_a_server_writes_only_in_its_participants_folder() -> None:
    home = Path("/srv/draagvlak/dv-groep1-07")
    env = environment(home)
    for name in ("DRAAGVLAK_WERK", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR",
                 "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR", "HOME",
                 "MPLCONFIGDIR", "TMPDIR"):  # fmt: skip
        assert Path(env[name]).is_relative_to(home), name
    assert env["DRAAGVLAK_COURSE"] == str(COURSE)
    assert env["DRAAGVLAK_LANG"] == "nl"


def test_nothing_of_the_administrators_environment_comes_along(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DRAAGVLAK_WERK", "/elders/Draagvlak")
    monkeypatch.setenv("SECRET", "x")
    env = environment(Path("/srv/draagvlak/dv-a"))
    assert "SECRET" not in env
    assert "/elders" not in " ".join(env.values())


def test_a_lesson_that_no_page_shows_is_stopped_and_one_that_is_shown_is_not() -> None:
    options = arguments(read_settings(HERE / "settings.toml"))
    assert "--MappingKernelManager.cull_idle_timeout=1800" in options
    assert "--MappingKernelManager.cull_connected=False" in options


def test_under_systemd_a_lack_of_memory_or_a_crash_of_the_hub_ends_no_other_lesson() -> None:
    unit = configparser.ConfigParser()
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(HERE / "draagvlak-hub.service", "utf-8")
    service = unit["Service"]
    assert (service["OOMPolicy"], service["KillMode"]) == ("continue", "process")
    assert service["ExecStart"].endswith("/opt/draagvlak/deploy/hub.py")
    assert (HERE / "hub.py").exists()


def test_the_lock_of_the_hub_adds_to_that_of_the_course_and_names_no_place() -> None:
    text = (HERE / "requirements.lock").read_text("utf-8")
    names = set(re.findall(r"(?m)^([a-z0-9-]+)==", text))
    course = set(
        re.findall(r"(?m)^([a-z0-9-]+)==", (COURSE / "requirements.lock").read_text("utf-8"))
    )
    assert {"jupyterhub", "jupyterhub-idle-culler", "oauthenticator"} <= names
    assert not names & course
    assert "://" not in text
    entries = re.split(r"(?m)^(?=\S)", text)[1:]
    assert all("--hash=sha256:" in one for one in entries)


def test_the_proxy_is_locked_with_hashes() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    packages = {name: one for name, one in lock["packages"].items() if name}
    assert (
        packages["node_modules/configurable-http-proxy"]["version"]
        == wanted["configurable-http-proxy"]
    )
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())
    assert not [one for one in packages.values() if "resolved" in one]


def test_the_proxy_runs_on_the_node_that_debian_has() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    asked = {
        name: one["engines"]["node"]
        for name, one in lock["packages"].items()
        if one.get("engines", {}).get("node", "*") != "*"
    }
    least = {name: int(re.findall(r">= ?(\d+)", text)[-1]) for name, text in asked.items()}
    assert len(least) > 10
    assert {name: one for name, one in least.items() if one > NODE} == {}
    assert f"Node.js {NODE} or newer" in (COURSE / "docs" / "hub.md").read_text("utf-8")
