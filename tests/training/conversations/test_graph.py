"""The drawing of a conversation for its author."""

import xml.etree.ElementTree as ET
from pathlib import Path

from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.graph import boxes, draw, main

SVG = "{http://www.w3.org/2000/svg}"


def test_every_thing_and_ending_has_a_box(script: Conversation) -> None:
    drawn = ET.fromstring(draw(script))
    assert len(drawn.findall(f"{SVG}rect")) == 1 + len(script.things) + len(script.endings)
    words = " ".join(one.text or "" for one in drawn.iter(f"{SVG}text"))
    for one in (*script.things, *script.endings):
        assert all(word in words for word in one.title.split())


def test_what_needs_another_thing_stands_to_the_right_of_it(script: Conversation) -> None:
    column = {one.name: one.column for one in boxes(script)}
    for thing in script.things:
        assert all(column[thing.id] > column[name] for name in thing.opens.knows)


def test_no_box_covers_another(script: Conversation) -> None:
    rects = [
        tuple(float(one.get(key, "nan")) for key in ("x", "y", "width", "height"))
        for one in ET.fromstring(draw(script)).findall(f"{SVG}rect")
    ]
    for i, (x, y, w, h) in enumerate(rects):
        for x2, y2, w2, h2 in rects[i + 1 :]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_the_drawing_is_written_where_it_is_asked(tmp_path: Path, talk_path: Path) -> None:
    place = main([str(talk_path), str(tmp_path / "gesprek.svg")])
    assert place.read_text("utf-8").startswith("<svg")
