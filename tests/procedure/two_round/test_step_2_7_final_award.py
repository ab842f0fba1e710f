"""Step 2.7: award 2 and rejection 3, to the krone (D22, D23)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from reviewpkg.domain.applications import Application
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round.step_2_6_ranking import Ranked
from reviewpkg.procedure.two_round.step_2_7_final_award import FinalAward, final_award
from tests.procedure.build_conference import application, untied


def ranked(*amounts: int, away: Sequence[int] = (), step: Step = Step.FINAL_AWARD) -> list[Ranked]:
    """Return a final order with these amounts; the places in `away` are withdrawn from a step."""
    return [
        Ranked(one, {}, {}, None, place, place, tied=False, final_place=place)
        for place, one in enumerate(_applications(amounts, away, step), start=1)
    ]


def _applications(amounts: Sequence[int], away: Sequence[int], step: Step) -> list[Application]:
    return [
        application(f"{place}", amount, withdrawn_from=step if place in away else None)
        for place, amount in enumerate(amounts, start=1)
    ]


def outcome(found: FinalAward) -> list[tuple[str, int, int, bool]]:
    """Return number, final place, running sum and whether it is awarded, from the top."""
    return [
        (one.ranked.project_number, one.final_place, one.running_sum, one.awarded)
        for one in found.funded
    ]


@pytest.mark.parametrize(
    ("frame", "above", "left_over"),
    [
        (1000, 0, 0),
        (1299, 0, 299),
        (1300, 1, 0),
        (1301, 1, 1),
        (1499, 1, 199),
        (1500, 2, 0),
        (1501, 2, 1),
        (1999, 2, 499),
        (2000, 3, 0),
        (2010, 4, 0),
        (2011, 4, 1),
    ],
)
def test_d22_the_line_is_after_the_last_sum_within_what_award_1_left(
    frame: int, above: int, left_over: int
) -> None:
    found = final_award(frame, untied(600, 400), ranked(300, 200, 500, 10))
    assert (found.spent_before, found.remaining) == (1000, frame - 1000)
    assert [one.running_sum for one in found.funded] == [300, 500, 1000, 1010]
    assert [one.awarded for one in found.funded] == [True] * above + [False] * (4 - above)
    assert found.left_over == left_over
    assert found.spent + found.left_over == found.remaining


def test_d22_nothing_below_the_line_is_awarded_however_small() -> None:
    found = final_award(500, (), ranked(300, 201, 1, 1))
    assert outcome(found) == [
        ("1", 1, 300, True),
        ("2", 2, 501, False),
        ("3", 3, 502, False),
        ("4", 4, 503, False),
    ]
    assert found.left_over == 200


def test_2_7_an_area_without_a_pool_keeps_what_award_1_leaves() -> None:
    found = final_award(1000, untied(300, 400), [])
    assert (found.funded, found.share, found.deviates) == ((), None, False)
    assert (found.spent_before, found.spent, found.left_over) == (700, 0, 300)


@pytest.mark.parametrize(
    ("size", "awards", "deviates"),
    [
        (10, 0, True),
        (10, 1, True),
        (10, 2, False),
        (10, 8, False),
        (10, 9, True),
        (10, 10, True),
        (7, 1, True),
        (7, 2, False),
        (7, 5, False),
        (7, 6, True),
        (13, 2, True),
        (13, 3, False),
        (13, 10, False),
        (13, 11, True),
        (5, 1, False),
        (5, 4, False),
        (1, 1, True),
        (1000, 199, True),
        (1000, 200, False),
        (1000, 800, False),
        (1000, 801, True),
    ],
)
def test_2_7_fewer_than_twenty_or_more_than_eighty_per_cent_is_a_deviation(
    size: int, awards: int, *, deviates: bool
) -> None:
    found = final_award(100 * awards, (), ranked(*[100] * size))
    assert found.share == Fraction(awards, size)
    assert found.deviates == deviates


@pytest.mark.parametrize(
    ("step", "spent_before"),
    [
        (None, 1000),
        (Step.AROUND_THE_LINE, 600),
        (Step.RANKING, 600),
        (Step.FINAL_AWARD, 600),
    ],
)
def test_d24_the_amount_of_a_withdrawn_award_1_goes_back_to_the_frame(
    step: Step | None, spent_before: int
) -> None:
    above = [
        Standing(one, place, False, Fraction(5), stood.grade_origin, None, None, 0)  # noqa: FBT003
        for place, (one, stood) in enumerate(
            zip(
                (application("X", 600), application("Y", 400, withdrawn_from=step)),
                untied(600, 400),
                strict=True,
            ),
            start=1,
        )
    ]
    found = final_award(1300, above, ranked(300, 400))
    assert found.spent_before == spent_before
    assert [one.awarded for one in found.funded] == [True, spent_before == 600]


def test_d24_what_is_withdrawn_from_2_7_is_struck_before_the_sums() -> None:
    found = final_award(500, (), ranked(200, 300, 300, 100, away=[2]))
    assert outcome(found) == [("1", 1, 200, True), ("3", 3, 500, True), ("4", 4, 600, False)]
    assert found.share == Fraction(2, 3)
