"""The list of points and options that the participants add themselves."""

from typing import Any

from helpers.texts.language import _
from helpers.tools.controls.rows import EntryList, texts
from helpers.tools.forms.typed import form_words, place_of
from helpers.tools.packages.own_entries import (
    form_names,
    fresh,
    own_fields,
    own_groups,
    read_form,
)
from helpers.tools.tool import answering
from helpers.training.own_options import (
    add_issue,
    add_option,
    change_option,
    is_own,
    remove_option,
)
from helpers.training.working_copy import WorkingCopy


class OwnList:
    """A form to add a point or an option, and those that were added, to change or remove."""

    def __init__(self, work: WorkingCopy) -> None:
        self.work = work
        self.view = EntryList(
            words={
                "add": _("Add a point or an option of your own"),
                "edit": _("Change"),
                "edit_one": _("Change: {name}"),
                **form_words(),
                "remove": _("Remove this option"),
            },
            place=place_of(self, work.name),
        )
        self._drawn: object = None
        self.view.hear(answering(self, self.take))

    def redraw(self) -> None:
        """Bring the list and its form in line with the working copy."""
        dossier = self.work.dossier
        given = dossier.values
        rests_on = (dossier.stakeholders, dossier.interests, dossier.effects, given)
        if (rests_on, dossier.issues, dossier.options) == self._drawn:
            return
        self._drawn = rests_on, dossier.issues, dossier.options
        with self.view.hold_sync():
            self.view.fields = own_fields(dossier, new=True)
            self.view.fresh = fresh(dossier)
            self.view.groups = own_groups(dossier)

    def take(self, said: dict[str, Any]) -> dict[str, str]:
        """Do what a message of the list asks for; return what is wrong, by field."""
        what, key = said.get("what"), said.get("key")
        own = {one.id for one in self.work.dossier.options if is_own(one.id)}
        if what == "add":
            return self._add(texts(said.get("values"), form_names(self.work.dossier)))
        if key not in own:
            gone = _("This is no longer there. Copy what you typed if you want to keep it.")
            return {"": gone} if what == "save" else {}
        if what == "remove":
            self.work.save(lambda work: remove_option(work, str(key)))
            return {}
        if what == "save":
            values = texts(said.get("values"), form_names(self.work.dossier))
            return self._change(str(key), values)
        return {}

    def fail(self, sentence: str) -> None:
        """Let the form say what went wrong; its answer holds the same sentence."""

    def _add(self, values: dict[str, str]) -> dict[str, str]:
        form, wrong = read_form(self.work.dossier, values, new=True)
        if not wrong and form.issue:
            told = form.issue, form.option, form.worth, form.brought_by
            self.work.save(lambda work: add_option(work, *told))
        elif not wrong:
            new = form.title, _("as it is now"), form.option, form.worth, form.brought_by
            self.work.save(lambda work: add_issue(work, *new))
        return wrong

    def _change(self, key: str, values: dict[str, str]) -> dict[str, str]:
        form, wrong = read_form(self.work.dossier, values, new=False)
        if not wrong:
            self.work.save(
                lambda work: change_option(work, key, form.option, form.worth, form.brought_by)
            )
        return wrong
