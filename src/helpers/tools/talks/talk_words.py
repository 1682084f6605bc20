"""A talk as the page shows it: what was said, turn by turn, and on paper."""

from typing import Any

from helpers.texts.language import _
from helpers.tools.still import paragraphs
from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.report import report
from helpers.training.conversations.talk import Talk, Turn
from helpers.training.conversations.wording import read_as
from helpers.training.kinds.exercise import Line


def said_of(script: Conversation, talk: Talk) -> list[dict[str, Any]]:
    """Return everything that was said, in its order."""
    said = [_by_them(script, script.opening)]
    for turn in talk.turns:
        said += _turn(script, turn)
    if talk.ended:
        said.append(_by_them(script, script.ending(talk.state.ended).says))
    return said


def steps_of(script: Conversation, talk: Talk) -> list[dict[str, Any]]:
    """Return the talk turn by turn, each with what came of it."""
    total = len(talk.turns)
    opening = [_by_them(script, script.opening)]
    steps = [{"title": _("The beginning"), "said": opening}]
    for number, turn in enumerate(talk.turns, start=1):
        title = _("Turn {n} of {total}").format(n=number, total=total)
        said = _turn(script, turn)
        if number == total and talk.ended:
            said.append(_by_them(script, script.ending(talk.state.ended).says))
        said[-1] = said[-1] | {"note": _came_of(script, turn)}
        steps.append({"title": title, "said": said})
    return steps


def blocks_of(script: Conversation, talk: Talk) -> list[list[str]]:
    """Return the scene, the talk and its report as they are printed: a tag and its text each."""
    blocks = [["h1", script.title]]
    blocks += [["p", text] for text in (*paragraphs(script.scene), script.aim)]
    blocks.append(["h2", _("What was said")])
    for one in said_of(script, talk):
        blocks.append(["p", f"{one['name']}: {one['text']}"])
    for part in report(script, talk):
        blocks.append(["h2", part.title])
        blocks += [["li", _as_text(line)] for line in part.lines]
    return blocks


def _turn(script: Conversation, turn: Turn) -> list[dict[str, Any]]:
    you: dict[str, Any] = {"who": "you", "name": _("You"), "text": turn.said, "note": ""}
    if turn.typed:
        you["note"] = _how_read(script, turn)
        you["pieces"] = pieces(turn.said, turn.spans)
    return [you, _by_them(script, turn.answer)] if turn.answer else [you]


def _how_read(script: Conversation, turn: Turn) -> str:
    read = read_as(script, turn.kind, turn.form, turn.function)
    words = ", ".join(f'"{one["text"]}"' for one in pieces(turn.said, turn.spans) if one["shows"])
    shown = _("These words show it: {words}.").format(words=words)
    return f"{read} {shown}" if words else read


def _by_them(script: Conversation, text: str) -> dict[str, Any]:
    return {"who": "them", "name": script.partner, "text": text, "note": ""}


def pieces(text: str, spans: tuple[tuple[int, int], ...]) -> list[dict[str, Any]]:
    """Return a line in pieces; those at ``spans`` show how it was read.

    >>> [one["text"] for one in pieces("Hoe komt dat?", ((0, 3),))]
    ['Hoe', ' komt dat?']
    """
    found, at = [], 0
    for start, end in spans:
        found += [
            {"text": text[at:start], "shows": False},
            {"text": text[start:end], "shows": True},
        ]
        at = end
    found.append({"text": text[at:], "shows": False})
    return [one for one in found if one["text"]]


def _came_of(script: Conversation, turn: Turn) -> str:
    names = {one.id: one.title for one in script.things}
    said = [_("Came out: {title}.").format(title=names[one]) for one in turn.opened if one in names]
    said += [
        _("Confirmed: {title}.").format(title=names[one]) for one in turn.confirmed if one in names
    ]
    return " ".join(said)


def _as_text(line: Line) -> str:
    lead = ": ".join(part for part in (line.word, line.head) if part)
    whole = ". ".join(part for part in (lead, line.text) if part)
    return whole[:1].upper() + whole[1:]
