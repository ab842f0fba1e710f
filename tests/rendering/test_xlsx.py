from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from reviewpkg.domain.call import Scale
from reviewpkg.domain.form_identity import FormIdentity
from reviewpkg.domain.forms import CLOSED, FormColumn, FormWorkbook, Section
from reviewpkg.domain.tables import Count, Number, Table, Text
from reviewpkg.languages.language import Language
from reviewpkg.rendering.xlsx import form_workbook, table_workbook
from tests.workbook_xml import FIRST, SECOND, cells, everything, part, unlocked

HALVES = Scale(Fraction(1), Fraction(3), Fraction(1, 2))
HUNDREDTHS = Scale(Fraction(0), Fraction(3), Fraction(1, 100))
FORM = FormWorkbook(
    call="Fondet & Co · Forskning 2019",
    title="Skjema",
    step="Trinn 1 · Prøving",
    recipient="Kari Nordmann",
    date=date(2019, 11, 20),
    language=Language.BOKMAL,
    sheet="Karakterer",
    table=Table("karakterer", ()),
    columns=(
        FormColumn("Nummer"),
        FormColumn("Tittel"),
        FormColumn("Snitt"),
        FormColumn("Karakter", Number(HALVES)),
        FormColumn("Antall", Count(2)),
        FormColumn("Kommentar", Text(), optional=True),
    ),
    rows=(
        ("0012", "=1+1", Fraction(11, 2), None, None, None),
        ("0013", "@SUM(A1:A2)", 4, None, None, None),
        ("0014", "{=HYPERLINK(1)}", None, None, None, None),
        ("0015", "https://example.org/", None, None, None, None),
        ("0016", "+47 & <b>-1</b>\nlinje to", None, None, None, None),
    ),
    explanation=(Section("Slik fyller du ut", ("Skriv.", "Lagre.")),),
    identity=FormIdentity("fondet-2019", "1", "skjema", "3f9a1c2e", "0123456789"),
)


def test_headings_stand_in_the_first_row_of_the_first_sheet() -> None:
    found = cells(form_workbook(FORM))
    first_row = [found[f"{letter}1"] for letter in "ABCDEF"]
    assert first_row == [one.heading for one in FORM.columns]


def test_what_looks_like_a_formula_stays_text() -> None:
    workbook = form_workbook(FORM)
    found = cells(workbook)
    assert [found[f"B{row}"] for row in range(2, 7)] == [row[1] for row in FORM.rows]
    assert found["A2"] == "0012"
    for sheet in (FIRST, SECOND):
        assert "<f" not in part(workbook, sheet).replace("<formula", "")
        assert "<hyperlink" not in part(workbook, sheet)


def test_numbers_that_are_shown_are_numbers() -> None:
    found = cells(form_workbook(FORM))
    assert (found["C2"], found["C3"]) == ("5.5", "4")


def test_only_what_is_asked_for_is_unlocked() -> None:
    workbook = form_workbook(FORM)
    assert unlocked(workbook) == {"D", "E", "F"}
    for sheet in (FIRST, SECOND):
        protection = part(workbook, sheet).partition("<sheetProtection")[2].partition(">")[0]
        assert 'sheet="1"' in protection
        assert "password" not in protection
        assert 'formatColumns="0"' in protection
        assert 'formatRows="0"' in protection


def test_a_scale_is_chosen_from_a_range_of_numbers() -> None:
    workbook = form_workbook(FORM)
    assert 'type="list"' in part(workbook, FIRST)
    assert 'sqref="D2:D6"' in part(workbook, FIRST)
    source = part(workbook, FIRST).partition("<formula1>")[2].partition("<")[0]
    sheet, _, where = source.partition("!")
    first, last = (int(end.rpartition("$")[2]) for end in where.split(":"))
    found = cells(workbook, SECOND)
    assert sheet == "Forklaring"
    assert [found[f"A{row}"] for row in range(first, last + 1)] == ["1", "1.5", "2", "2.5", "3"]
    assert f"A{last + 1}" not in found


def test_columns_on_the_same_scale_share_its_range() -> None:
    second = FormColumn("Karakter 2", Number(HALVES))
    rows = tuple((*row, None) for row in FORM.rows)
    workbook = form_workbook(replace(FORM, columns=(*FORM.columns, second), rows=rows))
    assert part(workbook, FIRST).count('type="list"') == 2
    assert list(cells(workbook, SECOND).values()).count("2.5") == 1


def test_a_scale_of_very_many_values_is_bounded_instead_of_listed() -> None:
    columns = (*FORM.columns[:3], FormColumn("Karakter", Number(HUNDREDTHS)), *FORM.columns[4:])
    workbook = form_workbook(replace(FORM, columns=columns))
    rule = part(workbook, FIRST)
    assert 'type="list"' not in rule
    assert 'type="decimal"' in rule
    assert "<formula1>0.0</formula1><formula2>3.0</formula2>" in rule
    assert len(cells(workbook, SECOND)) < 20


def test_a_count_is_a_whole_number_from_its_least() -> None:
    rule = part(form_workbook(FORM), FIRST)
    assert 'type="whole" operator="greaterThanOrEqual"' in rule
    assert 'sqref="E2:E6"><formula1>2</formula1>' in rule


