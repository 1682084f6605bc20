"""A dossier that begins with what somebody wrote on the page of the startdossier."""

import datetime as dt

from helpers.dossier.model import Dossier
from helpers.dossier.words import Kind
from helpers.texts.language import N_, _
from helpers.training.own_dossiers import empty_dossier
from helpers.training.start_dossier import Entry, Page

_NEXT = N_("Next step with {who}: {what}")
_TALKS = N_("Who talks with {who}: {what}")
_WORDS = {
    Kind.FRACTIE: ("fractie", "raadslid", "raadsleden", "statenlid", "partij"),
    Kind.EXECUTIVE: ("wethouder", "college", "burgemeester", "gedeputeerde", "bestuur"),
    Kind.RESIDENTS: ("bewoner", "inwoner", "buurt", "wijkraad", "ouder", "huurder", "vereniging"),
    Kind.BUSINESS: ("ondernemer", "winkel", "bedrijf", "horeca"),
    Kind.OWNER: ("eigenaar", "eigenaren"),
    Kind.GOVERNMENT: ("gemeente", "provincie", "waterschap", "ministerie", "omgevingsdienst"),
    Kind.OFFICIAL: ("afdeling", "collega", "manager", "griffie", "directie"),
}
"""Dutch words that say what sort of stakeholder it probably is; the first that fits counts."""


def begun(page: Page) -> Dossier:
    """Return the dossier that follows from a page, with all that was written on it.

    Each entry with a name becomes a stakeholder with its interest. What a dossier has no column
    for (the subject, the next steps, who talks with whom) stands in its story.

    >>> page = Page(entries=(Entry(key="1", who="Wijkraad", interest="Rust in de straat"),))
    >>> begun(page).interests[0].interest
    'Rust in de straat'
    """
    dossier = empty_dossier().model_copy(update={"story": _story(page)})
    for entry in page.entries:
        if not entry.empty:
            dossier = _with_entry(dossier, entry)
    return dossier


def kind_of(who: str) -> Kind:
    """Return what sort of stakeholder a name in Dutch probably means.

    >>> kind_of("De fractie Samen"), kind_of("Woonstichting")
    (<Kind.FRACTIE: 'fractie'>, <Kind.PARTNER: 'partner'>)
    """
    text = who.casefold()
    found = (kind for kind, words in _WORDS.items() if any(word in text for word in words))
    return next(found, Kind.PARTNER)


def _with_entry(dossier: Dossier, entry: Entry) -> Dossier:
    who = entry.who.strip() or _("Stakeholder {n}").format(n=entry.key)
    key = dossier.free_id("stakeholders", "betrokkene")
    dossier = dossier.add("stakeholders", id=key, name=who, kind=kind_of(who))
    if not (entry.position.strip() or entry.interest.strip()):
        return dossier
    return dossier.add(
        "interests",
        id=dossier.free_id("interests", "belang"),
        stakeholder=key,
        position=entry.position,
        interest=entry.interest,
        certainty=entry.sure or 1,
        date=dt.date.today(),
    )


def _story(page: Page) -> str:
    said = [page.subject.strip()]
    for entry in page.entries:
        who = entry.who.strip() or _("Stakeholder {n}").format(n=entry.key)
        for sentence, text in ((_NEXT, entry.next_step), (_TALKS, entry.talks)):
            if text.strip():
                said.append(_(sentence).format(who=who, what=text.strip()))
    return "\n\n".join(text for text in said if text)
