import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion
from xlsxwriter.workbook import Workbook

from reviewpkg.intake.workbook import read
from tests.intake.folders import (
    Rows,
    loaded,
    ods_book,
    ods_bytes,
    ods_cell,
    ods_row,
    rezipped,
    told_of,
    valid,
    xlsx_bytes,
)

ROWS = valid().tables["karakterer/m03"]
SHEET = "xl/worksheets/sheet1.xml"


def book_of(**sheets: Rows) -> tuple[Workbook, io.BytesIO]:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for at, cells in enumerate(rows):
            page.write_row(at, 0, cells)
    return book, data


def closed(book: Workbook, data: io.BytesIO) -> bytes:
    book.close()
    return data.getvalue()


def told_with(tmp_path: Path, data: bytes, name: str = "m03.xlsx") -> str:
    at = valid().write(tmp_path)
    (at / "karakterer" / "m03.csv").unlink()
    (at / "karakterer" / name).write_bytes(data)
    return told_of(at)


def text_of(data: bytes, name: str = "m.xlsx") -> list[list[str]]:
    opened = read(name, data)
    assert not opened.problems
    return [list(cells) for cells in opened.sheets[0].rows]


@pytest.mark.parametrize("first", [[], [["Veiledning"], ["Fyll ut arket «Data»"]], [["Medlem"]]])
def test_the_data_may_be_on_the_second_sheet(first: Rows, tmp_path: Path) -> None:
    assert told_with(tmp_path, closed(*book_of(Veiledning=first, Data=ROWS))) == ""


OLD: Rows = [ROWS[0], ["2019/FO100003", "m03", 1, 99, None], ["2019/FO100004", "m03", 1, 3, None]]


@pytest.mark.parametrize(("other", "grades"), [(ROWS, ""), ([["Forside"]], "«99»")])
def test_a_hidden_sheet_is_read_only_where_no_other_will_do(
    other: Rows, grades: str, tmp_path: Path
) -> None:
    book, data = book_of(Gammel=OLD, Data=other)
    hidden, shown = book.worksheets()
    shown.activate()
    hidden.hide()
    said = told_with(tmp_path, closed(book, data))
    assert grades in said if grades else said == ""


def test_rows_on_two_sheets_are_warned_of(tmp_path: Path, messages: SnapshotAssertion) -> None:
    assert told_with(tmp_path, closed(*book_of(Data=ROWS, Kopi=ROWS))) == messages


