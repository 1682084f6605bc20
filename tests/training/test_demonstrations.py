"""A trainer shows a story in states of a dossier, and nobody's own work is touched by it."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import no_deal_values
from helpers.analysis.stakeholders.gains import NOTHING
from helpers.tools.votes.standing import standing
from helpers.training import saved
from helpers.training.authored_file import AuthoredError
from helpers.training.content import CONTENT
from helpers.training.demonstrations import content
from helpers.training.demonstrations.content import (
    Demonstration,
    file_problems,
    main,
    open_demonstration,
)
from helpers.training.demonstrations.showing import show_beginning, show_state, shown, stop
from helpers.training.on_the_table import settled
from helpers.training.working_copy import WorkingCopy, working_copy

FILES = sorted((CONTENT / "nl" / "demonstrations").glob("*.yaml"))
STATES = ["voor", "na-luisteren", "grotere-koek"]


@pytest.fixture(autouse=True)
def over() -> None:
    stop()


def demonstration(lesson: str) -> Demonstration:
    found = open_demonstration(lesson)
    assert found is not None
    return found


def story(lesson: str, state: str) -> str:
    return next(one.story for one in demonstration(lesson).states if one.id == state)


def power(work: WorkingCopy) -> float | None:
    return work.dossier.stakeholders[0].power


def set_power(work: WorkingCopy, value: float) -> None:
    work.change("stakeholders", work.dossier.stakeholders[0].id, power=value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_demonstration_tells_the_same_three_states(path: Path) -> None:
    assert file_problems(path) == []
    assert [one.id for one in demonstration(path.stem).states] == STATES
    assert [one.title for one in demonstration(path.stem).states] == [
        "Voor",
        "Na luisteren",
        "Na een grotere koek",
    ]


def test_three_lessons_have_one_and_the_others_none() -> None:
    assert [path.stem for path in FILES] == ["02", "03", "06"]
    assert open_demonstration("01") is None
    assert main() == 0


@pytest.mark.parametrize("lesson", ["02", "03"])
@pytest.mark.parametrize("state", STATES)
def test_the_chance_and_the_seats_that_a_state_tells_are_what_the_forecast_finds(
    lesson: str, state: str
) -> None:
    fields = demonstration(lesson).work(state)
    now, told = standing(fields["dossier"], fields["package"]), story(lesson, state)
    low, high = (round(100 * share) for share in now.band[:2])
    assert f"tussen {low} en {high} procent" in told
    seats = now.groups.loc[now.groups["enough"], "seats"].sum()
    assert "zetels zit" not in told or f"oor {seats} " in told
    nothing = int((now.verdicts["verdict"] == NOTHING).sum())
    words = {0: "niemand meer voor wie er niets in zit", 3: "Voor drie", 6: "zes betrokkenen"}
    assert "niets in" not in told or words[nothing] in told


def test_the_bigger_pie_of_lesson_02_changes_every_point_and_two_groups_are_not_there_yet() -> None:
    fields = demonstration("02").work("grotere-koek")
    assert not set(fields["package"]) & set(fields["dossier"].proposal)
    groups = standing(fields["dossier"], fields["package"]).groups
    assert [name.split()[0] for name in groups.loc[~groups["enough"], "name"]] == [
        "Ondernemend",
        "Nuchter",
    ]


@pytest.mark.parametrize(
    ("state", "count"), [("voor", 2), ("na-luisteren", 2), ("grotere-koek", 6)]
)
def test_how_many_of_the_six_parties_can_say_yes(state: str, count: int) -> None:
    fields = demonstration("06").work(state)
    dossier = fields["dossier"]
    people, wants, options, works, least = map(
        dossier.table, ("stakeholders", "interests", "options", "effects", "thresholds")
    )
    package = settled(dossier, fields["laid"], fields["package"])
    at = [list(options["id"]).index(one) for one in package]
    values = option_values(people, wants, options, works)[:, at].sum(axis=1)
    assert int((values >= no_deal_values(people, least)).sum()) == count
    word = {2: "wee van de zes partijen", 6: "Alle zes zeggen ja"}[count]
    assert word in story("06", state) or "nog steeds zeggen twee van de zes ja" in story(
        "06", state
    )


def test_after_listening_every_story_of_the_housing_deal_is_confirmed() -> None:
    fields = demonstration("06").work("na-luisteren")
    assert all(one.heard and one.confirmed for one in fields["dossier"].stories)
    assert set(fields["laid"]) == {one.id for one in fields["dossier"].issues if one.added}


def test_what_was_invented_is_said_to_be() -> None:
    for path in FILES:
        for state in demonstration(path.stem).states:
            assert not state.changes or "verzonnen voor deze demonstratie" in state.story


def test_a_demonstration_leaves_the_own_work_and_what_can_be_undone() -> None:
    work = working_copy("winkelhart")
    set_power(work, 1)
    set_power(work, 2)
    file = work.path
    before = file.read_bytes()
    for state in STATES:
        show_state("02", state)
        set_power(work, 9)
    assert (shown(), power(work)) == (("winkelhart",), 9)
    assert file.read_bytes() == before
    stop()
    assert (shown(), power(work), work.path) == ((), 2, file)
    work.undo()
    assert power(work) == 1


def test_a_state_begins_anew_and_its_change_can_be_undone() -> None:
    work = working_copy("winkelhart")
    show_state("02", "grotere-koek")
    set_power(work, 4)
    show_state("02", "voor")
    assert work.is_fresh
    work.undo()
    assert power(work) == 4
    show_state("02", "na-luisteren")
    votes = {one.id: one.judged_vote for one in work.dossier.stakeholders}
    assert votes["lommerrijk"] == "probably_against"
    assert work.package == work.dossier.proposal


def test_the_beginning_shows_every_opened_dossier_as_the_course_ships_it() -> None:
    first, second = working_copy("winkelhart"), working_copy("woondeal")
    for work in (first, second):
        set_power(work, 3)
    show_beginning()
    assert (first.is_fresh, second.is_fresh) == (True, True)
    stop()
    assert (power(first), power(second)) == (3, 3)


def test_tools_are_told_at_every_turn() -> None:
    class Listener:
        seen: list[float | None]

        def hear(self) -> None:
            self.seen.append(power(work))

    work, listener = working_copy("winkelhart"), Listener()
    listener.seen = []
    shipped = power(work)
    set_power(work, 3)
    work.on_change(listener.hear)
    show_state("02", "voor")
    stop()
    assert listener.seen[-1] == 3
    assert shipped in listener.seen


def test_what_another_window_saves_meanwhile_is_there_after_the_demonstration() -> None:
    work = working_copy("winkelhart")
    set_power(work, 1)
    show_state("02", "na-luisteren")
    set_power(WorkingCopy("winkelhart"), 7)
    assert power(work) != 7
    stop()
    assert power(work) == 7


def test_a_change_that_could_not_be_saved_survives_a_demonstration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work = working_copy("winkelhart")
    set_power(work, 1)

    def full(path: Path, text: str) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(saved, "replace_file", full)
        set_power(work, 5)
    said = work.notice
    assert said
    show_state("02", "voor")
    assert work.notice == ""
    stop()
    assert (power(work), work.notice) == (5, said)


def test_an_unknown_state_or_lesson_shows_nothing() -> None:
    work = working_copy("winkelhart")
    for lesson, state in (("02", "later"), ("01", "voor")):
        with pytest.raises(KeyError, match=r"later|01"):
            show_state(lesson, state)
    assert (shown(), work.is_fresh) == ((), True)


MENDED = """
id: "02"
dossier: winkelhart
states:
  - {id: voor, title: Voor, story: Zo ligt het er.}
  - {id: na, title: Na, story: Zo kan het.}
