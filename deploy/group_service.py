"""The answers of groups on a hub: they come in here, and go only to who opened the session.

Run by JupyterHub with the course's own Python. Everything is in memory: no names, no tokens, no
files. `docs/group_answers.md` says how it is plugged in.
"""

import asyncio
import hmac
import json
import os
import secrets
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tornado.httpclient import AsyncHTTPClient, HTTPClientError
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets, bind_unix_socket
from tornado.web import Application, HTTPError, RequestHandler

from helpers.training.content import ContentError, open_exercise
from helpers.training.group.gathering import Gathering
from helpers.training.group.line import ADDRESS
from helpers.training.group.reading import read_sent
from helpers.training.group.refused import RefusedError, Why
from helpers.training.group.sent import LARGEST

SESSIONS, A_PERSON = 200, 12
LASTS = 8 * 3600.0
KNOWN = 60.0
LONGEST_TOKEN = 200


class Session(Gathering):
    """A gathering with the keyed hash of who opened it, and of who has sent an answer."""

    def __init__(self, exercise: Any, opener: bytes) -> None:
        super().__init__(exercise)
        self.opener, self.until = opener, time.monotonic() + LASTS
        self._key, self._sent = secrets.token_bytes(32), set[bytes]()

    def take_from(self, person: bytes, raw: bytes) -> None:
        """Add what a person sent, once; which answer is whose is not kept."""
        mark = hmac.digest(self._key, person, "sha256")
        self.check(raw)
        if mark in self._sent:
            raise RefusedError(Why.ALREADY)
        self.take(raw)
        self._sent.add(mark)

    @property
    def told(self) -> dict[str, Any]:
        """What its opener gets."""
        return {"code": self.code, "open": self.open, "answers": self.answers}


class Sessions:
    """All sessions; one that is old is forgotten."""

    def __init__(self) -> None:
        self._all: dict[str, Session] = {}

    def begin(self, name: str, opener: bytes) -> Session:
        """Return the open session of this person for an exercise, a new one when there is none."""
        self._forget()
        mine = [one for one in self._all.values() if one.opener == opener]
        for one in mine:
            if one.open and one.exercise.id == name:
                return one
        if len(mine) >= A_PERSON or len(self._all) >= SESSIONS:
            raise RefusedError(Why.FULL)
        session = Session(open_exercise(name), opener)
        while session.code in self._all:
            session = Session(session.exercise, opener)
        self._all[session.code] = session
        return session

    def of(self, code: str, opener: bytes) -> Session:
        """Return a session to who opened it; for anybody else there is none."""
        session = self._all.get(code)
        if session is None or not hmac.compare_digest(session.opener, opener):
            raise HTTPError(404)
        return session

    def take(self, person: bytes, raw: bytes) -> None:
        """Add an answer to the session that it names."""
        self._forget()
        session = self._all.get(read_sent(raw).session)
        if session is None:
            raise RefusedError(Why.OTHER_SESSION)
        session.take_from(person, raw)

    def wipe(self, session: Session) -> None:
        """Forget a session."""
        session.wipe()
        self._all.pop(session.code, None)

    def _forget(self) -> None:
        for one in list(self._all.values()):
            if one.until < time.monotonic():
                self.wipe(one)


class Persons:
    """Asks the hub whose token it is, and keeps of that a keyed hash only, for a minute."""

    def __init__(self, hub: str) -> None:
        self._hub, self._key = hub.rstrip("/"), secrets.token_bytes(32)
        self._known: dict[bytes, tuple[bytes, float]] = {}

    async def who(self, token: str) -> bytes:
        """Return the keyed hash of the user with this token; 403 when the hub knows none."""
        if not token or len(token) > LONGEST_TOKEN or not token.isascii():
            raise HTTPError(403)
        mark, now = self._hash(f"token {token}"), time.monotonic()
        self._known = {key: one for key, one in self._known.items() if one[1] > now}
        if mark not in self._known:
            self._known[mark] = self._hash(f"name {await self._name(token)}"), now + KNOWN
        return self._known[mark][0]

    async def _name(self, token: str) -> str:
        asked = {"Authorization": f"token {token}"}
        try:
            said = await AsyncHTTPClient().fetch(f"{self._hub}/user", headers=asked)
            user = json.loads(said.body)
        except HTTPClientError as error:
            raise HTTPError(403 if error.code in (401, 403) else 502) from None
        except (OSError, ValueError):
            raise HTTPError(502) from None
        if not isinstance(user, dict) or user.get("kind") != "user" or not user.get("name"):
            raise HTTPError(403)
        return str(user["name"])

    def _hash(self, text: str) -> bytes:
        return hmac.digest(self._key, text.encode(), sha256().name)


