"""Say why each application ends as it does: the clause, what it was sorted on, the line it met."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.languages.words import Words
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation, is_priority
from reviewpkg.reports.formal.reasons import reason
from reviewpkg.reports.panel.endings import End, Ending, endings
from reviewpkg.reports.panel.recommendation_rows import Order, recommendation_rows


@dataclass(frozen=True, slots=True)
class Keys:
    """Be what a graded application is sorted on; `priority` counts above the threshold only."""

    priority: bool
    grade: Fraction
    quality: Fraction
    benefit: Fraction


@dataclass(frozen=True, slots=True)
class Standing:
    """Be the place of a support-worthy application, and the amounts summed down to it in kroner.

    `order` says what the place rests on among `equals`, which are project numbers.
    """

    place: int
    running_sum: int
    order: Order
    equals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Be a formal criterion that an application fails, with every reason in a sentence."""

    criterion: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PanelReason:
    """Be why an application ends as it does.

    `keys` and `standing` are None where it did not come so far, `failures` are there for what K1
    turned down; `withdrawn_from` is a step, blank for one that was never withdrawn.
    """

    ending: Ending
    keys: Keys | None
    standing: Standing | None
    failures: tuple[Failure, ...]
    withdrawn_from: str


def panel_reasons(screened: Screening, found: Recommendation) -> tuple[PanelReason, ...]:
    """Return why every application ends as it does, in the order of `endings` (K1, K4)."""
    call = screened.review.call
    words = Words(call.language)
    standings = _standings(screened, found)
    return tuple(
        PanelReason(
            one,
            _keys(one, priority=is_priority(one.application, call)),
            standings.get(one.project_number),
            _failures(words, one),
            one.application.withdrawn_from or "",
        )
        for one in endings(screened, found)
    )


def _keys(one: Ending, *, priority: bool) -> Keys | None:
    return Keys(priority, *one.assessed.key) if one.assessed else None


def _standings(screened: Screening, found: Recommendation) -> dict[str, Standing]:
    """Return the places by project number, each with what its order among equals rests on (D20)."""
    rows = recommendation_rows(screened.review.call, found)
    orders = {row.project_number: row.order for row in (*rows.above, *rows.open_tie, *rows.below)}
    return {
        one.project_number: Standing(
            one.final_place,
            one.running_sum,
            orders[one.project_number],
            tuple(
                other.project_number
                for other in found.ranked
                if other.first == one.first and other is not one
            ),
        )
        for one in found.ranked
    }


def _failures(words: Words, one: Ending) -> tuple[Failure, ...]:
    if one.end is not End.REJECTED or one.screened is None:
        return ()
    return tuple(Failure(fault.criterion, reason(words, fault)) for fault in one.screened.faults)
