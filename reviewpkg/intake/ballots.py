"""Read the rankings of 2.6 and the chair's rulings, and check every ballot against its duty."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewpkg.domain.conference import BallotLine, Ruling, UserPlace
from reviewpkg.domain.steps import Step
from reviewpkg.intake.cells import shown
from reviewpkg.intake.names import Ids
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.intake.scope import Scope
from reviewpkg.problems import Place, Problem, Severity, enumerated


@dataclass(frozen=True, slots=True)
class Duty:
    """Be what one ballot is to hold, in project numbers.

    `ranked` are to be placed; of them `together` are those that none of the pair is conflicted on.
    """

    who: str
    ranked: tuple[str, ...]
    together: frozenset[str]


@dataclass(frozen=True, slots=True)
class PoolBallots:
    """Be an area's pool: what is ranked, what was struck from it since (D24), and who ranks what.

    `pairs` maps a pair to its duty, `users` is the user representatives' own; `members` are all the
    area's applications in the conference. Where no pool is ranked, `pool` is empty.
    """

    area: str
    members: frozenset[str]
    pool: frozenset[str]
    struck: frozenset[str]
    pairs: Mapping[str, Duty]
    users: Duty


def ballot_lines(table: Rows) -> tuple[BallotLine, ...]:
    """Return the lines of all ballots that give a place."""
    return tuple(
        BallotLine(row.text("project_number"), row.text("pair"), place, _whole(row, "joint_place"))
        for row in table.rows
        if (place := _whole(row, "place")) is not None
    )


def user_places(table: Rows) -> tuple[UserPlace, ...]:
    """Return the user representatives' places."""
    return tuple(
        UserPlace(row.text("project_number"), place)
        for row in table.rows
        if (place := _whole(row, "place")) is not None
    )


def rulings(table: Rows) -> tuple[Ruling, ...]:
    """Return the chair's rulings, in the order given (D21)."""
    return tuple(
        Ruling(row.text("project_number"), place, row.text("reason"))
        for row in table.rows
        if (place := _whole(row, "place")) is not None
    )


def _whole(row: Row, field: str) -> int | None:
    value = row.values.get(field)
    return value if isinstance(value, int) else None


def ballot_problems(table: Rows, scope: Scope, areas: Sequence[PoolBallots]) -> list[Problem]:
    """Check that every pair's ballot in a started area gives each place once (2.6, D18)."""
    problems = [*_unknown(table, scope, areas), *_unknown_pairs(table, scope)]
    for area in areas:
        rows = [row for row in table.rows if row.text("project_number") in area.pool]
        if not rows or not area.pool:
            continue
        for pair, duty in area.pairs.items():
            mine = [row for row in rows if row.text("pair") == pair]
            if not mine and duty.ranked:
                sentence = f"{duty.who} har ikke levert rangering for {shown(area.area)}."
                problems.append(Problem(table.place, sentence))
                continue
            problems += _ballot(table, mine, duty, area)
            problems += _joint_order(table, mine, duty)
    return problems


def user_place_problems(table: Rows, scope: Scope, areas: Sequence[PoolBallots]) -> list[Problem]:
    """Check that the user representatives' ranking gives each place once (2.6, D19)."""
    problems = list(_unknown(table, scope, areas))
    for area in areas:
        mine = [row for row in table.rows if row.text("project_number") in area.pool]
        if mine and area.pool:
            problems += _ballot(table, mine, area.users, area)
    return problems


def ruling_problems(table: Rows, scope: Scope, areas: Sequence[PoolBallots]) -> list[Problem]:
    """Check that each ruling is about an application in a pool, and its place in it (D21)."""
    problems = list(_unknown(table, scope, areas))
    for row in table.rows:
        number, place = row.text("project_number"), _whole(row, "place")
        area = next((one for one in areas if number in one.pool), None)
        if area is None or place is None:
            continue
        if number in area.struck:
            sentence = f"søknaden {shown(number)} er trukket; beslutningen er ikke brukt."
            problems.append(Problem(row.place, sentence, Severity.NOTICE))
        elif place > len(area.pool) - len(area.struck):
            last = len(area.pool) - len(area.struck)
            sentence = f"ventet en plass fra 1 til {last}, fant {shown(str(place))}."
            problems.append(Problem(table.at(row, "place"), sentence))
    return problems


