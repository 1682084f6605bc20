"""What one participant tries against another, from inside a lesson; all of it must fail."""

import pwd

from draagvlak_hub.names import account_of
from draagvlak_hub.settings import COURSE, Settings

from trial.machine import processes_of
from trial.participant import Participant

TRY = """
import os, pathlib
def tried(what, act):
    try:
        act()
    except (PermissionError, FileNotFoundError) as error:
        print("refused", what, type(error).__name__)
    else:
        print("ALLOWED", what)
home, course, state, pid = {home!r}, {course!r}, {state!r}, {pid}
read = lambda path: pathlib.Path(path).read_bytes()
tried("listing the other's folder", lambda: os.listdir(home))
tried("reading the other's work", lambda: read(home + "/Draagvlak/dossiers/winkelhart.json"))
tried("writing in the other's work", lambda: pathlib.Path(home + "/Draagvlak/x").touch())
tried("reading the other's keys", lambda: read(f"/proc/{{pid}}/environ"))
tried("reading the other's memory", lambda: open(f"/proc/{{pid}}/mem", "rb").read(1))
tried("ending the other's server", lambda: os.kill(pid, 9))
tried("reading the hub's keys", lambda: read(state + "/cookie-secret"))
tried("reading the hub's list", lambda: read(state + "/hub.sqlite"))
tried("writing in the course", lambda: pathlib.Path(course + "/x").touch())
tried("changing a lesson", lambda: open(course + "/{lesson}", "a"))
tried("becoming the other", lambda: os.setuid({uid}))
"""


def intrude(one: Participant, other: Participant, settings: Settings, lesson: str) -> list[str]:
    """Return a line for each attempt; those that begin with ALLOWED should not be there."""
    found = pwd.getpwnam(account_of(other.name))
    pid = next(each.pid for each in processes_of(other.name) if not each.is_kernel)
    facts = {"home": found.pw_dir, "course": str(COURSE), "state": settings.state}
    code = TRY.format(pid=pid, uid=found.pw_uid, lesson=lesson, **facts)
    lines = one.do(code).splitlines()
    for address in (f"/user/{other.name}/api/contents", f"/user/{other.name}/lab"):
        status = one.status(address)
        word = "refused" if status in (403, 404) else "ALLOWED"
        lines.append(f"{word} asking the other's server for {address} {status}")
    for address in ("/hub/api/users", f"/hub/api/users/{other.name}", "/hub/admin"):
        status = one.status(address)
        word = "refused" if status in (403, 404) else "ALLOWED"
        lines.append(f"{word} asking the hub for {address} {status}")
    return lines
