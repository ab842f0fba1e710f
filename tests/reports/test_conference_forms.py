"""The workbooks of 2.1 to 2.4, filled in and read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewpkg.domain import conference_tables
from reviewpkg.domain.steps import Step
from reviewpkg.domain.tables import Table
from reviewpkg.intake.files import open_table
from reviewpkg.intake.rows import Rows, read_rows
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.conference_packets import (
    joint_packet,
    plenary_1_packet,
    plenary_2_packet,
    second_opinion_packet,
)
from reviewpkg.reports.form_document import FormDocument
from tests.reports.conference_call import FURNITURE, GRADING, ROUND_1, areas, before
from tests.workbook_xml import FIRST, column, filled_in, part, unlocked

MADE = {
    step: make(ROUND_1, before(step), areas(before(step)), FURNITURE)
    for step, make in (
        (Step.JOINT, joint_packet),
        (Step.PLENARY_1, plenary_1_packet),
        (Step.SECOND_OPINION, second_opinion_packet),
        (Step.PLENARY_2, plenary_2_packet),
    )
}
FORMS = tuple(form for made in MADE.values() for form in made.forms)
CASES: tuple[tuple[Table, str, dict[str, str]], ...] = (
    (conference_tables.user_joint_grades(GRADING), "brukersamlet", {"Samlet karakter": "5.5"}),
    (conference_tables.plenary_1(GRADING), "plenum1", {}),
    (
        conference_tables.plenary_1(GRADING),
        "plenum1",
        {"Ny karakter": "5.5", "Tilleggsvurdering": "ja", "Tilleggspar": "P1"},
    ),
    (conference_tables.second_opinions(GRADING), "tilleggsvurdering", {"Karakter": "3"}),
    (conference_tables.user_supplements(GRADING), "brukertillegg", {"Karakter": "6.5"}),
    (
        conference_tables.plenary_2(GRADING),
        "plenum2",
        {"Ny karakter": "4", "Besluttet av": "leder", "Begrunnelse": "- sterk uenighet"},
    ),
)


def forms_of(table: str) -> list[FormDocument]:
    return [form for form in FORMS if form.path.rpartition("/")[2].startswith(table)]


def read_back(folder: Path, table: Table, name: str, values: dict[str, str]) -> Rows:
    """Fill every row of every form of a table in alike, and read what comes back."""
    (folder / name).mkdir()
    for form in forms_of(name):
        rows = range(2, len(form.workbook.rows) + 2)
        answers = {
            f"{column(form.workbook, heading)}{row}": value
            for heading, value in values.items()
            for row in rows
        }
        data = filled_in(form_workbook(form.workbook), answers)
        (folder / name / f"{form.path.rpartition('/')[2]}.xlsx").write_bytes(data)
    return read_rows(table, open_table(folder, name))


@pytest.mark.parametrize(("table", "name", "values"), CASES)
def test_filled_in_it_is_read_without_a_word(
    tmp_path: Path, table: Table, name: str, values: dict[str, str]
) -> None:
    read = read_back(tmp_path, table, name, values)
    assert read.problems == ()
    expected = sorted(str(row[0]) for form in forms_of(name) for row in form.workbook.rows)
    assert sorted(row.text("project_number") for row in read.rows) == expected


@pytest.mark.parametrize(("table", "name", "values"), CASES)
def test_only_what_is_asked_for_can_be_written(
    table: Table, name: str, values: dict[str, str]
) -> None:
    form = forms_of(name)[0].workbook
    given = {"project_number", "pair"} if name == "tilleggsvurdering" else {"project_number"}
    asked = {column(form, one.heading) for one in table.columns if one.field not in given}
    assert unlocked(form_workbook(form)) == asked
    assert {column(form, heading) for heading in values} <= asked


def test_a_cell_for_one_of_a_few_words_offers_them() -> None:
    form = forms_of("plenum2")[0].workbook
    sheet = part(form_workbook(form), FIRST)
    assert '"par,leder"' in sheet.replace("&quot;", '"')


def test_no_two_forms_share_a_file_name_within_a_table() -> None:
    for step, made in MADE.items():
        names = [form.path.rpartition("/")[2] for form in made.forms]
        assert len(names) == len(set(names)), step
