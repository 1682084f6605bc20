"""The head of a dossier as YAML: plain lines only, every value a text until its column reads it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from helpers.dossier.files import FileError
from helpers.dossier.source import Entry
from helpers.texts.language import _

if TYPE_CHECKING:
    import yaml

_NULLS = {"", "~", "null", "Null", "NULL"}
_DEEPEST, _MOST_NODES = 6, 5_000


@cache
def _loader() -> type[yaml.BaseLoader]:
    """Return what reads texts, lists and mappings, and refuses what a dossier has no use for."""
    import yaml

    class PlainLoader(yaml.BaseLoader):
        """No tags, no references (a YAML bomb) and no deep nesting."""

        depth = nodes = 0

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            event = self.peek_event()  # type: ignore[no-untyped-call]
            line = event.start_mark.line + 1
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise FileError(_("A value may not begin with & or *. Put quotes around it."), line)
            if getattr(event, "tag", None):
                raise FileError(_("A value may not begin with !. Put quotes around it."), line)
            self.depth, self.nodes = self.depth + 1, self.nodes + 1
            if self.depth > _DEEPEST or self.nodes > _MOST_NODES:
                raise FileError(_("There are too many lists or values here."), line)
            node = super().compose_node(parent, index)
            self.depth -= 1
            return node

    return PlainLoader


def read_entries(text: str) -> list[Entry]:
    """Return the lines of a head. Raises :class:`FileError` with the line that is wrong."""
    import yaml

    try:
        node = yaml.compose(text, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        what = _("This line is no proper YAML. Check colons, quotes and indents.")
        raise FileError(what, line) from None
    except yaml.YAMLError:
        raise FileError(_("This file holds characters that cannot be shown.")) from None
    if not isinstance(node, yaml.MappingNode):
        raise FileError(_("This file must hold lines such as “title: ...”."))
    return [Entry(_line(key), str(_value(key)), _value(value)) for key, value in node.value]


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _value(node: yaml.Node) -> Any:
    import yaml

    if isinstance(node, yaml.MappingNode):
        values = {str(_value(key)): _value(value) for key, value in node.value}
        if len(values) < len(node.value):
            raise FileError(_("A name stands here twice. Keep one."), _line(node))
        return values
    if isinstance(node, yaml.SequenceNode):
        return [_value(one) for one in node.value]
    plain = isinstance(node, yaml.ScalarNode) and node.style is None
    return None if plain and node.value in _NULLS else node.value


@cache
def _dumper() -> type[yaml.SafeDumper]:
    """Return what writes a text of several lines as a block."""
    import yaml

    class Dumper(yaml.SafeDumper): ...

    Dumper.add_representer(str, _text)
    return Dumper


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def write_entries(values: dict[str, Any]) -> str:
    """Return a head as YAML, without the values that are ``None``."""
    import yaml

    plain = {name: _plain(value) for name, value in values.items() if value is not None}
    return yaml.dump(plain, Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=100)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): str(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [str(one) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return str(value) if isinstance(value, str) else value
