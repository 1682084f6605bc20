"""Every table of the own dossier on the screen: its head, its rows, and one row to fill in."""

from typing import Any

from helpers.dossier.bodies import body_findings, body_remarks
from helpers.dossier.draft import Draft
from helpers.dossier.model import Dossier
from helpers.dossier.removal import Removal, without
from helpers.dossier.tables import TABLES
from helpers.texts.language import N_, _, ngettext
from helpers.tools.forms.sheet import Line
from helpers.tools.forms.sheet_items import Item, section, told
from helpers.tools.own.head_items import fine_items, head_items
from helpers.tools.own.row_edit import stays
from helpers.tools.own.row_fields import new_row
from helpers.tools.own.row_items import draft_fields, row_fields
from helpers.tools.own.row_list import (
    asking,
    beside,
    first_field,
    found_items,
    needed_items,
    row_id,
    side,
)
from helpers.tools.own.table_order import LESSONS, START, needed_first, serves
from helpers.tools.own.table_sheet import TableSheet

_HEAD = N_("The dossier itself")
_MANY = 10


class DossierTables(TableSheet):
    """First the head of a dossier; then a table, the list of its rows, and one row at a time."""

    TITLE = N_("The tables of your dossier")
    _offer = ""
    _found: tuple[Dossier, dict[tuple[int | None, str], str]] | None = None

    def items(self) -> list[Item]:
        """Return the choice of a table, and the head, the rows of a table or one of them."""
        which = self.pick("part", self.part, _("What do you fill in?"), [], self.to_part)
        offered = self._offered()
        allowed = [one["id"] for one in offered]
        self._acts["part"] = lambda value: self.to_part(value) if value in allowed else None
        start = _(
            "Begin with the dossier itself, the stakeholders, their interests, the route and the "
            "contacts. The rest may come later, or not at all."
        )
        return [{**which, "options": offered}, told("start", start, look="dv-note"), *self._below()]

    def lines(self) -> list[Line]:
        """Return what does not fit together yet."""
        found = [one for (at, _column), one in self.findings.items() if at is None]
        said = [{"text": text, "look": "dv-alert"} for text in found]
        rows = [at for (at, _column) in self.findings if at is not None]
        if rows:
            text = ngettext(
                "With {n} stakeholder something does not fit yet: see the table Stakeholders.",
                "With {n} stakeholders something does not fit yet: see the table Stakeholders.",
                len(set(rows)),
            )
            said.append({"text": text.format(n=len(set(rows))), "look": "dv-alert"})
        return said

    @property
    def findings(self) -> dict[tuple[int | None, str], str]:
        """What does not fit the body that decides, by row of the stakeholders and column."""
        dossier = self.work.dossier
        if self._found is None or self._found[0] is not dossier:
            rows = [dict(one) for one in dossier.stakeholders]
            draft = Draft(dict(dossier), {"stakeholders": rows})
            found = [*body_findings(draft), *body_remarks(draft)]
            said = {(one.at if one.table else None, one.column): one.what for one in found}
            self._found = dossier, said
        return self._found[1]

    def _offered(self) -> list[dict[str, str]]:
        counts = self.names.counts
        first = _("Begin with this")

        def one(table: str, under: str) -> dict[str, str]:
            label = f"{_(TABLES[table].SHEET)} ({counts[table]})"
            return {"id": table, "label": label, "group": under}

        head = {"id": "", "label": _(_HEAD), "group": first}
        later = [
            one(table, _(what))
            for what, tables in LESSONS.items()
            for table in tables
            if table not in START
        ]
        return [head, *(one(table, first) for table in START), *later]

    def _below(self) -> list[Item]:
        if not self.part:
            items = [*beside(head_items(self), self._wrong_of(None)), *self._next()]
            fine = section("section fine", _("What may stay as it is"), fine_items(self))
            return [section("section head", _(_HEAD), items), fine]
        title = _(TABLES[self.part].SHEET)
        if self.draft is not None:
            head, items = _("{table}: a new row").format(table=title), self._draft_items()
        elif self.row is not None:
            head, items = f"{title}: {self.names.all(self.part)[self.key]}", self._row_items()
        else:
            head, items = title, self._list_items()
        return [section(f"section {self.part}", head, items)]

    def _list_items(self) -> list[Item]:
        about = told("about", _(TABLES[self.part].ABOUT), _(serves(self.part)) + ".")
        needed = needed_first(self.work.dossier, self.part)
        if needed:
            return [about, *needed_items(self, needed)]
        names = self.names.all(self.part)
        words = self.search.casefold().split()
        found = [k for k, name in names.items() if all(one in name.casefold() for one in words)]
        items = [about]
        if len(names) > _MANY:
            hint = _("Part of a name is enough.")
            items.append(self.line("search", self.search, _("Search"), hint, self.seek))
        return [*items, *found_items(self, found, self._marks()), self._add(), *self._next()]

    def _marks(self) -> dict[Any, str]:
        if self.part != "stakeholders":
            return {}
        people = self.work.dossier.stakeholders
        return {
            people[at].id: f"⚠ {one}" for (at, _c), one in self.findings.items() if at is not None
        }

    def _add(self) -> Item:
        opens = first_field(self.part, new_row(self.work.dossier, self.part).get("id"))
        return self.button("add", _("Add one"), opens, lambda _value: self._begin())

    def _begin(self) -> None:
        self.begin(self.part)
        self.write_row()

    def _draft_items(self) -> list[Item]:
        said = told("draft", _("This is not in your dossier yet: fill in these fields first."))
        return [said, *draft_fields(self), self._back(_("Do not add it"), "add")]

    def _row_items(self) -> list[Item]:
        at = [one.key for one in getattr(self.work.dossier, self.part)].index(self.key)
        wrong = self._wrong_of(at) if self.part == "stakeholders" else {}
        fields = beside(row_fields(self), wrong)
        back = self._back(_("Back to the list"), row_id(self.part, self.key))
        if self.asks:
            return [*fields, self._ask()]
        remove = self.button("remove", _("Remove this"), "remove no", lambda _value: self._remove())
        return [*fields, side("below", [back, self._add(), remove])]

    def _back(self, label: str, opens: str) -> Item:
        return self.button("back", label, opens, lambda _value: self.close())

    def _removal(self) -> Removal:
        return without(self.work.dossier, self.part, self.key)

    def _remove(self) -> None:
        if why := stays(self.work.dossier, self.part, self.key):
            self.note(why)
            return
        gone = self._removal()
        if gone.gone or gone.emptied:
            self.asks = True
        else:
            self._do_remove()

    def _do_remove(self) -> None:
        name, part, key = self.names.all(self.part)[self.key], self.part, self.key
        self.amend(lambda dossier: without(dossier, part, key).dossier)
        self.close()
        said = _("Removed: {name}. With Undo you get it back.")
        self._offer = said.format(name=name)

    def _take(self, said: dict[str, Any]) -> None:
        self._offer = ""
        super()._take(said)
        if self._offer:
            self.undo.offer(self._offer)

    def _ask(self) -> Item:
        no = self.button("remove no", _("Leave it"), "remove", lambda _value: self._leave())
        yes = self.button("remove yes", _("Remove all of it"), "", lambda _value: self._do_remove())
        return asking(self.names.all(self.part)[self.key], self._removal(), [no, yes])

    def _leave(self) -> None:
        self.asks = False

    def _wrong_of(self, at: int | None) -> dict[str, str]:
        return {column: text for (row, column), text in self.findings.items() if row == at}

    def _next(self) -> list[Item]:
        """Return a button to what one fills in next, at the beginning."""
        order = ("", *START)
        at = order.index(self.part) + 1 if self.part in order else len(order)
        if at >= len(order):
            return []
        table = order[at]
        label = _("Next: {table}").format(table=_(TABLES[table].SHEET))
        return [self.button("next", label, "part", lambda _value: self.to_part(table))]
