import csv
import io
from fractions import Fraction

import pytest

from reviewpkg.rendering.csv_text import csv_bytes, csv_for_spreadsheets, plain_decimal


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (Fraction(5), None, "5"),
        (Fraction(11, 2), None, "5.5"),
        (Fraction(-11, 2), None, "-5.5"),
        (Fraction(1, 3), None, "0.333333"),
        (Fraction(2, 3), None, "0.666667"),
        (Fraction(1, 10**7), None, "0"),
        (Fraction(10), None, "10"),
        (Fraction(6), 1, "6.0"),
        (Fraction(13, 2), 1, "6.5"),
        (Fraction(13, 4), 1, "3.3"),
        (Fraction(15, 4), 1, "3.8"),
        (Fraction(-1, 100), 1, "0.0"),
        (Fraction(199, 100), 0, "2"),
    ],
)
def test_a_number_is_written_exactly_and_rounded_halves_away_from_zero(
    value: Fraction, places: int | None, written: str
) -> None:
    assert plain_decimal(value, places) == written


def test_a_table_for_programs_has_points_commas_and_line_feeds() -> None:
    rows = [("a,b", Fraction(7, 2), True, None), ("æ", 3, False, "")]

    data = csv_bytes(("x", "mean", "yes", "none"), rows, {"mean": 1})

    assert data.decode() == 'x,mean,yes,none\n"a,b",3.5,true,\næ,3.0,false,\n'


def test_a_table_for_spreadsheets_has_a_byte_order_mark_and_semicolons() -> None:
    assert csv_for_spreadsheets(("Å", "B"), [("x", "y;z")]) == '\ufeffÅ;B\nx;"y;z"\n'.encode()


def test_a_spreadsheet_gets_decimal_commas_and_blanks() -> None:
    rows = [(Fraction(17, 2), None), (3, Fraction(4))]
    assert csv_for_spreadsheets(("A", "B"), rows) == "\ufeffA;B\n8,5;\n3;4\n".encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠"])  # noqa: RUF001
def test_no_cell_leaves_as_a_formula(start: str) -> None:
    text = f"{start}1+1"

    assert f"'{text}" in csv_bytes(("a",), [(text,)], {}).decode()
    for_people = csv_for_spreadsheets(("a",), [(text,)]).decode().splitlines()[1]
    assert for_people in {f"'{text}", "1+1"}


@pytest.mark.parametrize("ours", [",", ";"])
@pytest.mark.parametrize("theirs", [",", ";", "\t"])
@pytest.mark.parametrize("formula", ["=1+1", "@SUM(1)", "+A1", "-cmd|' /C calc'!A0", "＝1+1"])  # noqa: RUF001
def test_no_cell_becomes_a_formula_where_the_file_is_opened_with_another_separator(
    ours: str, theirs: str, formula: str
) -> None:
    texts = [f"x{between}{formula}" for between in (",", ";", "\t", "\n", ';"', "\r", "\r\n")]
    rows = [("først", text, "sist") for text in texts]
    write = csv_for_spreadsheets if ours == ";" else lambda head, rows: csv_bytes(head, rows, {})
    written = write(("a", "b", "c"), rows).decode("utf-8-sig")

    for cells in csv.reader(io.StringIO(written, newline=""), delimiter=theirs):
        assert not any(cell.lstrip('"').startswith(tuple("=+-@＝")) for cell in cells)  # noqa: RUF001


def test_a_price_keeps_its_dash() -> None:
    assert (
        csv_bytes(("a",), [("Billett til 500,-, og 1;-",)], {})
        .decode()
        .endswith('500,-, og 1;-"\n')
    )


def test_what_hides_or_reorders_a_text_is_shown_or_dropped() -> None:
    rows = [("a\u202egnp.exe", "b\u200b\x1b[31m")]
    shown = "a\ufffdgnp.exe{}b\ufffd[31m\n"

    assert csv_bytes(("x", "y"), rows, {}).decode() == "x,y\n" + shown.format(",")
    assert csv_for_spreadsheets(("x", "y"), rows).decode("utf-8-sig") == "x;y\n" + shown.format(";")
