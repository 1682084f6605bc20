"""What people and rooms are called with the body that decides: council, province, general board.

At a body that is not known the words are those of a municipality.
"""

from helpers.dossier.words import WORDS, Body, Kind, Room, Word
from helpers.texts.language import N_, _

_CALLED: dict[Body, dict[Word, str]] = {
    Body.PROVINCE: {
        Kind.EXECUTIVE: N_("provincial executive"),
        Kind.OFFICIAL: N_("provincial organisation"),
        Room.EXECUTIVE: N_("provincial executive"),
        Room.OFFICIAL: N_("provincial organisation"),
        Room.REGISTRY: N_("registry of the provincial council and its agenda committee"),
        Room.COMMITTEE: N_("provincial council committee"),
        Room.COUNCIL: N_("provincial council"),
    },
    Body.BOARD: {
        Kind.EXECUTIVE: N_("executive board"),
        Kind.OFFICIAL: N_("own organisation"),
        Room.EXECUTIVE: N_("executive board"),
        Room.OFFICIAL: N_("own organisation"),
        Room.REGISTRY: N_("support of the board"),
        Room.COMMITTEE: N_("committee of the board"),
        Room.COUNCIL: N_("general board"),
    },
}
_ROLES: dict[Body, dict[str, str]] = {
    Body.COUNCIL: {
        "alderman": N_("alderman"),
        "registry": N_("registry of the council"),
        "member": N_("council member"),
        "council": N_("the council"),
    },
    Body.PROVINCE: {
        "alderman": N_("member of the provincial executive"),
        "registry": N_("registry of the provincial council"),
        "member": N_("member of the provincial council"),
        "council": N_("the provincial council"),
    },
    Body.BOARD: {
        "alderman": N_("member of the executive board"),
        "registry": N_("support of the board"),
        "member": N_("member of the general board"),
        "council": N_("the general board"),
    },
}


def called(word: Word, body: Body) -> str:
    """Return how a word reads with a body that decides, in the course's language.

    >>> called(Kind.EXECUTIVE, Body.COUNCIL), called(Kind.EXECUTIVE, Body.PROVINCE)
    ('college', 'gedeputeerde staten')
    """
    return _(_CALLED.get(body, {}).get(word, WORDS[word]))


def roles(body: Body) -> dict[str, str]:
    """Return who is who with a body, by the names that sentences have for them.

    ``alderman``, ``registry`` and ``member`` stand without an article, ``council`` with one.

    >>> roles(Body.PROVINCE)["alderman"], roles(Body.OTHER)["registry"]
    ('gedeputeerde', 'griffie')
    """
    words = _ROLES.get(body, _ROLES[Body.COUNCIL])
    return {name: _(word) for name, word in words.items()}


def with_party_groups(body: Body) -> str:
    """Return who talks with party groups, and how contact with one of their members runs.

    >>> with_party_groups(Body.PROVINCE)[:38]
    'Met de fracties praat de gedeputeerde.'
    """
    text = _(
        "With party groups the {alderman} talks. Contact with a {member} runs through the "
        "{registry}, and the {alderman} knows of it."
    )
    return text.format(**roles(body))
