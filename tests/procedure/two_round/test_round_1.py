"""Round 1 as a whole: its outcomes, late withdrawals and late conflicts (D24)."""

from __future__ import annotations

import pytest

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import MoveAdjustment
from reviewpkg.procedure.two_round.round_1 import Decision, run
from tests.procedure.build import (
    ANNET,
    KS,
    blocks,
    fates,
    graded,
    numbers,
    numbers_of,
    review,
    with_numbers,
)

SELECTED, REJECTED, WITHDRAWN = Decision.SELECTED, Decision.REJECTION_1, Decision.WITHDRAWN
ONE_IN = with_numbers(KS, numbers(top=1, user_review=1))


def test_1_2_to_1_4_every_application_has_one_outcome_by_area_and_then_in_order() -> None:
    annet = with_numbers(ANNET, numbers(contested=1))
    away = graded("A0", 7, 7, withdrawn_from=Step.REJECTION_1)
    items = (
        graded("B2", 5, 5, area="Annet"),
        graded("A3", 4, 4),
        away,
        graded("A1", 5, 5),
        graded("B1", 7, 3, area="Annet"),
        graded("A2", 3, 3),
    )
    decided = run(review(*items, areas=(annet, ONE_IN)))
    assert fates(decided) == {
        "B1": (SELECTED, "1.2.6", False),
        "B2": (REJECTED, "1.3", False),
        "A1": (REJECTED, "1.3", False),
        "A3": (REJECTED, "1.3", False),
        "A2": (REJECTED, "1.3", False),
        "A0": (WITHDRAWN, "", False),
    }
    order = [one.application.project_number for one in decided.outcomes]
    assert order == ["B1", "B2", "A1", "A3", "A2", "A0"]
    assert [one.graded is None for one in decided.outcomes] == [False] * 5 + [True]
    assert [one.application.project_number for one in decided.to_round_2] == ["B1"]


@pytest.mark.parametrize(
    ("step", "of_the_withdrawn", "of_the_next"),
    [
        (Step.GRADING, (WITHDRAWN, "", False), (SELECTED, "1.2.1", True)),
        (Step.SELECTION, (WITHDRAWN, "", False), (SELECTED, "1.2.1", True)),
        (Step.REJECTION_1, (WITHDRAWN, "", False), (REJECTED, "1.3", False)),
        (Step.USER_REVIEW, (WITHDRAWN, "", False), (REJECTED, "1.3", False)),
        (Step.JOINT, (SELECTED, "1.2.1", True), (REJECTED, "1.3", False)),
    ],
)
def test_d24_a_selected_application_is_withdrawn_from_a_step_on_and_nothing_decided_moves(
    step: Step, of_the_withdrawn: tuple[Decision, str, bool], of_the_next: object
) -> None:
    items = (graded("A", 5, 5, withdrawn_from=step), graded("B", 4, 4))
    assert fates(run(review(*items, areas=(ONE_IN,)))) == {"A": of_the_withdrawn, "B": of_the_next}


@pytest.mark.parametrize(
    ("step", "of_the_withdrawn"),
    [
        (Step.GRADING, (WITHDRAWN, "", False)),
        (Step.SELECTION, (WITHDRAWN, "", False)),
        (Step.REJECTION_1, (WITHDRAWN, "", False)),
        (Step.USER_REVIEW, (REJECTED, "1.3", False)),
        (Step.JOINT, (REJECTED, "1.3", False)),
    ],
)
def test_d24_an_unselected_application_stays_rejected_once_it_is(
    step: Step, of_the_withdrawn: tuple[Decision, str, bool]
) -> None:
    items = (graded("A", 5, 5), graded("B", 4, 4, withdrawn_from=step))
    decided = fates(run(review(*items, areas=(ONE_IN,))))
    assert decided == {"A": (SELECTED, "1.2.1", True), "B": of_the_withdrawn}


@pytest.mark.parametrize(("step", "selected"), [(Step.SELECTION, {"A"}), (Step.REJECTION_1, set())])
def test_d24_a_tie_that_kept_another_out_is_as_if_not_there_only_before_the_selection(
    step: Step, selected: set[str]
) -> None:
    items = (graded("A", 5, 5), graded("B", 5, 5, withdrawn_from=step))
    decided = run(review(*items, areas=(ONE_IN,)))
    assert {one.application.project_number for one in decided.to_round_2} == selected


