"""Check one ballot against its duty: each place once, everything ranked that is to be (2.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewpkg.intake.ballots import Duty, whole
from reviewpkg.intake.cells import shown
from reviewpkg.intake.expected import mismatch
from reviewpkg.intake.repeats import repeat_problems
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class Line:
    """Be a row of a ballot, and the application it is surely about, a slip forgiven."""

    row: Row
    number: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """Be one ballot as it came in, and what it may hold.

    `everyone` says who must all be conflicted for an application not to be ranked.
    `strays` counts its rows that are reported already for being about no application that is
    ranked; `complete` tells that nothing of the table is lost.
    """

    lines: Sequence[Line]
    duty: Duty
    struck: frozenset[str]
    everyone: Sentence
    strays: int
    complete: bool


def ballot_faults(table: Rows, ballot: Ballot) -> Iterator[Problem]:
    """Check one ballot: each place from 1 without gaps, everything ranked that is to be (2.6)."""
    may_stand = ballot.struck.union(ballot.duty.ranked)
    placed: dict[str, Row] = {}
    repeats: list[tuple[Row, Row]] = []
    for line in ballot.lines:
        if whole(line.row, "place") is None:
            continue
        if line.number not in may_stand:
            yield not_theirs(table, ballot, line, "place")
        elif line.number in placed:
            repeats.append((line.row, placed[line.number]))
        else:
            placed[line.number] = line.row
    who = ballot.duty.who
    yield from repeat_problems(
        repeats,
        lambda row: table.at(row, "project_number"),
        lambda row, where: sentence(
            "{who} har allerede rangert {number} {where}.",
            who=who,
            number=shown(row.text("project_number")),
            where=where,
        ),
        lambda where: sentence(
            "{who} har allerede rangert søknaden {where}; behold bare raden som gjelder.",
            who=who,
            where=where,
        ),
    )
    in_doubt = {one.number for one in ballot.lines if not one.row.usable("place")}
    missing = [one for one in ballot.duty.ranked if one not in placed and one not in in_doubt]
    if ballot.complete and len(missing) > ballot.strays:
        yield from _unplaced(table, ballot, missing)
    yield from _places(table, ballot, placed, complete=not (missing or in_doubt))


def not_theirs(table: Rows, ballot: Ballot, line: Line, field: str) -> Problem:
    """Say that a cell is about an application that all of them are conflicted on."""
    if field == "place":
        told = sentence(
            "{everyone} er inhabile på {number} og skal ikke rangere den; la cellen stå tom og gi "
            "de andre plass 1 til {last}.",
            everyone=ballot.everyone,
            number=shown(line.number),
            last=len(ballot.duty.ranked),
        )
    else:
        told = sentence(
            "{everyone} er inhabile på {number} og skal ikke rangere den.",
            everyone=ballot.everyone,
            number=shown(line.number),
        )
    return Problem(table.at(line.row, field), told)


def _unplaced(table: Rows, ballot: Ballot, missing: Sequence[str]) -> Iterator[Problem]:
    """Point to the blank cells; what has no row at all is named."""
    who = ballot.duty.who
    blank = {line.number: line.row for line in ballot.lines}
    for number in missing:
        if number in blank:
            told = sentence("cellen er tom, men {who} skal rangere søknaden.", who=who)
            yield Problem(table.at(blank[number], "place"), told)
    absent = [number for number in missing if number not in blank]
    if absent:
        told = sentence(
            "{who} mangler plassering for {numbers}.", who=who, numbers=enumerated(absent)
        )
        yield Problem(_home(table, ballot), told)


def _home(table: Rows, ballot: Ballot) -> Place:
    files = {line.row.place.file for line in ballot.lines}
    return Place(files.pop()) if len(files) == 1 else table.place


def _places(
    table: Rows, ballot: Ballot, placed: Mapping[str, Row], *, complete: bool
) -> Iterator[Problem]:
    """Check that each place from 1 is used once.

    What is reported for another reason may have pushed the last places down, and what was struck
    may have left a gap, which closes up (D24).
    """
    last = len(placed) if complete else len(placed.keys() | set(ballot.duty.ranked))
    given = sum(1 for line in ballot.lines if whole(line.row, "place") is not None) + ballot.strays
    pushed = max(last, given, len(ballot.duty.ranked) + len(ballot.struck))
    used = {whole(row, "place") for row in placed.values()}
    sure = complete and given == last
    free = [place for place in range(1, last + 1) if place not in used] if sure else []
    first: dict[int, Row] = {}
    for row in placed.values():
        place = whole(row, "place") or 0
        if place > pushed:
            yield Problem(table.at(row, "place"), _beyond(place, last, free))
        elif place in first:
            told = _taken(ballot.duty.who, place, where(first[place]), free)
            yield Problem(table.at(row, "place"), told)
        first.setdefault(place, row)


def _beyond(place: int, last: int, free: Sequence[int]) -> Sentence:
    """Say that a place is none of those that there are, and which are not used."""
    wanted = sentence("en plass fra 1 til {last}", last=last)
    found = shown(str(place))
    if not free:
        return mismatch(wanted, found)
    return sentence(
        "ventet {expected}, fant {found}; plass {free} er ikke brukt.",
        expected=wanted,
        found=found,
        free=enumerated(free),
    )


def _taken(who: Sentence, place: int, where: Sentence, free: Sequence[int]) -> Sentence:
    """Say that a place is used already, and which are not."""
    if not free:
        return sentence(
            "{who} har allerede brukt plass {place}, i {where}.", who=who, place=place, where=where
        )
    return sentence(
        "{who} har allerede brukt plass {place}, i {where}; plass {free} er ikke brukt.",
        who=who,
        place=place,
        where=where,
        free=enumerated(free),
    )


def where(row: Row) -> Sentence:
    """Say where a row stands."""
    return sentence("{file}, rad {row}", file=row.place.file, row=row.place.row)
