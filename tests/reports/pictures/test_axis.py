"""An axis has a figure for every whole grade, and tens or hundreds where those would be many."""

from __future__ import annotations

from fractions import Fraction

import pytest

from reviewpkg.reports.pictures.axis import tick_step


@pytest.mark.parametrize(
    ("span", "step"),
    [
        (Fraction(0), 1),
        (Fraction(7), 1),
        (Fraction(20), 1),
        (Fraction(41, 2), 10),
        (Fraction(101), 10),
        (Fraction(200), 10),
        (Fraction(201), 100),
        (Fraction(10**9), 10**8),
    ],
)
def test_figures_stand_as_close_as_there_is_room_for(span: Fraction, step: int) -> None:
    assert tick_step(Fraction(-1, 2), span - Fraction(1, 2)) == step
