"""Where a participant's work lives, and how a file in it is replaced safely."""

import os
import tempfile
from pathlib import Path

COURSE = Path(__file__).parents[3]


def work_folder() -> Path:
    """Return the folder with the participant's work; it need not exist yet.

    ``DRAAGVLAK_WERK`` names it (a relative one counts from the course folder); by default it is the
    folder ``Draagvlak`` in the user's home, so that a newer course finds the same work.
    """
    named = os.environ.get("DRAAGVLAK_WERK")
    if named:
        return COURSE / Path(named).expanduser()
    return Path.home() / "Draagvlak"


def replace_file(path: Path, text: str) -> None:
    """Write ``text`` (UTF-8) to ``path`` so that a kill leaves the old file or the new one, whole.

    Raises ``OSError`` when it cannot be written; the old file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