def _unknown(table: Rows, scope: Scope, areas: Sequence[PoolBallots]) -> Iterator[Problem]:
    """Report rows about applications that are not ranked."""
    pool_of = {number: area for area in areas for number in area.members}
    for row in table.rows:
        number = row.text("project_number")
        place = table.at(row, "project_number")
        if not number:
            continue
        application = scope.by_number.get(number)
        if application is None:
            near = scope.ids.did_you_mean(number)
            yield Problem(place, f"søknaden {shown(number)} står ikke i soknader.{near}")
        elif application.withdrawn_at(Step.AROUND_THE_LINE):
            sentence = f"søknaden {shown(number)} er trukket; raden er ikke brukt."
            yield Problem(place, sentence, Severity.NOTICE)
        elif number not in scope.selected:
            yield Problem(place, f"søknaden {shown(number)} er ikke valgt ut til runde 2.")
        elif number not in pool_of:
            waiting = f"området {shown(application.area)} er ikke kommet til rangering ennå"
            yield Problem(place, f"{waiting}; raden er ikke brukt.", Severity.WARNING)
        elif not pool_of[number].pool:
            needless = f"området {shown(application.area)} trenger ingen rangering"
            yield Problem(place, f"{needless}; raden er ikke brukt.", Severity.WARNING)
        elif number not in pool_of[number].pool:
            sentence = (
                f"søknaden {shown(number)} er ikke til rangering i {shown(application.area)}."
            )
            yield Problem(place, sentence)


def _unknown_pairs(table: Rows, scope: Scope) -> Iterator[Problem]:
    ids = Ids(scope.pairs)
    for row in table.rows:
        pair = row.text("pair")
        if pair and pair not in scope.pairs:
            near = ids.did_you_mean(pair)
            sentence = f"ventet et par som står i fagutvalg, fant {shown(pair)}.{near}"
            yield Problem(table.at(row, "pair"), sentence)


def _ballot(table: Rows, rows: Sequence[Row], duty: Duty, area: PoolBallots) -> Iterator[Problem]:
    """Check one ballot: each place from 1 without gaps, everything ranked that is to be."""
    wanted = set(duty.ranked)
    placed: dict[str, Row] = {}
    for row in rows:
        number = row.text("project_number")
        if _whole(row, "place") is None:
            continue
        if number in placed:
            sentence = f"søknaden {shown(number)} er rangert to ganger av {duty.who}."
            yield Problem(table.at(row, "project_number"), sentence)
        elif number not in wanted and number not in area.struck:
            sentence = f"{duty.who} er inhabil på {shown(number)} og skal ikke rangere den."
            yield Problem(table.at(row, "place"), sentence)
        else:
            placed[number] = row
    missing = [number for number in duty.ranked if number not in placed]
    faulty = {row.text("project_number") for row in rows if not row.usable("place")}
    missing = [number for number in missing if number not in faulty]
    if missing:
        sentence = f"{duty.who} mangler plassering for {enumerated(missing)}."
        yield Problem(_where(table, rows), sentence)
    yield from _places(table, placed, len(placed) + len(missing) + len(faulty), duty.who)


def _where(table: Rows, rows: Sequence[Row]) -> Place:
    files = {row.place.file for row in rows}
    return Place(files.pop()) if len(files) == 1 else table.place


def _places(table: Rows, placed: Mapping[str, Row], last: int, who: str) -> Iterator[Problem]:
    first: dict[int, Row] = {}
    for row in placed.values():
        place = _whole(row, "place") or 0
        if place > last:
            sentence = f"ventet en plass fra 1 til {last}, fant {shown(str(place))}."
            yield Problem(table.at(row, "place"), sentence)
        elif place in first:
            earlier = first[place].place.row
            sentence = f"{who} har brukt plass {place} to ganger, også i rad {earlier}."
            yield Problem(table.at(row, "place"), sentence)
        first.setdefault(place, row)


def _joint_order(table: Rows, rows: Sequence[Row], duty: Duty) -> Iterator[Problem]:
    """Refuse a final order that reverses two applications of the joint one (D18)."""
    joint: dict[int, Row] = {}
    for row in rows:
        number, place = row.text("project_number"), _whole(row, "joint_place")
        if place is None or number not in duty.ranked:
            continue
        if number not in duty.together:
            sentence = (
                f"en av {duty.who} er inhabil på {shown(number)}, som derfor ikke har noen plass i "
                "den felles rangeringen; la cellen stå tom."
            )
            yield Problem(table.at(row, "joint_place"), sentence)
        elif place in joint:
            sentence = (
                f"felles plass {place} er brukt to ganger, også i rad {joint[place].place.row}."
            )
            yield Problem(table.at(row, "joint_place"), sentence)
        else:
            joint[place] = row
    in_order = [row for _, row in sorted(joint.items())]
    for above, below in pairwise(in_order):
        upper, lower = _whole(above, "place"), _whole(below, "place")
        if upper is not None and lower is not None and upper > lower:
            numbers: Collection[str] = (
                shown(above.text("project_number")),
                shown(below.text("project_number")),
            )
            sentence = (
                f"den felles rangeringen har {' foran '.join(numbers)}, men plasseringene snur dem."
            )
            yield Problem(table.at(below, "place"), sentence)
