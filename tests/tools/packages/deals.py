"""Dossiers to negotiate on, and what a page says to the package maker."""

from typing import Any

import numpy as np
import pytest

from helpers.dossier.model import Dossier
from helpers.tools.packages.package_maker import PackageMaker
from helpers.training.working_copy import WorkingCopy


def made_up(parties: int, sizes: tuple[int, ...], later: int = 0, seed: int = 1) -> Dossier:
    """Return a dossier of so many parties and options an issue; the last ones come later."""
    draw = np.random.default_rng(seed)
    dossier = Dossier(id="deal", title="Een deal", as_of="2026-10-06")
    names = [f"p{n}" for n in range(parties)]
    for who in names:
        dossier = dossier.add("stakeholders", id=who, name=f"Partij {who}", kind="partner")
        dossier = dossier.add(
            "interests", id=f"b_{who}", stakeholder=who, weight=4, interest="rust"
        )
        dossier = dossier.add("thresholds", stakeholder=who, no_deal=int(draw.integers(0, 9)))
    for j, size in enumerate(sizes):
        added = j >= len(sizes) - later
        dossier = dossier.add("issues", id=f"j{j}", name=f"Punt {j}", added=added)
        for o in range(size):
            key = f"j{j}_{o}"
            row = {"id": key, "issue": f"j{j}", "name": f"Optie {o}", "status_quo": o == 0}
            dossier = dossier.add("options", **row)
            for who in names if o else ():
                value = int(draw.integers(-8, 13))
                dossier = dossier.add("values", stakeholder=who, option=key, value=value)
    proposal = tuple(f"j{j}_0" for j in range(len(sizes)))
    return dossier.model_copy(update={"proposal": proposal})


def maker(monkeypatch: pytest.MonkeyPatch, dossier: Dossier) -> PackageMaker:
    """Return the tool on a dossier as if the course shipped it."""
    monkeypatch.setattr("helpers.training.working_copy.open_dossier", lambda name: dossier)
    return PackageMaker(WorkingCopy(dossier.id))


def say(tool: PackageMaker, do: Any, key: Any = "", value: Any = "") -> None:
    """Say to the form that hears this what its page would say; it answers each message."""
    later = do in ("keep", "drop", "take", "party", "swap")
    form = tool.results if later else tool.table
    number = int(form.heard.get("n", 0)) + 1
    said = {"do": do, "id": key, "value": value, "from": "proef", "n": number}
    data = {"method": "custom", "content": said}
    form._handle_msg({"content": {"data": data}, "buffers": []})
    assert form.heard == {"from": "proef", "n": number}


def choose(tool: PackageMaker, option: str) -> None:
    """Choose an option as the page does."""
    issue = next(one.issue for one in tool.work.dossier.options if one.id == option)
    say(tool, "choose", issue, option)


def said(tool: PackageMaker) -> str:
    """Return what the tool says of the package as a whole."""
    return "\n".join([*(line["text"] for line in tool.table.lines), tool.table.count["text"]])


def party(tool: PackageMaker, key: str) -> dict[str, Any]:
    """Return how the page shows a party."""
    return next(one for one in tool.table.parties if one["id"] == key)
