from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.languages.figures import Figures
from reviewpkg.languages.language import Language

NB, NN, EN = map(Figures, Language)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (0, "0"),
        (Fraction(11, 2), "5,5"),
        (Fraction(21, 4), "5,25"),
        (Fraction(1, 8), "0,125"),
        (Fraction(1, 16), "0,0625"),
        (Fraction(1, 32), "0,03"),
        (Fraction(1, 3), "0,33"),
        (Fraction(2, 3), "0,67"),
        (Fraction(17, 3), "5,67"),
        (Decimal("5.50"), "5,5"),
        (Fraction(-1, 2), "−0,5"),
    ],
)
def test_grade_is_as_short_as_it_is_exact(value: int | Fraction | Decimal, text: str) -> None:
    assert NB.grade(value) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (5, 1, "5,0"),
        (5, 0, "5"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(49, 20), 1, "2,5"),
        (Fraction(2449, 1000), 1, "2,4"),
        (Fraction(999, 1000), 2, "1,00"),
        (Fraction(1, 100), 2, "0,01"),
        (Fraction(-5, 2), 0, "−3"),
        (Fraction(-1, 100), 1, "0,0"),
        (Decimal("0.005"), 2, "0,01"),
    ],
)
def test_fixed_rounds_halves_away_from_zero(
    value: int | Fraction | Decimal,
    places: int,
    text: str,
) -> None:
    assert NB.fixed(value, places) == text


@given(st.fractions(min_value=-100, max_value=100), st.integers(min_value=0, max_value=4))
def test_fixed_is_never_further_off_than_half_a_unit(value: Fraction, places: int) -> None:
    shown = Fraction(NB.fixed(value, places).replace("−", "-").replace(",", "."))
    assert abs(shown - value) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize("refused", [0.5, True, "5", None])
def test_no_float_gets_through(refused: Any) -> None:  # noqa: ANN401 - anything may be passed
    for write in (NB.grade, NB.percent, NB.whole):
        with pytest.raises(TypeError):
            write(refused)


def test_whole_numbers_and_amounts_are_grouped_without_line_breaks() -> None:
    assert NB.kroner(2_343_000) == "2\u00a0343\u00a0000\u00a0kr"
    assert NB.kroner(0) == "0\u00a0kr"
    assert NB.whole(999) == "999"
    assert NB.whole(-1000) == "−1\u00a0000"
    assert [NB.signed(change) for change in (3, 0, -3)] == ["+3", "0", "−3"]


def test_percent() -> None:
    assert NB.percent(Fraction(9, 20)) == "45\u00a0%"
    assert NB.percent(Fraction(1, 3), 1) == "33,3\u00a0%"
    assert NB.percent(1) == "100\u00a0%"


def test_dates() -> None:
    assert NB.date_long(date(2019, 11, 20)) == "20.\u00a0november 2019"
    assert NB.date_short(date(2019, 3, 5)) == "05.03.2019"
    moment = datetime(2024, 5, 15, 16, 0, tzinfo=UTC)
    assert NB.date_time(moment) == "15.\u00a0mai 2024 kl.\u00a016.00"


def test_join_and() -> None:
    assert NB.join_and([]) == ""
    assert NB.join_and(["a"]) == "a"
    assert NB.join_and(["a", "b"]) == "a og b"
    assert NB.join_and(iter("abc")) == "a, b og c"


def test_figures_of_the_three_languages() -> None:
    half = Fraction(11, 2)
    assert [one.grade(half) for one in (NB, NN, EN)] == ["5,5", "5,5", "5.5"]
    assert [one.fixed(-half, 2) for one in (NB, NN, EN)] == ["−5,50", "−5,50", "−5.50"]
    assert EN.whole(2_343_000) == "2,343,000"
    assert NN.kroner(2_343_000) == NB.kroner(2_343_000)
    assert EN.kroner(2_343_000) == "NOK\u00a02,343,000"
    assert [one.percent(Fraction(9, 20)) for one in (NN, EN)] == ["45\u00a0%", "45%"]


def test_dates_and_lists_of_the_three_languages() -> None:
    day, moment = date(2019, 10, 2), datetime(2024, 5, 15, 16, 0, tzinfo=UTC)
    assert [one.date_long(day) for one in (NN, EN)] == [
        "2.\u00a0oktober 2019",
        "2\u00a0October 2019",
    ]
    assert [one.date_short(day) for one in (NN, EN)] == ["02.10.2019", "02/10/2019"]
    assert NN.date_time(moment) == NB.date_time(moment)
    assert EN.date_time(moment) == "15\u00a0May 2024 at\u00a016:00"
    assert [one.join_and("abc") for one in (NN, EN)] == ["a, b og c", "a, b and c"]


@pytest.mark.parametrize("language", Language)
def test_what_a_language_does_is_what_cldr_says_of_it(language: Language) -> None:
    day = date(2019, 3, 5)
    ours, locale = Figures(language), Locale.parse(language.locale)
    assert ours.date_long(day).replace("\u00a0", " ") == format_date(day, "long", locale)
    assert ours.date_short(day) == format_date(
        day, "dd/MM/y" if locale.language == "en" else "short", locale
    )
    assert ours.join_and("abc") == format_list(list("abc"), "standard", locale)
    assert ours.percent(Fraction(9, 20)) == format_percent(Decimal("0.45"), locale=locale)
    assert ours.whole(2_343_000) == format_decimal(2_343_000, locale=locale)
