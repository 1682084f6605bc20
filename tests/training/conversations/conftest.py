"""A conversation to test with."""

from pathlib import Path

import pytest

from helpers.training.conversations.content import read_conversation
from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.walk import Walk, walk

PATH = Path(__file__).parents[1] / "content" / "03-fietsenstalling.yaml"


@pytest.fixture(scope="session")
def talk_path() -> Path:
    """Return the file of the conversation."""
    return PATH


@pytest.fixture(scope="session")
def script() -> Conversation:
    """Return the conversation."""
    return read_conversation(PATH)


@pytest.fixture(scope="session")
def whole_walk(script: Conversation) -> Walk:
    """Return every way through it."""
    return walk(script)