class Handler(RequestHandler):
    """What every request has: a person, and an answer in JSON that no browser takes for a page."""

    person: bytes

    def initialize(self, sessions: Sessions, persons: Persons) -> None:
        """Take what all requests share."""
        self.sessions, self.persons = sessions, persons

    def set_default_headers(self) -> None:
        """Set what goes with each answer."""
        self.set_header("Content-Type", "application/json")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    async def prepare(self) -> None:
        """Find out who asks, by the token in the header; a cookie is never looked at."""
        kind, _blank, token = self.request.headers.get("Authorization", "").partition(" ")
        if kind != "token":
            raise HTTPError(403)
        self.person = await self.persons.who(token)

    def write_error(self, status_code: int, **how: Any) -> None:
        """Say the reason of a refusal and nothing else."""
        error = how.get("exc_info", (None, None))[1]
        if isinstance(error, RefusedError):
            self.set_status(400)
            self.finish({"why": error.why.value})
        elif isinstance(error, ContentError):
            self.set_status(400)
            self.finish({"why": Why.OTHER_EXERCISE.value})
        else:
            self.finish({"why": ""})

    def log_exception(self, *_error: Any) -> None:
        """Write nothing down of what somebody sent."""


class Answers(Handler):
    """Where participants send an answer."""

    def post(self) -> None:
        """Take an answer."""
        self.sessions.take(self.person, self.request.body)
        self.finish({})


class Beginning(Handler):
    """Where a trainer opens a session."""

    def post(self) -> None:
        """Open a session for an exercise, or return the one that is open."""
        try:
            asked = json.loads(self.request.body)
            name = asked["exercise"]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise RefusedError(Why.NO_ANSWER) from None
        if not isinstance(name, str) or len(name) > 60:
            raise RefusedError(Why.OTHER_EXERCISE)
        try:
            self.finish(self.sessions.begin(name, self.person).told)
        except ValueError as error:
            if isinstance(error, RefusedError):
                raise
            raise RefusedError(Why.OTHER_EXERCISE) from None


class One(Handler):
    """A session, for who opened it."""

    def get(self, code: str) -> None:
        """Return the answers so far."""
        self.finish(self.sessions.of(code, self.person).told)

    def post(self, code: str) -> None:
        """Stop the session."""
        session = self.sessions.of(code, self.person)
        session.stop()
        self.finish(session.told)

    def delete(self, code: str) -> None:
        """Forget the session."""
        self.sessions.wipe(self.sessions.of(code, self.person))
        self.finish({})


def application(hub: str) -> Application:
    """Return the service; ``hub`` is the address of the hub's API."""
    shared = {"sessions": Sessions(), "persons": Persons(hub)}
    return Application(
        [
            (r"/answers", Answers, shared),
            (r"/sessions", Beginning, shared),
            (r"/sessions/([0-9]{6})", One, shared),
            (r"/sessions/([0-9]{6})/stop", One, shared),
        ],
        log_function=lambda _handler: None,
    )


def listening(address: str) -> list[socket.socket]:
    """Return sockets at ``unix:<path>`` or at a web address."""
    if address.startswith("unix:"):
        path = Path(address.removeprefix("unix:"))
        if not path.parent.exists():
            path.parent.mkdir(parents=True)
            path.parent.chmod(0o711)  # to go through, and nobody else puts a socket here
        return [bind_unix_socket(str(path), mode=0o666)]
    parts = urlsplit(address)
    return bind_sockets(parts.port or 80, parts.hostname)


async def serve(address: str, hub: str, stay: Callable[[], Awaitable[object]]) -> None:
    """Serve until ``stay`` ends."""
    server = HTTPServer(application(hub), max_body_size=LARGEST, max_header_size=16_384)
    server.add_sockets(listening(address))
    await stay()
    server.stop()


def main() -> None:
    """Serve as long as the hub lets this run."""
    with suppress(KeyboardInterrupt):
        asyncio.run(
            serve(os.environ[ADDRESS], os.environ["JUPYTERHUB_API_URL"], asyncio.Event().wait)
        )


if __name__ == "__main__":
    main()
