"""Say what an adjustment did to the user representatives' list (1.2.9 on 1.4)."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.domain.two_round import NumberAdjustment
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import AdjustedSelection, adjust
from reviewpkg.procedure.two_round.step_1_4_user_review import for_user_review


@dataclass(frozen=True, slots=True)
class UserReviewChange:
    """Be the applications that came to or left the user representatives' list, and its sizes."""

    before: int
    after: int
    moved_in: tuple[Graded, ...]
    moved_out: tuple[Graded, ...]

    @property
    def moved(self) -> bool:
        """Tell whether the list changed."""
        return bool(self.moved_in or self.moved_out)


def user_review_change(selection: AdjustedSelection, change: NumberAdjustment) -> UserReviewChange:
    """Return what one changed number did to 1.4, given the changed numbers before it."""
    changes = tuple(
        effect.adjustment
        for effect in selection.effects
        if isinstance(effect.adjustment, NumberAdjustment)
    )
    place = changes.index(change)
    area, ranked = selection.area, selection.adjusted.ranked
    return _difference(
        adjust(area, ranked, changes[:place], ()), adjust(area, ranked, changes[: place + 1], ())
    )


def user_review_in_all(selection: AdjustedSelection) -> UserReviewChange:
    """Return what all adjustments of an area together did to 1.4."""
    routine = adjust(selection.area, selection.adjusted.ranked, (), ())
    return _difference(routine, selection)


def _difference(before: AdjustedSelection, after: AdjustedSelection) -> UserReviewChange:
    was, now = for_user_review(before), for_user_review(after)
    were = {graded.project_number for graded in was}
    are = {graded.project_number for graded in now}
    return UserReviewChange(
        len(was),
        len(now),
        tuple(graded for graded in now if graded.project_number not in were),
        tuple(graded for graded in was if graded.project_number not in are),
    )
