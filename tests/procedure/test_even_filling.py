"""D7 and D10, much work at once: who takes what among spreads that are equally even."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from reviewpkg.procedure.even_filling import Kind, filled


@pytest.mark.parametrize(
    ("kinds", "people", "wanted", "already", "taken"),
    [
        ((), "", 2, {}, []),
        # The first of the people have the odd one out, whatever their names.
        ([(("c", "a"), 3)], "cadb", 1, {}, ["cca"]),
        (
            [(("c", "d", "b"), 2), (("c", "d", "a"), 3)],
            "cdba",
            2,
            {"a": 3},
            ["bbcd", "accddd"],
        ),
        # Nobody has more of a kind than its jobs, and what came before counts.
        (
            [
                (("a", "b", "d"), 3),
                (("b", "c", "d"), 2),
                (("c",), 1),
                (("a", "c", "d"), 4),
            ],
            "abcd",
            2,
            {"b": 1},
            ["aaabbd", "bbdd", "c", "aaccccdd"],
        ),
        # The one with most hands on, over another, to one who has two less.
        (
            [(("c", "d"), 4), (("a", "b", "c"), 3), (("a", "c", "d"), 4)],
            "abcd",
            1,
            {"d": 3},
            ["cccc", "bbb", "aaad"],
        ),
    ],
)
def test_d7_much_work_is_filled_up_from_the_least_loaded_and_then_evened_out(
    kinds: Sequence[Kind],
    people: str,
    wanted: int,
    already: Mapping[str, int],
    taken: list[str],
) -> None:
    found = filled(kinds, people, wanted, already)
    assert ["".join(sorted(counts.elements())) for counts in found] == [
        "".join(sorted(one)) for one in taken
    ]
