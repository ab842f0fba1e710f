"""Step 1.2.9: the secretariat's adjustments, run beside the routine's own numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reviewpkg.domain.two_round import Area, MoveAdjustment, NumberAdjustment, SelectionNumbers
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_1_2_selection import Selection, select

CLAUSE = "1.2.9"
MOST_SELECTED = 120
SHARE_TOO_LOW = Fraction(1, 2)
SHARE_TOO_HIGH = Fraction(3, 2)


@dataclass(frozen=True, slots=True)
class Effect:
    """Be one adjustment and what it alone changed, given those before it.

    `before` is the changed number's earlier value; None where an application was moved by name.
    """

    area: str
    adjustment: NumberAdjustment | MoveAdjustment
    before: int | Fraction | None
    moved_in: tuple[Graded, ...]
    moved_out: tuple[Graded, ...]


@dataclass(frozen=True, slots=True)
class AdjustedSelection:
    """Be an area's selection as it counts, beside the one that the routine's numbers give.

    `clause_of` names, by project number, the clause that brought each selected application in;
    `moved_out` are the applications that were taken out by name.
    """

    area: Area
    routine: Selection
    adjusted: Selection
    effects: tuple[Effect, ...]
    clause_of: dict[str, str]
    moved_out: frozenset[str]

    @property
    def selected(self) -> tuple[Graded, ...]:
        """Return the applications that go on to round 2, in the order of 1.2."""
        return tuple(
            graded for graded in self.adjusted.ranked if graded.project_number in self.clause_of
        )

    @property
    def not_selected(self) -> tuple[Graded, ...]:
        """Return the others, in the order of 1.2."""
        return tuple(
            graded for graded in self.adjusted.ranked if graded.project_number not in self.clause_of
        )


@dataclass(frozen=True, slots=True)
class PairLoad:
    """Be a pair's applications in an area and how many of them were selected (D5)."""

    area: str
    pair: str
    applications: int
    selected: int
    area_share: Fraction

    @property
    def share(self) -> Fraction:
        """Return the share of the pair's applications that were selected."""
        return Fraction(self.selected, self.applications)

    @property
    def too_low(self) -> bool:
        """Tell whether the share is under half of the area's (D5)."""
        return self.share < self.area_share * SHARE_TOO_LOW

    @property
    def too_high(self) -> bool:
        """Tell whether the share is over one and a half times the area's (D5)."""
        return self.share > self.area_share * SHARE_TOO_HIGH


def adjust(
    area: Area,
    ranked: tuple[Graded, ...],
    changes: Sequence[NumberAdjustment],
    moves: Sequence[MoveAdjustment],
) -> AdjustedSelection:
    """Run 1.2 with the routine's numbers, then with each adjustment added in the order given.

    `ranked` are the area's applications in the order of 1.2. An application that already stands
    where it is moved to keeps the clause that put it there.
    """
    routine = select(ranked, area.numbers, area.clauses)
    selection, numbers, effects = routine, area.numbers, []
    for change in changes:
        if change.area != area.id:
            continue
        before = getattr(numbers, change.field)
        numbers = _changed(numbers, change)
        adjusted = select(ranked, numbers, area.clauses)
        was, now = selection.clause_of.keys(), adjusted.clause_of.keys()
        came, went = now - was, was - now
        moved_in = tuple(one for one in ranked if one.project_number in came)
        moved_out = tuple(one for one in ranked if one.project_number in went)
        effects.append(Effect(area.id, change, before, moved_in, moved_out))
        selection = adjusted
    clause_of, moved_by_name = selection.clause_of, set()
    by_number = {graded.project_number: graded for graded in ranked}
    for move in moves:
        graded = by_number.get(move.project_number)
        if graded is None:
            continue
        stands = move.project_number in clause_of
        change_in = (graded,) if move.selected and not stands else ()
        change_out = (graded,) if stands and not move.selected else ()
        if change_in:
            clause_of[move.project_number] = CLAUSE
        if change_out:
            del clause_of[move.project_number]
            moved_by_name.add(move.project_number)
        effects.append(Effect(area.id, move, None, change_in, change_out))
    return AdjustedSelection(
        area, routine, selection, tuple(effects), clause_of, frozenset(moved_by_name)
    )


def _changed(numbers: SelectionNumbers, change: NumberAdjustment) -> SelectionNumbers:
    match change.field, change.value:
        case "high_grade", Fraction() as grade:
            return replace(numbers, high_grade=grade)
        case "top", int(count):
            return replace(numbers, top=count)
        case "top_cap", int(count):
            return replace(numbers, top_cap=count)
        case "contested", int(count):
            return replace(numbers, contested=count)
        case "minimum", int(count):
            return replace(numbers, minimum=count)
        case "user_review", int(count):
            return replace(numbers, user_review=count)
        case _:
            message = f"no such number: {change.field}"
            raise ValueError(message)


def pair_loads(selection: AdjustedSelection) -> tuple[PairLoad, ...]:
    """Return each pair's load in an area, by pair; the pair is the owner, whoever graded (D5)."""
    ranked = selection.adjusted.ranked
    applications: dict[str, int] = {}
    selected: dict[str, int] = {}
    for graded in ranked:
        pair = graded.application.pair
        applications[pair] = applications.get(pair, 0) + 1
        selected[pair] = selected.get(pair, 0) + (graded.project_number in selection.clause_of)
    in_all, of_all = len(selection.clause_of), len(ranked)
    return tuple(
        PairLoad(selection.area.id, pair, count, selected[pair], Fraction(in_all, of_all))
        for pair, count in sorted(applications.items())
    )
