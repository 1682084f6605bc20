"""A meeting to chair to test with: that of lesson 06."""

from pathlib import Path

import pytest

from helpers.training.chairing.content import read_meeting
from helpers.training.chairing.meeting import Meeting
from helpers.training.content import CONTENT

PATH = CONTENT / "nl" / "chairing" / "06-voorzitten.yaml"


@pytest.fixture(scope="session")
def meeting_path() -> Path:
    """Return the file of the meeting."""
    return PATH


@pytest.fixture(scope="session")
def meeting() -> Meeting:
    """Return the meeting."""
    return read_meeting(PATH)
