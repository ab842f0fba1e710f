from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.intake.folders import CallFolder, loaded, rezipped, told, told_of, valid, xlsx_bytes

GRADES = "karakterer/m03"
SHEET = "xl/worksheets/sheet1.xml"


def _every_fault_of_a_file_at_once(folder: CallFolder) -> None:
    folder.put(GRADES, 2, "Totalkarakter", 9)
    folder.put(GRADES, 3, "Relevans", "god")
    folder.put("soknader", 2, "Søknadssum", "mye")
    folder.put("fagutvalg", 9, "Rolle", "gjest")
    folder.replace("top_cap = 3", "top_cap = 1")


FAULTS: dict[str, Callable[[CallFolder], object]] = {
    "a sum in kroner": lambda folder: folder.add(
        "soknader", "Sum", None, None, None, 10043000, None
    ),
    "a sum with a colon": lambda folder: folder.add(
        "soknader", None, "Totalt:", None, None, 10043000, None
    ),
    "a sum without a word": lambda folder: folder.add(
        "soknader", None, None, None, None, 10043000, None
    ),
    "a mean of grades": lambda folder: folder.add(GRADES, None, "Gjennomsnitt", None, 5, None),
    "a count of applications": lambda folder: folder.add(GRADES, "Antall: 2", None, None, 2, None),
    "an error in a cell that is only text": lambda folder: folder.put(
        "soknader", 3, "Prosjektnavn", "#REF!"
    ),
    "a Norwegian error in a grade": lambda folder: folder.put(GRADES, 3, "Totalkarakter", "#I/T"),
    "a remark below": lambda folder: folder.add(GRADES, "Frist 1. mai", None, None, None, None),
    "every fault of a file at once": _every_fault_of_a_file_at_once,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_rows(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    FAULTS[fault](folder)
    assert told(folder, tmp_path, "xlsx") == messages


@pytest.mark.parametrize("title", ["Sum of us", "Totalt kaos i hverdagen", "Snitt"])
def test_a_title_that_begins_like_a_sum_is_none(title: str, tmp_path: Path) -> None:
    folder = valid()
    folder.put("soknader", 3, "Prosjektnavn", title)
    for cells in folder.tables["soknader"]:
        cells[0], cells[1] = cells[1], cells[0]
    assert told(folder, tmp_path) == ""


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
def test_empty_rows_are_skipped_and_counted(ending: str, tmp_path: Path) -> None:
    folder = valid()
    folder.put(GRADES, 3, "Totalkarakter", 0)
    folder.tables[GRADES][2:2] = [[], [None] * 5, ["  ", "\u00a0"]]
    sheet = "" if ending == "csv" else ", ark «Ark1»"
    assert told(folder, tmp_path, ending) == (
        f"karakterer/m03.{ending}{sheet}, rad 6, kolonne «Totalkarakter»: "
        "ventet et helt tall fra 1 til 7, fant «0»."
    )


def test_what_stands_only_in_an_unknown_column_is_no_row(tmp_path: Path) -> None:
    folder = valid()
    folder.tables[GRADES][0].append("Notat")
    folder.add(GRADES, None, None, None, None, None, "husk fristen")
    assert told(folder, tmp_path, "xlsx") == (
        "Merknad: karakterer/m03.xlsx, ark «Ark1», rad 1, kolonne «Notat»: "
        "kolonnen er ukjent og ikke lest."
    )


def _with_sheet(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    folder = valid()
    rows = folder.tables.pop(GRADES)
    rows[1][3], rows[2][3] = 17, 18
    at = folder.write(tmp_path, "xlsx")
    sound = [("<v>17</v>", "<v>7</v>"), ("<v>18</v>", "<v>3</v>")]
    for place, (old, _) in enumerate(sound):
        if any(old in change[0] for change in changes):
            sound[place] = (old, old)
    (at / f"{GRADES}.xlsx").write_bytes(rezipped(xlsx_bytes(rows), SHEET, [*sound, *changes]))
    return at


WORKBOOK_FAULTS = {
    "a formula that was never calculated": ("<v>17</v>", "<f>3+4</f>"),
    "a formula with an empty value": ("<v>17</v>", "<f>3+4</f><v></v>"),
    "a calculated formula": ("<v>17</v>", "<f>3+4</f><v>7</v>"),
    "a formula that gives an empty text": (
        '<c r="D2"><v>17</v></c>',
        '<c r="D2" t="str"><f>""</f><v></v></c>',
    ),
    "an error": ('<c r="D2"><v>17</v></c>', '<c r="D2" t="e"><f>NA()</f><v>#N/A</v></c>'),
    "merged cells in the data": (
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    ),
    "merged cells beside the data": (
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="E2:G2"/></mergeCells>',
    ),
    "merged cells beyond the data": (
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="A9:XFD1048576"/></mergeCells>',
    ),
}


@pytest.mark.parametrize("fault", WORKBOOK_FAULTS)
def test_blank_cells_that_are_not_empty(
    fault: str, tmp_path: Path, messages: SnapshotAssertion
) -> None:
    assert told_of(_with_sheet(tmp_path, WORKBOOK_FAULTS[fault])) == messages


def test_merged_numbers_are_one_problem_however_many_rows(tmp_path: Path) -> None:
    folder = valid()
    rows = folder.tables.pop(GRADES)
    rows[2][0] = None
    at = folder.write(tmp_path, "xlsx")
    merge = '</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    merged = rezipped(xlsx_bytes(rows), SHEET, [("</sheetData>", merge)])
    (at / f"{GRADES}.xlsx").write_bytes(merged)
    assert told_of(at) == (
        "karakterer/m03.xlsx, ark «Ark1», rad 2: cellene A2:A3 er slått sammen; "
        "del dem opp og fyll ut hver celle."
    )


def test_numbers_and_texts_are_one(tmp_path: Path) -> None:
    folder = valid()
    folder.put("soknader", 2, "Par", 1)
    folder.put("soknader", 3, "Par", 1.0)
    folder.put("soknader", 4, "Par", " 2\u00a0")
    folder.put(GRADES, 2, "Totalkarakter", "7.0")
    folder.put(GRADES, 3, "Totalkarakter", 3.0)
    review = loaded(folder.write(tmp_path, "xlsx")).review
    assert [one.pair for one in review.applications] == ["1", "1", "2", "2", "3", "3"]
    assert [one.total for one in review.grades if one.member == "m03"] == [7, 3]


@pytest.mark.parametrize(
    ("table", "column", "most"),
    [
        ("soknader", "Prosjektnavn", 1_000),
        ("soknader", "Søkerorganisasjon", 200),
        ("fagutvalg", "Navn", 200),
        (GRADES, "Kommentar", 32_767),
    ],
)
def test_a_text_is_as_long_as_a_page_has_room_for(
    table: str, column: str, most: int, tmp_path: Path
) -> None:
    folder = valid()
    folder.put(table, 2, column, "x" * most)
    assert told(folder, tmp_path) == ""
    folder.put(table, 2, column, "x" * (most + 1))
    said = f"teksten er på {most + 1} tegn; kort den ned til høyst {most}."
    assert told(folder, tmp_path) == f"{table}.csv, rad 2, kolonne «{column}»: {said}"


def test_an_identifier_is_short(tmp_path: Path) -> None:
    folder = valid()
    folder.put("soknader", 2, "Prosjektnummer", "x" * 201)
    said = f"ventet et prosjektnummer, fant «{'x' * 60}…»."
    assert told(folder, tmp_path) == f"soknader.csv, rad 2, kolonne «Prosjektnummer»: {said}"


HIDDEN = "2019/\u202eFO\u2066100001\u200b\x1b\x07"


def test_what_no_eye_sees_is_no_part_of_an_identifier(tmp_path: Path) -> None:
    folder = valid()
    folder.put("soknader", 2, "Prosjektnummer", HIDDEN)
    folder.put("fagutvalg", 2, "Par", "1\u00ad")
    review = loaded(folder.write(tmp_path)).review
    assert review.applications[0].project_number == "2019/FO100001"


@pytest.mark.parametrize(
    "number", ["../../x", "CON", "nul.", "x.", "a\\b", "=1+1", "x;=1+1", "<b>", "%s{0}", "-"]
)
def test_a_project_number_may_look_like_anything(number: str, tmp_path: Path) -> None:
    folder = valid()
    for rows in folder.tables.values():
        for cells in rows:
            cells[:] = [number if cell == "2019/FO100001" else cell for cell in cells]
    review = loaded(folder.write(tmp_path)).review
    assert number in {one.project_number for one in review.applications}
