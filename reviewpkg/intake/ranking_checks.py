"""Check the tables of 2.6 against the pools: every ballot, the users' ranking, the rulings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reviewpkg.domain.steps import Step
from reviewpkg.intake.ballot_checks import Ballot, Line, ballot_faults, where
from reviewpkg.intake.ballots import PoolBallots, whole
from reviewpkg.intake.cells import shown
from reviewpkg.intake.expected import mismatch
from reviewpkg.intake.joint_order import Reversals, joint_order_faults
from reviewpkg.intake.people import unknown_pair
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.intake.scope import Scope, row_fault
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Problem, Severity

_EVERY_USER = sentence("alle brukerrepresentantene")


def ballot_problems(
    table: Rows, scope: Scope, areas: Sequence[PoolBallots], reversals: Reversals
) -> list[Problem]:
    """Check that every pair's ballot in a started area gives each place once (2.6, D18)."""
    problems = [*_unranked(table, scope, areas), *_unknown_pairs(table, scope)]
    by_pair = _lines_by_pair(table, scope, areas)
    for area in areas:
        found = {pair: lines.in_area(area.area) for pair, lines in by_pair.items()}
        if not any(_delivered(lines) for lines in found.values()):
            continue
        late = []
        for pair, duty in area.pairs.items():
            lines = found.get(pair, [])
            strays = by_pair[pair].strays_in(area.area) if pair in by_pair else 0
            if not _delivered(lines) and strays < len(duty.ranked):
                late.append(pair)
                continue
            everyone, complete = sentence("begge i {who}", who=duty.who), not table.unread
            ballot = Ballot(lines, duty, area.struck, everyone, strays, complete)
            problems += ballot_faults(table, ballot)
            problems += joint_order_faults(table, ballot, reversals)
        # Ballots without a pair are reported already; any of these may be the one
        if not table.unread and len(late) > len(_ballots_of_nobody(table, scope, area)):
            problems += [_undelivered(table, scope, area, pair) for pair in late]
    return problems


def user_place_problems(table: Rows, scope: Scope, areas: Sequence[PoolBallots]) -> list[Problem]:
    """Check that the user representatives' ranking gives each place once (2.6, D19)."""
    problems = list(_unranked(table, scope, areas))
    mine = _Lines()
    area_of = _area_of(areas)
    for row in table.rows:
        mine.add(row, scope, area_of)
    for area in areas:
        lines = mine.in_area(area.area)
        if _delivered(lines):
            strays, complete = mine.strays_in(area.area), not table.unread
            ballot = Ballot(lines, area.users, area.struck, _EVERY_USER, strays, complete)
            problems += ballot_faults(table, ballot)
    return problems


def ruling_problems(table: Rows, scope: Scope, areas: Sequence[PoolBallots]) -> list[Problem]:
    """Check that each ruling is about an application in a pool, and its place in it (D21)."""
    problems = list(_unranked(table, scope, areas))
    pool_of = {number: area for area in areas for number in area.pool}
    first: dict[str, Row] = {}
    for row in table.rows:
        number, place = row.text("project_number"), whole(row, "place")
        if number not in pool_of:
            continue
        area = pool_of[number]
        last = len(area.pool) - len(area.struck)
        if number in area.struck:
            told = sentence(
                "søknaden {number} er trukket; beslutningen er ikke brukt.", number=shown(number)
            )
            problems.append(Problem(table.at(row, "project_number"), told, Severity.NOTICE))
            continue
        if place is not None and place > last:
            wanted = sentence("en plass fra 1 til {last}", last=last)
            told = mismatch(wanted, shown(str(place)))
            problems.append(Problem(table.at(row, "place"), told))
        if number in first:
            told = sentence(
                "søknaden {number} er flyttet før, i {where}; begge flyttingene er brukt, denne "
                "sist.",
                number=shown(number),
                where=where(first[number]),
            )
            place_of = table.at(row, "project_number")
            problems.append(Problem(place_of, told, Severity.WARNING))
        first[number] = row
    return problems


