"""Build allocation conferences from compact input: `entry("A", 500)` applies for 500 kroner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import count

from reviewpkg.domain.applications import Application, Conflict
from reviewpkg.domain.conference import (
    BallotLine,
    Conference,
    DecidedBy,
    JointGrade,
    PlenaryDecision,
    PlenaryNote,
    Ruling,
    SecondOpinion,
    UserGrade,
    UserJointGrade,
    UserPlace,
)
from reviewpkg.domain.people import Committee, Reviewer, UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import PoolRange
from reviewpkg.procedure.standing import Origin, Standing, order
from reviewpkg.procedure.two_round import round_1
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward, AreaConference, confer, finish
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_2_5_windows import Window
from tests.procedure.build import AREAS, graded, numbers, review

EVERYTHING = numbers(minimum=99, user_review=99)
Number = float | Fraction


def application(
    number: str, amount: int = 100, *, pair: str = "P1", withdrawn_from: Step | None = None
) -> Application:
    """Return an application in KS."""
    return Application(number, f"Tittel {number}", "S", "KS", amount, pair, "", withdrawn_from)


def entry(  # noqa: PLR0913 - what a case does not name has a default
    number: str,
    amount: int = 100,
    *,
    area: str = "KS",
    pair: str = "P1",
    mean: int = 4,
    members: tuple[str, str] | None = None,
    withdrawn_from: Step | None = None,
) -> Graded:
    """Return an application with an amount and a mean grade."""
    one = graded(
        number, mean, mean, area=area, pair=pair, members=members, withdrawn_from=withdrawn_from
    )
    return replace(one, application=replace(one.application, amount=amount))


def standing(
    number: str,
    grade: Number,
    user: Number | None = None,
    priority_areas: int = 0,
    amount: int = 100,
) -> Standing:
    """Return an application's grades, not yet put in order."""
    return Standing(
        application(number, amount),
        0,
        tied=False,
        grade=Fraction(grade),
        grade_origin=Origin.JOINT,
        user_grade=None if user is None else Fraction(user),
        user_grade_origin=None if user is None else Origin.JOINT,
        priority_areas=priority_areas,
    )


def order_o(groups: Sequence[int], amounts: Sequence[int]) -> tuple[Standing, ...]:
    """Return order O with groups of equals of these sizes, best first; rows 01, 02, … of it."""
    group_of = [group for group, size in enumerate(groups) for _ in range(size)]
    rows = zip(count(1), group_of, amounts, strict=False)
    return order(standing(f"{row:02}", 100 - group, amount=amount) for row, group, amount in rows)


def untied(*amounts: int) -> tuple[Standing, ...]:
    """Return order O without a tie, with these amounts from the top."""
    return order_o([1] * len(amounts), amounts)


def settled(
    *entries: Graded,
    frames: Mapping[str, int] | None = None,
    pools: Mapping[str, PoolRange] | None = None,
    conflicts: Sequence[Conflict] = (),
    pairs: Sequence[str] = ("P1", "P2", "P3"),
    users: Sequence[str] = ("u1", "u2"),
) -> Round1:
    """Return a round 1 that selected every entry, in the areas that have a frame (KS: 1000)."""
    areas = tuple(
        replace(
            AREAS[area],
            share=None,
            frame=frame,
            numbers=EVERYTHING,
            ranking_pool=(pools or {}).get(area),
        )
        for area, frame in (frames or {"KS": 1000}).items()
    )
    reviewers = tuple(
        Reviewer(f"{pair}{letter}", f"Medlem {pair}{letter}", pair)
        for pair in pairs
        for letter in "ab"
    )
    representatives = tuple(UserRepresentative(member, f"Bruker {member}") for member in users)
    delivered = review(*entries, areas=areas, conflicts=tuple(conflicts))
    return round_1.run(replace(delivered, committee=Committee(reviewers, representatives)))


def ask(number: str, pair: str = "") -> PlenaryNote:
    """Return a request for a second opinion, from a pair if the chair named one."""
    return PlenaryNote(number, second_opinion=True, named_pair=pair, reason="Uenighet")


def note(number: str, grade: Number | None = None, user: Number | None = None) -> PlenaryNote:
    """Return what plenary 1 changed about an application."""
    return PlenaryNote(
        number,
        None if grade is None else Fraction(grade),
        None if user is None else Fraction(user),
    )


def conference(  # noqa: PLR0913 - each table by its name
    *,
    own: Mapping[str, Sequence[Number]] | None = None,
    joint: Mapping[str, Number | tuple[Number, int]] | None = None,
    user_joint: Mapping[str, Number] | None = None,
    notes: Sequence[PlenaryNote] = (),
    opinions: Mapping[str, str] | None = None,
    supplements: Mapping[str, Number] | None = None,
    decisions: Mapping[str, Number | None] | None = None,
    ballots: Mapping[str, Sequence[str]] | None = None,
    user_order: Sequence[str] = (),
    rulings: Sequence[tuple[str, int]] = (),
) -> Conference:
    """Return the tables of a conference, each keyed by project number but the ballots by pair.

    A joint grade may come with a number of priority areas; a ballot and the user representatives'
    order list project numbers from place 1; `own` holds u1's grade, u2's grade, and so on.
    """
    grades = {
        number: given if isinstance(given, tuple) else (given, 0)
        for number, given in (joint or {}).items()
    }
    return Conference(
        user_grades=tuple(
            UserGrade(number, f"u{place}", Fraction(grade))
            for number, given in (own or {}).items()
            for place, grade in enumerate(given, start=1)
        ),
        joint_grades=tuple(
            JointGrade(number, Fraction(grade), areas) for number, (grade, areas) in grades.items()
        ),
        user_joint_grades=_user_grades(user_joint),
        plenary_notes=tuple(notes),
        second_opinions=tuple(
            SecondOpinion(number, pair, Fraction(4)) for number, pair in (opinions or {}).items()
        ),
        user_supplements=_user_grades(supplements),
        plenary_decisions=tuple(
            PlenaryDecision(number, None if grade is None else Fraction(grade), DecidedBy.PAIR)
            for number, grade in (decisions or {}).items()
        ),
        ballots=tuple(
            BallotLine(number, pair, place)
            for pair, ranked in (ballots or {}).items()
            for place, number in enumerate(ranked, start=1)
        ),
        user_places=tuple(
            UserPlace(number, place) for place, number in enumerate(user_order, start=1)
        ),
        rulings=tuple(Ruling(number, place, "Vektig innvending") for number, place in rulings),
    )


def _user_grades(grades: Mapping[str, Number] | None) -> tuple[UserJointGrade, ...]:
    return tuple(UserJointGrade(number, Fraction(one)) for number, one in (grades or {}).items())


def held(decided: Round1, tables: Conference, area: str = "KS") -> AreaConference:
    """Return how far one area comes."""
    return next(one for one in confer(decided, tables) if one.area.id == area)


def finished(decided: Round1, tables: Conference, area: str = "KS") -> AreaAward:
    """Return how one area ends."""
    return finish(tables, held(decided, tables, area))


def numbers_in(standings: Sequence[Standing]) -> list[str]:
    """Return project numbers, in the order given."""
    return [one.project_number for one in standings]


def rows_of(one: Window) -> tuple[int, int]:
    """Return a window's first and last row."""
    return one.first, one.last
