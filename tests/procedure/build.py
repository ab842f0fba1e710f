"""Build reviews from compact input: `graded("A", 7, 5)` is an application and its two grades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import settings

from reviewpkg.domain.applications import Application, Conflict, Grade, Review
from reviewpkg.domain.call import Grading, Scale
from reviewpkg.domain.people import Committee, Reviewer, UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import (
    Area,
    MoveAdjustment,
    NumberAdjustment,
    SelectionClauses,
    SelectionNumbers,
    TwoRoundCall,
)
from reviewpkg.procedure.two_round.round_1 import Decision, Round1
from reviewpkg.procedure.two_round.step_1_1_grading import Graded, in_order
from reviewpkg.procedure.two_round.step_1_2_selection import Selection, SubStep, select

# The same examples at every run, on a slow machine too.
THOROUGH = settings(derandomize=True, deadline=None, max_examples=200)

NO_ONE = Fraction(99)
SCALE = Scale(Fraction(1), Fraction(7), Fraction(1))

KS = Area(
    "KS",
    Fraction(2, 3),
    None,
    SelectionNumbers(35, 40, 55, Fraction(6), 65, 40),
    SelectionClauses("1.2.1", "1.2.2", "1.2.3", "1.2.4"),
)
ANNET = Area(
    "Annet",
    Fraction(1, 3),
    None,
    SelectionNumbers(17, 20, 25, Fraction(7), 30, 20),
    SelectionClauses("1.2.5", "1.2.6", "1.2.7", "1.2.8"),
)
AREAS = {area.id: area for area in (KS, ANNET)}


def numbers(  # noqa: PLR0913 - each number by its name
    *,
    top: int = 0,
    top_cap: int | None = None,
    contested: int = 0,
    high_grade: Fraction = NO_ONE,
    minimum: int = 0,
    user_review: int = 0,
) -> SelectionNumbers:
    """Return an area's numbers; a number that is not given brings nothing in."""
    cap = top if top_cap is None else top_cap
    return SelectionNumbers(top, cap, contested, high_grade, minimum, user_review)


def with_numbers(area: Area, own: SelectionNumbers) -> Area:
    """Return an area that runs by other numbers."""
    return replace(area, numbers=own)


def graded(  # noqa: PLR0913 - what a case does not name has a default
    number: str,
    first: float | Fraction,
    second: float | Fraction,
    *,
    area: str = "KS",
    pair: str = "P1",
    members: tuple[str, str] | None = None,
    withdrawn_from: Step | None = None,
) -> Graded:
    """Return an application with its two grades, given by its pair unless `members` did."""
    application = Application(
        number, f"Tittel {number}", "Søker", area, 1_000_000, pair, withdrawn_from=withdrawn_from
    )
    one, other = members or (f"{pair}a", f"{pair}b")
    grades = (Grade(number, one, Fraction(first)), Grade(number, other, Fraction(second)))
    return Graded(application, grades)


def blocks(*sizes: tuple[int, int, int], area: str = "KS") -> tuple[Graded, ...]:
    """Return ranked applications: each block is how many, and their two grades; best block first.

    They are numbered 001, 002, … from the top.
    """
    grades = [(high, low) for size, high, low in sizes for _ in range(size)]
    made = tuple(
        graded(f"{place:03}", high, low, area=area)
        for place, (high, low) in enumerate(grades, start=1)
    )
    if made != in_order(made):
        message = "the blocks are not in the order of 1.2"
        raise ValueError(message)
    return made


def falling(sizes: Sequence[int], grades: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return a block of each size, with the grades in the order given."""
    return [(size, *pair) for size, pair in zip(sizes, grades, strict=False)]


def selection_of(area: Area, *ranked: Graded) -> Selection:
    """Return the selection that an area's own numbers give (1.2), whatever the order given."""
    return select(in_order(ranked), area.numbers, area.clauses)


def numbers_of(items: Sequence[Graded]) -> list[str]:
    """Return project numbers, in the order given."""
    return [one.project_number for one in items]


def brought_in_by(selection: Selection, clause: str) -> list[str]:
    """Return the project numbers that a clause brought in, in order."""
    return numbers_of(sub_step_of(selection, clause).members)


def sub_step_of(selection: Selection, clause: str) -> SubStep:
    """Return what the sub-step with this clause did."""
    return next(one for one in selection.sub_steps if one.clause == clause)


def review(
    *items: Graded,
    areas: tuple[Area, ...] = (KS,),
    conflicts: tuple[Conflict, ...] = (),
    changes: tuple[NumberAdjustment, ...] = (),
    moves: tuple[MoveAdjustment, ...] = (),
    users: Sequence[str] = ("u1", "u2"),
) -> Review:
    """Return a review of graded applications; pair P1 has the members P1a and P1b, and so on."""
    pairs = sorted({one.application.pair for one in items})
    reviewers = tuple(
        Reviewer(f"{pair}{letter}", f"Medlem {pair}{letter}", pair)
        for pair in pairs
        for letter in "ab"
    )
    representatives = tuple(UserRepresentative(member, f"Bruker {member}") for member in users)
    call = TwoRoundCall(
        "prøve",
        "Prøve",
        "Stiftelsen",
        date(2019, 11, 20),
        66_000_000,
        Grading(SCALE, SCALE, ()),
        areas,
        changes,
        moves,
    )
    return Review(
        call,
        Committee(reviewers, representatives),
        tuple(one.application for one in items),
        conflicts,
        tuple(grade for one in items for grade in one.grades),
    )


def fates(decided: Round1) -> dict[str, tuple[Decision, str, bool]]:
    """Return, by project number, the decision, the rule and whether it goes to 1.4."""
    return {
        one.application.project_number: (one.decision, one.rule, one.user_review)
        for one in decided.outcomes
    }
