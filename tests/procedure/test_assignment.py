"""D7: the most even assignment there is, held against all the assignments there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, combinations_with_replacement, product
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.procedure import assignment
from reviewpkg.procedure.assignment import even_assignment
from reviewpkg.procedure.even_filling import filled
from tests.procedure.build import THOROUGH

PEOPLE = ("a", "b", "c", "d")
Jobs = Mapping[str, Sequence[str]]


def subsets(people: Sequence[str]) -> list[tuple[str, ...]]:
    """Return every choice of people, nobody and everybody among them."""
    return [some for size in range(len(people) + 1) for some in combinations(people, size)]


def evenness(loads: Sequence[int]) -> tuple[int, int]:
    """Return what D7 makes small: the greatest load, then the sum of squares."""
    return max(loads), sum(load * load for load in loads)


def most_even(
    jobs: Jobs, people: Sequence[str], wanted: int, already: Mapping[str, int]
) -> tuple[int, int]:
    """Return the best evenness of all assignments, by trying every one of them."""
    reachable = {tuple(already.get(person, 0) for person in people)}
    for allowed in jobs.values():
        choices = list(combinations(allowed, min(wanted, len(allowed))))
        reachable = {
            tuple(load + (person in chosen) for load, person in zip(loads, people, strict=True))
            for loads in reachable
            for chosen in choices
        }
    return min(evenness(loads) for loads in reachable)


def check(
    jobs: Jobs, people: Sequence[str], wanted: int, already: Mapping[str, int]
) -> dict[str, tuple[str, ...]]:
    """Check that an assignment is allowed, complete and as even as any, found in either way."""
    with patch.object(assignment, "MOST_VARIABLES", 0):
        check_one(even_assignment(jobs, people, wanted, already), jobs, people, wanted, already)
    assigned = even_assignment(jobs, people, wanted, already)
    check_one(assigned, jobs, people, wanted, already)
    return assigned


def check_one(
    assigned: Mapping[str, tuple[str, ...]],
    jobs: Jobs,
    people: Sequence[str],
    wanted: int,
    already: Mapping[str, int],
) -> None:
    """Check one assignment."""
    assert assigned.keys() == jobs.keys()
    for job, members in assigned.items():
        assert set(members) <= set(jobs[job])
        assert len(members) == len(set(members)) == min(wanted, len(jobs[job]))
        assert list(members) == sorted(members, key=people.index)
    added = Counter(member for members in assigned.values() for member in members)
    loads = [already.get(person, 0) + added[person] for person in people]
    assert evenness(loads) == most_even(jobs, people, wanted, already)


@pytest.mark.parametrize("already", list(product(range(3), repeat=3)))
def test_d7_every_case_of_three_people_and_up_to_three_jobs_is_as_even_as_any(
    already: tuple[int, ...],
) -> None:
    people = PEOPLE[:3]
    before = dict(zip(people, already, strict=True))
    for length in range(4):
        for chosen in combinations_with_replacement(subsets(people), length):
            check({str(place): allowed for place, allowed in enumerate(chosen)}, people, 2, before)


@pytest.mark.parametrize("wanted", [1, 2, 3])
def test_d7_every_case_of_four_people_and_two_jobs_is_as_even_as_any(wanted: int) -> None:
    for one, other in combinations_with_replacement(subsets(PEOPLE), 2):
        check({"1": one, "2": other}, PEOPLE, wanted, {})


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...], dict[str, int]]:
    """Draw up to five jobs, up to four people, who may do what, and the loads beforehand."""
    people = PEOPLE[: draw(st.integers(1, 4))]
    allowed = draw(st.lists(st.sampled_from(subsets(people)), max_size=5))
    already = draw(st.dictionaries(st.sampled_from(people), st.integers(0, 4)))
    return {f"job {place}": some for place, some in enumerate(allowed)}, people, already


@THOROUGH
@given(cases(), st.integers(1, 3))
def test_d7_five_jobs_and_four_people_are_spread_as_evenly_as_any(
    case: tuple[dict[str, tuple[str, ...]], tuple[str, ...], dict[str, int]], wanted: int
) -> None:
    jobs, people, already = case
    check(jobs, people, wanted, already)


@THOROUGH
@given(cases(), st.randoms(use_true_random=False))
def test_d7_the_order_of_jobs_and_of_who_may_take_them_changes_nothing(
    case: tuple[dict[str, tuple[str, ...]], tuple[str, ...], dict[str, int]], chance: Random
) -> None:
    jobs, people, already = case
    shuffled = {
        job: chance.sample(jobs[job], len(jobs[job]))
        for job in chance.sample(list(jobs), len(jobs))
    }
    before = {person: already[person] for person in chance.sample(list(already), len(already))}
    for most in (0, assignment.MOST_VARIABLES):
        with patch.object(assignment, "MOST_VARIABLES", most):
            expected = even_assignment(jobs, people, 2, already)
            assert even_assignment(shuffled, people, 2, before) == expected


def test_d7_nobody_at_all_leaves_a_job_to_no_one() -> None:
    assert even_assignment({"1": ()}, (), 2) == {"1": ()}


def test_d7_no_job_needs_no_one() -> None:
    assert even_assignment({}, PEOPLE, 2) == {}


def test_d7_only_conflicts_leave_a_job_with_fewer_than_two() -> None:
    jobs = {"none": (), "one": ("c",), "two": ("a", "c"), "all": PEOPLE}
    assigned = check(jobs, PEOPLE, 2, {})
    assert assigned["none"] == ()
    assert assigned["one"] == ("c",)
    assert assigned["two"] == ("a", "c")
    assert assigned["all"] == ("b", "d")


def test_d7_what_someone_has_already_makes_room_for_the_others() -> None:
    assert even_assignment({"1": PEOPLE}, PEOPLE, 2, {"a": 3, "c": 1}) == {"1": ("b", "d")}


def test_d7_one_with_few_open_jobs_takes_them_and_the_others_share_the_rest() -> None:
    jobs = {"1": ("a", "b"), "2": ("a", "b"), "3": ("a", "b", "c"), "4": ("a", "b", "c")}
    assigned = check(jobs, PEOPLE[:3], 2, {})
    loads = Counter(member for members in assigned.values() for member in members)
    assert sorted(loads.values()) == [2, 3, 3]


def test_d7_sixty_applications_are_shared_by_four_within_one() -> None:
    chance = Random(7)  # noqa: S311 - an example, nothing secret
    jobs = {
        f"2019/FO{number}": tuple(one for one in PEOPLE if chance.random() > 1 / 10)
        for number in range(241_000, 241_060)
    }
    jobs["2019/FO241060"] = ("b",)
    assigned = even_assignment(jobs, PEOPLE, 2)
    loads = Counter(member for members in assigned.values() for member in members)
    assert sum(loads.values()) == sum(min(2, len(allowed)) for allowed in jobs.values())
    assert max(loads.values()) - min(loads.values()) <= 1


def test_d7_thousands_of_applications_are_shared_by_hundreds_within_one() -> None:
    chance = Random(7)  # noqa: S311 - an example, nothing secret
    people = [f"b{place:03d}" for place in range(300)]
    jobs = {f"2019/FO{number}": frozenset(people) for number in range(240_000, 247_000)}
    for number in range(240_000, 247_000, 100):
        jobs[f"2019/FO{number}"] -= {chance.choice(people)}
    assigned = even_assignment(jobs, people, 2)
    assert all(len(set(members)) == 2 for members in assigned.values())
    assert all(jobs[job].issuperset(members) for job, members in assigned.items())
    loads = Counter(member for members in assigned.values() for member in members)
    assert max(loads.values()) - min(loads.values()) <= 1


def test_d7_a_jobs_people_come_in_the_order_of_the_people_not_of_their_names() -> None:
    assert even_assignment({"1": {"a", "b"}}, ("b", "a"), 2) == {"1": ("b", "a")}


@pytest.mark.parametrize(("most", "by_filling"), [(5, True), (6, False), (7, False)])
def test_d7_what_takes_a_program_too_long_is_counted_in_people_and_in_their_jobs(
    most: int, *, by_filling: bool
) -> None:
    # Two people who may take two jobs: a variable for what each takes in all, one for each job.
    jobs = {"1": ("a", "b"), "2": ("a", "b")}
    with (
        patch.object(assignment, "MOST_VARIABLES", most),
        patch.object(assignment, "filled", wraps=filled) as way,
    ):
        assert even_assignment(jobs, ("a", "b"), 1) == {"1": ("a",), "2": ("b",)}
    assert way.called == by_filling
