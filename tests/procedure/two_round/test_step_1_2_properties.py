"""1.2: what holds for any grades and any numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.domain.two_round import Area, SelectionNumbers
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_1_2_selection import (
    Key,
    Selection,
    by_mean,
    by_mean_and_difference,
)
from tests.procedure.build import (
    KS,
    THOROUGH,
    blocks,
    graded,
    numbers,
    selection_of,
    with_numbers,
)

Case = tuple[Area, tuple[Graded, ...]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw an area with numbers of any size, and up to 30 applications."""
    low, high = sorted((draw(st.integers(1, 7)), draw(st.integers(1, 7))))
    grade = st.integers(low, high)
    pairs = draw(st.lists(st.tuples(grade, grade), max_size=30))
    top = draw(st.integers(0, 12))
    own = SelectionNumbers(
        top,
        top + draw(st.integers(0, 5)),
        draw(st.integers(0, 25)),
        Fraction(draw(st.integers(1, 8))),
        draw(st.integers(0, 32)),
        draw(st.integers(0, 20)),
    )
    items = tuple(graded(f"{place:02}", *pair) for place, pair in enumerate(pairs))
    return with_numbers(KS, own), items


def points(one: Graded) -> Key:
    """Return the sum of the two grades, which orders as their mean does."""
    return (one.grades[0].total + one.grades[1].total,)


def points_and_distance(one: Graded) -> Key:
    """Return the sum, then how far apart the two grades are."""
    return (*points(one), abs(one.grades[0].total - one.grades[1].total))


def clauses_one_by_one(area: Area, items: tuple[Graded, ...]) -> dict[str, str]:
    """Decide 1.2 by asking of each application how many are better and how many as good."""
    own, clauses = area.numbers, area.clauses
    clause_of: dict[str, str] = {}

    def waiting() -> list[Graded]:
        return [one for one in items if one.project_number not in clause_of]

    def better(one: Graded, key: Callable[[Graded], Key]) -> int:
        return sum(key(other) > key(one) for other in waiting())

    def as_good(one: Graded, key: Callable[[Graded], Key]) -> int:
        return sum(key(other) >= key(one) for other in waiting())

    def bring_in(clause: str, rule: Callable[[Graded, int], bool]) -> None:
        already = len(clause_of)
        coming = [one.project_number for one in waiting() if rule(one, already)]
        clause_of.update(dict.fromkeys(coming, clause))

    bring_in(
        clauses.top,
        lambda one, _: better(one, points) < own.top and as_good(one, points) <= own.top_cap,
    )
    bring_in(
        clauses.contested,
        lambda one, already: already + as_good(one, points_and_distance) <= own.contested,
    )
    bring_in(
        clauses.high_grade,
        lambda one, _: any(grade.total >= own.high_grade for grade in one.grades),
    )
    bring_in(
        clauses.minimum,
        lambda one, already: already + better(one, points_and_distance) < own.minimum,
    )
    return clause_of


@THOROUGH
@given(cases())
def test_1_2_agrees_with_a_definition_for_one_application_at_a_time(case: Case) -> None:
    area, items = case
    assert selection_of(area, *items).clause_of == clauses_one_by_one(area, items)


def before_each(selection: Selection) -> list[set[str]]:
    """Return who was in before each sub-step."""
    inside: set[str] = set()
    stages = []
    for done in selection.sub_steps:
        stages.append(set(inside))
        inside |= {one.project_number for one in done.members}
    return stages


@THOROUGH
@given(cases())
def test_1_2_no_better_application_is_out_while_a_worse_is_in_by_the_same_sub_step(
    case: Case,
) -> None:
    """On the sub-step's own key; for 1.2.3 that is only whether it has the high grade."""
    area, items = case
    selection = selection_of(area, *items)
    high_grade = area.numbers.high_grade

    def by_high_grade(one: Graded) -> Key:
        return (Fraction(one.high >= high_grade),)

    keys = (by_mean, by_mean_and_difference, by_high_grade, by_mean_and_difference)
    for done, before, key in zip(selection.sub_steps, before_each(selection), keys, strict=True):
        inside = {one.project_number for one in done.members}
        for one in items:
            if one.project_number not in before | inside:
                assert all(key(one) < key(other) for other in done.members)


