"""The data dictionary and the empty template, made from the declarations.

``python -m helpers.dossier.dictionary`` writes both into ``datasets/``; a test holds them.
"""

import os

from helpers.dossier.allowed import allowed
from helpers.dossier.columns import Column, Declared, columns_of
from helpers.dossier.examples import DATASETS
from helpers.dossier.files import replacing
from helpers.dossier.model import PARTS
from helpers.dossier.workbook import write_template
from helpers.texts.language import catalog

README = DATASETS / "README.md"
TEMPLATE = DATASETS / "leeg-dossier.xlsx"
BEGIN = "<!-- begin: made by python -m helpers.dossier.dictionary -->"
END = "<!-- end -->"
_TITLES = ["column", "Dutch title", "must", "what it holds", "empty means", "unit", "meaning"]


def with_dictionary(text: str) -> str:
    """Return the text of the README with the dictionary between its marks brought up to date.

    The course's language must be English: the Dutch titles then stand beside the English ones.
    """
    before, rest = text.split(BEGIN)
    _old, after = rest.split(END)
    sections = "\n\n".join(_section(name, part) for name, part in PARTS.items())
    return f"{before}{BEGIN}\n\n{sections}\n\n{END}{after}"


def _section(name: str, part: type[Declared]) -> str:
    file = f"{name}.csv" if name else "dossier.yaml"
    key = " + ".join(f"`{one}`" for one in getattr(part, "KEY", ()))
    lines = [_line(_TITLES), _line(["---"] * len(_TITLES))]
    lines += [_line(_cells(column)) for column in columns_of(part).values()]
    about = part.ABOUT + (f" Key: {key}." if key else "")
    return f"### `{file}`: {part.SHEET} ({_dutch(part.SHEET)})\n\n{about}\n\n" + "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(column: Column) -> list[str]:
    holds = " ".join(f"`{word.value}`" for word in column.words) or allowed(column)
    must = "yes" if column.required else ""
    names = [f"`{column.name}`", _dutch(column.title)]
    return [*names, must, holds, _empty(column), column.unit, column.meaning]


def _empty(column: Column) -> str:
    if column.required:
        return ""
    if column.type is bool:
        return "no"
    return "not known" if column.default in (None, "", ()) else str(column.default)


def _dutch(message: str) -> str:
    return catalog("nl").gettext(message)


if __name__ == "__main__":
    os.environ["DRAAGVLAK_LANG"] = "en"
    text = with_dictionary(README.read_text("utf-8"))
    with replacing(README) as file:
        file.write(text.encode())
    os.environ["DRAAGVLAK_LANG"] = "nl"
    write_template(TEMPLATE)
