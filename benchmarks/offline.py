"""Does the zip of `make offline` install and run on a machine without a network? With the numbers.

    python3 benchmarks/offline.py dist/draagvlak-offline-....zip

Unpacks it in a temporary folder, and then, in a network namespace of its own where the system
allows that (`unshare`), else with every index blocked: `course.py check`, `course.py`, the cells of
the first lesson in a kernel of the server that it started, and a second start. Linux and macOS.
"""

import fcntl
import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
import zipfile
from contextlib import suppress
from pathlib import Path

LESSON = "notebooks/nl/00_start.ipynb"
APART = ["unshare", "--map-root-user", "--net"]


def main() -> None:
    """Unpack the zip and run the rest of this script where there is no network."""
    zip_file = Path(sys.argv[1]).absolute()
    apart = (
        bool(shutil.which(APART[0]))
        and not subprocess.run([*APART, "true"], capture_output=True, check=False).returncode
    )
    with tempfile.TemporaryDirectory(prefix="draagvlak-offline-") as home:
        started = time.monotonic()
        with zipfile.ZipFile(zip_file) as packed:
            packed.extractall(home)
            count = sum(name.endswith(".whl") for name in packed.namelist())
        size = zip_file.stat().st_size / 10**6
        tell("the zip", f"{size:.0f} MB, {count} parts")
        tell("unpacking", f"{time.monotonic() - started:.0f} s")
        command = [sys.executable, __file__, "--inside", str(Path(home) / "Draagvlak")]
        keep = ("PATH", "LANG", "LC_ALL", "TMPDIR")
        env = {name: os.environ[name] for name in keep if name in os.environ}
        blocked = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_CONFIG_FILE": os.devnull}
        env |= {"HOME": home, "DRAAGVLAK_WERK": f"{home}/werk", **blocked}
        tell("without a network", "a network namespace" if apart else "every index blocked")
        sys.exit(subprocess.run([*(APART if apart else []), *command], env=env).returncode)


def tell(what: str, number: str) -> None:
    """Print one line of the result."""
    print(f"{what:<44}{number}", flush=True)


def inside(course: Path) -> None:
    """Install, open the first lesson and run its cells."""
    loopback_up()
    with suppress(OSError), socket.create_connection(("192.0.2.1", 80), timeout=2):
        sys.exit("there is a network after all")
    started = time.monotonic()
    checked = subprocess.run([sys.executable, "course.py", "check"], cwd=course, check=False)
    assert checked.returncode == 0, "course.py check found something"
    tell("course.py check", f"{time.monotonic() - started:.0f} s")
    for what in ("installed, and the server is there", "a second start"):
        started = time.monotonic()
        program, address = opened(course)
        tell(what, f"{time.monotonic() - started:.0f} s")
        started = time.monotonic()
        run = [str(course / ".venv/bin/python"), __file__, "--lesson", str(course), address]
        subprocess.run(run, check=True)
        tell("its first lesson ran", f"{time.monotonic() - started:.1f} s")
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 0, "it did not stop calmly"
    files = [path for path in (course / ".venv").rglob("*") if path.is_file()]
    tell("installed", f"{sum(path.stat().st_size for path in files) / 10**6:.0f} MB")


def loopback_up() -> None:
    """Switch on the loopback of a new network namespace; where that is not ours it is on."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sh", b"lo", 0x1 | 0x40)  # SIOCSIFFLAGS: up and running
        fcntl.ioctl(control, 0x8914, request)


def opened(course: Path) -> tuple["subprocess.Popen[str]", str]:
    """Start the course; return the program and the address that it tells."""
    command = [sys.executable, "course.py", "--no-browser", "--ServerApp.port=8899"]
    program = subprocess.Popen(command, cwd=course, stdout=subprocess.PIPE, text=True)
    assert program.stdout
    for line in program.stdout:
        if found := re.search(r"http://\S+", line):
            return program, found[0]
    sys.exit("the course did not open")


def lesson(course: Path, address: str) -> None:
    """Run every cell of the first lesson in a kernel of the server, as its page does."""
    from websocket import create_connection

    base, token = re.match(r"(.*?/)lab/.*token=(\w+)", address).groups()
    page = urllib.request.urlopen(address).read().decode()
    assert "jupyter-config-data" in page, "the page is not there"
    asked = urllib.request.Request(
        f"{base}api/sessions",
        json.dumps(
            {"path": LESSON, "name": LESSON, "type": "notebook", "kernel": {"name": "python3"}}
        ).encode(),
        {"Authorization": f"token {token}", "Content-Type": "application/json"},
    )
    kernel = json.load(urllib.request.urlopen(asked))["kernel"]["id"]
    wire = create_connection(
        f"{base.replace('http', 'ws', 1)}api/kernels/{kernel}/channels?token={token}", timeout=120
    )
    cells = json.loads((course / LESSON).read_text("utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    replies = [reply(wire, source) for source in code]
    assert replies == ["ok"] * len(code), replies
    print(f"  {len(code)} cells of {LESSON}, all ok")


def reply(wire: object, source: str) -> str:
    """Return how the kernel ended running some code."""
    mine = uuid.uuid4().hex
    head = {"msg_id": mine, "msg_type": "execute_request", "username": "", "session": mine}
    content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False}
    whole = {"header": {**head, "version": "5.3"}, "parent_header": {}, "metadata": {}}
    wire.send(json.dumps({**whole, "content": content, "channel": "shell"}))
    while True:
        heard = wire.recv()
        if not isinstance(heard, str):
            continue
        message = json.loads(heard)
        ours = message["parent_header"].get("msg_id") == mine
        if ours and message["msg_type"] == "execute_reply":
            content = message["content"]
            return " ".join(content.get(name, "") for name in ("status", "evalue")).strip()


if __name__ == "__main__":
    if sys.argv[1] == "--inside":
        inside(Path(sys.argv[2]))
    elif sys.argv[1] == "--lesson":
        lesson(Path(sys.argv[2]), sys.argv[3])
    else:
        main()
