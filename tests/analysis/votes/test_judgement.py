"""The five words stand for the chances that the course explains."""

import math

from helpers.analysis.votes.judgement import CHANCE_OF, judged_chances
from helpers.dossier.words import Vote


def test_every_word_has_a_chance_and_no_other() -> None:
    assert set(CHANCE_OF) == set(Vote)


def test_words_for_and_against_mirror_each_other() -> None:
    against, probably, unknown, likely, certain = judged_chances(list(Vote))
    assert against + certain == 1
    assert probably + likely == 1
    assert math.isnan(unknown)
