"""What was chosen follows the dossier when rows come and go."""

from helpers.dossier.examples import open_dossier
from helpers.dossier.removal import without
from helpers.training.fitting import fitted
from helpers.training.kept_package import KeptPackage
from helpers.training.working_copy import Action, Taker, Work


def test_an_issue_that_comes_or_goes_is_chosen_on_or_not_everywhere() -> None:
    dossier = open_dossier("woondeal")
    kept = (KeptPackage(key="1", name="Een", package=dossier.proposal),)
    work = Work(dossier=dossier, package=dossier.proposal, kept=kept, laid=(dossier.issues[-1].id,))
    gone = dossier.issues[-1].id
    fields = fitted(work, without(dossier, "issues", gone).dossier)
    issues = [one.id for one in fields["dossier"].issues]
    of = {one.id: one.issue for one in dossier.options}
    assert [of[one] for one in fields["dossier"].proposal] == issues
    assert [of[one] for one in fields["package"]] == issues
    assert fields["laid"] == ()
    assert all(of[one] in issues for one in fields["kept"][0].package)


def test_without_issues_no_proposal_is_made_up() -> None:
    dossier = open_dossier("vastgoed").model_copy(update={"proposal": ()})
    assert fitted(Work(dossier=dossier), dossier)["dossier"].proposal == ()


def test_what_was_agreed_for_a_step_goes_with_it() -> None:
    dossier = open_dossier("winkelhart")
    steps = [one.id for one in dossier.route]
    actions = {key: Action(what="Bellen", who=Taker.YOU) for key in steps}
    fields = fitted(
        Work(dossier=dossier, actions=actions), without(dossier, "route", steps[0]).dossier
    )
    assert list(fields["actions"]) == steps[1:]
