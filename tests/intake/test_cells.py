from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.domain.call import Scale
from reviewpkg.domain.steps import Step
from reviewpkg.domain.tables import A_PAIR, Cell, Count, Kroner, Number, StepNumber, Text, Word
from reviewpkg.intake.cells import (
    Value,
    cell_shows,
    decimal,
    error_shown,
    kroner,
    on_scale,
    parse,
    shown,
    unexpected,
)
from reviewpkg.intake.expected import Expected
from reviewpkg.languages.sentence import sentence

GRADES = Number(Scale(Fraction(1), Fraction(7), Fraction(1)))
HALVES = Number(Scale(Fraction(1), Fraction(7), Fraction(1, 2)))
TENTHS = Number(Scale(Fraction(1), Fraction(5), Fraction(1, 10)))
CELLS: list[Cell] = [
    Text(),
    A_PAIR,
    Kroner(),
    Count(),
    Count(1),
    GRADES,
    HALVES,
    Word(("leder", "kontrollutvalg")),
    StepNumber(),
]
SPACES = [" ", "\u00a0", "\u202f", "\u2009"]


@pytest.mark.parametrize(
    ("cell", "text", "value"),
    [
        (GRADES, "5", 5),
        (GRADES, "5.0", 5),
        (GRADES, "5,0", 5),
        (GRADES, "5,00", 5),
        (GRADES, " 5\u00a0", 5),
        (HALVES, "5,5", Fraction(11, 2)),
        (TENTHS, "3.3", Fraction(33, 10)),
        (Count(), "0", 0),
        (Count(), "3.0", 3),
        (Kroner(), "2343000", 2_343_000),
        (Kroner(), "2 343 000", 2_343_000),
        (Kroner(), "2\u00a0343\u00a0000", 2_343_000),
        (Kroner(), "2\u202f343\u202f000 kr", 2_343_000),
        (Kroner(), "2343000kr", 2_343_000),
        (Kroner(), "2 343 000,00 kr.", 2_343_000),
        (Kroner(), "2343000.0 KR", 2_343_000),
        (Kroner(), "0", 0),
        (Text(), "Linje\n to", "Linje\n to"),
        (A_PAIR, "Par \u00a0 1", "Par 1"),
        (Word(("leder", "kontrollutvalg")), "Leder", "leder"),
        (StepNumber(), "2.2", Step.PLENARY_1),
        (StepNumber(), "2,2", Step.PLENARY_1),
    ],
)
def test_every_allowed_way_to_write_a_value(cell: Cell, text: str, value: Value) -> None:
    assert parse(cell, text) == value


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (GRADES, "0"),
        (GRADES, "8"),
        (GRADES, "5,5"),
        (GRADES, "5.0000000000000001"),
        (GRADES, "+5"),
        (GRADES, "5 6"),
        (GRADES, "5,"),
        (GRADES, ",5"),
        (GRADES, "1e0"),
        (GRADES, "0x5"),
        (GRADES, "５"),  # noqa: RUF001 - a full-width digit is no digit
        (GRADES, "five"),
        (GRADES, "true"),
        (GRADES, "nan"),
        (HALVES, "5,25"),
        (Count(), "-1"),
        (Count(), "1,5"),
        (Count(1), "0"),
        (Kroner(), "2,000"),
        (Kroner(), "2.343.000"),
        (Kroner(), "2 34 000"),
        (Kroner(), "23 43 000"),
        (Kroner(), "-5"),
        (Kroner(), "100,50"),
        (Kroner(), "kr 100"),
        (Kroner(), "1 mill."),
        (Kroner(), "9" * 16),
        (Word(("leder",)), "lederen"),
        (StepNumber(), "2"),
        (StepNumber(), "2.20"),
        (A_PAIR, "\u200b"),
    ],
)
def test_nothing_is_guessed(cell: Cell, text: str) -> None:
    assert isinstance(parse(cell, text), Expected)


@given(st.sampled_from(CELLS), st.text())
def test_no_text_is_too_odd_to_parse(cell: Cell, text: str) -> None:
    value = parse(cell, text)
    if isinstance(value, Expected):
        assert unexpected(value, text).endswith((".", "på nytt."))


@given(
    st.integers(0, 10**15 - 1),
    st.sampled_from(["", *SPACES]),
    st.sampled_from(["", ",0", ".00", ",00"]),
    st.sampled_from(["", "kr", " kr", "\u00a0kr", " KR."]),
)
def test_an_amount_comes_back_however_it_was_written(
    amount: int, space: str, decimals: str, unit: str
) -> None:
    text = f"{amount:,}".replace(",", space) + decimals + unit
    assert parse(Kroner(), text) == amount


@given(st.integers(-200, 1200), st.integers(0, 6), st.sampled_from([".", ","]), st.integers(1, 100))
def test_a_number_comes_back_exactly_however_it_was_written(
    hundredths: int, zeros: int, mark: str, steps: int
) -> None:
    scale = Scale(Fraction(0), Fraction(10), Fraction(1, steps))
    number = Fraction(hundredths, 100)
    text = ("-" if hundredths < 0 else "") + f"{abs(hundredths) // 100}{mark}"
    text += f"{abs(hundredths) % 100:02d}" + "0" * zeros
    value = parse(Number(scale), text)
    assert value == number if number in scale else isinstance(value, Expected)


@given(st.fractions())
def test_a_decimal_reads_as_the_number_it_is(value: Fraction) -> None:
    text = decimal(value)
    assert Fraction(text.replace(",", ".")) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(5), "5"),
        (Fraction(11, 2), "5,5"),
        (Fraction(-1, 4), "-0,25"),
        (Fraction(1, 3), "1/3"),
        (Fraction(1, 1000), "0,001"),
    ],
)
def test_decimals(value: Fraction, text: str) -> None:
    assert decimal(value) == text


def test_scales_in_words() -> None:
    assert on_scale(GRADES.scale) == "et helt tall fra 1 til 7"
    assert on_scale(HALVES.scale) == "et tall fra 1 til 7 i trinn på 0,5"
    off = Scale(Fraction(1, 2), Fraction(5, 2), Fraction(1))
    assert on_scale(off) == "et tall fra 0,5 til 2,5 i trinn på 1"


def test_amounts_in_words() -> None:
    assert kroner(66_000_000) == "66 000 000 kr"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fem", "«fem»"),
        ("  to\r\nlinjer\x00 ", "«to linjer»"),
        ("x" * 61, "«" + "x" * 60 + "…»"),
        ("\u202e5", "«5»"),
    ],
)
def test_a_value_is_quoted_short_and_harmless(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text", ["#N/A", "#I/T", "#REF!", "#DIV/0!", "#NAVN?", "#VERDI!", "Err:502"]
)
def test_errors_are_known(text: str) -> None:
    assert error_shown(text)
    assert unexpected(Expected(sentence("et tall")), text) == cell_shows(text)


@pytest.mark.parametrize("text", ["#1", "# N/A", "Err", "Erik", "#"])
def test_what_only_looks_like_an_error(text: str) -> None:
    assert not error_shown(text)


@pytest.mark.parametrize(
    "text", ["2019-05-05 00:00:00", "2019-05-05", "05.05.2019", "5.5.19", "05.mai", "5. mai 2019"]
)
def test_a_date_in_place_of_a_number_is_explained(text: str) -> None:
    assert "til en dato" in unexpected(Expected(sentence("et tall")), text)


@pytest.mark.parametrize("text", ["5.5", "fem", "mai", "2019/05"])
def test_what_is_no_date_is_not_called_one(text: str) -> None:
    assert "til en dato" not in unexpected(Expected(sentence("et tall")), text)
