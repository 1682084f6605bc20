"""Files of authors as they are read and written in these tests, by the quick half of the parser."""

from pathlib import Path
from typing import Any

import yaml


def read_yaml(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


def write_yaml(path: Path, content: Any) -> None:
    text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True)
    path.write_text(text, "utf-8")
