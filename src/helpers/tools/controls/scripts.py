"""What the page runs and how it looks: the scripts and styles that stand beside, put together."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_SHARED = ("parts", "fields", "paper")


def script(*names: str) -> str:
    """Return the scripts of a control as one module, the shared parts first."""
    return "\n".join(_text(f"{name}.js") for name in (*_SHARED, *names))


def style(*names: str) -> str:
    """Return the styles of a control, what all of them share first."""
    return "\n".join(_text(f"{name}.css") for name in ("controls", "forms", *names))


@cache
def _text(name: str) -> str:
    return (_HERE / name).read_text("utf-8")
