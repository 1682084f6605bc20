"""The partner matrix: who works along on what, where nobody was asked, and one cell to fill in."""

from typing import Any

import ipywidgets as widgets

from helpers.pictures.image import svg_html
from helpers.pictures.partner_matrix import describe_partner_matrix
from helpers.pictures.partner_network import Network, describe_network, network_sentences
from helpers.texts.language import N_, _
from helpers.tools.controls.controls import Picture, Spoken
from helpers.tools.forms.sheet import Line, SheetTool
from helpers.tools.forms.sheet_items import Cell, Item, grid, making, section, told
from helpers.tools.partners.partner_drawing import Drawn
from helpers.tools.partners.partner_fields import cell_fields, partner_fields
from helpers.tools.partners.partner_looks import look_items, part_choice, seen_text
from helpers.tools.partners.partner_network import network_of, network_svg, network_words
from helpers.tools.partners.partner_removal import removal_items, without
from helpers.tools.partners.partner_rows import (
    Found,
    Part,
    View,
    found_in,
    parts,
    shown_partners,
    spots_of,
)
from helpers.tools.partners.partner_words import (
    asked_lines,
    cell_lines,
    overview_lines,
    relation_lines,
)
from helpers.tools.still import Still
from helpers.training.working_copy import WorkingCopy