@pytest.mark.parametrize(
    ("step", "fate"),
    [
        (Step.SELECTION, (WITHDRAWN, "", False)),
        (Step.REJECTION_1, (WITHDRAWN, "", False)),
        (Step.USER_REVIEW, (REJECTED, "1.2.9", False)),
        (Step.JOINT, (REJECTED, "1.2.9", False)),
    ],
)
def test_d24_one_taken_out_by_name_is_withdrawn_or_rejected_as_any_other(
    step: Step, fate: tuple[Decision, str, bool]
) -> None:
    items = (graded("A", 5, 5, withdrawn_from=step), graded("B", 4, 4))
    moves = (MoveAdjustment("A", selected=False, reason="Feil"),)
    assert fates(run(review(*items, areas=(ONE_IN,), moves=moves)))["A"] == fate


@pytest.mark.parametrize(
    ("step", "assigned"),
    [
        (Step.GRADING, ("u2",)),
        (Step.SELECTION, ("u2",)),
        (Step.REJECTION_1, ("u2",)),
        (Step.USER_REVIEW, ("u2",)),
        (Step.JOINT, ("u1", "u2")),
        (Step.RANKING, ("u1", "u2")),
    ],
)
def test_d24_a_user_representative_is_conflicted_from_a_step_on(
    step: Step, assigned: tuple[str, ...]
) -> None:
    conflicts = (Conflict("A", "u1", from_step=step),)
    decided = run(review(graded("A", 5, 5), areas=(ONE_IN,), conflicts=conflicts))
    assert decided.user_review.assigned == {"A": assigned}


@pytest.mark.parametrize("step", [step for step in Step if step > Step.GRADING])
def test_d24_a_reviewers_late_conflict_moves_nothing_that_is_decided(step: Step) -> None:
    items = (graded("A", 5, 5), graded("B", 4, 4))
    late = (Conflict("A", "P1a", from_step=step), Conflict("B", "P1b", "P9a", step))
    decided = run(review(*items, areas=(ONE_IN,), conflicts=late))
    assert decided.outcomes == run(review(*items, areas=(ONE_IN,))).outcomes


@pytest.mark.parametrize(
    ("of_ks", "of_annet", "too_many"),
    [(60, 59, False), (60, 60, False), (60, 61, True), (120, 0, False), (121, 0, True)],
)
def test_1_2_9_warns_when_more_than_120_are_selected_in_all(
    of_ks: int, of_annet: int, *, too_many: bool
) -> None:
    ks = blocks((of_ks, 5, 5), (3, 1, 1))
    annet = [
        graded(f"B{place}", *grades, area="Annet")
        for place, grades in enumerate([(5, 5)] * of_annet + [(1, 1)])
    ]
    areas = (
        with_numbers(KS, numbers(minimum=of_ks)),
        with_numbers(ANNET, numbers(minimum=of_annet)),
    )
    decided = run(review(*ks, *annet, areas=areas))
    assert decided.selected_in_all == of_ks + of_annet
    assert decided.too_many_selected == too_many


def test_1_2_9_an_application_withdrawn_after_the_selection_counts_among_the_selected() -> None:
    items = (graded("A", 5, 5, withdrawn_from=Step.REJECTION_1), graded("B", 4, 4))
    decided = run(review(*items, areas=(ONE_IN,)))
    assert decided.selected_in_all == 1
    (load,) = decided.pair_loads
    assert (load.applications, load.selected) == (2, 1)


def test_1_4_the_load_is_spread_over_all_areas_together_d7() -> None:
    areas = (
        with_numbers(KS, numbers(minimum=3, user_review=3)),
        with_numbers(ANNET, numbers(minimum=3, user_review=3)),
    )
    items = [
        graded(f"{area.id}{place}", 5, 5, area=area.id) for area in areas for place in range(3)
    ]
    decided = run(review(*items, areas=areas, users=("u1", "u2", "u3")))
    assert numbers_of(decided.user_review.applications) == numbers_of(items)
    assert [len(decided.user_review.of(user)) for user in ("u1", "u2", "u3")] == [4, 4, 4]
