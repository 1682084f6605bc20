"""What is shown without controls: in a stored notebook, on paper, and for the trainer."""

import html
from collections.abc import Iterable
from typing import Any


class Still:
    """HTML with the same in words; it is shown as it is and never changes."""

    def __init__(self, blocks: Iterable[tuple[str, str]]) -> None:
        self.blocks = tuple((tag, text) for tag, text in blocks if text)

    @property
    def html(self) -> str:
        """The blocks as HTML: each is a tag and its text; ``li`` blocks that follow make a list."""
        said, inside = [], False
        for tag, text in self.blocks:
            if (tag == "li") != inside:
                inside = not inside
                said.append('<ul style="list-style: none">' if inside else "</ul>")
            said.append(f"<{tag}>{html.escape(text)}</{tag}>")
        return "".join([*said, "</ul>"] if inside else said)

    @property
    def text(self) -> str:
        """The blocks as lines of plain text."""
        return "\n".join(text for _, text in self.blocks)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}


def paragraphs(text: str) -> list[str]:
    r"""Return the paragraphs of a text, as an author divides them with an empty line.

    >>> paragraphs("Eerst dit.\n\nDan\ndat.\n")
    ['Eerst dit.', 'Dan dat.']
    """
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
