from __future__ import annotations

from itertools import chain, permutations, product
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.procedure import running_order as running_order_module
from reviewpkg.procedure.running_order import Away, Order, passages, running_order
from tests.procedure.build import THOROUGH

NOBODY: Away = frozenset()
A, B, AB = frozenset("A"), frozenset("B"), frozenset("AB")
GROUPS = st.lists(st.lists(st.sampled_from([NOBODY, A, B, AB]), max_size=4), max_size=3)


def best_by_trying_all(groups: list[list[Away]]) -> tuple[int, Order]:
    """Try every order; of equally good ones return the nearest to the list."""
    away = list(chain.from_iterable(groups))
    places = iter(range(len(away)))
    numbered = [[next(places) for _ in group] for group in groups]
    orders = (
        tuple(chain.from_iterable(parts))
        for parts in product(*(list(permutations(group)) for group in numbered))
    )
    return min((passages([away[place] for place in order]), order) for order in orders)


@given(GROUPS)
@THOROUGH
def test_no_order_has_fewer_passages(groups: list[list[Away]]) -> None:
    kept = [group for group in groups if group]
    away = list(chain.from_iterable(kept))
    found = running_order(kept)
    assert (passages([away[place] for place in found]), found) == best_by_trying_all(kept)


def test_a_passage_is_one_person_through_the_door() -> None:
    assert passages([]) == 0
    assert passages([NOBODY, NOBODY]) == 0
    assert passages([A]) == 2
    assert passages([A, B]) == 4
    assert passages([A, AB, NOBODY]) == 4


def test_equals_that_the_same_person_leaves_for_come_together() -> None:
    assert running_order([[A, NOBODY, A]]) == (0, 2, 1)


def test_nobody_changes_places_with_one_who_is_not_an_equal() -> None:
    assert running_order([[A], [NOBODY], [A]]) == (0, 1, 2)


def test_the_next_group_counts() -> None:
    assert running_order([[A, NOBODY], [A]]) == (1, 0, 2)
    assert running_order([[A], [NOBODY, A]]) == (0, 2, 1)


def test_the_list_stands_where_nothing_is_gained() -> None:
    assert running_order([[A, B], [NOBODY, NOBODY]]) == (0, 1, 2, 3)
    assert running_order([]) == ()


def test_a_group_with_too_many_absences_to_go_through_stays_as_listed() -> None:
    many = [frozenset([str(place)]) for place in range(16)]
    assert running_order([many, [many[0]]]) == tuple(range(17))


@pytest.mark.parametrize(("most", "order"), [(5, (0, 1, 2)), (6, (0, 2, 1)), (7, (0, 2, 1))])
def test_what_may_be_gone_through_is_counted_in_choices_of_none_to_all_of_a_kind(
    most: int, order: Order
) -> None:
    # None, one or two of those that A leaves for, and none or one of B's: six.
    with patch.object(running_order_module, "MOST_STATES", most):
        assert running_order([[A, B, A]]) == order


def test_the_groups_around_one_that_stays_as_listed_are_ordered_to_meet_it() -> None:
    many = [frozenset([str(place)]) for place in range(16)]
    found = running_order([[many[0], NOBODY], many, [NOBODY, many[-1]]])
    assert found == (1, 0, *range(2, 18), 19, 18)


def test_a_large_group_of_few_absences_is_no_trouble() -> None:
    group = [NOBODY, A] * 60
    assert passages([group[place] for place in running_order([group])]) == 2
