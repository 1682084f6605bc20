"""What a kernel of the course does first, while the page around the lesson is still loading."""

import time
from contextlib import suppress

import helpers
from helpers.dossier.examples import example_names, open_dossier
from helpers.pictures.image import Canvas
from helpers.tools.votes.standing import nothing_lines, standing
from helpers.training.traces import tidy
from helpers.training.work_folder import work_folder


def load_ipython_extension(shell: object) -> None:
    """Load what lessons use: all tools, and the libraries behind the first forecast and picture.

    What a killed kernel left half-written goes away. The kernel's specification names this module
    as an extension of IPython.
    """
    for name in helpers.__all__:
        getattr(helpers, name)
    dossier = open_dossier(example_names()[0])
    nothing_lines(standing(dossier, dossier.proposal))
    Canvas(1, 1, (0, 0, 1, 1)).svg  # noqa: B018 - drawing is what loads the rest
    with suppress(OSError):  # a folder that cannot be looked in
        tidy(work_folder(), time.time())
