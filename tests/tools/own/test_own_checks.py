"""The checklist, what is due and then-and-now, on any dossier."""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.words import Body
from helpers.texts.numbers import day
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.own.dossier_history import DossierHistory
from helpers.tools.own.principle_check import PrincipleCheck
from helpers.tools.own.reminders import Reminders
from helpers.tools.tool import FAILED
from helpers.training.own_dossiers import OwnDossiers, own_dossier
from helpers.training.start_dossier import open_start_dossier
from helpers.training.working_copy import WorkingCopy
from tests.tools.sheets import said, say, shown

TOOLS = (PrincipleCheck, Reminders, DossierHistory)


def mine(name: str = "winkelhart") -> WorkingCopy:
    OwnDossiers().begin(open_dossier(name))
    return own_dossier()


def texts(tool: SheetTool) -> str:
    return tool.still_text() + said(tool)


@pytest.mark.parametrize("tool", TOOLS)
def test_an_empty_dossier_gets_a_calm_sentence(tool: type[SheetTool]) -> None:
    assert len(texts(tool(own_dossier()))) > 40


@pytest.mark.parametrize("name", example_names())
@pytest.mark.parametrize("tool", TOOLS)
def test_every_example_is_shown_without_a_failure(tool: type[SheetTool], name: str) -> None:
    built = tool(mine(name))
    assert built.form.notice == ""
    assert FAILED not in texts(built)
    assert "{" not in texts(built)


def test_the_checklist_names_who_has_not_been_asked_until_that_was_done() -> None:
    work = mine()
    tool = PrincipleCheck(work)
    spoken = {one.stakeholder for one in work.dossier.contacts}
    silent = next(one for one in work.dossier.stakeholders if one.id not in spoken)
    assert silent.name in texts(tool)
    rows = [one for one in work.dossier.stakeholders if one.id not in spoken]
    for one in rows:
        work.add("contacts", "gesprek", date="2026-11-01", stakeholder=one.id, confirmed=True)
    assert "✓ Is er met iedereen gesproken?" in tool.still_text()


def test_a_long_list_of_names_is_counted_after_six() -> None:
    assert "18 meer" in texts(PrincipleCheck(mine("vakantieverhuur"))) or " meer" in texts(
        PrincipleCheck(mine())
    )