"""


@pytest.mark.parametrize(
    ("wrong", "instead", "said"),
    [
        ('"02"', '"03"', "veld id: Hier staat 03"),
        ("winkelhart", "winkelhard", "veld dossier: Er is geen dossier winkelhard."),
        ("{id: na,", "{id: voor,", "onderdeel states voor, veld id: voor staat hier"),
        ("{id: na,", "{id: na, after: later,", "veld after: Geen stand hierboven heet later."),
        ("{id: na,", "{id: na, choose: [vliegveld],", "veld choose: vliegveld staat niet in het"),
        (
            "{id: na,",
            "{id: na, lay: [vliegveld],",
            "veld lay: vliegveld staat niet in het",
        ),
        ("{id: na,", "{id: na, kleur: rood,", "veld kleur"),
        ("Zo kan het.", '""', "veld story: Dit veld is leeg."),
        (
            "{id: na,",
            "{id: na, changes: [{table: interests, row: niet, values: {weight: 2}}],",
            "interests niet staat niet in het dossier.",
        ),
        (
            "{id: na,",
            "{id: na, changes: [{table: tafels, row: niet, values: {weight: 2}}],",
            "tafels niet staat niet in het dossier.",
        ),
        (
            "{id: na,",
            "{id: na, changes: [{table: interests, row: zilver_lopen, values: {weight: 20}}],",
            "changes.zilver_lopen",
        ),
        (
            "{id: na,",
            "{id: na, changes: [{table: interests, row: zilver_lopen, "
            "values: {stakeholder: wolken}}],",
            "veld changes",
        ),
    ],
)
def test_an_author_is_told_what_to_mend(
    tmp_path: Path, wrong: str, instead: str, said: str
) -> None:
    path = tmp_path / "nl" / "demonstrations" / "02.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(MENDED, "utf-8")
    assert file_problems(path) == []
    path.write_text(MENDED.replace(wrong, instead, 1), "utf-8")
    problems = [str(one) for one in file_problems(path)]
    assert any(said in one for one in problems), problems
    assert main(tmp_path) == len(problems) > 0


def test_a_damaged_file_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Callable[[], str]
) -> None:
    path = tmp_path / "demonstrations" / "02.yaml"
    path.parent.mkdir()
    path.write_text("id: [", "utf-8")
    monkeypatch.setattr(content, "content_folder", lambda: tmp_path)
    with pytest.raises(AuthoredError, match=r"02\.yaml: Regel"):
        open_demonstration("02")
