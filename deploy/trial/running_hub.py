"""A hub of its own for the trial: another port, other folders, and all of it gone afterwards."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import requests
from draagvlak_hub.accounts import accounts, remove_account
from draagvlak_hub.class_room import cards
from draagvlak_hub.settings import HERE, NAMED, Settings, read_settings

from trial.machine import children, look

CLASS = "proef"
TOML = """
port = {port}
work = "{folder}/work"
state = "{folder}/state"
people = {people}
"""


class RunningHub:
    """The hub, as a process; ``python`` is what it is started with."""

    def __init__(self, folder: Path, port: int, people: int, python: str) -> None:
        self.folder, self.python = folder, python
        self.base = f"http://127.0.0.1:{port}"
        folder.mkdir(mode=0o755)
        file = folder / "hub.toml"
        file.write_text(TOML.format(port=port, folder=folder, people=people), "utf-8")
        os.environ[NAMED] = str(file)
        self.settings: Settings = read_settings(file)
        self.log = folder / "hub.log"
        self._program: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Start it, and return after how many seconds it answers."""
        began = time.monotonic()
        with self.log.open("ab") as log:
            command = [self.python, str(HERE / "hub.py")]
            self._program = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        while time.monotonic() < began + 300:
            if self._program.poll() is not None:
                sys.exit(f"The hub did not start; see {self.log}.")
            try:
                if requests.get(f"{self.base}/hub/health", timeout=5).status_code == 200:
                    return time.monotonic() - began
            except requests.RequestException:
                time.sleep(0.3)
        sys.exit(f"The hub does not answer; see {self.log}.")

    def kill(self) -> None:
        """End it at once, as a crash does; its services go with it."""
        assert self._program
        helpers = [pid for pid in children(self._program.pid) if is_service(look(pid).command)]
        for pid in (self._program.pid, *helpers):
            os.kill(pid, signal.SIGKILL)
        self._program.wait()

    def stop(self) -> None:
        """Let it end in its own way."""
        if self._program and self._program.poll() is None:
            self._program.terminate()
            try:
                self._program.wait(120)
            except subprocess.TimeoutExpired:
                self.kill()

    def names(self, count: int) -> dict[str, str]:
        """Make accounts; return names with passwords, as they stand on the cards."""
        lines = [card.splitlines() for card in cards(CLASS, count, self.settings)]
        return {name.split(": ")[1]: password.split(": ")[1] for name, password in lines}

    def clean(self, keep_log: Path | None = None) -> None:
        """Remove accounts, processes and folders."""
        self.stop()
        for account in accounts():
            if account.startswith(f"dv-{CLASS}-"):
                remove_account(account)
        if keep_log:
            shutil.copy(self.log, keep_log)
        shutil.rmtree(self.folder)


def is_service(command: str) -> bool:
    """Whether this is one of the hub's services; the proxy stays, and the hub finds it again."""
    return "idle_culler" in command or "group_service" in command
