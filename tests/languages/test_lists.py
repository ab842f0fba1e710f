"""Things are listed as one would say them."""

from __future__ import annotations

import pytest

from reviewpkg.languages.language import Language
from reviewpkg.languages.lists import either, enumerated
from reviewpkg.languages.words import Words


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, ""),
        (1, "1"),
        (2, "1 og 2"),
        (12, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 og 12"),
        (13, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 og 1 til"),
    ],
)
def test_at_most_twelve_things_are_named(count: int, told: str) -> None:
    assert enumerated(range(1, count + 1)) == told


def test_a_choice_is_told_as_one() -> None:
    assert either(["ja", "nei", "tom celle"]) == "ja, nei eller tom celle"


@pytest.mark.parametrize("language", [Language.NYNORSK, Language.ENGLISH])
def test_a_list_speaks_the_language(language: Language) -> None:
    last = {Language.NYNORSK: "og 3", Language.ENGLISH: "and 3"}[language]
    assert Words(language).retell(enumerated([1, 2, 3])) == f"1, 2 {last}"
