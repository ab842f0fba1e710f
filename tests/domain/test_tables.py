"""The declared tables agree with one another and with the call's criteria."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from reviewpkg.domain.call import Criterion, Grading, Scale
from reviewpkg.domain.headings import every_heading
from reviewpkg.domain.screening import Screening
from reviewpkg.domain.tables import (
    APPLICATIONS,
    COMMITTEE,
    CONFLICTS,
    USER_REPRESENTATIVES,
    Moment,
    Number,
    Table,
    applications,
    fixed_headings,
    grades,
    joint_grades,
    user_grades,
)

TOTAL = Scale(Fraction(1), Fraction(7), Fraction(1))
JOINT = Scale(Fraction(1), Fraction(7), Fraction(1, 2))
SCORES = Scale(Fraction(0), Fraction(2), Fraction(1))
GRADING = Grading(
    TOTAL, JOINT, (Criterion("b", "Relevans", SCORES), Criterion("a", "Metode", SCORES))
)
DEADLINE = datetime(2019, 6, 3, 13, 0, tzinfo=ZoneInfo("Europe/Oslo"))
TABLES = (
    APPLICATIONS,
    COMMITTEE,
    USER_REPRESENTATIVES,
    CONFLICTS,
    grades(GRADING),
    user_grades(GRADING),
    joint_grades(GRADING),
)


SCREENED = {
    "soknader with amounts to screen": applications(Screening()),
    "soknader with a deadline": applications(Screening(deadline=DEADLINE)),
}


@pytest.mark.parametrize(
    "table", [*TABLES, *SCREENED.values()], ids=[*(table.name for table in TABLES), *SCREENED]
)
def test_no_heading_and_no_field_stands_twice_in_a_table(table: Table) -> None:
    headings = [column.heading.casefold() for column in table.columns]
    headings += [heading.casefold() for heading in table.shown]
    assert len(set(headings)) == len(headings)
    assert len({column.field for column in table.columns}) == len(table.columns)
    assert all(table.column(column.field) is column for column in table.columns)


def test_f1_the_time_of_submission_is_asked_for_where_there_is_a_deadline() -> None:
    assert applications(None) is APPLICATIONS
    column = applications(Screening(deadline=DEADLINE)).column("submitted")
    assert (column.heading, column.optional) == ("Innsendt", False)
    assert column.cell == Moment("Europe/Oslo")
    only_amounts = applications(Screening(amount_min=1))
    assert only_amounts.columns == APPLICATIONS.columns
    assert only_amounts.shown == ("Innsendt",)


def test_1_1_the_criteria_stand_in_the_calls_order_before_the_total_grade() -> None:
    headings = [column.heading for column in grades(GRADING).columns]
    assert headings == [
        "Prosjektnummer",
        "Medlem",
        "Relevans",
        "Metode",
        "Totalkarakter",
        "Kommentar",
    ]


def test_1_1_only_the_total_grade_must_be_given() -> None:
    must = [column.field for column in grades(GRADING).columns if not column.optional]
    assert must == ["project_number", "member", "total"]


def test_each_grade_is_read_on_its_own_scale() -> None:
    assert grades(GRADING).column("total").cell == Number(TOTAL)
    assert grades(GRADING).column("score_0").cell == Number(SCORES)
    assert user_grades(GRADING).column("grade").cell == Number(JOINT)
    assert joint_grades(GRADING).column("grade").cell == Number(JOINT)


def test_1_1_every_heading_of_the_grades_but_the_criteria_is_taken() -> None:
    table = grades(Grading(TOTAL, JOINT, ()))
    headings = {*(column.heading for column in table.columns), *table.shown}
    assert fixed_headings() == {
        said.casefold() for heading in headings for said in every_heading(heading)
    }
