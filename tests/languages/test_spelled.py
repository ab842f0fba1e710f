"""A figure in a sentence is written as the language writes it."""

from __future__ import annotations

import pickle
from fractions import Fraction

import pytest

from reviewpkg.languages.language import Language
from reviewpkg.languages.sentence import joined, quoted
from reviewpkg.languages.spelled import Spelled, figure
from reviewpkg.languages.words import Words

ENGLISH = Words(Language.ENGLISH)
AMOUNT = figure(lambda it: it.kroner(12_000_000))


def test_a_figure_is_its_text_in_bokmal() -> None:
    assert AMOUNT == "12\u00a0000\u00a0000\u00a0kr"
    assert Words(Language.BOKMAL).retell(AMOUNT) == AMOUNT


def test_a_figure_within_a_sentence_is_rewritten_with_it() -> None:
    half = figure(lambda it: it.grade(Fraction(1, 2)))

    row = joined([quoted(half), AMOUNT])

    assert row == f"«0,5», {AMOUNT}"
    assert ENGLISH.retell(row) == "“0.5”, NOK\u00a012,000,000"


@pytest.mark.parametrize("language", Language)
def test_a_spelling_survives_the_way_to_another_process(language: Language) -> None:
    words = Words(language)

    assert words.retell(pickle.loads(pickle.dumps(AMOUNT))) == words.retell(AMOUNT)  # noqa: S301


def test_every_language_has_a_spelling() -> None:
    yes = Spelled(("ja", "ja", "yes"))

    assert [Words(language).retell(yes) for language in Language] == ["ja", "ja", "yes"]