ONCE = replace(
    FORM,
    columns=(
        FormColumn("Nummer"),
        FormColumn("Plass", Number(Scale(*map(Fraction, (1, 3, 1)))), unique=True),
        FormColumn("Antall", Count(2), unique=True),
    ),
    rows=(("a", CLOSED, CLOSED), ("b", None, CLOSED), ("c", None, None)),
)


def test_a_value_that_stands_once_is_refused_in_another_row() -> None:
    workbook = form_workbook(ONCE)
    rule = part(workbook, FIRST).replace("&gt;", ">").replace("&lt;", "<")
    assert rule.count('type="custom"') == 2
    once = "COUNTIF($B$2:$B$4,B2)=1"
    assert f"AND(ISNUMBER(B2),B2>=1,MOD(B2-1,1)=0,B2<=3,{once})" in rule
    assert "AND(ISNUMBER(C2),C2>=2,MOD(C2-2,1)=0,COUNTIF($C$2:$C$4,C2)=1)" in rule
    assert rule.count('type="duplicateValues"') == 2
    assert 'type="list"' not in rule
    assert "Skriv et tall: 1–3. Bruk hvert tall bare én gang." in rule
    assert "Gyldige verdier" not in everything(workbook)


def test_what_is_closed_is_grey_and_cannot_be_written_in() -> None:
    workbook = form_workbook(ONCE)
    sheet = part(workbook, FIRST)
    style = {cell: re.search(f'r="{cell}" s="(\\d+)"', sheet) for cell in ("A2", "A3", "B2", "C3")}
    found = {cell: match[1] for cell, match in style.items() if match}
    assert found["B2"] == found["C3"] == found["A2"] != found["A3"]
    assert unlocked(workbook) == {"B", "C"}
    assert 'activeCell="B3"' in sheet


def test_help_and_refusal_say_what_fits() -> None:
    rule = part(form_workbook(FORM), FIRST)
    assert "Velg fra listen eller skriv et tall: 1–3 i trinn på 0,5." in rule
    assert "Her kan du bare skrive et helt tall, 2 eller mer." in rule
    assert "Bruk komma foran desimaler." in rule


def test_a_form_prints_on_landscape_a4_one_page_wide() -> None:
    workbook = form_workbook(FORM)
    sheet = part(workbook, FIRST)
    assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"' in sheet
    assert "_xlnm.Print_Titles" in part(workbook, "xl/workbook.xml")
    assert "autoFilter" not in sheet
    assert 'state="frozen"' in sheet


def test_every_printed_page_says_call_step_and_whose_copy() -> None:
    workbook = form_workbook(FORM)
    for name in (FIRST, SECOND):
        sheet = part(workbook, name).replace("&amp;", "&")
        assert "Fondet && Co · Forskning 2019" in sheet
        assert "Trinn 1 · Prøving" in sheet
        assert "Kopi: Kari Nordmann" in sheet
        assert "20. november 2019 · grunnlag 3f9a1c2e · Side &P av &N" in sheet.replace("\xa0", " ")


@pytest.mark.parametrize("text", ["&" * 400, "x" * 400, "\N{SLIGHTLY SMILING FACE}&" * 200, ""])
def test_long_words_are_cut_rather_than_lost(text: str) -> None:
    long = replace(FORM, call=text, title=text or "-", step=text, recipient=text)
    columns = (FormColumn(text[:200] or "-", Number(HALVES)),)
    workbook = form_workbook(replace(long, columns=columns, rows=((None,),)))
    sheet = part(workbook, FIRST)
    for band in ("oddHeader", "oddFooter"):
        written = sheet.partition(f"<{band}>")[2].partition("<")[0].replace("&amp;", "&")
        assert len(written.encode("utf-16-le")) // 2 <= 255
        assert written.replace("&&", "").count("&") == 6


def test_a_text_longer_than_a_cell_is_cut() -> None:
    rows = (("1", "å" * 40_000, None, None, None, None),)
    found = cells(form_workbook(replace(FORM, rows=rows)))
    assert len(found["B2"]) == 32_767
    assert found["B2"].endswith("…")


def test_properties_name_the_form_and_nobody() -> None:
    core = part(form_workbook(FORM), "docProps/core.xml")
    assert "<dc:title>Skjema</dc:title>" in core
    assert "<dc:creator></dc:creator>" in core
    assert "2019-11-20T00:00:00Z</dcterms:created>" in core
    assert "2019-11-20T00:00:00Z</dcterms:modified>" in core


def test_a_form_without_rows_is_still_a_form() -> None:
    assert cells(form_workbook(replace(FORM, rows=())))["A1"] == "Nummer"


def test_a_table_is_written_as_text() -> None:
    rows = [("0012", "=1+1", "2019-11-20"), ("0013", "", "-3")]
    workbook = table_workbook("Avslag", ("Nummer", "Tittel", "Dato"), rows, date(2019, 11, 20))
    found = cells(workbook)
    assert [found[f"{letter}2"] for letter in "ABC"] == list(rows[0])
    assert found["C3"] == "-3"
    assert "B3" not in found
    assert "<f>" not in everything(workbook)


def test_bytes_are_the_same_in_every_process() -> None:
    program = (
        "import hashlib; from tests.rendering.test_xlsx import FORM; "
        "from reviewpkg.rendering.xlsx import form_workbook; "
        "print(hashlib.sha256(form_workbook(FORM)).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert hashes == {hashlib.sha256(form_workbook(FORM)).hexdigest()}
