"""What a page says to a sheet, and what the sheet shows; a small dossier to fill in."""

import datetime as dt
from typing import Any

import pytest

from helpers.dossier.model import Dossier
from helpers.tools.forms.sheet import SheetTool

SMALL = Dossier(id="een_app", title="Een app", as_of=dt.date(2026, 9, 15))
SMALL = SMALL.add("stakeholders", id="hoofd", name="Hoofd burgerzaken", kind="official")
SMALL = SMALL.add("stakeholders", id="platform", name="Het platform", kind="business")
TOLD = ("situation", "problem", "cause", "tried_solutions", "desired_result")
FINE = {"lawful": "yes", "yours": "yes", "fits": "yes", "size": "fits", "ready_made": "no",
        "can_help": "yes"}  # fmt: skip


def with_assignment(dossier: Dossier = SMALL, told: bool = False, **judged: str) -> Dossier:
    """Return a dossier with an assignment, perhaps with all of the ladder told and confirmed."""
    given = {"id": "app", "client": "hoofd", "given": "Wij willen een app", **judged}
    dossier = dossier.add("assignments", **given)
    for rung in TOLD if told else ():
        row = {"id": rung, "assignment": "app", "rung": rung, "confirmed": "yes"}
        dossier = dossier.add("intake", heard=f"Dit is de {rung}.", **row)
    return dossier


def ship(monkeypatch: pytest.MonkeyPatch, dossier: Dossier) -> None:
    """Let the course ship this dossier, under whatever name it is asked for."""
    monkeypatch.setattr("helpers.training.working_copy.open_dossier", lambda name: dossier)


def say(tool: SheetTool, do: str, key: str = "", **more: Any) -> None:
    """Say to a sheet what its page would say; it answers each message."""
    number = int(tool.form.heard.get("n", 0)) + 1
    said = {"do": do, "id": key, "from": "proef", "n": number, **more}
    data = {"method": "custom", "content": said}
    tool.form._handle_msg({"content": {"data": data}, "buffers": []})
    assert (tool.form.heard["from"], tool.form.heard["n"]) == ("proef", number)


def write(tool: SheetTool, key: str, text: str) -> None:
    """Type a text in a field over what stands there."""
    say(tool, "write", key, value=text, known=shown(tool)[key]["value"])


def shown(tool: SheetTool) -> dict[str, dict[str, Any]]:
    """Return the items of a sheet by their id, those inside others too."""

    def inside(items: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
        found = {one["id"]: one for one in items}
        for one in items:
            found.update(inside(one.get("items", [])))
        return found

    return inside(tool.form.items)


def said(tool: SheetTool) -> str:
    """Return what follows from a sheet, as one text."""
    return "\n".join(line["text"] for line in tool.outcome.lines)


def move_everything(tool: SheetTool) -> None:
    """Move every field and press every button, each to both of its ends."""
    for key, one in shown(tool).items():
        if one["kind"] == "text":
            for text in ("Iets", ""):
                say(tool, "write", key, value=text, known=one["value"])
        elif one["kind"] == "choice":
            for option in (one["options"][-1]["id"], one["options"][0]["id"]):
                say(tool, "set", key, value=option)
        elif one["kind"] == "tick":
            for ticked in (True, False):
                say(tool, "set", key, value=ticked)
        elif one["kind"] == "date":
            for when in ("2026-10-01", ""):
                say(tool, "set", key, value=when)
        elif one["kind"] == "button":
            say(tool, "press", key)
        assert tool.form.notice == ""
