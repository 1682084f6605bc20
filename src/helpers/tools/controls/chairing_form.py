"""The form of a meeting to chair; its looks stand in files beside."""

import traitlets

from helpers.tools.controls.forms import Form
from helpers.tools.controls.scripts import script, style


class ChairingForm(Form):
    """A meeting to chair: what was said so far, what can be done now, and at the end the report.

    ``turns`` are dicts with ``who`` (``round``, ``told``, ``you``, ``them``, ``point`` or
    ``trust``), ``name`` and ``text``; one of ``trust`` has ``rows`` too: ``name``, ``word``,
    ``share`` and ``gone``. ``guess`` is empty, or what is asked after a round; ``earlier`` are
    sentences about meetings that were chaired before, ``blocks`` what is printed.
    """

    _esm = script("talk_parts", "chairing")
    _css = style("conversation", "chairing")
    turn = traitlets.Int(0).tag(sync=True)
    turns = traitlets.List(traitlets.Dict()).tag(sync=True)
    choices = traitlets.List(traitlets.Dict()).tag(sync=True)
    guess = traitlets.Dict().tag(sync=True)
    left = traitlets.Unicode().tag(sync=True)
    report = traitlets.Dict().tag(sync=True)
    earlier = traitlets.List(traitlets.Unicode()).tag(sync=True)
    blocks = traitlets.List(traitlets.List()).tag(sync=True)
