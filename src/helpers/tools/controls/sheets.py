"""A sheet to fill in: sections with fields that save themselves; the tool behind it decides."""

import traitlets

from helpers.tools.controls.forms import Form
from helpers.tools.controls.scripts import script, style


class Sheet(Form):
    """Sections one below the other, that come and go as the tool says.

    ``items`` are dicts with an ``id`` and a ``kind``: ``section`` (``head``, ``items``), ``group``
    (``legend``, ``items``), ``grid`` (``items``, beside each other where they fit), ``lines``
    (``lines``: dicts with ``text`` and ``look``; ``spoken``: read aloud on a change), ``text``
    (``label``, ``hint``, ``rows``, ``value``, perhaps ``wrong``, and ``kept`` when it is saved all
    the same), ``choice`` (``label``, ``value``, ``options``, perhaps each with its ``group``),
    ``tick`` (``label``, ``value``), ``date`` (``label``, ``value``, ``wrong``), ``button``
    (``label``, ``opens``: the id of the field that it brings), ``todo`` (the same, with the
    ``text`` of what is missing), ``list`` (``items``: each a ``row`` with ``text``, ``note`` and
    ``opens``) and ``print`` (``label``, ``title``, ``blocks``: pairs of a tag and a text). A
    choice, a tick and a date may have a ``hint``. It sends ``do`` = write (``id``, ``value``,
    ``known``), set (``id``, ``value``) or press (``id``).
    """

    _esm = script("sheet")
    _css = style("sheet")
    items = traitlets.List(traitlets.Dict()).tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
