"""JupyterHub's own options, from the settings of the hub."""

import sys
from pathlib import Path
from typing import Any

from draagvlak_hub.policy import FIRST, arguments
from draagvlak_hub.settings import HERE, Settings
from start.environments import COURSE as PACKAGES

GROUP = "DRAAGVLAK_GROEP"
PROXY = HERE / "node_modules" / ".bin" / "configurable-http-proxy"


def configure(c: Any, settings: Settings) -> None:
    """Set the options in the configuration ``c``."""
    _listen(c, settings)
    _servers(c, settings)
    _login(c, settings)
    _stop_idle(c, settings)
    _group_answers(c, settings)


def _listen(c: Any, settings: Settings) -> None:
    state = Path(settings.state)
    scheme = "https" if settings.certificate else "http"
    c.JupyterHub.bind_url = f"{scheme}://{settings.address}:{settings.port}/"
    c.JupyterHub.ssl_cert, c.JupyterHub.ssl_key = settings.certificate, settings.key
    c.JupyterHub.db_url = f"sqlite:///{state / 'hub.sqlite'}"
    c.JupyterHub.cookie_secret_file = str(state / "cookie-secret")
    # Both only for this machine itself.
    c.JupyterHub.hub_port = settings.port + 1
    c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{settings.port + 2}"
    c.ConfigurableHTTPProxy.pid_file = str(state / "proxy.pid")
    c.ConfigurableHTTPProxy.command = [str(PROXY)]
    c.JupyterHub.template_paths = [str(HERE / "templates")]
    c.JupyterHub.cookie_max_age_days = 1
    # A stop from outside ends everything; work is in files, and a killed hub finds servers again.
    c.JupyterHub.cleanup_servers = c.JupyterHub.cleanup_proxy = True


def _servers(c: Any, settings: Settings) -> None:
    c.JupyterHub.spawner_class = "draagvlak_hub.spawner.CourseSpawner"
    # A whole class may come in at once: nobody is sent away, all wait a little longer.
    c.JupyterHub.concurrent_spawn_limit = settings.people
    c.JupyterHub.active_server_limit = settings.people
    c.JupyterHub.implicit_spawn_seconds = 1
    c.Spawner.cmd = [sys.executable, "-P", "-m", "jupyterhub.singleuser"]
    c.Spawner.args = arguments(settings)
    c.Spawner.default_url = FIRST
    c.Spawner.env_keep = ["PATH"]
    c.Spawner.start_timeout = c.Spawner.http_timeout = 300


def _login(c: Any, settings: Settings) -> None:
    c.Authenticator.admin_users = set(settings.admins)
    c.Authenticator.allow_all = True
    if settings.login == "cards":
        c.JupyterHub.authenticator_class = "draagvlak_hub.login.CardAuthenticator"
        c.PAMAuthenticator.open_sessions = False
    elif settings.login == "shared":
        c.JupyterHub.authenticator_class = "draagvlak_hub.login.SharedAuthenticator"
        c.SharedPasswordAuthenticator.user_password = settings.shared["password"]
    else:
        _oidc(c, settings.oidc)


def _oidc(c: Any, oidc: dict[str, Any]) -> None:
    c.JupyterHub.authenticator_class = "oauthenticator.generic.GenericOAuthenticator"
    chosen = c.GenericOAuthenticator
    chosen.login_service = oidc["name"]
    chosen.client_id, chosen.client_secret = oidc["client_id"], oidc["client_secret"]
    chosen.oauth_callback_url = oidc["callback"]
    chosen.authorize_url, chosen.token_url = oidc["authorize"], oidc["token"]
    chosen.userdata_url, chosen.username_claim = oidc["userdata"], oidc["claim"]
    chosen.scope = ["openid", "profile"]
    c.Authenticator.allow_all = not oidc["allowed"]
    c.Authenticator.allowed_users = set(oidc["allowed"])


def _stop_idle(c: Any, settings: Settings) -> None:
    seconds = settings.idle_minutes * 60
    command = [sys.executable, "-P", "-m", "jupyterhub_idle_culler", f"--timeout={seconds}"]
    c.JupyterHub.services = [{"name": "stop-idle", "command": command}]
    scopes = ["list:users", "read:users:activity", "read:servers", "delete:servers"]
    c.JupyterHub.load_roles = [
        {"name": "stop-idle", "scopes": scopes, "services": ["stop-idle"]},
        # A participant's browser gets in at the participant's own server, and nowhere else.
        {"name": "user", "scopes": ["self"]},
    ]


def _group_answers(c: Any, settings: Settings) -> None:
    """Let answers of a group come together, on a socket that no participant can stand in for."""
    line = {GROUP: f"unix:/run/draagvlak-groep-{settings.port}/socket"}
    command = [str(PACKAGES.python), "-P", str(HERE / "group_service.py")]
    c.JupyterHub.services.append({"name": "groep", "command": command, "environment": line})
    c.Spawner.environment = line
