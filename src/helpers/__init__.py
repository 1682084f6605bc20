"""The tools of the course Draagvlak; each name is loaded when it is first used."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach(
    __name__,
    submod_attrs={
        "dossier.examples": ["example_names", "open_dossier"],
        "dossier.folder": ["read_folder", "write_folder"],
        "dossier.model": ["Dossier"],
        "dossier.problems": ["DossierError"],
        "dossier.workbook": ["read_workbook", "write_template", "write_workbook"],
        "tools.clients.client_intake": ["ClientIntake"],
        "tools.talks.conversation": ["Conversation"],
        "tools.partners.cooperation_talk": ["CooperationTalk"],
        "tools.learning.course_map": ["CourseMap"],
        "tools.learning.exercise": ["Exercise", "answer_book"],
        "tools.expectations.expectation_map": ["ExpectationMap"],
        "tools.expectations.goal_tree": ["GoalTree"],
        "tools.stakeholders.interest_list": ["InterestList"],
        "tools.asking.next_question": ["NextQuestion"],
        "tools.expectations.many_customers": ["ManyCustomers"],
        "tools.expectations.message_builder": ["MessageBuilder"],
        "tools.learning.notes": ["Notes"],
        "tools.packages.package_maker": ["PackageMaker"],
        "tools.partners.partner_matrix": ["PartnerMatrix"],
        "tools.stakeholders.power_interest_map": ["PowerInterestMap"],
        "tools.talks.preparation_card": ["PreparationCard"],
        "tools.meetings.source_meeting": ["SourceMeeting"],
        "tools.route.puzzle_board": ["PuzzleBoard"],
        "tools.asking.question_coach": ["QuestionCoach"],
        "tools.clients.reframe_builder": ["ReframeBuilder"],
        "tools.learning.start_dossier": ["StartDossier"],
        "tools.partners.trust_game": ["TrustGame"],
        "tools.votes.vote_forecast": ["VoteForecast"],
        "training.working_copy": ["WorkingCopy", "working_copy"],
    },
)
