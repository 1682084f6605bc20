"""What is done elsewhere on the page and looked at here: a conversation, or work on a dossier."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence

from helpers.texts.language import _
from helpers.training.kinds.exercise import Attempt, Kind, Line

TRIED = "tried"
"""Stands in an answer beside the ids of the parts that hold: there was something to look at."""


class Elsewhere(Kind):
    """An answer holds the ids of what was reached, as it was found when somebody looked."""

    @abstractmethod
    def not_yet(self) -> str:
        """Return a sentence for who looks before anything was done there."""

    def why_not(self, attempt: Attempt) -> str:
        """Return a sentence as long as there is nothing to look at."""
        return "" if TRIED in attempt.answer else self.not_yet()

    def is_right(self, answer: Sequence[str]) -> bool:
        """Return whether everything was reached."""
        return {part.id for part in self.parts} <= set(answer)

    def feedback(self, attempt: Attempt) -> list[Line]:
        """Return how much was reached, and of each part what that does in reality."""
        if not attempt.checked:
            return []
        found = set(attempt.checked[-1])
        count = sum(part.id in found for part in self.parts)
        lead = _("{found} of the {n} are there.").format(found=count, n=len(self.parts))
        return [Line(lead), *(self._line(part.id, part.id in found) for part in self.parts)]

    def reasons(self) -> list[Line]:
        """Return every part with its reason."""
        return [Line(part.why, part.text) for part in self.parts]

    def _line(self, key: str, there: bool) -> Line:
        part = self.part(key)
        mark, word = ("right", _("reached")) if there else ("other", _("not yet"))
        return Line(part.why, part.text, mark, word)

    def _allowed(self, answer: Sequence[str]) -> bool:
        known = {TRIED, *(part.id for part in self.parts)}
        return len(set(answer)) == len(answer) and set(answer) <= known

    def problems(self) -> Iterator[tuple[str, str]]:
        """Give a part whose id means something else here."""
        if TRIED in {part.id for part in self.parts}:
            text = _("{came} has a meaning of its own here. Choose another id.")
            yield self.parts_field, text.format(came=TRIED)
