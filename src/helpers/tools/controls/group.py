"""The forms of a group's answers: for who sends one, and for who shows them all."""

import traitlets

from helpers.tools.controls.forms import Form
from helpers.tools.controls.scripts import script, style


class GroupAnswerForm(Form):
    """An answer to send: the ``code``, what goes (``lines``, ``exact`` to the letter), ``buttons``.

    ``sentences`` are those of an own text to choose from (dicts with ``id`` and ``label``),
    ``sentence`` the chosen one. It sends ``do`` = code or sentence with a ``value``, send and file.
    """

    _esm = script("group_answer")
    _css = style("group")
    code = traitlets.Unicode().tag(sync=True)
    sentences = traitlets.List(traitlets.Dict()).tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    lines = traitlets.List(traitlets.Unicode()).tag(sync=True)
    exact = traitlets.Unicode().tag(sync=True)
    buttons = traitlets.List(traitlets.Dict()).tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)


class GroupPictureForm(Form):
    """A session: its ``code`` as it is shown, the ``buttons``, and the ``wordings`` that came in.

    ``begun`` says whether there is a session, ``wordings`` are dicts with ``id``, ``text`` and
    ``shown``. It sends ``do`` = begin, stop, wipe, hide (``id``) and show (``id``), and files with
    their contents as buffers (``large`` and ``unread`` count those that were left out).
    """

    _esm = script("group_picture")
    _css = style("group")
    begun = traitlets.Bool(False).tag(sync=True)
    code = traitlets.Unicode().tag(sync=True)
    buttons = traitlets.List(traitlets.Dict()).tag(sync=True)
    count = traitlets.Unicode().tag(sync=True)
    wordings = traitlets.List(traitlets.Dict()).tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    problems = traitlets.List(traitlets.Unicode()).tag(sync=True)
