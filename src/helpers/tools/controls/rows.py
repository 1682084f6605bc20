"""Lists, tables and boards in which a person changes rows; the tool behind them decides.

A view sends what a person did as a message (with ``what``, ``from`` and a ``number``). The tool
answers each with ``answer``: the same ``from`` and ``number``, and ``errors``, a sentence by field;
a form closes when there are none. ``words`` holds the texts of buttons and the like; under
``place`` the page keeps forms that are open.
"""

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from helpers.tools.controls.scripts import script, style


class Styled(anywidget.AnyWidget):
    """A control in the look of these."""

    _css = style("rows")


class Rows(Styled):
    """A control that sends what a person did and hears what is wrong with it."""

    words = traitlets.Dict().tag(sync=True)
    place = traitlets.Unicode().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)

    def hear(self, act: Callable[[dict[str, Any]], dict[str, str]]) -> None:
        """Let ``act`` do what a message asks for; it returns what is wrong, by field."""

        def heard(_control: object, said: Any, _buffers: object) -> None:
            if isinstance(said, dict):
                errors = act(said)
                came = {"from": said.get("from", ""), "number": said.get("number", 0)}
                self.answer = {**came, "errors": errors}

        self.on_msg(heard)


class EntryList(Rows):
    """Entries in groups, with a form to add and to change one.

    ``groups`` are dicts with ``id``, ``label``, ``note``, ``marks``, ``open`` and ``entries``; an
    entry has ``id``, ``name``, ``title``, ``lines`` (``text``, ``look``), ``marks`` (``symbol``,
    ``text``, ``look``), ``steps`` (buttons: ``what``, ``text``) and ``values`` for its form.
    ``fields`` are the form's: ``id``, ``label``, ``kind`` (line, area, date, choice), ``help`` and
    ``options``; an entry may bring ``fields`` of its own. A new entry has those of ``first`` above
    them and starts with ``fresh``. Without the words ``add`` and ``remove`` nothing can be added or
    removed. ``view`` names what is filtered: when it changes, groups open and close as ``open``
    says.
    """

    _esm = script("rows", "entries")
    groups = traitlets.List(traitlets.Dict()).tag(sync=True)
    fields = traitlets.List(traitlets.Dict()).tag(sync=True)
    first = traitlets.List(traitlets.Dict()).tag(sync=True)
    fresh = traitlets.Dict().tag(sync=True)
    view = traitlets.Unicode().tag(sync=True)


class PlaceMap(Rows):
    """A map from 0 to 10 across and up, on which marks are moved in steps of a half.

    ``points`` are dicts with ``id``, ``number``, ``label``, ``words`` (what a screen reader says),
    ``x`` and ``y``, ``shown_x`` and ``shown_y`` (where it stands clear of others), ``shape`` (o, s
    or D), ``fill``, ``edge``, ``ink`` and ``ring``; ``quadrants`` dicts with ``row`` (top or
    bottom), ``right`` and ``lines``; ``legend`` has dicts with ``text`` and how its mark looks;
    ``names`` are listed beside the map: ``id``, ``number``, ``label`` and ``note``. It sends
    ``what`` = move with ``key``, ``x`` and ``y``.
    """

    _esm = script("rows", "place_map")
    cut = traitlets.Float(5.0).tag(sync=True)
    points = traitlets.List(traitlets.Dict()).tag(sync=True)
    quadrants = traitlets.List(traitlets.Dict()).tag(sync=True)
    legend = traitlets.List(traitlets.Dict()).tag(sync=True)
    names = traitlets.List(traitlets.Dict()).tag(sync=True)


class NumberTable(Rows):
    """A table with an input in each cell, that folds; ``unfolded`` says whether it begins open.

    ``rows`` are dicts with ``id``, ``number``, ``label`` and ``values`` by column;
    ``columns`` dicts with ``id``, ``label``, ``of`` (the input's name, with {name}) and ``kind``
    (number with ``low``, ``high`` and ``step``, or choice with ``options``). It sends ``what`` =
    set with ``key``, ``column`` and ``value``, a text.
    """

    _esm = script("rows", "number_table")
    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    columns = traitlets.List(traitlets.Dict()).tag(sync=True)
    unfolded = traitlets.Bool(False).tag(sync=True)


class StepBoard(Rows):
    """Steps in a row, one of them in full below it, with a form.

    ``steps`` are dicts with ``id``, ``number``, ``name``, ``when``, ``state``, ``title``,
    ``signs``, ``parts`` (``head``, ``lines``, ``signs``), ``form`` (``title``, ``text``,
    ``fields``, ``values``, ``taken``; or ``None``) and ``buttons`` (``what``, ``text``); signs are
    as the marks of :class:`EntryList`. ``chosen`` is the step that is shown first. It sends
    ``what``, ``key`` and, from the form, ``values``.
    """

    _esm = script("rows", "step_board")
    steps = traitlets.List(traitlets.Dict()).tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)


def options(*pairs: tuple[Any, str]) -> list[dict[str, str]]:
    """Return the options of a choice from pairs of id and label.

    >>> options((1, "een"))
    [{'id': '1', 'label': 'een'}]
    """
    return [{"id": str(key), "label": label} for key, label in pairs]


def texts(came: Any, names: tuple[str, ...]) -> dict[str, str]:
    """Return the texts of a form that came in, by field; anything else is left out.

    >>> texts({"a": "x", "b": 1, "c": "y"}, ("a", "b"))
    {'a': 'x'}
    """
    sent = came if isinstance(came, dict) else {}
    return {name: sent[name] for name in names if isinstance(sent.get(name), str)}
