"""What the tests of the files to take home share."""

from collections.abc import Iterator
from functools import partial

import pytest

from helpers.pictures.image import png_bytes
from helpers.report.plan import pictures


@pytest.fixture(scope="module")
def coarse() -> Iterator[None]:
    """Draw the pictures of a plan with few dots: as wide on paper, with the same words."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pictures, "png_bytes", partial(png_bytes, dots=20))
        yield