def _unranked(table: Rows, scope: Scope, areas: Sequence[PoolBallots]) -> Iterator[Problem]:
    """Report rows about applications that are not ranked."""
    area_of = {number: area for area in areas for number in area.members}
    for row in table.rows:
        number = row.text("project_number")
        if not number or (number in area_of and number in area_of[number].pool):
            continue
        fault = row_fault(table, row, scope, Step.AROUND_THE_LINE)
        yield fault or _out_of_pool(table, row, scope, area_of.get(number))


def _out_of_pool(table: Rows, row: Row, scope: Scope, area: PoolBallots | None) -> Problem:
    number, place = row.text("project_number"), table.at(row, "project_number")
    name = shown(scope.by_number[number].area)
    if area is None:
        told = sentence(
            "området {area} er ikke kommet til rangering ennå; raden er ikke brukt.", area=name
        )
        return Problem(place, told, Severity.WARNING)
    if not area.pool:
        told = sentence("området {area} trenger ingen rangering; raden er ikke brukt.", area=name)
        return Problem(place, told, Severity.WARNING)
    told = sentence(
        "søknaden {number} er ikke til rangering i {area}.", number=shown(number), area=name
    )
    return Problem(place, told)


def _unknown_pairs(table: Rows, scope: Scope) -> Iterator[Problem]:
    for row in table.rows:
        pair = row.text("pair")
        if pair and pair not in scope.pairs:
            yield Problem(table.at(row, "pair"), unknown_pair(pair, scope.pair_ids))


def _undelivered(table: Rows, scope: Scope, area: PoolBallots, pair: str) -> Problem:
    told = sentence(
        "{pair} har ikke levert rangering for {area}.",
        pair=scope.named_pair(pair),
        area=shown(area.area),
    )
    return Problem(table.place, told)


def _delivered(lines: Sequence[Line]) -> bool:
    """Tell whether a ballot says anything: one that came back blank has not been delivered."""
    return any(whole(one.row, "place") or not one.row.usable("place") for one in lines)


@dataclass(slots=True)
class _Lines:
    """Gather what one ballot's rows are about, by area, slips of the pen forgiven.

    A stray is reported already for being about nothing that is ranked; `""` are those of no area.
    """

    lines: dict[str, list[Line]] = field(default_factory=dict)
    strays: dict[str, int] = field(default_factory=dict)

    def add(self, row: Row, scope: Scope, area_of: Mapping[str, PoolBallots]) -> None:
        """Take a row up."""
        number = scope.meant(row)
        if number in scope.rejected:
            return
        if number in area_of:
            self.lines.setdefault(area_of[number].area, []).append(Line(row, number))
        elif whole(row, "place") or not row.usable("place"):
            area = scope.by_number[number].area if number else ""
            self.strays[area] = self.strays.get(area, 0) + 1

    def in_area(self, area: str) -> list[Line]:
        """Return the rows about an area's pool."""
        return self.lines.get(area, [])

    def strays_in(self, area: str) -> int:
        """Count the strays that may have been meant for an area."""
        return self.strays.get(area, 0) + self.strays.get("", 0)


def _area_of(areas: Sequence[PoolBallots]) -> dict[str, PoolBallots]:
    return {number: area for area in areas for number in area.pool}


def _lines_by_pair(table: Rows, scope: Scope, areas: Sequence[PoolBallots]) -> dict[str, _Lines]:
    """Return every pair's rows; one whose pair is in doubt goes with the others of its file."""
    area_of = _area_of(areas)
    pairs_in: dict[str, set[str]] = {}
    for row in table.rows:
        if row.text("pair") in scope.pairs:
            pairs_in.setdefault(row.place.file, set()).add(row.text("pair"))
    found: dict[str, _Lines] = {}
    for row in table.rows:
        of_file = pairs_in.get(row.place.file, set())
        pair = _pair(row, scope) or (next(iter(of_file)) if len(of_file) == 1 else "")
        found.setdefault(pair, _Lines()).add(row, scope, area_of)
    return found


def _pair(row: Row, scope: Scope) -> str:
    pair = row.text("pair")
    return pair if pair in scope.pairs else scope.pair_ids.meant(pair)


def _ballots_of_nobody(table: Rows, scope: Scope, area: PoolBallots) -> set[tuple[str, str]]:
    return {
        (row.place.file, row.text("pair"))
        for row in table.rows
        if not _pair(row, scope) and scope.meant(row) in area.pool
    }
