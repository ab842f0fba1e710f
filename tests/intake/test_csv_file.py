from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.intake.csv_file import read
from reviewpkg.intake.sheets import Cells
from tests.intake.folders import csv_bytes, loaded, told_of, valid


def rows(text: str | bytes) -> tuple[Cells, ...]:
    opened = read("m.csv", text.encode() if isinstance(text, str) else text)
    assert not opened.problems
    return opened.sheets[0].rows


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_usual_csv(separator: str, encoding: str, end: str, tmp_path: Path) -> None:
    expected = loaded(valid().write(tmp_path / "a")).review
    at = valid().write(tmp_path / "b")
    for name, table in valid().tables.items():
        (at / f"{name}.csv").write_bytes(csv_bytes(table, separator, encoding, end))
    assert loaded(at).review == expected


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    assert rows('a;b\r\n\r\n"x\r\ny";1\r\n;\r\nz;2') == (
        ("a", "b"),
        (),
        ("x\r\ny", "1"),
        ("", ""),
        ("z", "2"),
    )


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "sep=;;;"])
def test_a_line_that_names_the_separator_is_no_row(first: str) -> None:
    assert rows(f"{first}\r\na;b,c\r\n1;2\r\n") == (("a", "b,c"), ("1", "2"))


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('1;17" skjerm', ("1", '17" skjerm')),
        ('1;"17"" skjerm"', ("1", '17" skjerm')),
        ('1;den "gode" boka', ("1", 'den "gode" boka')),
        ('1;""', ("1", "")),
    ],
)
def test_quotation_marks_inside_a_cell(line: str, cells: Cells) -> None:
    assert rows(f"a;b\n{line}\n{line}\n")[1:] == (cells, cells)


def test_separators_are_counted_outside_quotation_marks() -> None:
    assert rows('a;"b, c, d";e\n1;2;3\n')[1] == ("1", "2", "3")


def test_separators_before_the_headings_say_nothing() -> None:
    assert rows(",,,;\n\na;b;c\n1;2;3\n")[3] == ("1", "2", "3")


def test_trailing_separators_are_harmless(tmp_path: Path) -> None:
    at = valid().write(tmp_path)
    for name in ("soknader.csv", "karakterer/m03.csv"):
        text = (at / name).read_text(encoding="utf-8")
        (at / name).write_text(text.replace("\n", ";;;\n"), encoding="utf-8", newline="")
    assert told_of(at) == ""


def test_a_separator_at_the_end_of_every_row_but_the_first(tmp_path: Path) -> None:
    at = valid().write(tmp_path)
    text = csv_bytes(valid().tables["karakterer/m03"], ",", end=",\n")
    (at / "karakterer" / "m03.csv").write_bytes(text.replace(b",\n", b"\n", 1))
    assert told_of(at) == ""


GRADES = "Prosjektnummer,Medlem,Relevans,Totalkarakter,Kommentar\n"
FAULTS = {
    "a decimal comma cut in two": GRADES + "2019/FO100003,m03,1,7,bra\n2019/FO100004,m03,1,3,5,\n",
    "a comment cut in two": GRADES
    + "2019/FO100003,m03,1,7,bra\n2019/FO100004,m03,1,3,god, men kort\n",
    "a decimal comma under a blank heading": GRADES.replace("Kommentar", "")
    + "2019/FO100003,m03,1,7,\n2019/FO100004,m03,1,3,5\n",
    "an open quotation mark": GRADES + '2019/FO100003,m03,1,7,bra\n2019/FO100004,m03,1,3,"god\n',
    "quotation marks in a row": GRADES + '2019/FO100003,m03,1,7,"17" skjerm"\n',
    "a Mac's letters": "Prosjektnummer;S¿kers medlem;Totalkarakter\n",
    "one cell a row": '"Prosjektnummer;Medlem;Totalkarakter"\n"2019/FO100003;m03;7"\n',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_csv(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    at = valid().write(tmp_path)
    (at / "karakterer" / "m03.csv").write_text(FAULTS[fault], encoding="utf-8")
    assert told_of(at) == messages


def test_bytes_of_no_encoding(tmp_path: Path, messages: SnapshotAssertion) -> None:
    at = valid().write(tmp_path)
    (at / "karakterer" / "m03.csv").write_bytes(b"Prosjektnummer;Medlem\x81;\xff\n")
    assert told_of(at) == messages


@pytest.mark.parametrize(
    "text",
    [
        ";" * 1_000_000,
        "a;b\n" + ";" * 1_000_000,
        "a;b\n" * 200_000,
        '"' * 1_000_001,
        '"' + "a;b\n" * 200_000,
        "\n" * 1_000_000 + "a",
    ],
    ids=["wide", "wide below", "long", "quotes", "open quote", "blank"],
)
def test_odd_files_take_bounded_time(text: str) -> None:
    opened = read("m.csv", text.encode())
    assert opened.sheets or opened.problems


@pytest.mark.parametrize(
    ("data", "row", "said"),
    [
        (b"a;b\n" * 1_000_002, 0, "flere rader eller kolonner enn noen tabell"),
        (b"a;b\n" + b"\n" * 2**20, 0, "flere rader eller kolonner enn noen tabell"),
        (b"a;b\n" + b";" * 1000 + b"x\n", 0, "flere rader eller kolonner enn noen tabell"),
        (b"a;b\n" + (b";" * 150 + b"\n") * 70_000, 0, "flere rader eller kolonner"),
        (b"a;b\n" + b"x" * 131_073, 2, "mer tekst enn et regneark tar imot"),
        (b'a;b\n"' + b"x" * 131_073, 2, "går ikke opp"),
        (b"a;b\n\0" * 3, 0, "skadet eller avkortet"),
    ],
    ids=["rows", "empty rows", "columns", "empty cells", "letters", "letters in quotes", "zeros"],
)
def test_more_than_any_table_holds_is_said(data: bytes, row: int, said: str) -> None:
    (problem,) = read("m.csv", data).problems
    assert said in problem.sentence
    assert problem.place.row == row


def test_as_much_as_a_table_may_hold_is_read() -> None:
    line = ";".join("x" * 1000) + ";" * 10 + "\n"
    assert {len(cells) for cells in rows(line * 3)} == {1000}
    assert len(rows("a;b\n" * 1_000_000)) == 1_000_000
    assert rows(f"a;{'x' * 100_000}\n")[0][1] == "x" * 100_000
