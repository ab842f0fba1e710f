"""Read the rankings of 2.6 and the chair's rulings, and say what each ballot is to hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reviewpkg.domain.conference import BallotLine, Ruling, UserPlace
from reviewpkg.intake.cells import shown
from reviewpkg.intake.expected import mismatch
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import Problem


@dataclass(frozen=True, slots=True)
class Duty:
    """Be what one ballot is to hold, in project numbers.

    `who` names those whose ballot it is. `ranked` are to be placed; of them `together` are those
    that none of the pair is conflicted on.
    """

    who: Sentence
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
        BallotLine(row.text("project_number"), row.text("pair"), place, whole(row, "joint_place"))
        for row in table.rows
        if (place := whole(row, "place")) is not None
    )


def user_places(table: Rows) -> tuple[UserPlace, ...]:
    """Return the user representatives' places."""
    return tuple(
        UserPlace(row.text("project_number"), place)
        for row in table.rows
        if (place := whole(row, "place")) is not None
    )


def rulings(table: Rows) -> tuple[Ruling, ...]:
    """Return the chair's rulings, in the order given (D21)."""
    return tuple(
        Ruling(row.text("project_number"), place, row.text("reason"))
        for row in table.rows
        if (place := whole(row, "place")) is not None
    )


def beyond_all(by_row: Iterable[Rows], applications: int) -> Iterator[Problem]:
    """Refuse places that are too high however the pools turn out, one for each application.

    It is for tables of 2.6 whose pools cannot be told; else the pool bounds the places.
    """
    wanted = sentence(
        "en plass som er høyst {last}, for flere søknader er det ikke", last=applications
    )
    for table in by_row:
        for row in table.rows:
            for field in ("joint_place", "place"):
                place = whole(row, field)
                if place is not None and place > applications:
                    yield Problem(table.at(row, field), mismatch(wanted, shown(str(place))))


def whole(row: Row, field: str) -> int | None:
    """Return a whole number, None where there is none."""
    value = row.values.get(field)
    return value if isinstance(value, int) else None
