"""F1 to F11: how many fail each criterion, drawn only where there is something to look at."""

from __future__ import annotations

import pytest

from reviewpkg.reports.pictures.failed_criteria import Bar, failed_criteria


def test_every_criterion_has_a_bar_and_the_worst_are_named() -> None:
    made = failed_criteria({"F1 frist": 2, "F2 sum": 0, "F3 varighet": 2})
    assert made
    assert made.bars == (Bar("F1 frist", 2), Bar("F2 sum", 0), Bar("F3 varighet", 2))
    assert made.worst == (Bar("F1 frist", 2), Bar("F3 varighet", 2))


@pytest.mark.parametrize(
    "failures",
    [{}, {"F1 frist": 9, "F2 sum": 8}, {"F1 frist": 0, "F2 sum": 0, "F3 varighet": 0}],
    ids=["nothing asked", "two criteria", "nobody fails"],
)
def test_where_there_is_little_to_look_at_nothing_is_drawn(failures: dict[str, int]) -> None:
    assert failed_criteria(failures) is None
