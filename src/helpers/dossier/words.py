"""The words that columns may hold: as they are stored, and as the screen shows them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from helpers.dossier.spelling import plain, spellings
from helpers.texts.language import N_


class Word(StrEnum):
    """A word out of a list; a file may also hold it as the screen shows it, in any language."""

    @classmethod
    def _missing_(cls, value: object) -> Word | None:
        return _spelled(cls).get(plain(value)) if isinstance(value, str) else None

    def __eq__(self, other: object) -> bool:
        """Return whether it is the same word: two lists may store one value and mean another thing.

        >>> Raiser.ORGANISATION == "organisation", Raiser.ORGANISATION == Condition.ORGANISATION
        (True, False)
        """
        if isinstance(other, Word) and type(self) is not type(other):
            return False
        return str.__eq__(self, other)

    __hash__ = StrEnum.__hash__


@cache
def _spelled(words: type[Word]) -> dict[str, Word]:
    return {one: word for word in words for one in {plain(word), *spellings(WORDS[word])}}


class Kind(Word):
    """What sort of stakeholder it is."""

    FRACTIE = "fractie"
    EXECUTIVE = "executive"
    OFFICIAL = "official"
    RESIDENTS = "residents"
    BUSINESS = "business"
    OWNER = "owner"
    PARTNER = "partner"
    GOVERNMENT = "government"


class Body(Word):
    """The body that takes the decision."""

    COUNCIL = "raad"
    PROVINCE = "provinciale staten"
    BOARD = "algemeen bestuur"
    OTHER = "other"


class Room(Word):
    """Where a step of the route takes place."""

    OFFICIAL = "official"
    EXECUTIVE = "executive"
    REGISTRY = "registry"
    COMMITTEE = "committee"
    COUNCIL = "council"


class SourceKind(Word):
    """What a judgement rests on."""

    CONVERSATION = "conversation"
    DOCUMENT = "document"
    ASSUMPTION = "assumption"


class Answer(Word):
    """Yes, no, or not known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Vote(Word):
    """The five words in which a vote is judged."""

    CERTAINLY_AGAINST = "certainly_against"
    PROBABLY_AGAINST = "probably_against"
    UNKNOWN = "unknown"
    PROBABLY_FOR = "probably_for"
    CERTAINLY_FOR = "certainly_for"


class Size(Word):
    """How big an assignment is for who was asked, alone."""

    TOO_SMALL = "too_small"
    FITS = "fits"
    TOO_BIG = "too_big"


class Rung(Word):
    """A step of the ladder of questions to a client, in the order in which they are asked."""

    SITUATION = "situation"
    PROBLEM = "problem"
    CAUSE = "cause"
    TRIED_SOLUTIONS = "tried_solutions"
    DESIRED_RESULT = "desired_result"


class ReframePart(Word):
    """The three parts of "I hear that ..., I think ... is going on, so you need ..."."""

    HEAR = "hear"
    GOING_ON = "going_on"
    NEED = "need"


class Raiser(Word):
    """Who raised an expectation."""

    POLITICS = "politics"
    MEDIA = "media"
    ORGANISATION = "organisation"
    EXPERIENCE = "experience"


class Handling(Word):
    """What is done about an expectation that differs from what is promised."""

    DELIVER = "deliver"
    REPAIR = "repair"
    EXPLAIN = "explain"
    ACCEPT = "accept"


class PartnerKind(Word):
    """What sort of organisation a partner is."""

    HOUSING = "housing"
    CARE = "care"
    HOSPITAL = "hospital"
    EDUCATION = "education"
    EMPLOYER = "employer"
    COOPERATIVE = "cooperative"
    SOCIETY = "society"
    GOVERNMENT = "government"
    OTHER = "other"


class Condition(Word):
    """What working together needs, after Kaats & Opheij (2012)."""

    AMBITION = "ambition"
    INTERESTS = "interests"
    RELATION = "relation"
    ORGANISATION = "organisation"
    PROCESS = "process"


WORDS: dict[StrEnum, str] = {
    Kind.FRACTIE: N_("party group"),
    Kind.EXECUTIVE: N_("executive"),
    Kind.OFFICIAL: N_("municipal organisation"),
    Kind.RESIDENTS: N_("residents"),
    Kind.BUSINESS: N_("business"),
    Kind.OWNER: N_("owner"),
    Kind.PARTNER: N_("partner"),
    Kind.GOVERNMENT: N_("other government"),
    Body.COUNCIL: N_("municipal council"),
    Body.PROVINCE: N_("provincial council"),
    Body.BOARD: N_("general board"),
    Body.OTHER: N_("other body"),
    Room.OFFICIAL: N_("municipal organisation"),
    Room.EXECUTIVE: N_("executive"),
    Room.REGISTRY: N_("council registry"),
    Room.COMMITTEE: N_("council committee"),
    Room.COUNCIL: N_("municipal council"),
    SourceKind.CONVERSATION: N_("conversation"),
    SourceKind.DOCUMENT: N_("document"),
    SourceKind.ASSUMPTION: N_("assumption"),
    Answer.YES: N_("yes"),
    Answer.NO: N_("no"),
    Answer.UNKNOWN: N_("unknown"),
    Vote.CERTAINLY_AGAINST: N_("certainly against"),
    Vote.PROBABLY_AGAINST: N_("probably against"),
    Vote.UNKNOWN: N_("I do not know yet"),
    Vote.PROBABLY_FOR: N_("probably for"),
    Vote.CERTAINLY_FOR: N_("certainly for"),
    Size.TOO_SMALL: N_("too small"),
    Size.FITS: N_("fits"),
    Size.TOO_BIG: N_("too big"),
    Rung.SITUATION: N_("situation"),
    Rung.PROBLEM: N_("problem"),
    Rung.CAUSE: N_("cause"),
    Rung.TRIED_SOLUTIONS: N_("solutions tried"),
    Rung.DESIRED_RESULT: N_("result wanted"),
    ReframePart.HEAR: N_("what you hear"),
    ReframePart.GOING_ON: N_("what is going on"),
    ReframePart.NEED: N_("what is needed"),
    Raiser.POLITICS: N_("politics"),
    Raiser.MEDIA: N_("media"),
    Raiser.ORGANISATION: N_("our own organisation"),
    Raiser.EXPERIENCE: N_("earlier experience"),
    Handling.DELIVER: N_("deliver more"),
    Handling.REPAIR: N_("put right what was said"),
    Handling.EXPLAIN: N_("explain why and what"),
    Handling.ACCEPT: N_("accept openly"),
    PartnerKind.HOUSING: N_("housing association"),
    PartnerKind.CARE: N_("care organisation"),
    PartnerKind.HOSPITAL: N_("hospital"),
    PartnerKind.EDUCATION: N_("education"),
    PartnerKind.EMPLOYER: N_("company"),
    PartnerKind.COOPERATIVE: N_("cooperative"),
    PartnerKind.SOCIETY: N_("association or foundation"),
    PartnerKind.GOVERNMENT: N_("other government"),
    PartnerKind.OTHER: N_("other"),
    Condition.AMBITION: N_("a shared ambition"),
    Condition.INTERESTS: N_("room for each other's interests"),
    Condition.RELATION: N_("how you get along"),
    Condition.ORGANISATION: N_("how it is organised"),
    Condition.PROCESS: N_("how it goes, step by step"),
}
