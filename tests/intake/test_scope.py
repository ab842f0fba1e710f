from pathlib import Path

from reviewpkg.domain import tables
from reviewpkg.domain.steps import Step
from reviewpkg.domain.tables import NUMBER, Table
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.intake.scope import Scope, kept
from reviewpkg.problems import Place, Severity
from tests.intake.conference_folders import KS, UNSELECTED, returned, scope_of, withdraw

TABLE = Table("prøve", (NUMBER, tables.MEMBER))


def _scope(at: Path) -> Scope:
    folder = returned()
    withdraw(folder, KS[3], "2.3")
    return scope_of(folder.write(at))


def _rows(*cells: tuple[str, str]) -> Rows:
    rows = tuple(
        Row(
            Place("prøve.csv", row=at),
            {"project_number": number, "member": member},
            frozenset(),
            {one.field: one.heading for one in TABLE.columns},
        )
        for at, (number, member) in enumerate(cells, start=2)
    )
    return Rows(TABLE, Place("prøve.csv"), rows, ())


def test_only_what_is_selected_and_not_withdrawn_takes_part(tmp_path: Path) -> None:
    scope = _scope(tmp_path)
    at_2_2 = [one.project_number for one in scope.taking_part(Step.PLENARY_1)]
    assert at_2_2 == [*KS, "2019/FO100005"]
    at_2_3 = [one.project_number for one in scope.taking_part(Step.SECOND_OPINION)]
    assert at_2_3 == [*KS[:3], "2019/FO100005"]


def test_the_acting_pair_has_the_substitute_and_the_pair_its_own(tmp_path: Path) -> None:
    scope = _scope(tmp_path)
    assert scope.acting_pair(KS[0]) == "par «1» (Anne Bakke og Bjørn Dahl)"
    assert scope.acting_pair(KS[1]) == "par «1» (Eva Gran og Bjørn Dahl)"
    assert scope.named_pair("1") == "par «1» (Anne Bakke og Bjørn Dahl)"


def test_a_row_is_about_what_a_single_slip_leads_to(tmp_path: Path) -> None:
    scope = _scope(tmp_path)
    rows = _rows((KS[0], ""), ("2019/FO1000O1", ""), ("2019/FO200099", ""), ("", "")).rows
    assert [scope.meant(row) for row in rows] == [KS[0], KS[0], "", ""]


def test_a_row_is_kept_once_unless_a_second_field_tells_it_apart(tmp_path: Path) -> None:
    scope = _scope(tmp_path)
    table = _rows((KS[0], "b01"), (KS[0], "b02"), (KS[0], "b01"), (KS[0], ""), ("", "b01"))
    once = kept(table, scope, Step.JOINT)
    assert [row.place.row for row in once.rows] == [2]
    assert [one.place.row for one in once.problems] == [3, 4, 5]
    apart = kept(table, scope, Step.JOINT, "member")
    assert [row.place.row for row in apart.rows] == [2, 3]
    assert [one.place.row for one in apart.problems] == [4]


def test_withdrawn_is_noticed_and_unselected_is_an_error(tmp_path: Path) -> None:
    scope = _scope(tmp_path)
    table = _rows((KS[3], "b01"), (UNSELECTED, "b01"))
    before = kept(table, scope, Step.PLENARY_1)
    assert [row.text("project_number") for row in before.rows] == [KS[3]]
    after = kept(table, scope, Step.SECOND_OPINION)
    assert [one.severity for one in after.problems] == [Severity.NOTICE, Severity.ERROR]
