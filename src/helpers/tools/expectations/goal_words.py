"""What the goal tree says of each thing that is missing, and why that matters."""

from collections.abc import Mapping

from helpers.analysis.goals.goal_tree import Finding, GoalReview
from helpers.dossier.body_words import roles
from helpers.dossier.words import Body
from helpers.texts.language import N_, _, ngettext

Line = dict[str, str]
MOST = 12
_ROOM = 100

# {name} is the goal or the measure, {other} what it names.
_SAID = {
    "parent": N_("{name} stands under a goal that is not there."),
    "cycle": N_("{name} stands under itself, by way of {other}. Choose another goal above it."),
    "ends": N_("A link names a goal or a measure that is not there: {name}, {other}."),
    "twice": N_("{name} is linked to {other} twice. Keep one."),
    "strength": N_("It does not say how much {name} does for {other}."),
    "argument": N_(
        "It does not say why {name} would help with {other}. Without an argument it is hope."
    ),
    "measure": N_("No measure serves {name}. Then it is a wish, and people will see that."),
    "goal": N_("{name} serves no goal. Then nobody can say what it is for."),
    "decision": N_(
        "It does not say in which decision {name} was taken. Without a decision it is your goal, "
        "not that of {council}."
    ),
    "text": N_("A goal has no words yet ({name})."),
    "indicator": N_("It does not say how you measure {name}. Then everyone may call it a success."),
    "baseline": N_("It does not say how {name} stands now. Then nobody sees that it changed."),
    "target": N_("It does not say what must be reached with {name}. Then it is never enough."),
    "year": N_("It does not say by when {name} must be reached."),
    "source": N_(
        "It does not say where the figures for {name} come from. Then they can be doubted."
    ),
    "owner": N_("Nobody answers for {name}. Then it is nobody's work."),
    "same": N_("{name}: then is the same as now. So nothing has to change."),
    "vague": N_(
        "What must be reached with {name} holds no amount. Then nobody can say if it worked."
    ),
    "past": N_("The year of {name} lies behind you."),
}


def finding_text(finding: Finding, names: Mapping[str, str], body: Body) -> str:
    """Return a finding as a sentence; ``names`` are those of goals and measures by their id.

    ``body`` is the one that decides.
    """
    name, other = (f'"{_brief(names.get(key) or key)}"' for key in (finding.row, finding.other))
    said = {"name": name, "other": other, **roles(body)}
    return _(_SAID[finding.check]).format(**said)


def more_text(review: GoalReview) -> str:
    """Return how many findings come after the first ``MOST``, empty when there are no more."""
    more = len(review.findings) - MOST
    said = ngettext("And {n} thing more.", "And {n} things more.", more)
    return said.format(n=more) if more > 0 else ""


def review_lines(review: GoalReview) -> list[Line]:
    """Return how much of what was looked at is there."""
    if not review.checks:
        return [{"text": _("There is no goal yet. Begin with what must be reached.")}]
    met = review.checks - len(review.findings)
    said = _("Of the {total} things we looked at, {met} are there.")
    total = {"text": said.format(total=review.checks, met=met)}
    if review.findings:
        return [total]
    whole = _("Every goal can be measured, comes from a decision and is served by a measure.")
    return [{"text": whole, "look": "dv-lead"}, total]


def _brief(name: str) -> str:
    """Return a name that leaves room for the sentence around it."""
    return name if len(name) <= _ROOM else name[: _ROOM - 1].rstrip() + "…"
