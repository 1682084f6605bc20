"""How each party stands in a package, in words and as a bar; and the package as a whole."""

from typing import Any

from helpers.analysis.packages.tally import Rule
from helpers.analysis.votes.vote import Interval
from helpers.texts.language import _, ngettext
from helpers.texts.numbers import between, listed, number
from helpers.tools.packages.weighing import NO, UNSURE, YES, Party

Line = dict[str, Any]

SYMBOLS = {YES: "✓", NO: "✗", UNSURE: "?"}
_ROUNDING = 1e-9


def points(value: float) -> str:
    """Return value points as people write them.

    >>> points(3.0), points(2.25)
    ('3', '2,25')
    """
    return number(round(value, 2) + 0.0, 2).replace("-", "\N{MINUS SIGN}")


def party_row(party: Party) -> dict[str, Any]:
    """Return a party as the page shows it: its bar, and in words where it stands."""
    return {
        "id": party.id,
        "name": party.name,
        "says": party.says,
        "symbol": SYMBOLS[party.says],
        "words": f"{_worth(party)} {_says(party)}",
        "brief": _brief(party),
        "more": _more(party.more),
        "bar": _bar(party),
    }


def package_lines(
    parties: list[Party], rule: Rule, decided: bool, room: bool | None, chance: Interval | None
) -> list[Line]:
    """Return what there is to say of a package as a whole, the outcome first."""
    if not parties:
        text = _(
            "There is nobody in this dossier yet. First write down who has something at stake."
        )
        return [{"text": text}]
    told = [_distance(parties), _room(room), *_unknown(parties)]
    lines: list[Line] = [{"text": _who_says_yes(parties), "look": "dv-lead"}]
    if ruled := rule_text(parties, rule):
        can = _("With what you know now, this package can go through.")
        cannot = _("With what you know now, this package cannot go through.")
        lines.append({"text": f"{can if decided else cannot} {ruled}"})
    if chance:
        text = _("The chance of a majority is {chance}.")
        lines.append({"text": text.format(chance=between(chance.low, chance.high))})
    return [*lines, *({"text": text} for text in told if text)]


def rule_text(parties: list[Party], rule: Rule) -> str:
    """Return who must agree; an empty text when that is simply everybody."""
    veto = [one.name for one, has in zip(parties, rule.veto.tolist(), strict=True) if has]
    if rule.at_least is None and rule.seats is None:
        return ""
    if rule.at_least is not None and rule.at_least >= len(parties):
        return ""
    if rule.at_least is None:
        text = _("Those who say yes must have more than half of the seats.")
    else:
        text = _("At least {n} of the {total} must say yes.").format(
            n=rule.at_least, total=len(parties)
        )
    if not veto:
        return text
    also = _("Nothing goes through without {who}.").format(who=listed(veto))
    return f"{text} {also}"


def _worth(party: Party) -> str:
    least = points(party.least)
    if party.high - party.low > _ROUNDING:
        text = _("Worth between {low} and {high}; without a deal {least}.")
        return text.format(low=points(party.low), high=points(party.high), least=least)
    text = _("Worth {value}; without a deal {least}.")
    return text.format(value=points(party.value), least=least)


def _says(party: Party) -> str:
    if party.says == YES:
        return _("Says yes.")
    if party.says == UNSURE:
        return _("Yes or no: that depends on what you do not know yet.")
    if party.high - party.low > _ROUNDING:
        return _("Is at least {n} short.").format(n=points(party.least - party.high))
    return _("Is {n} short.").format(n=points(party.short))


def _brief(party: Party) -> str:
    if party.says == YES:
        return _("says yes")
    if party.says == UNSURE:
        return _("not sure yet")
    return _("{n} short").format(n=points(party.least - party.high))


def _more(more: float) -> str:
    if more > _ROUNDING:
        return _("{n} more than point by point").format(n=points(more))
    if more < -_ROUNDING:
        return _("{n} less than point by point").format(n=points(-more))
    return _("as much as point by point")


def _bar(party: Party) -> dict[str, float]:
    """Return where the parts of a bar stand, from 0 to 100."""
    low = min(party.worst, party.low, party.least, 0.0)
    high = max(party.best, party.high, party.least, 0.0)
    reach = (high - low) or 1.0

    def at(value: float) -> float:
        return round(100 * (value - low) / reach, 2)

    ends = {"zero": at(0.0), "value": at(party.value), "least": at(party.least)}
    return {**ends, "low": at(party.low), "high": at(party.high)}


def _who_says_yes(parties: list[Party]) -> str:
    yes = [one.name for one in parties if one.says == YES]
    unsure = [one.name for one in parties if one.says == UNSURE]
    if len(yes) == len(parties):
        return _("Everybody says yes.")
    said = ngettext(
        "{n} of {total} parties says yes.", "{n} of {total} parties say yes.", len(yes)
    ).format(n=len(yes), total=len(parties))
    open_ = _("Not sure yet: {who}.").format(who=listed(unsure))
    return f"{said} {open_}" if unsure else said


def _distance(parties: list[Party]) -> str:
    short = [one for one in parties if one.short]
    if not short:
        return _("Nobody is worse off than without a deal.")
    each = [f"{one.name} {points(one.short)}" for one in short]
    text = _("Missing for a deal: {each}.").format(each=listed(each))
    if not short[1:]:
        return text
    together = _("Together {sum}, but what counts is who is short: worth differs for each party.")
    return f"{text} {together.format(sum=points(sum(one.short for one in short)))}"


def _room(room: bool | None) -> str:
    if room is None:
        return _("Whether there is more in it could not be worked out in time.")
    if room:
        return _(
            "There is more in it: with another package nobody gets less "
            "and at least one party gets more."
        )
    return _("Nobody can get more without somebody else getting less.")


def _unknown(parties: list[Party]) -> list[str]:
    open_ = [one.name for one in parties if one.high - one.low > _ROUNDING]
    missing = [one.name for one in parties if not one.told]
    said = []
    if open_:
        text = _(
            "You do not know everything yet of {who}. The striped part shows how far it can go; "
            "the count goes by what is known."
        )
        said.append(text.format(who=listed(open_)))
    if missing and len(missing) == len(parties):
        said.append(_("What they have without a deal is not known yet. It counts as 0 here."))
    elif missing:
        text = ngettext(
            "Not known yet is what {who} has without a deal. It counts as 0 here.",
            "Not known yet is what {who} have without a deal. It counts as 0 here.",
            len(missing),
        )
        said.append(text.format(who=listed(missing)))
    return said
