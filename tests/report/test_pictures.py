"""The pictures of a plan can be read on paper."""

import io

import docx
from PIL import Image

from helpers.dossier.examples import open_dossier
from helpers.report.document import TEXT_WIDTH, document_bytes
from helpers.report.plan.contents import Contents
from helpers.report.plan.document import plan_document


def test_pictures_are_sharp_on_paper() -> None:
    content = document_bytes(plan_document(Contents(open_dossier("winkelhart"))))
    package = docx.Document(io.BytesIO(content)).part.package
    parts = [one for one in package.iter_parts() if "image/png" in one.content_type]
    assert len(parts) == 2
    for part in parts:
        with Image.open(io.BytesIO(part.blob)) as picture:
            assert picture.width / (TEXT_WIDTH / 2.54) > 200
