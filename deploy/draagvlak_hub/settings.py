"""What the administrator chose, read from a TOML file and checked."""

import os
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[1]
COURSE = HERE.parent
SHIPPED = HERE / "settings.toml"
USUAL = Path("/etc/draagvlak-hub.toml")
NAMED = "DRAAGVLAK_HUB"
LOGINS = ("cards", "shared", "oidc")
LOCAL = ("127.0.0.1", "::1", "localhost")
SHORTEST = 12
OIDC_NEEDS = ("name", "client_id", "client_secret", "callback", "authorize", "token", "userdata")


class WrongSettingError(Exception):
    """A setting with which the hub cannot run; its text says which, and what to do."""


@dataclass(frozen=True)
class Settings:
    """The settings of ``settings.toml``, with the same names."""

    address: str
    port: int
    certificate: str
    key: str
    behind_tls: bool
    login: str
    people: int
    admins: list[str]
    work: str
    state: str
    memory_mb: int
    programs: int
    kernel_idle_minutes: int
    idle_minutes: int
    shared: dict[str, str] = field(repr=False)
    oidc: dict[str, Any] = field(repr=False)


def settings_file() -> Path:
    """Return the file to read: the one that is named, else the usual one, else the shipped one."""
    named = os.environ.get(NAMED)
    if named:
        return Path(named)
    return USUAL if USUAL.exists() else SHIPPED


def read_settings(file: Path | None = None) -> Settings:
    """Return the settings of a file; what it leaves out is as shipped."""
    chosen, shipped = _table(file or settings_file()), _table(SHIPPED)
    _same_kind(chosen, shipped, "")
    parts = {name: {**shipped[name], **chosen.get(name, {})} for name in ("shared", "oidc")}
    settings = Settings(**{**shipped, **chosen, **parts})
    _check(settings)
    return settings


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise WrongSettingError(f"{file} cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise WrongSettingError(f"{file} is not written as TOML: {error}.") from None


def _same_kind(chosen: dict[str, Any], shipped: dict[str, Any], inside: str) -> None:
    for name, value in chosen.items():
        if name not in shipped:
            known = ", ".join(shipped)
            raise WrongSettingError(f"There is no setting {inside}{name}; there are: {known}.")
        if type(value) is not type(shipped[name]):
            kind = type(shipped[name]).__name__
            raise WrongSettingError(f"The setting {inside}{name} must be of the kind {kind}.")
        if isinstance(value, dict):
            _same_kind(value, shipped[name], f"{name}.")


def _check(settings: Settings) -> None:
    for one in fields(settings):
        value = getattr(settings, one.name)
        if isinstance(value, int) and not isinstance(value, bool) and value < 1:
            raise WrongSettingError(f"The setting {one.name} must be 1 or more.")
    if bool(settings.certificate) != bool(settings.key):
        raise WrongSettingError("Give both certificate and key, or neither.")
    safe = settings.certificate or settings.behind_tls
    if settings.address not in LOCAL and not safe:
        raise WrongSettingError(
            "Without TLS, passwords and work could be read on the way: give certificate and key, "
            "set behind_tls when a proxy does it, or let address be 127.0.0.1."
        )
    if settings.login not in LOGINS:
        raise WrongSettingError(f"The setting login must be one of: {', '.join(LOGINS)}.")
    if settings.login == "shared" and len(settings.shared["password"]) < SHORTEST:
        raise WrongSettingError(f"Give shared.password, of at least {SHORTEST} characters.")
    missing = [name for name in OIDC_NEEDS if not settings.oidc[name]]
    if settings.login == "oidc" and missing:
        raise WrongSettingError(f"For this login, give in [oidc]: {', '.join(missing)}.")
    for name in ("work", "state"):
        if not Path(getattr(settings, name)).is_absolute():
            raise WrongSettingError(f"The setting {name} must be a whole path, such as /srv/x.")
