"""Round 2 as a whole: what holds for any conference, and what must not count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_2 import AreaAward
from tests.procedure.any_conference import LATE, PEOPLE, Case, cases
from tests.procedure.build import THOROUGH
from tests.procedure.by_the_book import WITHDRAWN, Fate

EXACT = settings(THOROUGH, max_examples=150)


def fates_of(case: Case, ended: AreaAward) -> dict[str, Fate] | None:
    """Return how every application of an area ends, None where it has no pool."""
    area, final, ranking = ended.conference, ended.final, ended.ranking
    if final is None or ranking is None or area.pool is None:
        return None
    points = {one.project_number: one for one in ranking.computed}
    fates: dict[str, Fate] = {}

    def ends(number: str, fate: Fate) -> None:
        assert number not in fates
        fates[number] = fate

    position = {one.project_number: one.position for one in area.after_plenary}
    for one in area.pool.award_1:
        if not one.application.withdrawn_at(Step.FINAL_AWARD):
            ends(one.project_number, Fate("award-1", one.position))
    for one in area.pool.rejection_2:
        ends(one.project_number, Fate("rejection-2", one.position))
    for funded in final.funded:
        number = funded.ranked.project_number
        found = points[number]
        ends(
            number,
            Fate(
                "award-2" if funded.awarded else "rejection-3",
                position[number],
                found.mean_points,
                found.user_place,
                funded.final_place,
                funded.running_sum,
            ),
        )
    for application in case.applications(area.area.id):
        if application.withdrawn_at(Step.FINAL_AWARD):
            fates.setdefault(application.project_number, WITHDRAWN)
    return fates


def every_fate(case: Case) -> list[dict[str, Fate] | None]:
    """Return how both areas end."""
    return [fates_of(case, ended) for ended in case.ended()]


@EXACT
@given(cases())
def test_2_1_to_2_7_any_conference_ends_as_it_does_by_the_book(case: Case) -> None:
    for ended in case.ended():
        fates = fates_of(case, ended)
        assert fates == case.book(ended.conference.area.id).fates()
        if fates is not None:
            applications = case.applications(ended.conference.area.id)
            assert fates.keys() == {one.project_number for one in applications}
        ranked = len(ended.ranking.final) if ended.ranking else 0
        event("refused" if fates is None else "ranked" if ranked > 6 else "few or none ranked")


@EXACT
@given(cases())
def test_2_7_no_area_gives_more_than_its_frame_and_what_is_left_is_told(case: Case) -> None:
    for ended in case.ended():
        fates = fates_of(case, ended)
        if fates is None or ended.final is None:
            continue
        amounts = {
            one.project_number: one.amount for one in case.applications(ended.conference.area.id)
        }
        given_away = sum(
            amounts[number] for number, fate in fates.items() if fate.decision.startswith("award")
        )
        assert given_away <= ended.conference.frame
        assert ended.final.left_over == ended.conference.frame - given_away


@EXACT
@given(cases(), st.randoms(use_true_random=False, note_method_calls=False))
def test_2_1_to_2_7_the_order_of_what_is_delivered_changes_nothing(
    case: Case, chance: Random
) -> None:
    def shuffled(rows: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(chance.sample(rows, len(rows)))

    # The order of the rulings is what they say (D21).
    tables = {
        field.name: shuffled(getattr(case.tables, field.name))
        for field in fields(Conference)
        if field.name != "rulings"
    }
    other = replace(
        case,
        entries=shuffled(case.entries),
        conflicts=shuffled(case.conflicts),
        tables=replace(case.tables, **tables),
    )
    for one, same in zip(case.ended(), other.ended(), strict=True):
        assert one.ranking == same.ranking
        assert one.final == same.final
        assert one.conference == same.conference


def graded_anew(case: Case, change: Callable[[Fraction], Fraction]) -> Case:
    """Return the same conference with every grade changed."""

    def changed(rows: Sequence[Any], *names: str) -> tuple[Any, ...]:
        return tuple(
            replace(
                row,
                **{
                    name: None if getattr(row, name) is None else change(getattr(row, name))
                    for name in names
                },
            )
            for row in rows
        )

    tables = case.tables
    return replace(
        case,
        entries=tuple(replace(one, grades=changed(one.grades, "total")) for one in case.entries),
        tables=replace(
            tables,
            user_grades=changed(tables.user_grades, "grade"),
            joint_grades=changed(tables.joint_grades, "grade"),
            user_joint_grades=changed(tables.user_joint_grades, "grade"),
            plenary_notes=changed(tables.plenary_notes, "grade", "user_grade"),
            second_opinions=changed(tables.second_opinions, "grade"),
            user_supplements=changed(tables.user_supplements, "grade"),
            plenary_decisions=changed(tables.plenary_decisions, "grade"),
        ),
    )


@EXACT
@given(cases(), st.fractions(Fraction(1, 100), 100), st.integers(-3, 3))
def test_2_1_to_2_7_grades_on_a_scale_of_any_other_size_decide_the_same(
    case: Case, factor: Fraction, more: int
) -> None:
    other = graded_anew(case, lambda grade: grade * factor + more)
    assert every_fate(other) == every_fate(case)
    for one, same in zip(case.ended(), other.ended(), strict=True):
        before, after = one.conference, same.conference
        assert [standing.position for standing in before.after_joint] == [
            standing.position for standing in after.after_joint
        ]
        assert [(item.graded.project_number, item.why) for item in before.supplements] == [
            (item.graded.project_number, item.why) for item in after.supplements
        ]


def story(case: Case) -> dict[Step, list[object]]:
    """Tell what each step decided, by project number."""
    told: dict[Step, list[object]] = {step: [] for step in LATE}
    for ended in case.ended():
        area = ended.conference
        told[Step.PLENARY_1] += [
            (one.project_number, one.position, one.user_grade) for one in area.after_joint
        ]
        told[Step.SECOND_OPINION] += [
            (one.application.project_number, one.pair, one.chosen) for one in area.requests
        ]
        told[Step.SECOND_OPINION] += [
            (one.graded.project_number, one.why) for one in area.supplements
        ]
        told[Step.AROUND_THE_LINE] += [
            (one.project_number, one.position, one.grade) for one in area.after_plenary
        ]
        if area.pool:
            told[Step.AROUND_THE_LINE] += [area.pool.window, area.pool.others, area.pool.refusals]
        if ended.ranking:
            told[Step.RANKING] += [
                (one.project_number, one.points, one.mean_points, one.user_place, one.final_place)
                for one in ended.ranking.computed
            ]
            told[Step.FINAL_AWARD] += [ended.final]
    return told


@EXACT
@given(cases(), st.sampled_from(LATE), st.integers(0, 27))
def test_d24_one_more_withdrawal_moves_nothing_decided_before_its_step(
    case: Case, step: Step, at: int
) -> None:
    if not case.entries:
        return
    chosen = case.entries[at % len(case.entries)]
    if chosen.application.withdrawn_from is not None:
        return
    gone = replace(chosen, application=replace(chosen.application, withdrawn_from=step))
    entries = tuple(gone if one is chosen else one for one in case.entries)
    before, after = story(case), story(replace(case, entries=entries))
    for earlier in (one for one in LATE if one < step):
        assert after[earlier] == before[earlier]


@EXACT
@given(cases(), st.sampled_from(LATE), st.integers(0, 27), st.sampled_from(PEOPLE))
def test_d24_one_more_conflict_moves_nothing_decided_before_its_step(
    case: Case, step: Step, at: int, member: str
) -> None:
    if not case.entries:
        return
    number = case.entries[at % len(case.entries)].project_number
    if any((one.project_number, one.member) == (number, member) for one in case.conflicts):
        return
    more = (*case.conflicts, Conflict(number, member, from_step=step))
    before, after = story(case), story(replace(case, conflicts=more))
    for earlier in (one for one in LATE if one < step):
        assert after[earlier] == before[earlier]
