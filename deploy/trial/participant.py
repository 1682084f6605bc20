"""One participant without a browser: logs in, opens a lesson, moves a control.

Does what the page does, over the same addresses: pages of the hub, the contents of the lesson, a
session with a kernel, and the messages of its widgets.
"""

import hashlib
import json
import time
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import quote

import requests
import websocket

LESSON = "notebooks/nl/02_belangen_in_beeld.ipynb"
MANIFEST = "lab/extensions/draagvlak-lesson/static/manifest.json"
LONGEST = 600.0


class TrialError(Exception):
    """Something that a participant did not get."""


class Participant:
    """Somebody with a name and a password at the hub of ``base``."""

    def __init__(self, base: str, name: str, password: str) -> None:
        self.base, self.name, self.password = base, name, password
        self.server = f"{base}/user/{quote(name)}"
        self.web = requests.Session()
        self.web.trust_env = False
        self.took: dict[str, float] = {}
        self.kernel = ""
        self.widgets: dict[str, dict[str, Any]] = {}
        self._line: websocket.WebSocket | None = None
        self.pictures: Path | None = None

    def log_in(self) -> None:
        """Fill in the page where one logs in, and wait until the server is there."""
        began = time.monotonic()
        answer = self.give(self.password)
        if answer.status_code not in (200, 202):
            raise TrialError(f"{self.name} could not log in: {answer.status_code}")
        self.took["log in"] = time.monotonic() - began
        self.wait_for_server()
        self.took["server"] = time.monotonic() - began - self.took["log in"]

    def give(self, password: str) -> requests.Response:
        """Fill in the form with a password, and return what page comes then."""
        page = self.web.get(f"{self.base}/hub/login", timeout=LONGEST)
        form = {"username": self.name, "password": password}
        form["_xsrf"] = self._secret("/hub/") or ""
        if page.status_code != 200:
            return page
        return self.web.post(f"{self.base}/hub/login", data=form, timeout=LONGEST)

    def wait_for_server(self) -> None:
        """Ask for the first page until the hub no longer says that it is being made ready."""
        until = time.monotonic() + LONGEST
        while time.monotonic() < until:
            answer = self.web.get(f"{self.server}/lab", timeout=LONGEST)
            if answer.status_code == 200 and "/lab" in answer.url and "/hub/" not in answer.url:
                return
            if "/hub/user/" in answer.url:  # it was stopped; who presses the button gets it back
                self.web.get(f"{self.base}/hub/spawn/{quote(self.name)}", timeout=LONGEST)
            time.sleep(1)
        raise TrialError(f"{self.name} got no server: {answer.status_code} {answer.url}")

    def open_lesson(self) -> None:
        """Open lesson 02 and run it, as its page does: only when its code is what was shipped."""
        began = time.monotonic()
        notebook = self._get(f"api/contents/{LESSON}")["content"]
        cells = ["".join(one["source"]) for one in notebook["cells"] if one["cell_type"] == "code"]
        found = hashlib.sha256("\0".join(cells).encode()).hexdigest()
        if self._get(MANIFEST)[LESSON] != found:
            raise TrialError("the lesson is not as it was shipped, so it would not run by itself")
        asked = {"path": LESSON, "name": LESSON, "type": "notebook", "kernel": {"name": "python3"}}
        self.kernel = self._post("api/sessions", asked)["kernel"]["id"]
        self.connect()
        self.run(cells)
        self.took["lesson"] = time.monotonic() - began

    def connect(self) -> None:
        """Open the line to the kernel."""
        self.hang_up()
        cookies = "; ".join(f"{one.name}={one.value}" for one in self._cookies())
        address = self.server.replace("http", "ws", 1) + f"/api/kernels/{self.kernel}/channels"
        self._line = websocket.create_connection(
            address, cookie=cookies, origin=self.base, timeout=LONGEST
        )

    def hang_up(self) -> None:
        """Close the line."""
        if self._line:
            self._line.close()
            self._line = None

    def run(self, cells: list[str]) -> None:
        """Run code, and keep what widgets it shows."""
        self.widgets = {}
        for code in cells:
            self.do(code)

    def do(self, code: str) -> str:
        """Run code and return what it prints; an error in it is raised here."""
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
        content |= {"user_expressions": {}, "stop_on_error": True}
        sent, printed = self._send("execute_request", content), ""
        while True:
            message = self._hear()
            ours = message["parent_header"].get("msg_id") == sent
            kind, said = message["msg_type"], message["content"]
            if ours and kind == "error":
                raise TrialError(f"{self.name}: {said['ename']}: {said['evalue']}")
            if ours and kind == "stream":
                printed += said["text"]
            if ours and kind == "status" and said["execution_state"] == "idle":
                return printed

    @property
    def slider(self) -> tuple[str, float]:
        """The slider of the vote forecast: its model, and where it stands."""
        found = [(key, one) for key, one in self.widgets.items() if "ends" in one and "high" in one]
        if not found:
            raise TrialError(f"{self.name} sees no slider")
        return found[-1][0], found[-1][1]["value"]

    def move_slider(self, value: float) -> None:
        """Move the slider of the vote forecast, and wait until the picture has followed."""
        began = time.monotonic()
        model, _ = self.slider
        data = {"method": "update", "state": {"value": value}, "buffer_paths": []}
        sent = self._send("comm_msg", {"comm_id": model, "data": data})
        followed = False
        while True:
            message = self._hear()
            ours = message["parent_header"].get("msg_id") == sent
            changed = message["content"].get("data", {}).get("state", {})
            followed |= ours and "svg" in changed
            state = message["content"].get("execution_state")
            if ours and message["msg_type"] == "status" and state == "idle":
                break
        if not followed:
            raise TrialError(f"{self.name} moved the slider and nothing followed")
        self.widgets[model]["value"] = value
        self.took["control"] = time.monotonic() - began

    def leave(self) -> None:
        """Have nothing more to do; without a browser the line stays as it is."""

    def status(self, address: str) -> int:
        """Return how another address answers to this participant's cookies."""
        return self.web.get(f"{self.base}{address}", timeout=LONGEST).status_code

    def _get(self, path: str) -> Any:
        answer = self.web.get(f"{self.server}/{path}", timeout=LONGEST)
        if answer.status_code != 200:
            raise TrialError(f"{self.name} asked {path}: {answer.status_code}")
        return answer.json()

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        headers = {"X-XSRFToken": self._secret(f"/user/{quote(self.name)}/") or ""}
        address = f"{self.server}/{path}"
        answer = self.web.post(address, json=body, headers=headers, timeout=LONGEST)
        if answer.status_code not in (200, 201):
            raise TrialError(f"{self.name} asked {path}: {answer.status_code} {answer.text[:200]}")
        return answer.json()

    def _cookies(self) -> list[Any]:
        mine = f"/user/{quote(self.name)}/"
        return [one for one in self.web.cookies if one.path in ("/", mine)]

    def _secret(self, path: str) -> str | None:
        found = [one.value for one in self.web.cookies if one.name == "_xsrf" and one.path == path]
        return found[-1] if found else None

    def _send(self, kind: str, content: dict[str, Any]) -> str:
        key = uuid.uuid4().hex
        header = {"msg_id": key, "msg_type": kind, "username": "", "session": "", "version": "5.3"}
        header["date"] = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
        assert self._line
        self._line.send(json.dumps({**message, "channel": "shell", "buffers": []}))
        return key

    def _hear(self) -> dict[str, Any]:
        """Return the next message, and keep what it says of a widget."""
        assert self._line
        said = self._line.recv()
        if isinstance(said, bytes):  # buffers come after the message: their places stand first
            count = int.from_bytes(said[:4], "big")
            places = [int.from_bytes(said[4 * n : 4 * n + 4], "big") for n in range(1, count + 1)]
            end = places[1] if count > 1 else len(said)
            said = said[places[0] : end].decode()
        if not said:
            raise TrialError(f"{self.name} lost the line to the lesson")
        message: dict[str, Any] = json.loads(said)
        content = message["content"]
        if message["msg_type"] == "comm_open":
            self.widgets[content["comm_id"]] = content["data"].get("state", {})
        elif message["msg_type"] == "comm_msg":
            changed = content["data"].get("state", {})
            self.widgets.setdefault(content["comm_id"], {}).update(changed)
        return message
