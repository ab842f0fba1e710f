"""2.5, 2.7, K4: amounts piled up, and where the frame falls."""

from __future__ import annotations

from itertools import pairwise

from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.two_round import PoolRange
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Pool, pool
from reviewpkg.reports.pictures.running_sum import (
    BEYOND,
    Part,
    RunningSum,
    Span,
    Why,
    at_the_award,
    at_the_line,
    at_the_recommendation,
)
from tests.reports.panel.award_case import NO_THEME, NOBODY_WORTHY, NOTHING_FITS, decided
from tests.reports.ranking_call import areas, awards

SET = PoolRange(4, 14)


def chosen(frame: int = 8_000_000, setting: PoolRange | None = SET) -> Pool:
    return pool("KS", areas()[0].after_plenary, frame, setting)


def test_each_amount_stands_on_the_sum_before_it() -> None:
    made = at_the_line(chosen())
    assert (made.rises[0].before, made.rises[0].after) == (0, 710_000)
    assert all(one.after == other.before for one, other in pairwise(made.rises))
    assert [one.row for one in made.rises] == list(range(1, 18))


def test_the_parts_are_those_of_2_5() -> None:
    made = at_the_line(chosen())
    assert [(one.part, one.count) for one in made.groups] == [
        (Part.AWARD_1, 3),
        (Part.RANKING, 11),
        (Part.REJECTION_2, 3),
    ]
    assert sum(one.kroner for one in made.groups) == made.groups[-1].sum_after


def test_the_frame_falls_between_two_sums() -> None:
    made = at_the_line(chosen())
    assert made.within == 10
    assert made.spent == made.rises[9].after <= made.frame
    assert made.with_next == made.rises[10].after > made.frame


def test_a_frame_equal_to_a_sum_takes_that_row_in() -> None:
    made = at_the_line(chosen(at_the_line(chosen()).rises[9].after))
    assert (made.within, made.spent) == (10, made.frame)


def test_what_lies_far_below_is_counted_and_not_drawn() -> None:
    made = at_the_line(chosen(2_200_000, PoolRange(2, 8)))
    assert (len(made.rises), made.not_drawn) == (8 + BEYOND, 17 - 8 - BEYOND)
    assert made.groups[-1].named_at <= len(made.rises)
    assert sum(one.count for one in made.groups) == 17


def test_the_name_of_a_part_across_the_frame_stands_at_a_row_within_it() -> None:
    made = at_the_line(chosen())
    across = made.groups[1]
    assert across.named_below <= made.frame


def test_a_pool_that_cannot_be_used_decides_nothing() -> None:
    made = at_the_line(chosen(setting=PoolRange(4, 7)))
    assert {one.part for one in made.rises} == {Part.UNDECIDED}


def test_where_all_fit_nothing_is_next() -> None:
    made = at_the_line(chosen(99_000_000, None))
    assert (made.within, made.with_next, made.not_drawn) == (17, None, 0)
    assert {one.part for one in made.rises} == {Part.AWARD_1}


def test_where_not_even_the_first_fits_nothing_is_spent() -> None:
    made = at_the_line(chosen(100, None))
    assert (made.within, made.spent, made.with_next) == (0, 0, 710_000)


def test_the_award_has_what_was_ranked_on_top_of_award_1() -> None:
    award = awards()[0]
    assert award.conference.pool
    assert award.final
    made = at_the_award(award.conference.pool, award.final)
    second = [one for one in made.rises if one.part is Part.AWARD_2]
    assert made.spent == award.final.spent_before + award.final.spent
    assert [one.after for one in second] == [
        award.final.spent_before + one.running_sum for one in award.final.funded if one.awarded
    ]
    assert made.rises[-1].part is Part.REJECTION_3


def recommended(*review: PanelReview) -> RunningSum:
    made = at_the_recommendation(decided(*review)[1])
    assert made
    return made


def test_the_recommendation_goes_down_past_the_line() -> None:
    made = recommended()
    assert [(one.part, one.count) for one in made.groups] == [
        (Part.RECOMMENDED, 4),
        (Part.SUPPORT_WORTHY, 3),
    ]
    assert (made.within, made.spent, made.frame) == (4, 60_000_000, 60_000_000)


def test_the_theme_and_the_equals_at_the_line_are_marked_above_their_last_sum() -> None:
    assert recommended().spans == (
        Span(Why.THEME, 1, 1, 15_000_000),
        Span(Why.EQUALS, 4, 5, 70_000_000),
    )
    assert recommended(NO_THEME).spans == ()
    assert [one.why for one in recommended(NOTHING_FITS).spans] == [Why.THEME]


def test_a_budget_smaller_than_the_first_amount_recommends_nothing() -> None:
    made = recommended(NOTHING_FITS)
    assert (made.within, made.spent, made.with_next) == (0, 0, 15_000_000)


def test_where_nobody_is_support_worthy_there_is_nothing_to_draw() -> None:
    assert at_the_recommendation(decided(NOBODY_WORTHY)[1]) is None
