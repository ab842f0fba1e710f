from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest

from reviewpkg.languages.figures import Figures
from reviewpkg.languages.language import Language
from reviewpkg.rendering.filters import Columns, compound, filters

COLUMNS = Columns(Figures(Language.BOKMAL))


@pytest.mark.parametrize("language", Language)
def test_templates_find_every_filter_under_its_own_name(language: Language) -> None:
    found = filters(language)
    assert found["grade"](Fraction(11, 2)) == ("5.5" if language is Language.ENGLISH else "5,5")
    assert all(name == function.__name__ for name, function in found.items())


@pytest.mark.parametrize(
    ("value", "places", "text", "room"),
    [
        (5, 2, "5", ",00"),
        (Fraction(11, 2), 2, "5,5", "0"),
        (Fraction(21, 4), 2, "5,25", ""),
        (Fraction(21, 4), 1, "5,3", ""),
        (5, 0, "5", ""),
        (Fraction(-1, 2), 2, "−0,5", "0"),
        (None, 2, "–", ",00"),
        (None, 0, "–", ""),
    ],
)
def test_aligned_keeps_room_for_missing_decimals_outside_the_text(
    value: int | Fraction | Decimal | None,
    places: int,
    text: str,
    room: str,
) -> None:
    written = COLUMNS.aligned(value, places)
    assert written.striptags() == text
    assert str(written) == text + (f'<span class="pad" data-pad="{room}"></span>' if room else "")


def test_figures_line_up_at_the_mark_of_their_language() -> None:
    written = Columns(Figures(Language.ENGLISH)).aligned(5, 1)
    assert str(written) == '5<span class="pad" data-pad=".0"></span>'


def test_decimals_are_as_many_as_the_column_needs() -> None:
    rows = [
        SimpleNamespace(grade=5, means=SimpleNamespace(quality=Fraction(11, 2))),
        SimpleNamespace(grade=None, means=SimpleNamespace(quality=Fraction(1, 3))),
    ]
    assert COLUMNS.decimals(rows, "grade") == 0
    assert COLUMNS.decimals(rows, "means.quality") == 2
    assert COLUMNS.decimals(iter(rows), "grade", "means.quality") == 2
    assert COLUMNS.decimals([], "grade") == 0


@pytest.mark.parametrize(
    ("heading", "broken"),
    [
        (
            "Gjennomsnittskarakteren fra første runde",
            "Gjennomsnitts|karakteren fra første runde",
        ),
        ("Brukerrepresentantenes plass", "Bruker|representantenes plass"),
        ("Totalkarakter", "Totalkarakter"),
        ("Prosjektnummer", "Prosjektnummer"),
        ("karakterutviklingsprosjekt", "karakterutviklingsprosjekt"),
    ],
)
def test_a_long_compound_may_break_only_where_it_is_joined(heading: str, broken: str) -> None:
    assert compound(heading) == broken.replace("|", "\u00ad")
