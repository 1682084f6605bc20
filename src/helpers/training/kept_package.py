"""A package of options that somebody kept, to lay beside others."""

from pydantic import BaseModel, ConfigDict


class KeptPackage(BaseModel):
    """A package that was kept: its name and its option ids; ``key`` is its number."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    key: str
    name: str
    package: tuple[str, ...]
