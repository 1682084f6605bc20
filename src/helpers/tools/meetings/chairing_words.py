"""A chaired meeting as the page shows it: what happened, who trusts the chair, and on paper."""

from typing import Any

from helpers.texts.language import N_, _
from helpers.texts.numbers import listed
from helpers.tools.still import paragraphs
from helpers.training.chairing.meeting import MOST_TRUST, Meeting
from helpers.training.chairing.report import guess_said, left_at, report
from helpers.training.chairing.session import Act, Guess, Play
from helpers.training.chairing.state import GONE, State, moment_of, told
from helpers.training.chairing.take import Step
from helpers.training.chairing.wording import STORY, trust_word
from helpers.training.conversations.report import Part
from helpers.training.kinds.exercise import Line

Item = dict[str, Any]
_CAME = N_("Now on the table: {points}.")
_ROUND = N_("Round {n}: {title}")
_AFTER = N_("After round {n}: how much trust is there in you?")


def happened_of(meeting: Meeting, now: Play) -> list[Item]:
    """Return everything that happened so far, in its order."""
    found: list[Item] = []
    for turn in now.turns:
        if isinstance(turn, Act):
            found += [*_scene(meeting, turn.step.before, turn.told), *_acted(meeting, turn.step)]
        else:
            found.append(_revealed(meeting, now, turn))
    return found


def told_now(meeting: Meeting, now: Play) -> list[Item]:
    """Return what happens at the moment that asks for an act; nothing when the meeting is over."""
    return [] if now.ended else _scene(meeting, now.state, told(meeting, now.state))


def _scene(meeting: Meeting, state: State, text: str) -> list[Item]:
    moment = moment_of(meeting, state)
    found = [_item("told", "", text)]
    before = meeting.moments[state.at - 1].round if state.at else 0
    if moment and moment.round != before:
        title = _(_ROUND).format(n=moment.round, title=meeting.rounds[moment.round - 1])
        found.insert(0, _item("round", title, ""))
    return found


def _acted(meeting: Meeting, step: Step) -> list[Item]:
    found = [_item("you", _("You"), step.choice.say)]
    for one in step.said:
        party, leaves = meeting.party(one.party), one.event == "leaves"
        note = _("{party} leaves the table.").format(party=party.name) if leaves else ""
        found.append(_item("them", party.who, one.text) | {"note": note, "leaves": leaves})
    if step.points:
        titles = listed(one.title for one in meeting.points if one.id in step.points)
        found.append(_item("point", "", _(_CAME).format(points=titles)))
    return found


def _revealed(meeting: Meeting, now: Play, guess: Guess) -> Item:
    title = _(_AFTER).format(n=guess.round)
    item = _item("trust", title, guess_said(meeting, guess))
    return item | {"rows": rows_of(meeting, guess.state, now), "note": _(STORY)}


def rows_of(meeting: Meeting, state: State, now: Play) -> list[Item]:
    """Return how much trust each party has in a state, in words and as a share."""
    found = []
    for party, trust, seat in zip(meeting.parties, state.trust, state.seats, strict=True):
        left = _("left in round {n}").format(n=left_at(meeting, now, party))
        found.append(
            {
                "name": party.name,
                "word": left if seat == GONE else trust_word(trust),
                "share": 0 if seat == GONE else trust / MOST_TRUST,
                "gone": seat == GONE,
            }
        )
    return found


def shown_of(part: Part) -> list[Line]:
    """Return the lines of a part that stand under its bars: the bars say what has a name."""
    bars = [line for line in part.lines if line.word and not line.mark]
    return [line for line in part.lines if line not in bars]


def blocks_of(meeting: Meeting, now: Play) -> list[list[str]]:
    """Return the scene, what happened and the report as they are printed: a tag and its text."""
    blocks = [["h1", meeting.title]]
    blocks += [["p", text] for text in (*paragraphs(meeting.scene), meeting.aim)]
    for one in (*happened_of(meeting, now), *told_now(meeting, now)):
        blocks += _printed(one)
    for part in report(meeting, now):
        blocks.append(["h2", part.title])
        blocks += [["li", _as_text(line)] for line in part.lines]
    return blocks


def _printed(item: Item) -> list[list[str]]:
    if item["who"] in ("round", "trust"):
        rows = [["li", f"{row['name']}: {row['word']}"] for row in item.get("rows", [])]
        texts = [["p", item[name]] for name in ("text",) if item[name]]
        note = [["p", item["note"]]] if item["note"] else []
        return [["h2", item["name"]], *texts, *rows, *note]
    said = f"{item['name']}: {item['text']}" if item["name"] else item["text"]
    return [["p", said], *([["p", item["note"]]] if item["note"] else [])]


def _as_text(line: Line) -> str:
    lead = ": ".join(part for part in (line.word, line.head) if part)
    whole = ". ".join(part for part in (lead, line.text) if part)
    return whole[:1].upper() + whole[1:]


def _item(who: str, name: str, text: str) -> Item:
    return {"who": who, "name": name, "text": text, "note": ""}
