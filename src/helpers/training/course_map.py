"""The course as a list of lessons: what each gives, its minutes and how far somebody is."""

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from helpers.texts.language import language
from helpers.training.content import content_folder
from helpers.training.work_folder import COURSE


class Lesson(BaseModel):
    """One lesson: its two digits, its title, minutes for a group and what you can do after it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    number: str = Field(pattern=r"^\d\d$")
    title: str = Field(min_length=1, max_length=60)
    minutes: int = Field(ge=5, le=180)
    after: str = Field(min_length=10, max_length=200)

    @property
    def notebook(self) -> str:
        """The path of its notebook inside the course; empty as long as it was not written."""
        return _notebook(language(), self.number)

    @property
    def study(self) -> str:
        """The path of its exercises in pieces of twenty minutes; empty when there are none."""
        found = sorted((COURSE / "exercises" / language()).glob(f"{self.number}_*.ipynb"))
        return f"exercises/{language()}/{found[0].name}" if found else ""


def lessons() -> tuple[Lesson, ...]:
    """Return the lessons of the course in their order, from ``course.yaml``.

    >>> lessons()[0].number
    '00'
    """
    return _lessons(content_folder() / "course.yaml")


@cache
def _lessons(path: Path) -> tuple[Lesson, ...]:
    import yaml

    listed = yaml.safe_load(path.read_text("utf-8"))["lessons"]
    return tuple(Lesson.model_validate(one) for one in listed)


def _notebook(code: str, number: str) -> str:
    """Return the notebook that there is, or that is built from a text that there is."""
    texts = sorted((COURSE / "src" / "lessons" / code).glob(f"{number}_*.md"))
    built = sorted((COURSE / "notebooks" / code).glob(f"{number}_*.ipynb"))
    stems = [path.stem for path in [*texts, *built]]
    return f"notebooks/{code}/{stems[0]}.ipynb" if stems else ""
