"""What a page says to the controls of this room."""

from typing import Any

from helpers.tools.controls.rows import Rows


def tell(control: Rows, **message: Any) -> dict[str, str]:
    """Say to a control's tool what its page would say, and return the errors of its answer."""
    number = int(control.answer.get("number", 0)) + 1
    data = {"method": "custom", "content": {"from": "proef", "number": number, **message}}
    control._handle_msg({"content": {"data": data}, "buffers": []})
    assert control.answer["number"] == number
    return dict(control.answer["errors"])