@THOROUGH
@given(cases())
def test_1_2_equals_share_their_fate_within_a_sub_step_d1(case: Case) -> None:
    area, items = case
    selection = selection_of(area, *items)
    keys = (by_mean, by_mean_and_difference, by_mean_and_difference, by_mean_and_difference)
    for done, before, key in zip(selection.sub_steps, before_each(selection), keys, strict=True):
        inside = {one.project_number for one in done.members}
        keys_in = {key(one) for one in done.members}
        keys_out = {key(one) for one in items if one.project_number not in before | inside}
        assert not keys_in & keys_out


@THOROUGH
@given(cases())
def test_1_2_two_with_the_same_grades_come_in_by_the_same_clause_or_stay_out(case: Case) -> None:
    area, items = case
    clause_of = selection_of(area, *items).clause_of
    fates: dict[Key, set[str | None]] = {}
    for one in items:
        fate = clause_of.get(one.project_number)
        fates.setdefault(by_mean_and_difference(one), set()).add(fate)
    assert all(len(fate) == 1 for fate in fates.values())


@THOROUGH
@given(cases())
def test_1_2_every_selected_application_carries_exactly_one_clause(case: Case) -> None:
    area, items = case
    selection = selection_of(area, *items)
    members = [one.project_number for done in selection.sub_steps for one in done.members]
    assert len(members) == len(set(members)) == len(selection.clause_of)
    assert set(selection.clause_of) <= {one.project_number for one in items}
    assert set(selection.clause_of.values()) <= {"1.2.1", "1.2.2", "1.2.3", "1.2.4"}


@THOROUGH
@given(cases())
def test_1_2_each_total_is_the_one_before_and_what_the_sub_step_took(case: Case) -> None:
    area, items = case
    total = 0
    for done in selection_of(area, *items).sub_steps:
        total += len(done.members)
        assert done.total == total
        assert all(done.taken)
        assert sum(len(group) for group in done.taken) == len(done.members)


@THOROUGH
@given(cases())
def test_1_2_no_number_is_passed_that_may_not_be_and_none_missed_that_can_be_met(
    case: Case,
) -> None:
    area, items = case
    own = area.numbers
    top, contested, high, minimum = selection_of(area, *items).sub_steps
    assert top.total <= own.top_cap
    assert contested.total <= max(own.contested, top.total)
    assert minimum.total >= min(own.minimum, len(items))
    assert minimum.total == high.total or high.total < own.minimum


@THOROUGH
@given(cases(), st.randoms(use_true_random=False))
def test_1_2_the_order_of_the_applications_changes_nothing(case: Case, chance: Random) -> None:
    area, items = case
    shuffled = chance.sample(items, len(items))
    assert selection_of(area, *shuffled) == selection_of(area, *items)


@THOROUGH
@given(cases())
def test_1_2_who_gave_the_higher_grade_changes_nothing(case: Case) -> None:
    area, items = case
    swapped = [graded(one.project_number, *(g.total for g in one.grades[::-1])) for one in items]
    assert selection_of(area, *swapped).clause_of == selection_of(area, *items).clause_of


@THOROUGH
@given(cases(), st.fractions(min_value=Fraction(1, 1000), max_value=1000))
def test_1_2_grades_on_a_scale_of_any_other_size_select_the_same(
    case: Case, factor: Fraction
) -> None:
    area, items = case
    scaled = [
        graded(one.project_number, *(grade.total * factor for grade in one.grades)) for one in items
    ]
    own = replace(area.numbers, high_grade=area.numbers.high_grade * factor)
    expected = selection_of(area, *items).clause_of
    assert selection_of(with_numbers(area, own), *scaled).clause_of == expected


def test_1_2_a_tie_is_a_tie_in_arithmetic_where_floating_point_sees_none() -> None:
    tenth = Fraction(1, 10)
    pair = (graded("A", tenth, 2 * tenth), graded("B", 3 * tenth, 0))
    assert selection_of(with_numbers(KS, numbers(top=1)), *pair).clause_of == {}
    both = selection_of(with_numbers(KS, numbers(top=1, top_cap=2)), *pair).clause_of
    assert both == {"A": "1.2.1", "B": "1.2.1"}


def test_1_2_the_smallest_lead_is_a_lead() -> None:
    ahead = graded("B", 5, 5 + Fraction(1, 10**30))
    own = with_numbers(KS, numbers(top=1))
    assert selection_of(own, *blocks((1, 5, 5)), ahead).clause_of == {"B": "1.2.1"}
