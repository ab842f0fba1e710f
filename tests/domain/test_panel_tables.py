"""K1–K3: a panel's tables ask for what the criteria in force look at, and for no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from reviewpkg.domain import panel_tables
from reviewpkg.domain.call import Grading, Scale
from reviewpkg.domain.screening import WITHOUT_BOUND, Screening
from reviewpkg.domain.tables import Moment, Number, Table, Word

TOTAL = Scale(Fraction(1), Fraction(5), Fraction(1))
JOINT = Scale(Fraction(1), Fraction(5), Fraction(1, 10))
GRADING = Grading(TOTAL, JOINT, ())
EVERYTHING = Screening(
    deadline=datetime(2024, 5, 15, 16, tzinfo=ZoneInfo("Europe/Oslo")),
    amount_min=7_000_000,
    duration_max_months=60,
    language="engelsk",
    regions=panel_tables.HEALTH_REGIONS,
    cv_max_pages=5,
    channel="eSøknad",
)
NOTHING = Screening(omitted=frozenset(WITHOUT_BOUND))
ASKED = {
    "F1": "Innsendt",
    "F3": "Varighet",
    "F4": "Språk",
    "F5": "Ledelsesforankring",
    "F6": "Brukermedvirkning",
    "F8": "Pasientinklusjon",
    "F10": "Markører",
    "F11": "Kanal",
}
ALWAYS = {"Prosjektnummer", "Prosjektnavn", "Søkerinstitusjon", "Helseregion", "Søknadssum"}
TABLES = (
    panel_tables.applications(EVERYTHING),
    panel_tables.partners(EVERYTHING),
    panel_tables.cvs(EVERYTHING),
    panel_tables.institutions(EVERYTHING),
    panel_tables.EXPERTS,
    panel_tables.CONFLICTS,
    panel_tables.grades(GRADING),
    panel_tables.joint_grades(GRADING),
)
NAMES = [table.name for table in TABLES]


def required(screening: Screening) -> set[str]:
    columns = panel_tables.applications(screening).columns
    return {column.heading for column in columns if not column.optional}


@pytest.mark.parametrize(
    "table", [*TABLES, panel_tables.applications(NOTHING)], ids=[*NAMES, "soknader uten krav"]
)
def test_no_heading_and_no_field_stands_twice_in_a_table(table: Table) -> None:
    headings = [column.heading.casefold() for column in table.columns]
    headings += [heading.casefold() for heading in table.shown]
    assert len(set(headings)) == len(headings)
    assert len({column.field for column in table.columns}) == len(table.columns)


def test_k1_every_criterion_in_force_asks_for_its_column() -> None:
    assert required(EVERYTHING) == ALWAYS | set(ASKED.values())
    assert required(NOTHING) == ALWAYS


@pytest.mark.parametrize("criterion", ASKED)
def test_k1_a_criterion_left_out_takes_its_own_column_with_it(criterion: str) -> None:
    screening = replace(EVERYTHING, omitted=frozenset({criterion}))
    assert required(EVERYTHING) - required(screening) == {ASKED[criterion]}
    # A column that nobody asks for may stand there all the same, without a remark.
    assert ASKED[criterion] in panel_tables.applications(screening).shown


def test_f1_a_time_without_an_offset_is_the_calls_own() -> None:
    cell = panel_tables.applications(EVERYTHING).column("submitted").cell
    assert cell == Moment("Europe/Oslo")


@pytest.mark.parametrize("table", TABLES[:4], ids=lambda table: table.name)
def test_f7_a_region_is_one_of_the_health_regions(table: Table) -> None:
    assert table.column("region").cell == Word(panel_tables.HEALTH_REGIONS, required=True)


def test_f7_a_call_may_have_regions_of_its_own() -> None:
    table = panel_tables.partners(replace(EVERYTHING, regions=("Nord", "Svalbard")))
    words = (*panel_tables.HEALTH_REGIONS, "Svalbard")
    assert table.column("region").cell == Word(words, required=True)


def test_k2_and_k3_each_grade_is_read_on_its_own_scale() -> None:
    grades, joint = panel_tables.grades(GRADING), panel_tables.joint_grades(GRADING)
    assert grades.column("quality").cell == grades.column("benefit").cell == Number(TOTAL)
    assert joint.column("grade").cell == Number(JOINT)
