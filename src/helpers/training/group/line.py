"""The line to the hub, where the answers of a group come together; without a hub there is none."""

import json
import os
import socket
from http.client import HTTPConnection, HTTPException
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from helpers.training.group.bare import Answer
from helpers.training.group.refused import RefusedError, Why

ADDRESS, TOKEN = "DRAAGVLAK_GROEP", "JUPYTERHUB_API_TOKEN"
_PATIENCE = 3.0
_LARGEST = 500_000


class LineError(OSError):
    """The hub did not answer, or not as it should."""


class Session(NamedTuple):
    """A session as the hub tells it to who opened it."""

    code: str
    open: bool
    answers: tuple[Answer, ...]


class Line:
    """What a kernel asks of the hub's service; ``address`` is a web address or ``unix:<path>``."""

    def __init__(self, address: str, token: str) -> None:
        self.address, self._token = address, token

    def send(self, content: bytes) -> None:
        """Send an answer; :class:`RefusedError` says why it was not taken."""
        self._ask("POST", "/answers", content)

    def begin(self, exercise: str) -> Session:
        """Open a session for an exercise, or return the one that is there."""
        return _session(self._ask("POST", "/sessions", json.dumps({"exercise": exercise}).encode()))

    def look(self, code: str) -> Session:
        """Return a session with the answers so far."""
        return _session(self._ask("GET", f"/sessions/{code}"))

    def stop(self, code: str) -> Session:
        """Let a session take no more answers."""
        return _session(self._ask("POST", f"/sessions/{code}/stop"))

    def wipe(self, code: str) -> None:
        """Let the hub forget a session."""
        self._ask("DELETE", f"/sessions/{code}")

    def _ask(self, method: str, path: str, body: bytes | None = None) -> Any:
        connection = _connection(self.address)
        try:
            headers = {"Authorization": f"token {self._token}"}
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            said = json.loads(response.read(_LARGEST) or b"{}")
        except (OSError, HTTPException, ValueError) as error:
            raise LineError(f"the hub did not answer: {error}") from None
        finally:
            connection.close()
        if response.status == 200:
            return said
        raise _refusal(response.status, said)


class _UnixConnection(HTTPConnection):
    """HTTP over a socket in a folder, which nobody else can put another in place of."""

    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=_PATIENCE)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(_PATIENCE)
        self.sock.connect(self._path)


def open_line() -> Line | None:
    """Return the line to the hub, nothing when the course does not run on one."""
    address, token = os.environ.get(ADDRESS, ""), os.environ.get(TOKEN, "")
    return Line(address, token) if address and token else None


def _connection(address: str) -> HTTPConnection:
    if address.startswith("unix:"):
        return _UnixConnection(address.removeprefix("unix:"))
    parts = urlsplit(address)
    return HTTPConnection(parts.hostname or "", parts.port or 80, timeout=_PATIENCE)


def _refusal(status: int, said: Any) -> Exception:
    why = said.get("why") if isinstance(said, dict) else None
    if why in [one.value for one in Why]:
        return RefusedError(Why(why))
    return LineError(f"the hub answered {status}")


def _session(said: Any) -> Session:
    try:
        answers = tuple(tuple(str(part) for part in one) for one in said["answers"])
        return Session(str(said["code"]), bool(said["open"]), answers)
    except (KeyError, TypeError):
        raise LineError("the hub answered otherwise") from None
