"""Draw whole conferences of two areas, with withdrawals, conflicts, ties and second opinions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from hypothesis import strategies as st

from reviewpkg.domain.applications import Application, Conflict
from reviewpkg.domain.conference import (
    BallotLine,
    Conference,
    JointGrade,
    PlenaryDecision,
    PlenaryNote,
    Ruling,
    SecondOpinion,
    UserGrade,
    UserJointGrade,
    UserPlace,
)
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward, confer, finish
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from tests.procedure.build_conference import entry, settled
from tests.procedure.by_the_book import Book

PAIRS, USERS = ("P1", "P2", "P3"), ("u1", "u2")
PEOPLE = (*(f"{pair}{letter}" for pair in PAIRS for letter in "ab"), *USERS)
LATE = [step for step in Step if step >= Step.JOINT]
HALVES = [Fraction(half, 2) for half in range(8, 12)]


@dataclass(frozen=True)
class Case:
    """Be a conference as it is delivered."""

    entries: tuple[Graded, ...]
    frames: dict[str, int]
    conflicts: tuple[Conflict, ...]
    tables: Conference

    def round_1(self) -> Round1:
        """Return the round 1 that it starts from."""
        return settled(*self.entries, frames=self.frames, conflicts=self.conflicts, pairs=PAIRS)

    def ended(self) -> tuple[AreaAward, ...]:
        """Return how each area ends."""
        return tuple(finish(self.tables, area) for area in confer(self.round_1(), self.tables))

    def applications(self, area: str) -> list[Application]:
        """Return an area's applications."""
        every = [one.application for one in self.entries]
        return [one for one in every if one.area == area]

    def book(self, area: str) -> Book:
        """Return one area for the slow way."""
        frame = self.frames[area]
        return Book(self.applications(area), frame, PAIRS, USERS, self.conflicts, self.tables)


def entries_of(chance: Random) -> tuple[Graded, ...]:
    """Make up to 28 applications, most of them in KS, a few of them withdrawn at some step."""
    few = chance.choice([0, 0, 0.05, 0.3])
    largest = chance.choice([1, 1, 3, 8])
    return tuple(
        entry(
            f"{place:02}",
            100 * chance.randint(1, largest),
            area=chance.choice(["KS", "KS", "KS", "Annet"]),
            pair=chance.choice(PAIRS),
            mean=chance.randint(3, 6),
            withdrawn_from=chance.choice(LATE) if chance.random() < few else None,
        )
        for place in range(chance.randint(0, 28))
    )


def tables_of(entries: Sequence[Graded], chance: Random) -> Conference:
    """Make every table of a conference; ballots rank all there is, whatever comes to be ranked."""
    numbers = [one.project_number for one in entries]
    grades = chance.choice([HALVES, HALVES[:2]])

    def some(share: float) -> list[str]:
        return [number for number in numbers if chance.random() < share]

    def grade() -> Fraction:
        return chance.choice(grades)

    def shuffled() -> list[str]:
        return chance.sample(numbers, len(numbers))

    asked = set(some(0.2))
    return Conference(
        user_grades=tuple(
            UserGrade(number, user, grade()) for number in some(0.6) for user in USERS
        ),
        joint_grades=tuple(JointGrade(number, grade(), chance.randint(0, 2)) for number in numbers),
        user_joint_grades=tuple(UserJointGrade(number, grade()) for number in some(0.4)),
        plenary_notes=tuple(
            PlenaryNote(
                number,
                chance.choice([None, None, grade()]),
                chance.choice([None, None, grade()]),
                number in asked,
            )
            for number in numbers
        ),
        second_opinions=tuple(
            SecondOpinion(number, chance.choice(PAIRS), grade()) for number in sorted(asked)
        ),
        user_supplements=tuple(UserJointGrade(number, grade()) for number in some(0.2)),
        plenary_decisions=tuple(
            PlenaryDecision(number, chance.choice([None, grade()])) for number in sorted(asked)
        ),
        ballots=tuple(
            BallotLine(number, pair, place)
            for pair in PAIRS
            for place, number in enumerate(shuffled(), start=1)
        ),
        user_places=tuple(
            UserPlace(number, place) for place, number in enumerate(shuffled(), start=1)
        ),
        rulings=tuple(Ruling(number, chance.randint(1, 4), "Ja") for number in some(0.05)),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a whole conference of two areas."""
    chance = draw(st.randoms(use_true_random=False, note_method_calls=False))
    chance = Random(chance.getrandbits(32))  # noqa: S311 - examples, nothing secret
    entries = entries_of(chance)
    frames = {}
    for area in ("KS", "Annet"):
        total = sum(one.application.amount for one in entries if one.application.area == area)
        frames[area] = chance.randint(0, total // 50 + 1) * 50
    conflicts = {
        (one.project_number, chance.choice(PEOPLE)): chance.choice(LATE)
        for one in entries
        for _ in range(chance.choice([0, 0, 1, 3]))
    }
    return Case(
        entries,
        frames,
        tuple(Conflict(*both, from_step=step) for both, step in conflicts.items()),
        tables_of(entries, chance),
    )