def sent(tool: SheetTool, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    files: list[tuple[str, bytes]] = []

    def send(what: dict[str, Any], buffers: list[bytes]) -> None:
        files.append((what["name"], buffers[0]))

    monkeypatch.setattr(tool.form, "send", send)
    return files


def test_the_calendar_tells_how_much_is_due_and_about_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    work = mine()
    tool = Reminders(work)
    open_start_dossier().intend(
        "02", text="Bel de fractie Lommerrijk", known="", day=dt.date(2027, 1, 5)
    )
    files = sent(tool, monkeypatch)
    say(tool, "press", "agenda")
    ((name, content),) = files
    assert name == "winkelhart.ics"
    calendar = Calendar.from_ical(content)
    titles = [str(event["summary"]) for event in calendar.walk("VEVENT")]
    assert titles
    assert all(title.startswith("Winkelhart Vlierakker: ") for title in titles)
    people = [one.name for one in work.dossier.stakeholders]
    assert not any(person in title for person in people for title in titles)
    assert "Lommerrijk" not in content.decode()
    assert "Winkelhart Vlierakker: je voornemen" in titles
    assert "downloads" in tool.form.note


def test_an_intention_stands_there_until_it_is_done() -> None:
    tool = Reminders(own_dossier())
    page = open_start_dossier()
    page.intend("02", text="De griffie bellen", known="", day=dt.date(2027, 1, 5))
    assert "5 januari 2027: De griffie bellen" in tool.still_text()
    page.intend("02", done=True)
    assert "De griffie bellen" not in tool.still_text()


def test_two_intentions_on_one_day_are_two_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_start_dossier()
    for lesson in ("01", "02"):
        page.intend(lesson, text="Hetzelfde", known="", day=dt.date(2027, 1, 5))
    tool = Reminders(own_dossier())
    files = sent(tool, monkeypatch)
    say(tool, "press", "agenda")
    events = Calendar.from_ical(files[0][1]).walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == len(events) == 2


def test_then_and_now_says_what_was_done_since_it_came_in() -> None:
    work = mine()
    tool = DossierHistory(work)
    assert "Er is niets veranderd." in tool.still_text()
    first = work.dossier.stakeholders[0]
    work.change("stakeholders", first.id, power=1)
    work.add("contacts", "gesprek", date="2026-11-01", stakeholder=first.id)
    assert "Er zijn 2 regels anders." in tool.still_text()
    assert "Er is 1 gesprek bij gekomen." in tool.still_text()
    assert f"Veranderd: {first.name} (macht)." in tool.still_text()
    assert "De kans op een meerderheid was toen" in tool.still_text()


def test_the_newest_state_of_a_month_ago_is_shown_first(work: Path) -> None:
    mine()
    copy = own_dossier()
    first = copy.dossier.stakeholders[0]
    copy.change("stakeholders", first.id, power=1)
    old, new = ((dt.date.today() - dt.timedelta(days)) for days in (45, 3))
    text = copy.path.read_text("utf-8")
    for when in (old, new):
        kept = copy.folder / "snapshots" / copy.name / f"{when}-0900.json"
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(text, "utf-8")
    copy.change("stakeholders", first.id, power=9)
    tool = DossierHistory(copy)
    assert tool.then == f"{old}-0900.json"
    assert f"Veranderd: {first.name} (macht)." in tool.still_text()
    say(tool, "set", "then", value="begin")
    assert tool.then == "begin"
    for nonsense in ("", "../../weg", "2020-01-01-0000.json", None):
        say(tool, "set", "then", value=nonsense)
        assert tool.then == "begin"


def test_a_damaged_earlier_state_is_said() -> None:
    copy = mine()
    copy.change("stakeholders", copy.dossier.stakeholders[0].id, power=1)
    kept = copy.folder / "snapshots" / copy.name / "2026-01-01-0900.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("{", "utf-8")
    tool = DossierHistory(copy)
    say(tool, "set", "then", value=kept.name)
    assert "kan niet worden gelezen" in tool.still_text()
    assert "then" in shown(tool)


def test_a_step_whose_day_is_past_is_not_told_as_due_today() -> None:
    work, today = own_dossier(), dt.date.today()
    days = {"late": today - dt.timedelta(9), "now": today, "done": today - dt.timedelta(9)}
    for at, (key, when) in enumerate(days.items()):
        row = {"step": at + 1, "name": f"Stap {key}", "body": "council", "date": when}
        work.add("route", key, done=key == "done", **row)
    said = Reminders(work).still_text().splitlines()
    head = said.index("Waarvan de dag voorbij is")
    steps = [at for at, one in enumerate(said) if "Stap " in one]
    assert len(steps) == 2, said
    assert said[steps[0]].endswith("Stap op de route: Stap now")
    assert steps[0] < head < steps[1]
    assert said[steps[1]].endswith("Stap op de route, nog open: Stap late")
    assert not said[steps[1]].startswith(f"{day(today)}:")


def test_nothing_that_is_past_gets_into_the_calendar(monkeypatch: pytest.MonkeyPatch) -> None:
    work, today = own_dossier(), dt.date.today()
    for at, days in enumerate((-9, 5)):
        row = {"step": at + 1, "name": "Stap", "body": "council"}
        work.add("route", f"r{at}", date=today + dt.timedelta(days), **row)
    page = open_start_dossier()
    page.intend("02", text="Bellen", known="", day=today - dt.timedelta(3))
    tool = Reminders(work)
    files = sent(tool, monkeypatch)
    say(tool, "press", "agenda")
    events = Calendar.from_ical(files[0][1]).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [today + dt.timedelta(5)]
    assert "Bellen" in tool.still_text().partition("Waarvan de dag voorbij is")[2]


def test_with_only_past_days_there_is_no_button_for_the_calendar() -> None:
    work = own_dossier()
    work.add("route", "r", step=1, name="Raad", body="council", date="2026-01-05")
    tool = Reminders(work)
    assert "agenda" not in shown(tool)
    assert "5 januari 2026: Stap op de route, nog open: Raad" in tool.still_text()


PEOPLE = {
    Body.COUNCIL: "praat de wethouder, of het loopt via de griffie",
    Body.PROVINCE: "praat de gedeputeerde, of het loopt via de statengriffie",
    Body.BOARD: "praat de portefeuillehouder, of het loopt via de bestuursondersteuning",
    Body.OTHER: "praat de wethouder, of het loopt via de griffie",
}


@pytest.mark.parametrize("body", list(Body))
def test_who_talks_with_party_groups_depends_on_the_body(body: Body) -> None:
    work = own_dossier()
    work.amend(lambda dossier: dossier.model_copy(update={"body": body}))
    work.add("stakeholders", "groen", name="Groen", kind="fractie", seats=3)
    work.add("contacts", "een", date="2026-11-01", stakeholder=work.dossier.stakeholders[0].id)
    assert PEOPLE[body] in texts(PrincipleCheck(work))


def test_the_checklist_says_at_how_many_questions_something_lacks() -> None:
    work = own_dossier()
    work.add("stakeholders", "wijk", name="Wijkraad", kind="residents")
    tool = PrincipleCheck(work)
    said = [line["text"] for line in shown(tool)["count"]["lines"]]
    assert re.fullmatch(r"Bij (alle|\d+ van de) \d+ vragen ontbreekt nog iets\.", said[0])


def test_what_changed_stands_above_the_tables_and_is_spoken() -> None:
    work = mine()
    tool = DossierHistory(work)
    work.change("stakeholders", work.dossier.stakeholders[0].id, power=1)
    kinds = [(one["id"], one["kind"]) for one in tool.form.items]
    assert kinds[:3] == [("then", "choice"), ("summary", "lines"), ("stakeholders", "section")]
    assert shown(tool)["summary"]["spoken"] is True
    assert tool.outcome.lines == []


def test_a_name_in_a_list_ends_without_a_full_stop() -> None:
    work = own_dossier()
    for at, name in enumerate(("Eerst het buurthuis.", "Dan de winkels.")):
        work.add("route", f"r{at}", step=at + 1, name=name, body="council")
    assert "Eerst het buurthuis en Dan de winkels." in texts(PrincipleCheck(work))