def test_a_chart_is_no_sheet_of_rows(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    book, data = book_of(Data=ROWS)
    chart = book.add_chart({"type": "bar"})
    assert chart is not None
    chart.add_series({"values": "=Data!$D$2:$D$3"})
    book.add_chartsheet("Diagram").set_chart(chart)
    assert told_with(tmp_path, closed(book, data)) == ""
    assert capfd.readouterr().err == ""


@pytest.mark.filterwarnings("ignore::UserWarning")  # of a chart without data
def test_a_chart_alone_is_no_table(tmp_path: Path) -> None:
    book, data = book_of()
    chart = book.add_chart({"type": "bar"})
    assert chart is not None
    chart.add_series({"values": "=Data!$D$2:$D$3"})
    book.add_chartsheet("Diagram").set_chart(chart)
    said = told_with(tmp_path, closed(book, data))
    assert said == "karakterer/m03.xlsx: filen har ingen ark med celler."


def test_values_are_read_as_text_as_the_cell_shows_them() -> None:
    book, data = book_of(Data=[[5.0, 5.5, "5.0", "01", 2343000.0, -3, " tekst ", True]])
    page = book.worksheets()[0]
    page.write_formula(1, 0, "=1+1", None, 2)
    page.write_rich_string(1, 1, "Klar ", book.add_format({"bold": True}), "tale")
    page.write_url(1, 2, "https://example.no", string="lenke")
    date = book.add_format({"num_format": "dd.mm.yyyy"})
    page.write_datetime(1, 3, datetime(2019, 5, 5), date)  # noqa: DTZ001 - a spreadsheet's time
    page.write_number(1, 4, 0.25, book.add_format({"num_format": "0 %"}))
    assert text_of(closed(book, data)) == [
        ["5", "5.5", "5.0", "01", "2343000", "-3", "tekst", "true"],
        ["2", "Klar tale", "lenke", "2019-05-05 00:00:00", "0.25", "", "", ""],
    ]


def test_digits_that_a_spreadsheet_keeps_but_never_shows() -> None:
    data = rezipped(xlsx_bytes([[7]]), SHEET, [("<v>7</v>", "<v>3.3000000000000003</v>")])
    assert text_of(data) == [["3.3"]]


def test_inline_texts_and_cells_without_a_reference() -> None:
    row = '<row><c t="inlineStr"><is><t>Medlem</t></is></c><c><v>5</v></c></row></sheetData>'
    data = rezipped(xlsx_bytes([["x"]]), SHEET, [("</sheetData>", row)])
    assert text_of(data) == [["x", ""], ["Medlem", "5"]]


def test_a_date_made_of_a_grade(tmp_path: Path, messages: SnapshotAssertion) -> None:
    book, data = book_of(Data=ROWS)
    date = book.add_format({"num_format": "dd.mmm"})
    when = datetime(2019, 5, 3)  # noqa: DTZ001 - a spreadsheet's time
    book.worksheets()[0].write_datetime(2, 3, when, date)
    assert told_with(tmp_path, closed(book, data)) == messages


@pytest.mark.parametrize("path", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET])
@pytest.mark.parametrize("broken", ["", "<", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_a_damaged_part_is_a_damaged_file(path: str, broken: str, tmp_path: Path) -> None:
    data = _replaced(xlsx_bytes(ROWS), path, broken)
    told = told_with(tmp_path, data)
    assert told.startswith("karakterer/m03.xlsx")
    assert "skadet" in told or "filen er tom" in told


def _replaced(data: bytes, path: str, text: str) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, text if name == path else old.read(name))
    return changed.getvalue()


@pytest.mark.parametrize("reference", ["ENSID2", "d2", "D99999999", "D", ""])
def test_a_cell_that_is_nowhere_is_damage_and_not_a_very_wide_sheet(
    reference: str, tmp_path: Path
) -> None:
    data = rezipped(xlsx_bytes(ROWS), SHEET, [('r="D2"', f'r="{reference}"')])
    assert "skadet eller avkortet" in told_with(tmp_path, data)


@pytest.mark.parametrize("count", ["999999999", "-1", "two", "1e9"])
def test_repetitions_beyond_any_sheet_are_damage(count: str, tmp_path: Path) -> None:
    row = ods_row(ods_cell("x")).replace("row>", f'row table:number-rows-repeated="{count}">', 1)
    assert "skadet eller avkortet" in told_with(tmp_path, ods_book(row), "m03.ods")


ODS = "table:table-cell"
ODS_FAULTS = {
    "a formula that was never calculated": f'<{ODS} table:formula="of:=3+4"/>',
    "an error": (
        f'<{ODS} table:formula="of:=NA()" office:value-type="string" office:string-value="" '
        f'calcext:value-type="error"><text:p>#N/A</text:p></{ODS}>'
    ),
    "a date": (
        f'<{ODS} office:value-type="date" office:date-value="2019-05-03">'
        f"<text:p>03.05.19</text:p></{ODS}>"
    ),
    "merged cells": f'<{ODS} table:number-rows-spanned="2" office:value-type="float" '
    f'office:value="7"><text:p>7</text:p></{ODS}>',
    "a note": (
        f'<{ODS} office:value-type="float" office:value="7"><office:annotation><text:p>Husk!'
        f"</text:p></office:annotation><text:p>7</text:p></{ODS}>"
    ),
}


@pytest.mark.parametrize("fault", ODS_FAULTS)
def test_ods(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    headings, first, second = [[ods_cell(cell) for cell in cells] for cells in ROWS]
    first[3] = ODS_FAULTS[fault]
    if fault == "merged cells":
        second[3] = "<table:covered-table-cell/>"
    data = ods_book(ods_row(*headings) + ods_row(*first) + ods_row(*second))
    assert told_with(tmp_path, data, "m03.ods") == messages


def test_an_ods_of_a_thousand_million_cells_is_refused(
    tmp_path: Path, messages: SnapshotAssertion
) -> None:
    wide = ods_cell("x").replace("cell ", 'cell table:number-columns-repeated="16000" ', 1)
    many = ods_row(wide).replace("row>", 'row table:number-rows-repeated="1000000">', 1)
    content = "".join(ods_row(*map(ods_cell, cells)) for cells in ROWS) + many
    assert told_with(tmp_path, ods_book(content), "m03.ods") == messages


def test_repeated_rows_and_cells_of_an_ods() -> None:
    row = ods_row('<table:table-cell table:number-columns-repeated="2"/>', ods_cell("x"))
    blank = row.replace(ods_cell("x"), "").replace("row>", 'row table:number-rows-repeated="3">', 1)
    assert text_of(ods_book(blank + row), "m.ods") == [["", "", ""]] * 3 + [["", "", "x"]]


WHOLE = [("m.xlsx", xlsx_bytes(ROWS)), ("m.ods", ods_bytes(ROWS))]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_is_too_odd_to_report(data: st.DataObject) -> None:
    name, whole = data.draw(st.sampled_from(WHOLE))
    at = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(0, 40))
    noise = data.draw(st.binary(max_size=40))
    opened = read(name, whole[:at] + noise + whole[at + length :])
    assert opened.sheets or opened.problems


def test_a_workbook_made_elsewhere_gives_the_same_review(tmp_path: Path) -> None:
    expected = loaded(valid().write(tmp_path / "csv", "csv")).review
    for ending in ("xlsx", "ods"):
        assert loaded(valid().write(tmp_path / ending, ending)).review == expected
