from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.intake.folders import (
    CallFolder,
    Cell,
    csv_bytes,
    loaded,
    rezipped,
    told,
    told_of,
    valid,
    xlsx_bytes,
)

GRADES = "karakterer/m03"


def _headings(*headings: Cell) -> Callable[[CallFolder], object]:
    def change(folder: CallFolder) -> None:
        folder.tables[GRADES][0] = list(headings)

    return change


def _column(table: str, heading: Cell, cell: Cell) -> Callable[[CallFolder], object]:
    def change(folder: CallFolder) -> None:
        for at, cells in enumerate(folder.tables[table]):
            cells.append(cell if at else heading)

    return change


def _title_above(folder: CallFolder) -> None:
    folder.tables[GRADES][:0] = [["Karakterer fra Cecilie"], [None]]


def _two_missing_columns(folder: CallFolder) -> None:
    folder.rename("soknader", "Par", "Gruppe")
    folder.rename("soknader", "Søknadssum", "Beløp")


FAULTS: dict[str, Callable[[CallFolder], object]] = {
    "a missing column": _headings("Prosjektnummer", "Medlem", "Relevans", "Vurdering"),
    "a column nearly right": lambda folder: folder.rename(
        GRADES, "Totalkarakter", "Total karakter"
    ),
    "two missing columns": _two_missing_columns,
    "a column twice": _column(GRADES, "totalkarakter ", 5),
    "an unknown column": _column(GRADES, "Egne notater", "bra"),
    "an optional column nearly right": lambda folder: folder.rename(
        "inhabilitet", "Stedfortreder", "Stedfortreter"
    ),
    "a column without a heading": _column(GRADES, None, "bra"),
    "the form's own columns": _column(GRADES, "Prosjektnavn", "Søvn og helse"),
    "a title above the headings": _title_above,
    "no headings": lambda folder: folder.drop(GRADES, 1),
    "another table": lambda folder: folder.tables.update(
        {GRADES: [list(row) for row in folder.tables["brukerrepresentanter"]]}
    ),
    "an empty sheet": lambda folder: folder.tables.update({GRADES: []}),
    "headings only": lambda folder: folder.tables.update({GRADES: folder.tables[GRADES][:1]}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_headings(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    FAULTS[fault](folder)
    assert told(folder, tmp_path, "xlsx") == messages


@pytest.mark.parametrize(
    "headings",
    [
        ["PROSJEKTNUMMER", "medlem", "relevans", "TotalKarakter", "kommentar"],
        ["  Prosjektnummer ", "\u00a0Medlem", "Relevans\u00a0", "Totalkarakter\n", "Kommentar"],
        ["Prosjekt\u00adnummer", "Medlem\u200b", "Relevans", "Totalkarakter", "Kommentar"],
    ],
)
@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
def test_headings_are_matched_as_people_read_them(
    headings: list[Cell], ending: str, tmp_path: Path
) -> None:
    folder = valid()
    folder.tables[GRADES][0] = headings
    assert told(folder, tmp_path, ending) == ""


def test_doubled_and_broken_spaces_inside_a_heading(tmp_path: Path) -> None:
    folder = valid()
    folder.replace('label = "Relevans"', 'label = "Nytte og  relevans"')
    for member in ("m01", "m02", "m03", "m04", "m05", "m06"):
        folder.rename(f"karakterer/{member}", "Relevans", "nytte\u00a0og\n relevans")
    assert told(folder, tmp_path, "xlsx") == ""


def test_letters_made_of_two_characters(tmp_path: Path) -> None:
    folder = valid()
    folder.rename("soknader", "Område", "Omra\u030ade")
    assert told(folder, tmp_path) == ""


def test_columns_in_any_order(tmp_path: Path) -> None:
    straight, turned = valid(), valid()
    for rows in turned.tables.values():
        for cells in rows:
            cells.reverse()
    first = loaded(straight.write(tmp_path / "a", "xlsx")).review
    assert loaded(turned.write(tmp_path / "b", "xlsx")).review == first


@pytest.mark.parametrize(("row", "column"), [(0, 2), (3, 0), (5, 7)])
def test_rows_are_those_that_the_spreadsheet_shows(row: int, column: int, tmp_path: Path) -> None:
    folder = valid()
    folder.put(GRADES, 3, "Totalkarakter", 9)
    rows = folder.tables.pop(GRADES)
    at = folder.write(tmp_path, "xlsx")
    (at / f"{GRADES}.xlsx").write_bytes(xlsx_bytes(rows, "Data", row, column))
    assert told_of(at) == (
        f"karakterer/m03.xlsx, ark «Data», rad {row + 3}, kolonne «Totalkarakter»: "
        "ventet et helt tall fra 1 til 7, fant «9»."
    )


def test_a_merged_heading_is_one_problem(tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    rows = folder.tables.pop(GRADES)
    rows[0][4] = None
    at = folder.write(tmp_path, "xlsx")
    merged = rezipped(
        xlsx_bytes(rows),
        "xl/worksheets/sheet1.xml",
        [("</sheetData>", '</sheetData><mergeCells><mergeCell ref="D1:E1"/></mergeCells>')],
    )
    (at / f"{GRADES}.xlsx").write_bytes(merged)
    assert told_of(at) == messages


def test_a_merged_title_beside_the_table_is_none_of_our_business(tmp_path: Path) -> None:
    folder = valid()
    rows = folder.tables.pop(GRADES)
    at = folder.write(tmp_path, "xlsx")
    merged = rezipped(
        xlsx_bytes(rows),
        "xl/worksheets/sheet1.xml",
        [("</sheetData>", '</sheetData><mergeCells><mergeCell ref="G1:H2"/></mergeCells>')],
    )
    (at / f"{GRADES}.xlsx").write_bytes(merged)
    assert told_of(at) == ""


def test_a_heading_that_shows_an_error(tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    rows = folder.tables.pop(GRADES)
    at = folder.write(tmp_path, "xlsx")
    old = xlsx_bytes([[*rows[0], 17], *rows[1:]])
    broken = rezipped(old, "xl/worksheets/sheet1.xml", [("<v>17</v>", "<f>A1</f>")])
    (at / f"{GRADES}.xlsx").write_bytes(broken)
    assert told_of(at) == messages


def test_a_csv_title_above_the_headings(tmp_path: Path) -> None:
    at = valid().write(tmp_path, "csv")
    rows = valid().tables["soknader"]
    (at / "soknader.csv").write_bytes(csv_bytes([["Søknader 2019"], *rows]))
    assert told_of(at) == "soknader.csv: overskriftene står først i rad 2; slett radene over dem."