class PartnerMatrix(SheetTool):
    """Partners by themes, as a picture and in words, with one of both at a time to fill in."""

    TITLE = N_("One partner on one theme")

    def __init__(self, work: WorkingCopy) -> None:
        self.looks = View()
        self._partner = self._theme = self._asked = ""
        self._part = 0
        self._found: tuple[object, Found] | None = None
        self._pictured: object = None
        self.told, self.picture = Spoken(), Picture()
        self.work = work
        self.chooser = self.sheet(N_("Choose what you see"))
        super().__init__(work)
        parts = [self.chooser, self.told, self.picture, self.undo, self.form, self.outcome]
        self.view = widgets.VBox(parts)

    @property
    def concerns(self) -> object:
        """Partners, themes and what is done together."""
        dossier = self.work.dossier
        return dossier.partners, dossier.themes, dossier.partner_themes, super().concerns

    @property
    def found(self) -> Found:
        """What follows from the partners; worked out again when they change."""
        dossier = self.work.dossier
        rests_on = dossier.partners, dossier.themes, dossier.partner_themes, dossier.as_of
        if self._found is None or any(
            one is not other
            for one, other in zip(self._found[0], rests_on, strict=True)  # type: ignore[call-overload]
        ):
            self._found = rests_on, found_in(dossier)
        return self._found[1]

    @property
    def shown(self) -> list[str]:
        """The ids of the partners that are to be seen, in their order."""
        return shown_partners(self.work.dossier, self.found, self.looks)

    @property
    def part(self) -> Part:
        """What the picture holds now."""
        offered = self._parts()
        self._part = min(self._part, max(len(offered) - 1, 0))
        return offered[self._part] if offered else Part((), ())

    def redraw(self) -> None:
        """Bring sentences, picture and fields in line with the working copy."""
        self._settle()
        super().redraw()
        self.chooser.items = self._choices() if self._filled else []
        self.told.lines = self.overview()
        shown = self._network() if self.looks.shape == "network" else self._matrix()
        if shown != self._pictured:
            self._draw(shown)
            self._pictured = shown

    def overview(self) -> list[Line]:
        """Return what stands out, and who was not asked."""
        dossier = self.work.dossier
        partners, themes = ({one.id: one.name for one in rows} for rows in self._rows)
        lines = overview_lines(self.found, partners)
        more = asked_lines(self.found, self.looks.theme, dossier.partners, themes)
        network = self._network() if self.looks.shape == "network" else None
        linked = network_sentences(network) if network else []
        return [*lines, *({"text": one} for one in linked), *more]

    def items(self) -> list[Item]:
        """Return the fields of one cell, of its theme and its partner, and what can be added."""
        dossier = self.work.dossier
        add = [
            self.button("add theme", _("Add a theme"), self._begin("themes"), self._add_theme),
            self.button(
                "add partner", _("Add a partner"), self._begin("partners"), self._add_partner
            ),
        ]
        cell = [self._cell_section()] if self._partner and self._theme else []
        names = self._name_fields() if dossier.partners or dossier.themes else []
        return [*cell, *names, *(making(one) for one in add)]

    def lines(self) -> list[Line]:
        """Return what is the matter with the cell that is shown, and what kind of partner it is."""
        partner = next((one for one in self.work.dossier.partners if one.id == self._partner), None)
        if partner is None:
            return []
        cells = self.found.cells
        here = cells[(cells["partner"] == self._partner) & (cells["theme"] == self._theme)]
        themes = {one.id: one.name for one in self.work.dossier.themes}
        said = cell_lines(here.iloc[0], partner.name, themes[self._theme]) if len(here) else []
        return [*said, *relation_lines(partner)]

    @property
    def _rows(self) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        return self.work.dossier.partners, self.work.dossier.themes

    @property
    def _filled(self) -> bool:
        return all(self._rows)

    def _settle(self) -> None:
        """Let the fields be those of a partner and a theme that are there and to be seen."""
        partners, themes = ([one.id for one in rows] for rows in self._rows)
        if self.looks.theme not in themes:
            self.looks = self.looks._replace(theme="")
        if self._partner not in partners:
            self._partner = partners[0] if partners else ""
        if self.looks.theme or self._theme not in themes:
            self._theme = self.looks.theme or (themes[0] if themes else "")

    def _parts(self) -> list[Part]:
        theme = self.looks.theme
        themes = [theme] if theme else [one.id for one in self.work.dossier.themes]
        return parts(self.shown, themes)

    def _cell_section(self) -> Item:
        partners, themes = ({one.id: one.name for one in rows} for rows in self._rows)
        shown = self.shown
        keys = shown if self._partner in shown else [self._partner, *shown]
        which = [(key, partners[key]) for key in keys]
        fields = [self.pick("partner", self._partner, _("Which partner?"), which, self._to_partner)]
        if not self.looks.theme:
            pairs = list(themes.items())
            fields.append(self.pick("of", self._theme, _("Which theme?"), pairs, self._to_theme))
        head = f"{partners[self._partner]}: {themes[self._theme]}"
        return section("cell", head, [*fields, *cell_fields(self, self._partner, self._theme)])

    def _name_fields(self) -> list[Item]:
        dossier = self.work.dossier
        partner = next((one for one in dossier.partners if one.id == self._partner), None)
        theme = next((one for one in dossier.themes if one.id == self._theme), None)
        return partner_fields(self, partner, theme, self._removal)

    def _removal(self, table: str, one: Any) -> list[Item]:
        return removal_items(self, table, one, self._asked, self._ask, self._remove)

    def _ask(self, key: str) -> None:
        self._asked = key

    def _remove(self, table: str, key: str) -> None:
        name = next(one.name for one in getattr(self.work.dossier, table) if one.id == key)
        self._asked = ""
        self.amend(lambda dossier: without(dossier, table, key))
        said = _("“{name}” is taken away. With Undo you get it back.")
        self.undo.offer(said.format(name=name))

    def _write(self, cell: Cell, text: str, known: str) -> None:
        if cell.column.required and not text.strip():
            self._note = _("It needs a name. Until there is one, the old name stays.")
            return
        super()._write(cell, text, known)

    def _choices(self) -> list[Item]:
        dossier, offered, count = self.work.dossier, self._parts(), len(self.shown)
        part = part_choice(self, dossier, offered, self._part, self._to_part)
        seen = told("shown", seen_text(count, len(dossier.partners), self.part), look="dv-note")
        looks = grid("looks", look_items(self, dossier, self.looks, self._look))
        return [looks, *part, seen]

    def _look(self, **changes: str) -> None:
        self.looks = self.looks._replace(**changes)
        self._part = 0
        shown = self.shown
        if shown and self._partner not in shown:
            self._partner = shown[0]

    def _to_part(self, at: str) -> None:
        self._part = int(at)

    def _to_partner(self, key: str) -> None:
        self._partner = key

    def _to_theme(self, key: str) -> None:
        self._theme = key

    def _begin(self, table: str) -> str:
        return Cell(table, {"id": self.work.dossier.free_id(table, table[:-1])}, "name").id

    def _add_theme(self, _value: object) -> None:
        self._theme = self._add("themes", _("A new theme"))
        self.looks = self.looks._replace(theme="")

    def _add_partner(self, _value: object) -> None:
        self._partner = self._add("partners", _("A new partner"))
        self.looks = View(theme=self.looks.theme, shape=self.looks.shape)

    def _add(self, table: str, name: str) -> str:
        self.work.refresh()
        key = self.work.dossier.free_id(table, table[:-1])
        self.amend(lambda dossier: dossier.add(table, id=key, name=name))
        return key

    def _names_of(self, part: Part) -> tuple[list[str], list[str]]:
        partners, themes = ({one.id: one.name for one in rows} for rows in self._rows)
        return [partners[key] for key in part.partners], [themes[key] for key in part.themes]

    def _matrix(self) -> Drawn | None:
        """Return the field of what is to be seen; nothing when that is nobody."""
        names, spots = self._names_of(self.part), spots_of(self.part, self.found)
        return Drawn(names, spots) if names[0] else None

    def _network(self) -> Network | None:
        """Return the network of what is to be seen; nothing when that is nobody."""
        network = network_of(self.work.dossier, self.part)
        return network if network.partners else None

    def _draw(self, shown: Drawn | Network | None) -> None:
        with self.picture.hold_sync():
            if shown is None:
                self.picture.alt, self.picture.svg, self.picture.table = "", "", {}
            elif isinstance(shown, Network):
                self.picture.alt = describe_network(shown)
                self.picture.svg, self.picture.table = network_svg(shown), network_words(shown)
            else:
                self.picture.alt = describe_partner_matrix(*shown.names, shown.spots)
                self.picture.svg, self.picture.table = shown.svg, shown.table

    @property
    def still(self) -> Still:
        """What stands out, and the sheet below it."""
        head = [(line.get("tag", "p"), line["text"]) for line in self.overview()]
        return Still([*head, *super().still.blocks])

    def still_html(self) -> str:
        """Return the picture, what stands out and one cell, without controls."""
        image = svg_html(self.picture.svg, self.picture.alt) if self.picture.svg else ""
        return image + super().still_html()
