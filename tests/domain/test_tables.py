"""The declared tables agree with one another and with the call's criteria."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reviewpkg.domain.call import Criterion, Grading, Scale
from reviewpkg.domain.tables import (
    APPLICATIONS,
    COMMITTEE,
    CONFLICTS,
    USER_REPRESENTATIVES,
    Number,
    Table,
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
TABLES = (
    APPLICATIONS,
    COMMITTEE,
    USER_REPRESENTATIVES,
    CONFLICTS,
    grades(GRADING),
    user_grades(GRADING),
    joint_grades(GRADING),
)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_heading_and_no_field_stands_twice_in_a_table(table: Table) -> None:
    headings = [column.heading.casefold() for column in table.columns]
    headings += [heading.casefold() for heading in table.shown]
    assert len(set(headings)) == len(headings)
    assert len({column.field for column in table.columns}) == len(table.columns)
    assert all(table.column(column.field) is column for column in table.columns)


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
    headings = {column.heading.casefold() for column in table.columns}
    assert fixed_headings() == headings | {heading.casefold() for heading in table.shown}
