"""Check a ballot's final order against the order that the pair made together (2.6, D18)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TypeAlias

from reviewpkg.domain.conference import BallotLine
from reviewpkg.intake.ballot_checks import Ballot, Line, not_theirs, where
from reviewpkg.intake.ballots import whole
from reviewpkg.intake.cells import shown
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Problem

# What one ballot's final order reverses of its joint order: project numbers, two and two (D18)
Reversals: TypeAlias = Callable[[Iterable[BallotLine]], tuple[tuple[str, str], ...]]


def joint_order_faults(table: Rows, ballot: Ballot, reversals: Reversals) -> Iterator[Problem]:
    """Refuse a final order that reverses two applications of the joint one (D18).

    Of everything that `reversals` finds it is enough to report what stands side by side in the
    joint order.
    """
    ranked = frozenset(ballot.duty.ranked)
    joint: dict[int, Line] = {}
    rows: dict[str, Row] = {}
    for line in ballot.lines:
        number, place = line.number, whole(line.row, "joint_place")
        if place is None or number in ballot.struck or number in rows:
            continue
        if number not in ranked:
            if whole(line.row, "place") is None:
                yield not_theirs(table, ballot, line, "joint_place")
        elif number not in ballot.duty.together:
            told = sentence(
                "en av {who} er inhabil på {number}, som derfor ikke har noen plass i den felles "
                "rangeringen; la cellen stå tom.",
                who=ballot.duty.who,
                number=shown(number),
            )
            yield Problem(table.at(line.row, "joint_place"), told)
        elif place in joint:
            told = sentence(
                "felles plass {place} er allerede brukt, i {where}.",
                place=place,
                where=where(joint[place].row),
            )
            yield Problem(table.at(line.row, "joint_place"), told)
        else:
            joint[place] = line
            rows[number] = line.row
    in_order = [line for _, line in sorted(joint.items(), key=lambda item: item[0])]
    given = [
        BallotLine(line.number, "", place, whole(line.row, "joint_place"))
        for line in in_order
        if (place := whole(line.row, "place")) is not None
    ]
    side_by_side = set(pairwise(line.project_number for line in given))
    for one, other in reversals(given):
        if (one, other) in side_by_side:
            yield _reversed(table, (one, rows[one]), (other, rows[other]))


def _reversed(table: Rows, first: tuple[str, Row], second: tuple[str, Row]) -> Problem:
    (one, upper), (other, lower) = first, second
    told = sentence(
        "{other} har fått plass {ahead}, foran {one} på plass {behind} i {where}, men i den felles "
        "rangeringen står den etter.",
        other=shown(other),
        ahead=str(whole(lower, "place")),
        one=shown(one),
        behind=str(whole(upper, "place")),
        where=where(upper),
    )
    return Problem(table.at(lower, "place"), told)
