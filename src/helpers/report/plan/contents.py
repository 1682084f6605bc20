"""What goes into a dossier plan: the dossier, what was tried and agreed, and what to ask."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from helpers.dossier.body_words import roles
from helpers.dossier.model import Dossier
from helpers.dossier.words import Body
from helpers.texts.language import N_, _
from helpers.training.kept_package import KeptPackage
from helpers.training.working_copy import Action, Taker

if TYPE_CHECKING:
    from docx.document import Document

_TAKERS = {
    Taker.ALDERMAN: N_("the {alderman}"),
    Taker.TOGETHER: N_("{alderman} and official together"),
    Taker.REGISTRY: N_("through the {registry}; the {alderman} knows of it"),
    Taker.YOU: N_("the official"),
}
_SURE = {3: N_("sure"), 2: N_("fairly sure"), 1: N_("a guess")}


def taker(one: Taker, body: Body) -> str:
    """Return who asks a question or takes a step, for a reader who is none of them.

    >>> taker(Taker.ALDERMAN, Body.PROVINCE), taker(Taker.REGISTRY, Body.COUNCIL)
    ('de gedeputeerde', 'via de griffie; de wethouder weet ervan')
    """
    return _(_TAKERS[one]).format(**roles(body))


def sureness(certainty: int | None) -> str:
    """Return how sure a judgement is, in words; nothing when nobody said so.

    >>> sureness(2), sureness(None)
    ('vrij zeker', '')
    """
    return _(_SURE[certainty]) if certainty else ""


class Asked(NamedTuple):
    """A question as one would say it, to whom, and who asks it; an empty name is everybody."""

    question: str
    whom: str
    who: Taker | None


class Contents(NamedTuple):
    """All that a plan shows.

    ``package`` is what is being tried and ``kept`` what was kept beside it; ``actions`` holds pairs
    of the id of a step and what was agreed for it; ``intention`` is what its writer will do, and on
    which ``day``. With ``forecasts`` the plan also says how party groups may vote: then ``reason``
    says why, in the writer's words, and ``chance`` what the chance of a majority is, in sentences.
    """

    dossier: Dossier
    package: tuple[str, ...] = ()
    kept: tuple[KeptPackage, ...] = ()
    actions: tuple[tuple[str, Action], ...] = ()
    questions: tuple[Asked, ...] = ()
    intention: str = ""
    day: dt.date | None = None
    forecasts: bool = False
    reason: str = ""
    chance: tuple[str, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """The names of the stakeholders, by their id."""
        return {one.id: one.name for one in self.dossier.stakeholders}


class Chapter(NamedTuple):
    """A chapter: its title, and what stands there as long as there is nothing for it.

    ``write`` adds it to a document and returns whether there was anything to say.
    """

    title: str
    empty: str
    write: "Callable[[Document, Contents], bool]"
