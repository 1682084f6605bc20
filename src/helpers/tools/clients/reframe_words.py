"""What the builder of another view says: the sentence, on what it rests, and whether it helps."""

from collections.abc import Iterable

from helpers.analysis.intake.ladder import Missing, State
from helpers.analysis.intake.reframe import TEST, Ground, PartGround, Verdict, verdict
from helpers.dossier.assignment import Reframe
from helpers.dossier.columns import columns_of
from helpers.dossier.words import Answer, ReframePart
from helpers.texts.language import N_, _
from helpers.texts.numbers import listed
from helpers.tools.clients.intake_words import rung_name, short

Line = dict[str, str]
_BLANK = "..."

PARTS = {
    ReframePart.HEAR: N_("I hear that ..."),
    ReframePart.GOING_ON: N_("I think there is ... going on"),
    ReframePart.NEED: N_("so you need ..."),
}
HINTS = {
    ReframePart.HEAR: N_("Say in your own words what the client told you."),
    ReframePart.GOING_ON: N_("Name the cause as the client told it, without blaming anyone."),
    ReframePart.NEED: N_("Name what brings the result that the client wants."),
}
_SENTENCE = N_("I hear that {hear}, I think there is {going_on} going on, so you need {need}.")
_MEANINGS = {
    ("takes_cause_away", Answer.YES): N_("Then something changes that lasts."),
    ("takes_cause_away", Answer.NO): N_(
        "Then the problem comes back, however good the solution looks."
    ),
    ("gives_result", Answer.YES): N_("Then the client keeps the own aim; only the way changes."),
    ("gives_result", Answer.NO): N_("Then the client gets your aim instead of the own aim."),
    ("also_by_others", Answer.YES): N_("Then it is about the client, and not about your work."),
    ("also_by_others", Answer.NO): N_("Then you sell yourself above all."),
    ("client_agrees", Answer.YES): N_(
        "Then the client said it. That is more than not contradicting you."
    ),
    ("client_agrees", Answer.NO): N_(
        "Ask what is not right, and go back a step on the ladder. Perhaps the client is right."
    ),
}
_VERDICTS = {
    Verdict.HELPED: N_("The client is really helped by this."),
    Verdict.SOLD: N_(
        "This sells something above all. Change what you propose, or say that the client was right."
    ),
    Verdict.NOT_AGREED: N_(
        "It may help, but the client does not see it so. Then it does not help."
    ),
    Verdict.OPEN: N_("You do not know yet whether the client is really helped."),
}


def refusal(missing: Iterable[Missing]) -> list[Line]:
    """Return why there is no other view yet, and what is missing for it."""
    lacks = list(missing)
    unheard = [rung_name(one.what) for one in lacks if one.state is State.NOT_HEARD]
    unsure = [rung_name(one.what) for one in lacks if one.state is State.NOT_CONFIRMED]
    lines = [_lead(_("Another view would come too early now: the picture is not whole."))]
    if unheard:
        text = _("You have not asked the client yet about: {steps}.")
        lines.append({"text": text.format(steps=listed(unheard))})
    if unsure:
        text = _("Heard, but the client has not confirmed your summary of: {steps}.")
        lines.append({"text": text.format(steps=listed(unsure))})
    return [*lines, {"text": _("Whoever feels really heard, may conclude that you have a point.")}]


def sentence(reframe: Reframe) -> str:
    """Return the whole sentence, with dots where nothing stands yet.

    >>> sentence(Reframe(assignment="app", hear="er een rij staat"))[:31]
    'Ik hoor dat er een rij staat, v'
    """
    form = _(_SENTENCE)
    words = {
        part.value: _once(getattr(reframe, part).strip(" .,"), form.partition(f"{{{part}}}")[0])
        for part in ReframePart
    }
    return form.format(**words)


def _once(words: str, before: str) -> str:
    """Return words without a first one that stands ``before`` them already, or dots for none.

    >>> _once("dat er een rij staat", "Ik hoor dat ")
    'er een rij staat'
    """
    first, _space, rest = words.partition(" ")
    return rest if rest and first.casefold() == before.split()[-1] else words or _BLANK


def ground_lines(reframe: Reframe, grounds: Iterable[PartGround]) -> list[Line]:
    """Return the sentence, and for each part on what it rests or what it lacks."""
    found = list(grounds)
    lines = [{"text": _("Your sentence"), "tag": "h4"}, _lead(sentence(reframe))]
    lines += [_ground(one) for one in found]
    said = [(row, one.part) for one in found for row in one.rows]
    if any(getattr(reframe, part).strip() == beginning(row.heard) for row, part in said):
        lines.append({"text": _("Does the sentence not run yet? Say it in words of your own.")})
    if all(one.ground is Ground.RESTS for one in found):
        lines.append({"text": _("Say it, and then ask: “Is that right?” And be silent.")})
    return lines


def beginning(words: str) -> str:
    """Return what the client said as a part of a sentence, for somebody to make it fit.

    >>> beginning("Er staat elke maandag een rij.")
    'er staat elke maandag een rij'
    """
    line = " ".join(words.split()).rstrip(".!?")
    small = line[1:2].islower() or line[1:2] == " "
    return line[:1].lower() + line[1:] if small else line


def _lead(text: str) -> Line:
    return {"text": text, "look": "dv-lead"}


def _ground(one: PartGround) -> Line:
    name = _(PARTS[one.part])
    if one.ground is Ground.EMPTY:
        return {"text": _("“{part}” is still empty.").format(part=name), "look": "dv-alert"}
    if one.ground is Ground.LOOSE:
        text = _("“{part}” rests on nothing yet: tick what the client said about it.")
        return {"text": text.format(part=name), "look": "dv-alert"}
    words = listed(f'"{short(row.heard)}"' for row in one.rows)
    return {"text": _("“{part}” rests on: {words}").format(part=name, words=words)}


def helped_lines(reframe: Reframe) -> list[Line]:
    """Return what each answer to the test means, and what they say together."""
    lines = [{"text": _("Is the client really helped?"), "tag": "h4"}]
    lines.append(_lead(_(_VERDICTS[verdict(reframe)])))
    for name in TEST:
        meaning = _MEANINGS.get((name, getattr(reframe, name)))
        if meaning:
            asked = _(columns_of(Reframe)[name].meaning)
            lines.append({"text": f"{asked} {_(meaning)}"})
    return lines
