"""The forms of the exercises: one a way of answering, each with the same steps under it."""

import traitlets

from helpers.tools.controls.forms import Form
from helpers.tools.controls.scripts import script


class ExerciseForm(Form):
    """An exercise: its parts, the answer, and the lines that follow from it.

    ``parts`` are dicts with ``id``, ``text`` and perhaps ``note`` and ``mark``; ``note``,
    ``feedback`` and the lines of ``example`` and ``closing`` are dicts with ``text``, ``head``,
    ``mark`` and ``word``; ``buttons`` are dicts with ``do``, ``label``, ``main`` and ``why``: the
    reason that one is off, or empty.
    """

    parts = traitlets.List(traitlets.Dict()).tag(sync=True)
    answer = traitlets.List(traitlets.Unicode()).tag(sync=True)
    buttons = traitlets.List(traitlets.Dict()).tag(sync=True)
    note = traitlets.List(traitlets.Dict()).tag(sync=True)
    feedback = traitlets.List(traitlets.Dict()).tag(sync=True)
    hints = traitlets.Dict().tag(sync=True)
    example = traitlets.Dict().tag(sync=True)
    closing = traitlets.Dict().tag(sync=True)


class ChooseForm(ExerciseForm):
    """Radio buttons or check boxes."""

    _esm = script("choose", "exercise")


class PlacingForm(ExerciseForm):
    """Lines that each get one of the ``choices`` (dicts with ``id`` and ``text``)."""

    _esm = script("placing", "exercise")
    choices = traitlets.List(traitlets.Dict()).tag(sync=True)


class EstimateForm(ExerciseForm):
    """A number to fill in, or a dot to put in its place on a small map."""

    _esm = script("estimate", "exercise")


class ElsewhereForm(ExerciseForm):
    """What has to come of a conversation, or of work in a tool."""

    _esm = script("elsewhere", "exercise")


class OrderForm(ExerciseForm):
    """Lines that go up and down."""

    _esm = script("order", "exercise")


class WriteForm(ExerciseForm):
    """An own ``text``, and points to tick beside the example."""

    _esm = script("write", "exercise")
    text = traitlets.Unicode().tag(sync=True)
