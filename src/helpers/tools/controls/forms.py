"""Forms that a participant fills in; each view only shows, the tool behind it decides.

What a person does comes in as a message with a ``do``; what is to be seen goes out as traits, all
of one step at once. ``heard`` tells the view up to where its messages were answered.
"""

import anywidget
import traitlets

from helpers.tools.controls.scripts import script, style


class Form(anywidget.AnyWidget):
    """What every form has: ``about`` (what does not change) and ``notice`` (what went wrong)."""

    _css = style()
    about = traitlets.Dict().tag(sync=True)
    notice = traitlets.Unicode().tag(sync=True)
    heard = traitlets.Dict().tag(sync=True)


class NotesForm(Form):
    """One ``text`` that saves itself."""

    _esm = script("notes")
    text = traitlets.Unicode().tag(sync=True)


class StartDossierForm(Form):
    """The startdossier: a ``subject``, ``entries`` and intentions.

    ``removed`` says whether there is something to put back.
    """

    _esm = script("start_dossier")
    subject = traitlets.Unicode().tag(sync=True)
    entries = traitlets.List(traitlets.Dict()).tag(sync=True)
    removed = traitlets.Bool(False).tag(sync=True)
    intention = traitlets.Dict().tag(sync=True)
    earlier = traitlets.List(traitlets.Dict()).tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)


class CourseMapForm(Form):
    """The lessons as rows of a table; ``total`` is the sentence under it."""

    _esm = script("course_map")
    lessons = traitlets.List(traitlets.Dict()).tag(sync=True)
    total = traitlets.Unicode().tag(sync=True)


class ResumeForm(Form):
    """The ``next`` step as a sentence in three pieces, the middle one a link to ``notebook``."""

    _esm = script("resume")
    next = traitlets.Dict().tag(sync=True)


class MyProgressForm(Form):
    """What was done as ``rows``, the ``blocks`` to print, and whether there is an ``own`` dossier.

    ``erased`` moves when everything was erased; ``note`` is spoken.
    """

    _esm = script("my_progress")
    rows = traitlets.List(traitlets.List()).tag(sync=True)
    total = traitlets.Unicode().tag(sync=True)
    blocks = traitlets.List(traitlets.List()).tag(sync=True)
    own = traitlets.Bool(False).tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    erased = traitlets.Int(0).tag(sync=True)


class QuestionCoachForm(Form):
    """A line to read: its ``reading``, the lines ``tried`` before, and a ``note`` that is spoken.

    ``reading`` is empty before the first line; it has a ``problem``, or ``line`` (pieces with
    ``text`` and ``shows``), ``parts`` (``head``, ``seen``, ``why``) and an ``offer``. ``emptied``
    says whether there is a list to put back.
    """

    _esm = script("question_coach")
    reading = traitlets.Dict().tag(sync=True)
    tried = traitlets.List(traitlets.Dict()).tag(sync=True)
    emptied = traitlets.Bool(False).tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)


class ConversationForm(Form):
    """A conversation: the ``turns`` so far, the ``offered`` lines and at the end the ``report``.

    ``turn`` counts the lines of the participant, ``left`` says how many there are still, ``note``
    why a typed line was not taken. ``talks`` are those to read back (``label``, ``steps``,
    ``blocks``), ``blocks`` what is printed of this one.
    """

    _esm = script("talk_parts", "conversation")
    _css = style("conversation")
    turn = traitlets.Int(0).tag(sync=True)
    turns = traitlets.List(traitlets.Dict()).tag(sync=True)
    offered = traitlets.List(traitlets.Dict()).tag(sync=True)
    left = traitlets.Unicode().tag(sync=True)
    report = traitlets.Dict().tag(sync=True)
    talks = traitlets.List(traitlets.Dict()).tag(sync=True)
    blocks = traitlets.List(traitlets.List()).tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)


class TakeAlongForm(Form):
    """A button that packs the work, and a field for what was packed; ``note`` is the answer."""

    _esm = script("take_along")
    note = traitlets.Unicode().tag(sync=True)


class OwnDossiersForm(Form):
    """The own ``dossiers`` (``name``, ``title``, ``when``, ``open``), and which is open ``now``.

    ``problems`` says what is wrong with the workbook that came in: a ``head`` and ``lines``.
    ``turn`` moves when the page must begin anew, ``missing`` when a title must be given first.
    ``where`` is the part with which the ``note`` stands: ``list``, ``begin`` or ``excel``.
    """

    _esm = script("own_dossiers")
    dossiers = traitlets.List(traitlets.Dict()).tag(sync=True)
    now = traitlets.Unicode().tag(sync=True)
    problems = traitlets.Dict().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    turn = traitlets.Int(0).tag(sync=True)
    missing = traitlets.Int(0).tag(sync=True)
    where = traitlets.Unicode().tag(sync=True)
