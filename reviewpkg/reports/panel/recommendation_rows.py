"""Gather what a list of the panel's recommendation shows: places, grades, sums, both lines (K4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import PanelCall
from reviewpkg.procedure.panel.step_k3_panel_meeting import Assessed
from reviewpkg.procedure.panel.step_k4_recommendation import (
    Outcome,
    Recommendation,
    Recommended,
    is_priority,
)
from reviewpkg.reports.ranked_pool import FundingLine


class Order(Enum):
    """Tell what a place rests on: grades alone, or what orders equals (K4, D20)."""

    GRADES = "no other stands equal"
    BY_NUMBER = "equals that the line does not part, by project number"
    OPEN = "equals that the line parts, and nobody has ruled"
    RULED = "equals that the chair has put in order"


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """Be an application on the list; `place` is None where it is not support-worthy.

    Equals whose order is open share the first of their places and have no running sum.
    `experts_grade` is the experts' mean where a joint grade counts instead, None elsewhere; `level`
    tells that the row below is its equal; `ruling` is the chair's on it. Amounts in whole kroner.
    """

    place: int | None
    order: Order
    project_number: str
    title: str
    institution: str
    region: str
    priority: bool
    grade: Fraction
    experts_grade: Fraction | None
    quality: Fraction
    benefit: Fraction
    amount: int
    running_sum: int | None
    level: bool
    ruling: Ruling | None = None


@dataclass(frozen=True, slots=True)
class RecommendationRows:
    """Be a recommendation cut at its funding line and at the threshold.

    `theme` is blank where none goes first. `open_tie` are the equals that the line falls among
    until the chair rules: `line` then counts those above them. `below` are support-worthy, but
    below the funding line, `not_worthy` below the `threshold`.
    """

    theme: str
    budget: int
    threshold: Fraction
    above: tuple[RecommendationRow, ...]
    open_tie: tuple[RecommendationRow, ...]
    line: FundingLine
    below: tuple[RecommendationRow, ...]
    not_worthy: tuple[RecommendationRow, ...]


def recommendation_rows(call: PanelCall, found: Recommendation) -> RecommendationRows:
    """Cut the panel's recommendation at its two lines, as it stands (K4, D20, D22)."""
    undecided = _undecided(found)
    rows = {one.project_number: one for one in _ranked(found, undecided)}
    above = [
        one
        for one in found.ranked
        if one.outcome is Outcome.RECOMMENDED and one.project_number not in undecided
    ]
    last = len(above) + len(undecided)
    return RecommendationRows(
        theme=call.priority_theme,
        budget=found.budget,
        threshold=call.support_worthy_min,
        above=tuple(rows[one.project_number] for one in above),
        open_tie=tuple(rows[one.project_number] for one in found.ranked[len(above) : last]),
        line=_line(above, found.ranked),
        below=tuple(rows[one.project_number] for one in found.ranked[last:]),
        not_worthy=tuple(_not_worthy(found.below, call)),
    )


def _undecided(found: Recommendation) -> frozenset[str]:
    """Return the equals that the line falls among as long as their order is open (D20)."""
    if found.tie is None or not found.tie.open:
        return frozenset()
    return frozenset(one.project_number for one in found.tie.members)


def _line(above: list[Recommended], ranked: tuple[Recommended, ...]) -> FundingLine:
    count = len(above)
    following = ranked[count].running_sum if count < len(ranked) else None
    return FundingLine(count, above[-1].running_sum if above else 0, following)


def _ranked(found: Recommendation, undecided: frozenset[str]) -> list[RecommendationRow]:
    rulings = {ruling.project_number: ruling for ruling in found.rulings}
    ordered = {one.first for one in found.ranked if one.project_number in rulings}
    rows = []
    for one in found.ranked:
        order = _order(one, undecided, ordered)
        is_open = order is Order.OPEN
        rows.append(
            _row(
                one.assessed,
                place=one.first if is_open else one.final_place,
                order=order,
                priority=one.priority,
                running_sum=None if is_open else one.running_sum,
                level=one.final_place < one.last,
                ruling=rulings.get(one.project_number),
            )
        )
    return rows


def _order(one: Recommended, undecided: frozenset[str], ordered: set[int]) -> Order:
    if one.project_number in undecided:
        return Order.OPEN
    if one.first == one.last:
        return Order.GRADES
    return Order.RULED if one.first in ordered else Order.BY_NUMBER


def _not_worthy(listed: tuple[Assessed, ...], call: PanelCall) -> Iterator[RecommendationRow]:
    for number, one in enumerate(listed, start=1):
        yield _row(
            one,
            place=None,
            order=Order.GRADES,
            priority=is_priority(one.application, call),
            running_sum=None,
            level=any(below.position == one.position for below in listed[number : number + 1]),
            ruling=None,
        )


def _row(  # noqa: PLR0913 - a row's cells, all named where called
    one: Assessed,
    *,
    place: int | None,
    order: Order,
    priority: bool,
    running_sum: int | None,
    level: bool,
    ruling: Ruling | None,
) -> RecommendationRow:
    return RecommendationRow(
        place=place,
        order=order,
        project_number=one.project_number,
        title=one.application.title,
        institution=one.application.institution,
        region=one.application.region,
        priority=priority,
        grade=one.grade,
        experts_grade=one.graded.grade if one.joint else None,
        quality=one.graded.quality,
        benefit=one.graded.benefit,
        amount=one.application.amount,
        running_sum=running_sum,
        level=level,
        ruling=ruling,
    )
