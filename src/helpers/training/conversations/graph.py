"""A conversation drawn for its author: what comes out after what, and where it can end.

``python -m helpers.training.conversations.graph FILE`` writes an SVG beside the file; another place
may be named after it. Graphviz is not needed.
"""

import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

from helpers.texts.language import N_, _
from helpers.training.conversations.content import read_conversation
from helpers.training.conversations.conversation import Condition, Conversation
from helpers.training.conversations.wording import FUNCTIONS

WIDTH, GAP_X, GAP_Y, LINE, LETTERS = 250, 70, 26, 17, 34
_STYLE = (
    "text{font:13px sans-serif;fill:#1f2933}.h{font-weight:600}.n{fill:#46515b;font-size:12px}"
    "rect{fill:#fff;stroke:#75808a}.main{stroke:#005b96;stroke-width:3}.end{fill:#f4f7f9}"
    "path{fill:none;stroke:#5b6670;stroke-width:1.4}"
)
_PARTS = {
    "openness": N_("openness {n}"),
    "below": N_("openness under {n}"),
    "turn": N_("from turn {n}"),
}


class Box(NamedTuple):
    """A box of the drawing: its name, the words in it, its look, column, and what leads to it."""

    name: str
    title: str
    notes: tuple[str, ...]
    look: str
    column: int
    after: tuple[str, ...]


class Placed(NamedTuple):
    """A box with its lines of text and its place."""

    box: Box
    lines: tuple[tuple[str, str], ...]
    x: int
    y: int

    @property
    def height(self) -> int:
        """The height of the box."""
        return LINE * len(self.lines) + 16


def draw(conversation: Conversation) -> str:
    """Return the conversation as an SVG document."""
    placed = _placed(boxes(conversation))
    at = {one.box.name: one for one in placed}
    width = max(one.x for one in placed) + WIDTH + 20
    height = max(one.y + one.height for one in placed) + 20
    arrows = [_arrow(at[name], one) for one in placed for name in one.box.after if name in at]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img">',
            f"<title>{escape(conversation.title)}</title><style>{_STYLE}</style>",
            '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
            'markerHeight="7" orient="auto"><path d="M0,0L8,4L0,8"/></marker></defs>',
            *arrows,
            *map(_drawn, placed),
            "</svg>",
        ]
    )


def boxes(conversation: Conversation) -> list[Box]:
    """Return the opening, the things in columns by what they need, and the endings."""
    columns: dict[str, int] = {}
    for _round in conversation.things:  # long enough for the longest chain
        for thing in conversation.things:
            needs = _needs(thing.opens)
            columns[thing.id] = 1 + max((columns.get(name, 1) for name in needs), default=0)
    found = [Box("", conversation.partner, (f'"{conversation.opening}"',), "end", 0, ())]
    for thing in conversation.things:
        asks = [f'"{one.say}"' for one in conversation.lines if one.does.ask == thing.id]
        notes = (_(FUNCTIONS.get(thing.about, thing.about)), *_said(thing.opens), *asks)
        after = _needs(thing.opens) or ("",)
        look = "main" if thing.main else "thing"
        found.append(Box(thing.id, thing.title, notes, look, columns[thing.id], after))
    last = max(columns.values()) + 1
    for one in conversation.endings:
        notes = _said(one.when) or (_("everything else"),)
        found.append(Box(f"end {one.id}", one.title, notes, "end", last, _needs(one.when)))
    return found


def _needs(condition: Condition) -> tuple[str, ...]:
    confirmed = condition.confirmed if isinstance(condition.confirmed, tuple) else ()
    return (*condition.knows, *confirmed)


def _said(condition: Condition) -> tuple[str, ...]:
    """Return a condition in words, without the names that an arrow shows."""
    said = [
        _(text).format(n=getattr(condition, name))
        for name, text in _PARTS.items()
        if getattr(condition, name) is not None
    ]
    if isinstance(condition.confirmed, int) and condition.confirmed:
        said.append(_("{n} main things confirmed").format(n=condition.confirmed))
    said += [_("marked {name}").format(name=one) for one in condition.marked]
    said += [_("not marked {name}").format(name=one) for one in condition.unmarked]
    said += [_("not yet known: {name}").format(name=one) for one in condition.not_knows]
    return tuple(said)


def _placed(found: list[Box]) -> list[Placed]:
    below: dict[int, int] = {}
    placed = []
    for box in found:
        lines = [("h", text) for text in wrap(box.title, LETTERS)]
        lines += [("n", text) for note in box.notes for text in wrap(note, LETTERS + 3)]
        one = Placed(
            box, tuple(lines), 20 + box.column * (WIDTH + GAP_X), below.get(box.column, 20)
        )
        below[box.column] = one.y + one.height + GAP_Y
        placed.append(one)
    return placed


def _drawn(one: Placed) -> str:
    place = f'x="{one.x}" y="{one.y}" width="{WIDTH}" height="{one.height}"'
    texts = [
        f'<text class="{look}" x="{one.x + 10}" y="{one.y + 20 + LINE * i}">{escape(text)}</text>'
        for i, (look, text) in enumerate(one.lines)
    ]
    return f'<rect class="{one.box.look}" rx="4" {place}/>' + "".join(texts)


def _arrow(start: Placed, end: Placed) -> str:
    x1, y1 = start.x + WIDTH, start.y + start.height // 2
    x2, y2 = end.x, end.y + end.height // 2
    middle = (x1 + x2) // 2
    return f'<path d="M{x1},{y1}C{middle},{y1} {middle},{y2} {x2},{y2}" marker-end="url(#a)"/>'


def main(said: Iterable[str]) -> Path:
    """Write the drawing of a file, at the place that is named or beside the file."""
    path, *to = (Path(one) for one in said)
    place = to[0] if to else path.with_suffix(".svg")
    place.write_text(draw(read_conversation(path)), "utf-8")
    print(place)
    return place


if __name__ == "__main__":
    main(sys.argv[1:])
