"""Read the second opinions (2.3) and what plenary 2 made of them (2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain.conference import DecidedBy, PlenaryDecision, SecondOpinion
from reviewpkg.domain.steps import Step
from reviewpkg.intake.cells import shown
from reviewpkg.intake.people import unknown_pair
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.intake.scope import Scope, kept
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, plural_sentence, sentence
from reviewpkg.problems import Problem, Severity

_NO_PLENARY = sentence("tabellen plenum1 mangler, og bare den kan be om tilleggsvurdering.")


@dataclass(frozen=True, slots=True)
class Asked:
    """Be the applications that plenary 1 asked a second opinion of (2.2).

    Where `sure` is false there may be others: of a row in plenum1 nobody knows what it is about.
    `started` tells that there is a plenum1 at all.
    """

    numbers: frozenset[str]
    sure: bool
    started: bool


def asked(notes: Rows, scope: Scope) -> Asked:
    """Find out what plenary 1 asked for (2.2); a request with a fault of its own is one too."""
    requests = [row for row in notes.rows if _asks(row)]
    numbers = frozenset(scope.meant(row) for row in requests)
    return Asked(numbers, sure=not notes.unread and "" not in numbers, started=not notes.missing)


def _asks(row: Row) -> bool:
    said = row.text("second_opinion") == "ja" or bool(row.text("named_pair"))
    return said or not row.usable("second_opinion")


def second_opinions(
    table: Rows, scope: Scope, requested: Asked
) -> tuple[tuple[SecondOpinion, ...], list[Problem]]:
    """Return the second opinions, from any pair that is neither the owner nor conflicted (2.3)."""
    rows = kept(table, scope, Step.SECOND_OPINION)
    problems, found = list(rows.problems), []
    for row in rows.rows:
        number = row.text("project_number")
        told = sentence("plenum1 ba ikke om tilleggsvurdering av {number}.", number=shown(number))
        fault = _not_asked(table, row, requested, told)
        problems += fault or unfit_pair(table, row, "pair", scope, Severity.WARNING)
        pair, grade = row.text("pair"), row.values["grade"]
        if isinstance(grade, Fraction) and pair:
            found.append(SecondOpinion(number, pair, grade, row.text("reason")))
    return tuple(found), problems


def _not_asked(table: Rows, row: Row, requested: Asked, told: Sentence) -> list[Problem]:
    number = row.text("project_number")
    if number in requested.numbers or not requested.sure:
        return []
    return [Problem(table.at(row, "project_number"), told if requested.started else _NO_PLENARY)]


def unfit_pair(
    table: Rows, row: Row, field: str, scope: Scope, having_graded: Severity = Severity.ERROR
) -> list[Problem]:
    """Say why a pair may not give a second opinion (2.2, D10)."""
    number, pair = row.text("project_number"), row.text(field)
    place = table.at(row, field)
    if not pair:
        return []
    if pair not in scope.pairs:
        return [Problem(place, unknown_pair(pair, scope.pair_ids))]
    if pair == scope.by_number[number].pair:
        told = sentence(
            "par {pair} har selv {number} og kan ikke gi tilleggsvurdering av den.",
            pair=shown(pair),
            number=shown(number),
        )
        return [Problem(place, told)]
    members = scope.pairs[pair]
    unfit = sorted(members & scope.conflicted_with_opinion.get(number, frozenset()))
    if unfit:
        told = plural_sentence(
            "{members} i par {pair} er inhabil på {number}.",
            "{members} i par {pair} er inhabile på {number}.",
            len(unfit),
            members=enumerated(unfit),
            pair=shown(pair),
            number=shown(number),
        )
        return [Problem(place, told)]
    graded = sorted(members.intersection(scope.acting[number]))
    if graded:
        told = sentence(
            "{members} i par {pair} har selv vurdert {number} i 1.1.",
            members=enumerated(graded),
            pair=shown(pair),
            number=shown(number),
        )
        return [Problem(place, told, having_graded)]
    return []


def plenary_decisions(
    table: Rows, scope: Scope, requested: Asked, opinions: Rows
) -> tuple[tuple[PlenaryDecision, ...], list[Problem]]:
    """Return what plenary 2 settled: only applications with a second opinion (2.4).

    `opinions` are the rows of 2.3.
    """
    returned = {scope.meant(row) for row in opinions.rows}
    in_doubt = opinions.unread or "" in returned
    rows = kept(table, scope, Step.PLENARY_2)
    problems, found = list(rows.problems), []
    for row in rows.rows:
        told = sentence(
            "{number} har ingen tilleggsvurdering, for plenum1 ba ikke om noen.",
            number=shown(row.text("project_number")),
        )
        fault = _not_asked(table, row, requested, told)
        came = in_doubt or row.text("project_number") in returned
        problems += fault or _doubts(table, row, came=came)
        grade = row.values["grade"]
        found.append(
            PlenaryDecision(
                row.text("project_number"),
                grade if isinstance(grade, Fraction) else None,
                DecidedBy(row.text("decided_by") or DecidedBy.PAIR.value),
                row.text("reason"),
            )
        )
    return tuple(found), problems


def _doubts(table: Rows, row: Row, *, came: bool) -> Iterator[Problem]:
    """Warn of a decision that lacks what it should rest on: a second opinion, a reason."""
    decided_by = row.text("decided_by")
    if not came and (decided_by or row.values["grade"] is not None):
        told = sentence("søknaden er avgjort, men tilleggsvurderingen av den er ikke kommet inn.")
        yield Problem(table.at(row, "project_number"), told, Severity.WARNING)
    by_chair = decided_by == DecidedBy.CHAIR.value
    if by_chair and not row.text("reason") and row.usable("reason"):
        told = sentence("lederen avgjorde, men begrunnelsen mangler; den skal stå i protokollen.")
        yield Problem(table.at(row, "reason"), told, Severity.WARNING)
