"""Letting what somebody chose fit a dossier in which rows came or went."""

from typing import Any

from helpers.dossier.model import Dossier
from helpers.training.on_the_table import settled
from helpers.training.working_copy import Work


def fitted(work: Work, dossier: Dossier) -> dict[str, Any]:
    """Return the fields of the working copy that hold ``dossier``, with all that was chosen.

    At each issue the proposal and every package keep what they chose, or else the status quo; what
    was agreed for a step that went, goes.
    """
    everything = [one.id for one in dossier.issues]
    options, steps = ({one.id for one in rows} for rows in (dossier.options, dossier.route))
    if dossier.proposal or work.dossier.proposal or dossier.issues != work.dossier.issues:
        proposal = settled(dossier, everything, dossier.proposal)
        dossier = dossier.model_copy(update={"proposal": proposal})
    kept = (
        one.model_copy(update={"package": tuple(o for o in one.package if o in options)})
        for one in work.kept
    )
    return {
        "dossier": dossier,
        "package": settled(dossier, everything, work.package) if work.package else (),
        "laid": tuple(one for one in work.laid if one in everything),
        "kept": tuple(kept),
        "actions": {key: one for key, one in work.actions.items() if key in steps},
    }
