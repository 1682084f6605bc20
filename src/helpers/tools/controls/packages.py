"""A package on the table, and what comes of it; the tool behind it decides.

Both are forms: what a person does comes in as a message with a ``do`` (and ``id``, ``value``).
"""

import traitlets

from helpers.tools.controls.forms import Form
from helpers.tools.controls.scripts import script, style


class PackageTable(Form):
    """An option to choose for each issue, the issues that can be added, and how each party stands.

    ``issues`` are dicts with ``id``, ``label``, ``note``, ``options``, ``value`` and ``off`` (the
    label of a button that takes it off the table, or empty); ``aside`` those that are not on it:
    ``id``, ``label``, ``note``. ``parties`` have ``id``, ``name``, ``says``, ``symbol``, ``words``,
    ``brief``, ``more`` and ``bar`` (``zero``, ``value``, ``least``, ``low``, ``high``, 0 to 100);
    ``lines`` are sentences (``text``, ``look``) and ``count`` has ``text`` and perhaps ``share``
    (0 to 1) and ``button`` (``do``, ``label``). It sends ``do`` = choose (``id`` of the issue,
    ``value``), lay, off (``id``), stop or count.
    """

    _esm = script("package_bars", "package_glance", "package_table")
    _css = style("packages")
    issues = traitlets.List(traitlets.Dict()).tag(sync=True)
    aside = traitlets.List(traitlets.Dict()).tag(sync=True)
    parties = traitlets.List(traitlets.Dict()).tag(sync=True)
    lines = traitlets.List(traitlets.Dict()).tag(sync=True)
    count = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)


class PackageResults(Form):
    """How the pie grew, the packages that were kept, and what the analysis proposes.

    ``pie`` has ``lines`` and ``rows`` (``name``, ``words``, ``bars``: ``first``, ``now``,
    ``least``); ``kept`` has ``columns``, ``groups``, ``full`` and ``none``; ``swaps`` has
    ``closed``, or ``options``, ``value``, ``none`` and ``swaps`` (``id``, ``title``, ``lines``). It
    sends ``do`` = keep (``value``: a name), drop or take (``id`` of a kept package), party
    (``value``) or swap (``id``).
    """

    _esm = script("package_bars", "package_kept", "package_results")
    _css = style("packages")
    pie = traitlets.Dict().tag(sync=True)
    kept = traitlets.Dict().tag(sync=True)
    swaps = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
