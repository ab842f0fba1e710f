"""Fewer elements show the same: what is joined, what is left out and what stays as it is."""

from __future__ import annotations

import pytest

from reviewpkg.rendering.picture_marks import fewer

BAR = '<path d="M{},0h10v5h-10Z" {}/>'
RING = '<path transform="translate({},3)" d="M2,0A2,2,0,1,1,-2,0A2,2,0,1,1,2,0" {}/>'
OUTLINE, FILLING, BOTH = 'stroke="#888"', 'fill="#888"', 'fill="#888" stroke="#888"'


def test_groups_that_change_nothing_and_labels_without_letters_are_left_out() -> None:
    marks = '<g><g transform="translate(0,0)"><g><text x="1">a</text><text x="2"/></g></g><g/></g>'
    assert fewer(marks) == '<text x="1">a</text>'
    moved = '<g transform="translate(1,0)"><text>a &amp; b</text></g>'
    assert fewer(moved) == moved


def test_decimals_that_no_one_sees_are_left_out() -> None:
    assert fewer('<text x="10.999999999999998" y="-0.1274">1.23456</text>') == (
        '<text x="11" y="-0.13">1.23456</text>'
    )


def test_lines_of_one_kind_are_one_path() -> None:
    line = '<line transform="translate({},1.5)" x2="0" y2="3" stroke="#888" />'
    assert fewer(line.format(0) + line.format(9)) == (
        '<path d="M0,1.5l0,3M9,1.5l0,3" stroke="#888" />'
    )
    assert fewer(line.format(9)) == line.format(9)


@pytest.mark.parametrize("style", [OUTLINE, FILLING])
def test_it_cannot_matter_which_of_these_lies_on_top(style: str) -> None:
    assert fewer(BAR.format(0, style) + BAR.format(5, style)) == (
        f'<path d="M0,0h10v5h-10ZM5,0h10v5h-10Z" {style} />'
    )
    assert fewer(RING.format(3, style) + RING.format(5, style)) == (
        f'<path d="M5,3a2,2,0,1,1,-4,0a2,2,0,1,1,4,0ZM7,3a2,2,0,1,1,-4,0a2,2,0,1,1,4,0Z" {style} />'
    )


def test_what_has_a_filling_and_an_outline_is_joined_only_where_bars_stand_apart() -> None:
    assert fewer(BAR.format(0, BOTH) + BAR.format(12, BOTH)).count("<path") == 1
    for marks in (
        BAR.format(0, BOTH) + BAR.format(10, BOTH),
        RING.format(0, BOTH) + RING.format(99, BOTH),
    ):
        assert fewer(marks).count("<path") == 2


def test_what_is_drawn_otherwise_or_stands_between_is_not_joined() -> None:
    assert fewer(BAR.format(0, OUTLINE) + BAR.format(0, FILLING)).count("<path") == 2
    between = BAR.format(0, OUTLINE) + "<text>a</text>" + BAR.format(0, OUTLINE)
    assert fewer(between).count("<path") == 2
    curve = '<path d="M0,0C1,1,2,2,3,3" stroke="#888" />'
    assert fewer(curve * 2) == curve * 2
    turned = '<line transform="rotate(9)" x2="3" stroke="#888" />'
    assert fewer(turned * 2) == turned * 2
