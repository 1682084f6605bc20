"""What a participant reads about trust and about an act of the chair."""

from helpers.texts.language import N_, _

_TRUST = (
    N_("no trust left"),
    N_("hardly any trust"),
    N_("little trust"),
    N_("waiting to see"),
    N_("fair trust"),
    N_("ample trust"),
    N_("much trust"),
)
STORY = N_("This is a story, not a measurement: it shows what an act can do, not what people do.")
_COUNTS = {
    "process": N_("Number of times that you looked after the process: {n}."),
    "content": N_("Number of times that you steered on the content, openly or not: {n}."),
    "loose": N_(
        "Number of times that you let go where the table needed you, or gave a process that nobody "
        "needed: {n}."
    ),
}


def trust_word(trust: int) -> str:
    """Return how much trust a number stands for, in words."""
    return _(_TRUST[trust])


def count_said(kind: str, count: int) -> str:
    """Return how often something was done, in a sentence."""
    return _(_COUNTS[kind]).format(n=count)
