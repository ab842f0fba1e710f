"""The three ways to cut among equals: on the line, one below it, one above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pytest

from reviewpkg.procedure.cut_line import (
    at_least,
    at_least_unless_over,
    at_most,
    groups_of_equals,
)

Sizes = tuple[int, ...]

SMALL_CASES: tuple[Sizes, ...] = tuple(
    sizes for length in range(6) for sizes in product(range(1, 5), repeat=length)
)


def groups_let_in(sizes: Sizes, is_in: Callable[[int, int], bool]) -> int:
    """Ask of each application by itself whether it is in, and count the groups that are.

    `is_in` is told how many applications are better than it, and how many at least as good. The
    outcome must be whole groups from the top (D1).
    """
    group_of = [group for group, size in enumerate(sizes) for _ in range(size)]
    inside = [
        group
        for group in group_of
        if is_in(
            sum(other < group for other in group_of), sum(other <= group for other in group_of)
        )
    ]
    assert inside == [group for group in group_of if group in inside]
    assert set(inside) == set(range(len(set(inside))))
    return len(set(inside))


def numbers_around(sizes: Sequence[int], already: int = 0) -> Iterator[int]:
    """Give every number that can matter, from none to one more than there are."""
    yield from range(already + sum(sizes) + 2)


@pytest.mark.parametrize(
    ("wanted", "sizes", "already", "groups"),
    [
        (5, (2, 2, 2), 0, 3),
        (4, (2, 2, 2), 0, 2),
        (3, (2, 2, 2), 0, 2),
        (2, (2, 2, 2), 0, 1),
        (1, (2, 2, 2), 0, 1),
        (0, (2, 2, 2), 0, 0),
        (6, (2, 2, 2), 0, 3),
        (7, (2, 2, 2), 0, 3),
        (5, (), 0, 0),
        (5, (1, 1), 3, 2),
        (5, (1, 1), 4, 1),
        (5, (1, 1), 5, 0),
        (5, (1, 1), 6, 0),
        (5, (9, 1), 4, 1),
    ],
)
def test_1_2_4_takes_groups_until_the_number_is_reached_the_last_one_whole_d4(
    wanted: int, sizes: Sizes, already: int, groups: int
) -> None:
    assert at_least(wanted, sizes, already) == groups


@pytest.mark.parametrize(
    ("wanted", "sizes", "groups"),
    [
        (2, (2, 1), 1),
        (3, (2, 1), 2),
        (3, (2, 5), 2),
        (1, (4,), 1),
        (9, (2, 5), 2),
    ],
)
def test_1_4_takes_groups_until_the_number_is_reached_the_last_one_whole_d6(
    wanted: int, sizes: Sizes, groups: int
) -> None:
    assert at_least(wanted, sizes) == groups


@pytest.mark.parametrize(
    ("wanted", "cap", "sizes", "groups"),
    [
        (5, 7, (5, 1), 1),
        (5, 7, (4, 1, 1), 2),
        (5, 7, (4, 2, 1), 2),
        (5, 7, (4, 3, 1), 2),
        (5, 7, (4, 4, 1), 1),
        (5, 7, (6, 1), 1),
        (5, 7, (7, 1), 1),
        (5, 7, (8, 1), 0),
        (5, 7, (3, 1), 2),
        (5, 7, (), 0),
        (5, 5, (5,), 1),
        (5, 5, (4, 2), 1),
        (5, 5, (6,), 0),
        (0, 0, (1,), 0),
    ],
)
def test_1_2_1_leaves_out_the_last_group_when_it_would_pass_the_cap_d2(
    wanted: int, cap: int, sizes: Sizes, groups: int
) -> None:
    assert at_least_unless_over(wanted, cap, sizes) == groups


@pytest.mark.parametrize(
    ("wanted", "sizes", "already", "groups"),
    [
        (4, (2, 2, 2), 0, 2),
        (5, (2, 2, 2), 0, 2),
        (3, (2, 2, 2), 0, 1),
        (1, (2, 2, 2), 0, 0),
        (6, (2, 2, 2), 0, 3),
        (7, (2, 2, 2), 0, 3),
        (0, (2,), 0, 0),
        (5, (), 0, 0),
        (5, (2, 1), 3, 1),
        (5, (2, 1), 2, 2),
        (5, (2, 1), 4, 0),
        (5, (2, 1), 5, 0),
        (5, (2, 1), 6, 0),
        (5, (1, 9, 1), 0, 1),
    ],
)
def test_1_2_2_keeps_out_the_whole_group_that_would_pass_the_number_d3(
    wanted: int, sizes: Sizes, already: int, groups: int
) -> None:
    assert at_most(wanted, sizes, already) == groups


@pytest.mark.parametrize("already", range(4))
def test_1_2_4_d4_every_small_case_lets_in_whoever_has_too_few_better(already: int) -> None:
    for sizes in SMALL_CASES:
        for wanted in numbers_around(sizes, already):
            expected = groups_let_in(sizes, lambda better, _: already + better < wanted)  # noqa: B023
            assert at_least(wanted, sizes, already) == expected


def test_1_2_1_d2_every_small_case_lets_in_whoever_has_too_few_better_within_the_cap() -> None:
    for sizes in SMALL_CASES:
        for wanted in numbers_around(sizes):
            for cap in range(wanted, sum(sizes) + 2):
                expected = groups_let_in(
                    sizes,
                    lambda better, as_good: better < wanted and as_good <= cap,  # noqa: B023
                )
                assert at_least_unless_over(wanted, cap, sizes) == expected


@pytest.mark.parametrize("already", range(4))
def test_1_2_2_d3_every_small_case_lets_in_whoever_fits_with_all_as_good(already: int) -> None:
    for sizes in SMALL_CASES:
        for wanted in numbers_around(sizes, already):
            expected = groups_let_in(sizes, lambda _, as_good: already + as_good <= wanted)  # noqa: B023
            assert at_most(wanted, sizes, already) == expected


def test_d1_items_that_tie_on_the_key_make_one_group() -> None:
    assert groups_of_equals("aAbBBc", str.lower) == (("a", "A"), ("b", "B", "B"), ("c",))


def test_d1_no_items_make_no_group() -> None:
    assert groups_of_equals("", str.lower) == ()
