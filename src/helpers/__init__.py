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
        "tools.client_intake": ["ClientIntake"],
        "tools.conversation": ["Conversation"],
        "tools.cooperation_talk": ["CooperationTalk"],
        "tools.course_map": ["CourseMap"],
        "tools.exercise": ["Exercise", "answer_book"],
        "tools.expectation_map": ["ExpectationMap"],
        "tools.goal_tree": ["GoalTree"],
        "tools.interest_list": ["InterestList"],
        "tools.next_question": ["NextQuestion"],
        "tools.many_customers": ["ManyCustomers"],
        "tools.message_builder": ["MessageBuilder"],
        "tools.notes": ["Notes"],
        "tools.partner_matrix": ["PartnerMatrix"],
        "tools.power_interest_map": ["PowerInterestMap"],
        "tools.preparation_card": ["PreparationCard"],
        "tools.puzzle_board": ["PuzzleBoard"],
        "tools.question_coach": ["QuestionCoach"],
        "tools.reframe_builder": ["ReframeBuilder"],
        "tools.start_dossier": ["StartDossier"],
        "tools.trust_game": ["TrustGame"],
        "tools.vote_forecast": ["VoteForecast"],
        "training.working_copy": ["WorkingCopy", "working_copy"],
    },
)
