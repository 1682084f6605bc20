"""The route to the decision: what is next, who speaks for the paper there and who is convinced."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from helpers.analysis.days import Day, dates, stamp, working_days

DONE, NEXT, TO_COME = "done", "next", "to_come"

WHO_SITS_IN = {
    "official": ("official",),
    "executive": ("executive",),
    "registry": (),
    "committee": ("fractie",),
    "council": ("fractie",),
}
"""Which kinds of stakeholder sit in each room; the registry prepares and takes no side."""


NEEDS_SOMEBODY = ("executive", "committee", "council")
"""Where a paper falls when not at least one person is convinced of it."""


def convinced_now(contacts: pd.DataFrame, as_of: Day) -> pd.DataFrame:
    """Return where each stakeholder that was spoken to stood after the last conversation.

    Needs ``contacts.date, stakeholder, convinced`` (``yes``, ``no`` or ``unknown``); conversations
    after ``as_of`` do not count; of two on one day the later row does. The last word holds, also
    when it is ``unknown``: an earlier yes is not carried over. Columns: ``stakeholder``, ``date``,
    ``convinced``.

    >>> talks = pd.DataFrame({"date": ["2026-09-03", "2026-06-01"], "stakeholder": ["a", "a"],
    ...                       "convinced": ["yes", "no"]})
    >>> convinced_now(talks, pd.Timestamp("2026-09-15"))["convinced"].tolist()
    ['yes']
    """
    table = contacts[["stakeholder", "date", "convinced"]].assign(date=dates(contacts["date"]))
    past = table[table["date"] <= stamp(as_of)].sort_values("date", kind="stable")
    return past.drop_duplicates("stakeholder", keep="last").reset_index(drop=True)


def route_ahead(
    route: pd.DataFrame, stakeholders: pd.DataFrame, contacts: pd.DataFrame, as_of: Day
) -> pd.DataFrame:
    """Return the route as it stands on ``as_of``: one row a step, in the order of ``step``.

    The columns of ``route`` (``id, step, name, body, date, deciding, speaker, done, can_happen``)
    come back, dates as timestamps and an empty ``speaker`` as ``""``; beside them:

    - ``state``: ``done``, ``next`` (the first step that is not done) or ``to_come``;
    - ``overdue``: not done, while its date is before ``as_of``;
    - ``working_days``: from ``as_of`` up to the day of the step (0 when it is past, ``nan`` without
      date);
    - ``speaker_convinced``: ``yes``, ``no``, ``unknown`` (no conversation that says so), or ``""``
      when nobody speaks;
    - ``present``: who sits in that room (tuple of stakeholder ids), and of them ``convinced``,
      ``not_convinced`` and ``not_known``, by the last conversation (:func:`convinced_now`); for a
      step that is done, the last one up to the day of that step;
    - ``nobody_convinced``: the step is not done, it is one where a paper needs somebody (executive,
      committee, council), and not one in that room is convinced.

    >>> steps = pd.DataFrame({"id": ["r"], "step": [1], "name": ["Raad"], "body": ["council"],
    ...     "date": ["2026-12-10"], "deciding": [True], "speaker": ["f"], "done": [False],
    ...     "can_happen": [""]})
    >>> people = pd.DataFrame({"id": ["f", "g"], "kind": "fractie"})
    >>> talks = pd.DataFrame({"date": ["2026-09-03"], "stakeholder": ["f"], "convinced": ["yes"]})
    >>> ahead = route_ahead(steps, people, talks, pd.Timestamp("2026-12-03"))
    >>> ahead[["state", "working_days", "convinced", "not_known"]].to_numpy().tolist()
    [['next', 5.0, ('f',), ('g',)]]
    """
    table = route.sort_values("step", kind="stable").reset_index(drop=True)
    table["date"] = dates(table["date"])
    table["speaker"] = table["speaker"].astype(object).where(table["speaker"].notna(), "")
    done = table["done"].astype(bool)
    first = (~done) & (~done).cumsum().eq(1)
    table["state"] = np.select([done, first], [DONE, NEXT], TO_COME)
    table["overdue"] = ~done & (table["date"] < stamp(as_of))
    table["working_days"] = [
        float("nan") if pd.isna(day) else float(working_days(as_of, day)) for day in table["date"]
    ]
    now = stamp(as_of)
    looked = table["date"].where(done & (table["date"] < now), now)
    words = _words(contacts, looked)
    table["speaker_convinced"] = [
        word.get(s, "unknown") if s else "" for s, word in zip(table["speaker"], words, strict=True)
    ]
    table["present"] = _sitting(stakeholders, table["body"])
    for column, answer in (("convinced", "yes"), ("not_convinced", "no"), ("not_known", "unknown")):
        table[column] = [
            tuple(one for one in room if word.get(one, "unknown") == answer)
            for room, word in zip(table["present"], words, strict=True)
        ]
    needed = table["body"].isin(NEEDS_SOMEBODY)
    table["nobody_convinced"] = ~done & needed & ~table["convinced"].astype(bool)
    return table


def _words(contacts: pd.DataFrame, days: Iterable[pd.Timestamp]) -> list[dict[str, str]]:
    """Return for each day the last word of each stakeholder up to it, by id."""
    said = contacts.assign(date=dates(contacts["date"])).sort_values("date", kind="stable")
    words = zip(said["date"], said["stakeholder"], said["convinced"].astype(str), strict=True)
    told = list(words)
    return [{who: word for when, who, word in told if when <= day} for day in days]


def next_step(ahead: pd.DataFrame) -> pd.Series | None:
    """Return the row of the next step of :func:`route_ahead`, or ``None`` when all steps are done.

    >>> next_step(pd.DataFrame({"id": ["a", "b"], "state": ["done", "next"]}))["id"]
    'b'
    """
    rows = ahead[ahead["state"] == NEXT]
    return None if rows.empty else rows.iloc[0]


def _sitting(stakeholders: pd.DataFrame, rooms: pd.Series) -> list[tuple[str, ...]]:
    """Return for each room the stakeholders that sit in it."""
    people = list(zip(stakeholders["id"], stakeholders["kind"], strict=True))
    return [
        tuple(one for one, kind in people if kind in WHO_SITS_IN.get(room, ())) for room in rooms
    ]
