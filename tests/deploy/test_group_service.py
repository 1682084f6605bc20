"""The service for group answers, as a process of its own beside a hub that is made up."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from helpers.tools.group.group_answer import GroupAnswerTool
from helpers.tools.group.group_picture import GroupPictureTool
from helpers.training.content import open_exercise
from helpers.training.group.line import Line, LineError
from helpers.training.group.refused import RefusedError, Why
from helpers.training.group.sent import LARGEST
from helpers.training.progress import Progress

SERVICE = Path(__file__).parents[2] / "deploy" / "group_service.py"
MAP = "02-plek-op-de-kaart"
HOSTILE = "<script>alert(1)</script>"


class _Hub(BaseHTTPRequestHandler):
    """Knows who has the token "van-<name>", and a service with the token "dienst"."""

    def do_GET(self) -> None:
        token = self.headers.get("Authorization", "").removeprefix("token ")
        known = {"dienst": {"kind": "service", "name": "groep"}}
        if token.startswith("van-"):
            known[token] = {"kind": "user", "name": token.removeprefix("van-")}
        user = known.get(token) if self.path == "/hub/api/user" else None
        self.send_response(200 if user else 403)
        self.end_headers()
        self.wfile.write(json.dumps(user or {}).encode())

    def log_message(self, *_said: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    hub = ThreadingHTTPServer(("127.0.0.1", 0), _Hub)
    threading.Thread(target=hub.serve_forever, daemon=True).start()
    path = tmp_path_factory.mktemp("groep") / "eigen" / "s"
    said = {
        **os.environ,
        "DRAAGVLAK_GROEP": f"unix:{path}",
        "JUPYTERHUB_API_URL": f"http://127.0.0.1:{hub.server_port}/hub/api",
    }
    with subprocess.Popen([sys.executable, "-P", str(SERVICE)], env=said) as service:
        until = time.monotonic() + 30
        while not path.exists() and time.monotonic() < until:
            time.sleep(0.05)
        yield said["DRAAGVLAK_GROEP"]
        service.terminate()
    hub.shutdown()
    hub.server_close()


def line(address: str, name: str) -> Line:
    return Line(address, f"van-{name}")


def answer(code: str, x: float = 2) -> bytes:
    whole = {"session": code, "exercise": MAP, "kind": "estimate"}
    return json.dumps({**whole, "answer": [f"invloed/{x:g}", "geraakt/9"]}).encode()


def why(sender: Line, content: bytes) -> Why:
    with pytest.raises(RefusedError, match=r"^[a-z_]+$") as refused:
        sender.send(content)
    return refused.value.why


def raw(address: str, request: bytes) -> bytes:
    with socket.socket(socket.AF_UNIX) as to:
        to.settimeout(10)
        to.connect(address.removeprefix("unix:"))
        to.sendall(request)
        parts = []
        while part := to.recv(65536):
            parts.append(part)
    return b"".join(parts)


def test_answers_come_in_once_a_person_and_go_only_to_who_opened_the_session(address: str) -> None:
    trainer, one, two = (line(address, name) for name in ("trainer", "een", "twee"))
    code = trainer.begin(MAP).code
    assert trainer.begin(MAP).code == code
    one.send(answer(code, 1))
    two.send(answer(code, 2))
    assert why(one, answer(code, 9)) is Why.ALREADY
    assert set(trainer.look(code).answers) == {
        ("invloed/1", "geraakt/9"),
        ("invloed/2", "geraakt/9"),
    }
    for act in (one.look, one.stop, one.wipe):
        with pytest.raises(LineError, match="404"):
            act(code)
    assert trainer.stop(code).open is False
    assert why(line(address, "drie"), answer(code)) is Why.CLOSED
    trainer.wipe(code)
    assert why(line(address, "drie"), answer(code)) is Why.OTHER_SESSION
    with pytest.raises(LineError, match="404"):
        trainer.look(code)


def test_who_the_hub_does_not_know_gets_nothing(address: str) -> None:
    for token in ("vreemd", "dienst", "", "x" * 5000, "van-\u0113"):
        with pytest.raises((LineError, UnicodeError), match=r"403|400|latin-1"):
            Line(address, token).begin(MAP)
    bare = raw(address, b"GET /sessions/123456 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    cookie = b"Cookie: token=van-trainer\r\n"
    with_cookie = raw(
        address, b"POST /sessions HTTP/1.1\r\nHost: x\r\n" + cookie + b"Connection: close\r\n\r\n"
    )
    assert bare.startswith(b"HTTP/1.1 403")
    assert with_cookie.startswith(b"HTTP/1.1 403")


def test_hostile_answers_are_refused_and_come_back_nowhere(address: str) -> None:
    trainer, bad = line(address, "trainer-b"), line(address, "kwaad")
    code = trainer.begin(MAP).code
    assert why(bad, HOSTILE.encode()) is Why.NO_ANSWER
    assert why(bad, answer(code).replace(b"invloed/2", HOSTILE.encode())) is Why.NOT_FITTING
    assert why(bad, answer(code).replace(MAP.encode(), b"../../etc/passwd")) is Why.NO_ANSWER
    assert why(bad, answer(code, 11)) is Why.NOT_FITTING
    assert why(bad, b"[" * 4000) is Why.NO_ANSWER
    head = b"POST /answers HTTP/1.1\r\nHost: x\r\nAuthorization: token van-kwaad\r\n"
    large = b"Content-Length: %d\r\nConnection: close\r\n\r\n" % (LARGEST + 1)
    said = raw(address, head + large + b"x" * (LARGEST + 1))
    assert b"200" not in said.split(b"\r\n")[0]
    markup = raw(
        address,
        head + b"Content-Length: 25\r\nConnection: close\r\n\r\n" + HOSTILE.encode(),
    )
    assert HOSTILE.encode() not in markup
    assert b"nosniff" in markup
    assert trainer.look(code).answers == ()
    bad.send(answer(code))
    assert len(trainer.look(code).answers) == 1


@pytest.mark.parametrize("name", ["02-een-stevig-pakket", "../x", "02-bestaat-niet", "", 5, None])
def test_a_session_needs_an_exercise_that_can_be_shared(address: str, name: Any) -> None:
    with pytest.raises(RefusedError, match="other_exercise"):
        line(address, "trainer-c").begin(name)


def test_one_person_cannot_fill_the_service_with_sessions(address: str) -> None:
    trainer = line(address, "trainer-d")
    for _at in range(12):
        trainer.stop(trainer.begin(MAP).code)
    with pytest.raises(RefusedError, match="full"):
        trainer.begin(MAP)
    assert line(address, "trainer-e").begin(MAP).open


def test_without_the_hub_it_says_so_and_nothing_is_lost(tmp_path: Path) -> None:
    tool = GroupAnswerTool(open_exercise(MAP), Progress(tmp_path), Line(f"unix:{tmp_path}/s", "x"))
    tool.work.step(tool.exercise, lambda one: tool.exercise.answer(one, ["invloed/2", "geraakt/9"]))
    tool.take({"do": "code", "value": "482915"})
    tool.take({"do": "send"})
    assert tool.note.startswith("Er is niets verstuurd: de hub geeft geen antwoord.")
    assert tool.answer == ("invloed/2", "geraakt/9")


def test_ten_participants_are_on_the_trainers_picture_within_two_seconds(
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    finish: Callable[[Coroutine[Any, Any, Any]], Any],
    slower: Callable[[], float],
) -> None:
    monkeypatch.setattr(GroupPictureTool, "_sessions", {})
    monkeypatch.setattr(GroupAnswerTool, "code", "")
    exercise = open_exercise(MAP)
    before = slower()
    seconds = finish(_ten(address, exercise, tmp_path))
    print(f"ten answers on the picture after {seconds:.2f} s")
    assert seconds < 2 * max(before, slower())


async def _ten(address: str, exercise: Any, folder: Path) -> float:
    picture = GroupPictureTool(exercise, line(address, "trainer-tien"))
    picture._take({"do": "begin"}, [])
    GroupAnswerTool.code = picture.form.code.replace(" ", "")
    tools = []
    for at in range(10):
        tool = GroupAnswerTool(exercise, Progress(folder / str(at)), line(address, f"p{at}"))
        typed = [f"invloed/{at}", "geraakt/9"]
        tool.work.step(exercise, lambda one, typed=typed: exercise.answer(one, typed))
        tools.append(tool)
    await asyncio.sleep(0.3)  # somewhere between two looks
    begun = time.perf_counter()
    await asyncio.gather(*(asyncio.to_thread(tool.take, {"do": "send"}) for tool in tools))
    while picture.form.count != "10 antwoorden" and time.perf_counter() < begun + 10:
        await asyncio.sleep(0.02)
    seconds = time.perf_counter() - begun
    assert {tool.note for tool in tools} == {"Je antwoord is verstuurd, zonder je naam."}
    assert picture.picture.alt.startswith("10 antwoorden.")
    picture._take({"do": "wipe"}, [])
    assert picture.picture.svg == ""
    return seconds
