"""The words of the checklist: for each check what lacks, what is kept, and where to fill it in."""

from typing import NamedTuple

from helpers.analysis.checklist import Check
from helpers.dossier.body_words import roles
from helpers.dossier.model import Dossier
from helpers.texts.language import N_, _
from helpers.texts.numbers import listed
from helpers.tools.own.row_names import RowNames, fewer

_MOST = 6


class Words(NamedTuple):
    """What a check says: the question, and what to do when something lacks."""

    question: str
    advice: str


WORDS = {
    "speaker": Words(
        N_("Does somebody speak for the paper at each step?"),
        N_("Not yet at: {names}. Ask who does, and whether that person wants to."),
    ),
    "convinced": Words(
        N_("Is there somebody in each room who is completely convinced?"),
        N_("Not yet at: {names}. With whom do you still have to talk, and through whom?"),
    ),
    "interest": Words(
        N_("Do you know of everybody what they want to keep safe?"),
        N_("Not yet of: {names}. That is no gap in your list but a question to ask."),
    ),
    "fresh": Words(
        N_("Have you looked at every interest lately?"),
        N_("It is time to look again at what matters to: {names}."),
    ),
    "something": Words(
        N_("Is there something in the proposal for everybody?"),
        N_("Not yet, or not known, for: {names}."),
    ),
    "spoken": Words(
        N_("Has somebody spoken with everyone?"),
        N_("Not yet with: {names}. Who asks, and through whom?"),
    ),
    "confirmed": Words(
        N_("Was every summary confirmed by the other?"),
        N_("Not yet after the conversation with: {names}. Ask: did I understand you well?"),
    ),
    "through": Words(
        N_("Does it say for every fractie who asked, and through whom?"),
        N_(
            "Not yet with: {names}. With party groups the {alderman} talks, or the {registry} "
            "helps."
        ),
    ),
    "asked": Words(
        N_("Is the picture of each assignment whole?"),
        N_("Not yet of the assignment of: {names}. Which step of the questions is still open?"),
    ),
    "reframed": Words(
        N_("Did you say what the client needs?"),
        N_("Not yet to: {names}. Only do so when the summary was confirmed."),
    ),
    "expected": Words(
        N_("Do you know what each group expects?"),
        N_("Not yet of: {names}."),
    ),
    "goals": Words(
        N_("Is each goal measurable, decided on and served by a measure?"),
        N_("Something lacks at: {names}. The goal tree says what."),
    ),
    "told": Words(
        N_("Does each group know why and what?"),
        N_("There is no whole message yet for: {names}."),
    ),
    "understood": Words(
        N_("Did two readers say back why and what?"),
        N_("Not yet of the message for: {names}."),
    ),
    "stories": Words(
        N_("Did each party tell its story, and was your summary right?"),
        N_("Not yet of: {names}."),
    ),
    "priorities": Words(
        N_("Does each sub-region know what comes first, and for which goal?"),
        N_("Not yet: {names}."),
    ),
    "prepared": Words(
        N_("Is each conversation prepared?"),
        N_("Something is still open on the card for: {names}."),
    ),
    "white_spots": Words(
        N_("Do you involve each partner where it matters?"),
        N_("Less than you wish, or not at all: {names}."),
    ),
    "both_sides": Words(
        N_("Did both sides say how the cooperation goes?"),
        N_("Not yet with: {names}."),
    ),
}


def advice(check: Check, dossier: Dossier) -> str:
    """Return what lacks, by the names of the rows; after six names how many there are more."""
    called = RowNames(dossier).all(check.table)
    names = [called[key].rstrip(".") for key in check.lacks]
    said = {"names": listed(fewer(names, _MOST)), **roles(dossier.body)}
    return _(WORDS[check.name].advice).format(**said)
