"""The tools of lessons 01 to 08: what each does, and what it works with."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from helpers.texts.language import N_
from helpers.tools.tool import Shown
from helpers.training.working_copy import WorkingCopy


class OwnTool(NamedTuple):
    """A tool: where it stands, its lesson, what it is called and does, and what it needs.

    One that is not about a dossier is ``alone``.
    """

    module: str
    lesson: str
    title: str
    does: str
    needs: tuple[str, ...] = ()
    alone: bool = False

    @property
    def name(self) -> str:
        """The name of its class."""
        stem = self.module.split(".")[-1]
        return "".join(word.capitalize() for word in stem.split("_"))

    def build(self, work: WorkingCopy) -> Shown:
        """Return the tool on a dossier."""
        made = getattr(import_module(f"helpers.tools.{self.module}"), self.name)
        built: Shown = made() if self.alone else made(work)
        return built


_VOTES = ("people", "fracties", "issues", "interests", "effects")

TOOLS = (
    OwnTool(
        "route.puzzle_board",
        "01",
        N_("Puzzle board"),
        N_("The steps to the decision: who speaks for the paper, and what can still happen."),
        ("people", "route"),
    ),
    OwnTool(
        "stakeholders.interest_list",
        "02",
        N_("Interest list"),
        N_("What everybody says and wants to keep safe, and what you do not know yet."),
        ("people", "interests"),
    ),
    OwnTool(
        "stakeholders.power_interest_map",
        "02",
        N_("Map of power and involvement"),
        N_("Who can decide much, who pays attention, and who is affected."),
        ("people", "power"),
    ),
    OwnTool(
        "votes.vote_forecast",
        "02",
        N_("Vote forecast"),
        N_("For whom there is nothing in it yet, and how the vote stands."),
        _VOTES,
    ),
    OwnTool(
        "asking.question_coach",
        "03",
        N_("Question coach"),
        N_("Says what sort of sentence it is that you want to say."),
        alone=True,
    ),
    OwnTool(
        "asking.next_question",
        "03",
        N_("Next question"),
        N_("Which question now tells you most, and who asks it."),
        ("people", "interests"),
    ),
    OwnTool(
        "clients.client_intake",
        "04",
        N_("Intake of an assignment"),
        N_("What the client asks and needs, step by step."),
        ("people",),
    ),
    OwnTool(
        "clients.reframe_builder",
        "04",
        N_("Another view"),
        N_("From what you heard to what the client needs."),
        ("people",),
    ),
    OwnTool(
        "expectations.many_customers",
        "05",
        N_("Many customers"),
        N_("How many people one solution can please; with invented people."),
        alone=True,
    ),
    OwnTool(
        "expectations.expectation_map",
        "05",
        N_("Map of expectations"),
        N_("What each group expects and what is promised."),
        ("groups", "aspects"),
    ),
    OwnTool(
        "expectations.goal_tree",
        "05",
        N_("Goals and measures"),
        N_("What the change is for, and what is done for it."),
    ),
    OwnTool(
        "expectations.message_builder",
        "05",
        N_("Message to a group"),
        N_("Why, what, from when, what not, and where to ask."),
        ("groups",),
    ),
    OwnTool(
        "meetings.source_meeting",
        "06",
        N_("Source meeting"),
        N_("What each party tells and wishes, and what you heard."),
        ("people",),
    ),
    OwnTool(
        "meetings.region_priorities",
        "06",
        N_("Priorities of each sub-region"),
        N_("Which tasks come first where, and for which goal."),
    ),
    OwnTool(
        "packages.package_maker",
        "06",
        N_("Package maker"),
        N_("Choose on each issue, and see what it is worth to whom."),
        ("people", "issues", "interests", "effects"),
    ),
    OwnTool(
        "talks.preparation_card",
        "07",
        N_("Card for a conversation"),
        N_("Prepare one conversation on one page."),
        ("people",),
    ),
    OwnTool(
        "partners.partner_matrix",
        "08",
        N_("Partner matrix"),
        N_("Who works along on what, and where nobody was asked."),
    ),
    OwnTool(
        "partners.cooperation_talk",
        "08",
        N_("Talk about working together"),
        N_("How both sides see the cooperation."),
        ("partners",),
    ),
    OwnTool(
        "partners.trust_game",
        "08",
        N_("Trust over the years"),
        N_("What being open or holding back brings both; an illustration."),
        alone=True,
    ),
)
