"""What lies on the table: issues that come later and go again, and packages that are kept.

Each function that takes a :class:`~helpers.training.working_copy.Work` returns the fields of it
that change, for :meth:`~helpers.training.working_copy.WorkingCopy.save`: one step to undo.
"""

from collections.abc import Iterable
from typing import Any

from helpers.dossier.model import Dossier
from helpers.texts.language import _
from helpers.training.kept_package import KeptPackage
from helpers.training.own_text import clean
from helpers.training.working_copy import Work

MOST_KEPT = 6
LONGEST_NAME = 60


def issues_on_table(dossier: Dossier, laid: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the issues that count: those of the beginning, and those laid later.

    >>> dossier = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> dossier = dossier.add("issues", id="banken", name="Banken")
    >>> dossier = dossier.add("issues", id="bomen", name="Bomen", added=True)
    >>> issues_on_table(dossier, ()), issues_on_table(dossier, ("bomen",))
    (('banken',), ('banken', 'bomen'))
    """
    later = set(laid)
    return tuple(one.id for one in dossier.issues if not one.added or one.id in later)


def settled(dossier: Dossier, laid: Iterable[str], package: Iterable[str]) -> tuple[str, ...]:
    """Return a package with one option an issue; what is not on the table keeps its status quo.

    So does an issue of which ``package`` names no option that there is. An issue without a status
    quo keeps its first option, and one without options is left out.
    """
    counts, chosen = set(issues_on_table(dossier, laid)), set(package)
    found: dict[str, tuple[int, str]] = {}
    for one in dossier.options:
        picked = one.id in chosen and one.issue in counts
        rank = 2 if picked else int(one.status_quo)
        if one.issue not in found or rank > found[one.issue][0]:
            found[one.issue] = rank, one.id
    return tuple(found[one.id][1] for one in dossier.issues if one.id in found)


def lay(work: Work, issue: str) -> dict[str, Any]:
    """Put an issue on the table."""
    later = {one.id for one in work.dossier.issues if one.added}
    return {"laid": (*work.laid, issue)} if issue in later - set(work.laid) else {}


def take_off(work: Work, issue: str) -> dict[str, Any]:
    """Take an issue that came later off the table; what was chosen on it goes back as well."""
    laid = tuple(one for one in work.laid if one != issue)
    return {"laid": laid, **_package(work, settled(work.dossier, laid, _tried(work)))}


def choose_options(work: Work, options: Iterable[str]) -> dict[str, Any]:
    """Choose options, each in place of another of its issue; unknown ones are left out."""
    issue = {one.id: one.issue for one in work.dossier.options}
    chosen = {issue[one]: one for one in options if one in issue}
    return _package(work, tuple(chosen.get(issue[one], one) for one in _tried(work)))


def keep(work: Work, name: str) -> dict[str, Any]:
    """Keep the package that is being tried, up to ``MOST_KEPT``.

    Without a name it gets a number; so does a name that there is, for no two may look the same.
    """
    if len(work.kept) >= MOST_KEPT:
        return {}
    package = settled(work.dossier, work.laid, _tried(work))
    keys = {one.key for one in work.kept}
    key = next(str(n) for n in range(1, MOST_KEPT + 1) if str(n) not in keys)
    kept = KeptPackage(key=key, name=_free_name(work, name, key), package=package)
    return {"kept": (*work.kept, kept)}


def drop(work: Work, key: str) -> dict[str, Any]:
    """Let a kept package go."""
    return {"kept": tuple(one for one in work.kept if one.key != key)}


def take_up(work: Work, key: str) -> dict[str, Any]:
    """Try a kept package again: its options are chosen, and its issues lie on the table."""
    kept = next((one for one in work.kept if one.key == key), None)
    if kept is None:
        return {}
    chosen = [one for one in work.dossier.options if one.id in kept.package]
    moved = {one.issue for one in chosen if not one.status_quo} - set(work.laid)
    more = [one.id for one in work.dossier.issues if one.added and one.id in moved]
    laid = (*work.laid, *more)
    return {"laid": laid, **_package(work, settled(work.dossier, laid, kept.package))}


def tried_packages(dossier: Dossier, kept: Iterable[KeptPackage]) -> int:
    """Return how many different packages were kept."""
    everything = [one.id for one in dossier.issues]
    return len({settled(dossier, everything, one.package) for one in kept})


def _free_name(work: Work, name: str, key: str) -> str:
    given = " ".join(clean(name).split())[:LONGEST_NAME] or _("Package {n}").format(n=key)
    taken = {one.name for one in work.kept}
    numbered = (f"{given} ({n})" for n in range(2, MOST_KEPT + 2))
    return given if given not in taken else next(one for one in numbered if one not in taken)


def _tried(work: Work) -> tuple[str, ...]:
    """Return the package that is being tried, with one option for every issue there is."""
    everything = [one.id for one in work.dossier.issues]
    return settled(work.dossier, everything, work.package or work.dossier.proposal)


def _package(work: Work, package: tuple[str, ...]) -> dict[str, Any]:
    """Return the package as what is being tried, when that differs."""
    return {"package": package} if package != _tried(work) else {}
