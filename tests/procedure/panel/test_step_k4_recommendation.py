"""K4, D20, D22: the recommendation on its lines, one below and one above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product

import pytest

from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import ExpertGrade, JointGrade, PanelApplication
from reviewpkg.procedure.panel.step_k4_recommendation import (
    Recommendation,
    is_priority,
    recommendation,
)
from tests.procedure.panel.build_panel import (
    CALL,
    application,
    given,
    joint,
    left_to_panel,
    outcomes,
    review,
    ruling,
)
from tests.procedure.panel.panel_by_the_book import Fate, PanelBook

PROTON = "protonterapi"
IN, UNDER, NOT = "recommended", "support-worthy", "not-support-worthy"

Row = tuple[str, float | Fraction, int, str]
"""A number, a grade (of quality and of benefit alike), an amount, a theme."""


def decided(
    *rows: Row,
    budget: int = 100,
    rulings: tuple[Ruling, ...] = (),
    joint_grades: tuple[JointGrade, ...] = (),
    theme: str = PROTON,
) -> Recommendation:
    applications = [application(number, amount, of) for number, _, amount, of in rows]
    grades = [grade for number, mean, _, _ in rows for grade in given(number, [(mean, mean)])]
    call = replace(CALL, budget=budget, priority_theme=theme)
    return recommendation(call, left_to_panel(applications, grades, joint_grades), rulings)


def plain(*amounts: int, first: float = 5) -> list[Row]:
    """Return applications A, B, … in falling order, a tenth of a grade apart."""
    steps = (first - Fraction(at, 10) for at in range(len(amounts)))
    return [
        (chr(ord("A") + at), Fraction(mean), amount, "")
        for at, (mean, amount) in enumerate(zip(steps, amounts, strict=True))
    ]


@pytest.mark.parametrize(
    ("grade", "outcome"),
    [
        (Fraction(7, 2), IN),
        (Fraction(7, 2) + Fraction(1, 10**9), IN),
        (Fraction(7, 2) - Fraction(1, 10**9), NOT),
        (Fraction(10, 3), NOT),
        (Fraction(11, 3), IN),
    ],
)
def test_k4_a_grade_equal_to_the_threshold_is_support_worthy(grade: Fraction, outcome: str) -> None:
    assert outcomes(decided(("A", grade, 1, ""))) == {"A": outcome}


def test_k4_thirds_meet_a_threshold_of_thirds_exactly() -> None:
    call = replace(CALL, support_worthy_min=Fraction(11, 3))
    grades = given("A", [(4, 4), (4, 3), (4, 3)])
    assert sum((one.grade for one in grades), Fraction(0)) / 3 == Fraction(11, 3)
    found = recommendation(call, left_to_panel([application("A")], grades))
    assert outcomes(found) == {"A": IN}


def test_k4_a_joint_grade_decides_what_is_support_worthy() -> None:
    rows: list[Row] = [("A", 2, 1, ""), ("B", 5, 1, "")]
    agreed = (joint("A", Fraction(7, 2)), joint("B", Fraction(34, 10)))
    assert outcomes(decided(*rows, joint_grades=agreed)) == {"A": IN, "B": NOT}


def test_k4_the_theme_comes_first_among_the_support_worthy() -> None:
    rows: list[Row] = [("A", 5, 60, ""), ("B", 4, 60, ""), ("C", Fraction(7, 2), 60, PROTON)]
    found = decided(*rows)
    assert outcomes(found) == {"C": IN, "A": UNDER, "B": UNDER}
    assert [one.priority for one in found.ranked] == [True, False, False]


def test_k4_the_theme_never_lifts_one_that_is_not_support_worthy() -> None:
    low = Fraction(34, 10)
    rows: list[Row] = [("A", Fraction(7, 2), 60, ""), ("B", low, 1, PROTON), ("C", 3, 1, "")]
    found = decided(*rows)
    assert outcomes(found) == {"A": IN, "B": NOT, "C": NOT}
    assert [one.project_number for one in found.below] == ["B", "C"]


def test_k4_within_the_theme_the_same_order_holds() -> None:
    rows: list[Row] = [("A", 4, 1, PROTON), ("B", 5, 1, PROTON), ("C", 5, 1, ""), ("D", 4, 1, "")]
    assert list(outcomes(decided(*rows))) == ["B", "A", "C", "D"]


@pytest.mark.parametrize("theme", ["protonterapi", "Protonterapi", " PROTONTERAPI  "])
def test_k4_a_theme_is_read_without_regard_to_case_and_spaces(theme: str) -> None:
    assert is_priority(application("A", 1, theme), CALL)


@pytest.mark.parametrize("theme", ["", "proton", "protonterapi og annet"])
def test_k4_another_theme_is_no_priority(theme: str) -> None:
    assert not is_priority(application("A", 1, theme), CALL)


def test_k4_a_call_without_a_theme_has_no_priority() -> None:
    rows: list[Row] = [("A", 4, 1, PROTON), ("B", 5, 1, "")]
    found = decided(*rows, theme="")
    assert list(outcomes(found)) == ["B", "A"]
    assert found.theme is None
    assert not any(one.priority for one in found.ranked)


def test_k4_grade_then_quality_then_benefit_then_number() -> None:
    grades = [
        *given("E", [(4, 4)]),
        *given("A", [(5, 3)]),
        *given("C", [(4, 4)]),
        *given("B", [(5, 5)]),
        # The panel raised D to 4: quality, then benefit, is still the experts'.
        *given("D", [(4, 3)]),
    ]
    applications = [application(number) for number in "EDCBA"]
    panel = left_to_panel(applications, grades, [joint("D", 4)])
    assert list(outcomes(recommendation(CALL, panel))) == ["B", "A", "C", "E", "D"]


@pytest.mark.parametrize(
    ("amounts", "budget", "inside"),
    [
        ((50, 50), 99, 1),
        ((50, 50), 100, 2),
        ((50, 50), 101, 2),
        ((50, 51), 100, 1),
        ((100,), 100, 1),
        ((101,), 100, 0),
        # Nothing below the line, however small
        ((60, 60, 1), 100, 1),
        ((101, 1, 1), 100, 0),
    ],
)
def test_d22_a_sum_equal_to_the_budget_is_within(
    amounts: tuple[int, ...], budget: int, inside: int
) -> None:
    found = decided(*plain(*amounts), budget=budget)
    assert [one.outcome.value for one in found.ranked] == [
        IN if at < inside else UNDER for at in range(len(amounts))
    ]
    assert found.spent == sum(amounts[:inside])
    assert found.left_over == budget - found.spent


def test_k4_running_sums_and_places_go_on_below_the_line() -> None:
    found = decided(*plain(60, 60, 1))
    assert [(one.final_place, one.running_sum) for one in found.ranked] == [
        (1, 60),
        (2, 120),
        (3, 121),
    ]


def equals(*amounts: int, above: int = 0, below: int = 0) -> list[Row]:
    """Return equals A, B, … with these amounts; with Y above them and Z below, if they cost."""
    rows: list[Row] = [(chr(ord("A") + at), 4, amount, "") for at, amount in enumerate(amounts)]
    rows += [("Y", 5, above, "")] if above else []
    rows += [("Z", Fraction(7, 2), below, "")] if below else []
    return rows


@pytest.mark.parametrize(
    ("rows", "tied"),
    [
        (equals(50, 50), ""),
        (equals(50, 51), "AB"),
        (equals(50, 50, above=1), "AB"),
        # The line below them, above them, and among those who stand alone
        (equals(30, 30, above=40, below=1), ""),
        (equals(30, 30, above=101), ""),
        (equals(30, 30, below=60), ""),
        # None of them fits, so that no order lets anyone in
        (equals(60, 60, above=41), ""),
        (equals(60, 70, above=41), ""),
        # Only the smallest fits; then the order decides, though the listed one lets nobody in
        (equals(60, 50, above=50), "AB"),
        (equals(60, 51, above=50), ""),
        (equals(101, 1), "AB"),
    ],
)
def test_d20_a_tie_is_at_the_line_where_the_order_decides_who_comes_in(
    rows: list[Row], tied: str
) -> None:
    found = decided(*rows)
    members = found.tie.members if found.tie else ()
    assert "".join(one.project_number for one in members) == tied
    assert found.tie is None or found.tie.open


def test_d20_the_tie_knows_what_is_left_above_it() -> None:
    found = decided(*equals(60, 50, above=50))
    assert found.tie is not None
    assert (found.tie.remaining, found.tie.ruled) == (50, 0)
    assert {(one.first, one.last) for one in found.tie.members} == {(2, 3)}


@pytest.mark.parametrize(
    ("rulings", "order", "still_open"),
    [
        ((), "ABC", True),
        ((("C", 1),), "CAB", True),
        ((("A", 3),), "BCA", True),
        ((("B", 2),), "ABC", True),
        ((("C", 1), ("A", 3)), "CBA", False),
        ((("C", 2), ("B", 1)), "BCA", False),
        ((("C", 1), ("A", 2), ("B", 3)), "CAB", False),
    ],
)
def test_d20_rulings_order_the_tied_among_themselves(
    rulings: tuple[tuple[str, int], ...], order: str, *, still_open: bool
) -> None:
    found = decided(*equals(60, 50, 50), rulings=tuple(ruling(*one) for one in rulings))
    assert "".join(outcomes(found)) == order
    assert found.tie is not None
    assert found.tie.open is still_open
    assert found.tie.ruled == len(rulings)
    assert {one.project_number for one in found.ranked if one.ruled} == {one for one, _ in rulings}


def test_d20_a_ruling_gives_the_money_to_the_one_put_first() -> None:
    rows = equals(60, 50)
    assert outcomes(decided(*rows, rulings=(ruling("A", 1),))) == {"A": IN, "B": UNDER}
    assert outcomes(decided(*rows, rulings=(ruling("B", 1),))) == {"B": IN, "A": UNDER}


def test_d20_a_ruling_on_equals_away_from_the_line_orders_them_and_moves_no_line() -> None:
    rows = equals(30, 30, above=40, below=1)
    found = decided(*rows, rulings=(ruling("B", 2),))
    assert list(outcomes(found)) == ["Y", "B", "A", "Z"]
    assert set(outcomes(found).items()) == set(outcomes(decided(*rows)).items())
    assert found.tie is None


def test_d20_the_theme_parts_those_that_are_equal_otherwise() -> None:
    rows: list[Row] = [("A", 4, 60, ""), ("B", 4, 60, PROTON)]
    found = decided(*rows)
    assert outcomes(found) == {"B": IN, "A": UNDER}
    assert found.tie is None


def names(found: Recommendation) -> tuple[str, str, str]:
    """Return who came in, who fell out and whose fate is open, by what the theme changed."""
    assert found.theme is not None
    came, fell, undecided = (
        "".join(one.project_number for one in group)
        for group in (found.theme.came_in, found.theme.fell_out, found.theme.undecided)
    )
    return came, fell, undecided


def test_k4_the_theme_brings_one_in_and_pushes_another_out() -> None:
    rows: list[Row] = [("A", 5, 60, ""), ("B", 4, 60, PROTON)]
    assert names(decided(*rows)) == ("B", "A", "")


def test_k4_a_theme_that_changes_nothing_says_so() -> None:
    rows: list[Row] = [("A", 5, 60, PROTON), ("B", 4, 60, "")]
    assert names(decided(*rows)) == ("", "", "")


def test_k4_a_theme_may_push_out_more_than_it_brings_in() -> None:
    rows: list[Row] = [("A", 5, 50, ""), ("B", Fraction(9, 2), 50, ""), ("C", 4, 60, PROTON)]
    assert names(decided(*rows)) == ("C", "AB", "")


def test_k4_a_fate_that_hangs_on_a_tie_nobody_had_to_break_is_left_open() -> None:
    # Without the theme A and B are equal at the line; with it B goes first and A is out.
    rows: list[Row] = [("A", 4, 60, ""), ("B", 4, 60, PROTON)]
    assert names(decided(*rows)) == ("", "", "BA")


def test_k4_one_too_large_for_any_order_hangs_on_nothing() -> None:
    # Without the theme 50 are left for A, B and C: whoever is first, C never fits.
    rows: list[Row] = [
        ("Y", 5, 50, ""),
        ("A", 4, 50, ""),
        ("B", 4, 40, ""),
        ("C", 4, 90, PROTON),
    ]
    found = decided(*rows)
    assert outcomes(found) == {"C": IN, "Y": UNDER, "A": UNDER, "B": UNDER}
    assert names(found) == ("C", "Y", "AB")


def test_k4_a_tie_that_was_ruled_leaves_nothing_open() -> None:
    rows: list[Row] = [("A", 4, 60, ""), ("B", 4, 60, ""), ("C", 5, 40, PROTON)]
    assert names(decided(*rows)) == ("", "", "AB")
    assert names(decided(*rows, rulings=(ruling("B", 2),))) == ("", "", "")


def test_k4_rulings_among_some_of_the_tied_leave_the_others_open() -> None:
    # With the theme A goes first, and B and C are ordered behind it; without, all three are equal.
    rows: list[Row] = [("A", 4, 60, PROTON), ("B", 4, 60, ""), ("C", 4, 60, "")]
    found = decided(*rows, rulings=(ruling("B", 3), ruling("C", 2)))
    assert outcomes(found) == {"A": IN, "C": UNDER, "B": UNDER}
    assert names(found) == ("", "", "ACB")


def test_k4_without_anyone_support_worthy_nothing_is_recommended() -> None:
    found = decided(("A", 3, 1, PROTON))
    assert (found.ranked, found.tie, found.spent, found.left_over) == ((), None, 0, 100)
    nobody = decided()
    assert (nobody.ranked, nobody.below, nobody.recommended) == ((), (), ())


def of_book(found: Recommendation) -> dict[str, Fate]:
    """Return what the program says in the words of the book."""
    fates = {
        one.project_number: Fate(one.outcome.value, one.final_place, one.running_sum)
        for one in found.ranked
    }
    return fates | {one.project_number: Fate(NOT) for one in found.below}


def small_cases() -> Iterator[tuple[list[PanelApplication], list[ExpertGrade]]]:
    """Give every case of three applications with few grades, amounts and themes."""
    kinds: list[tuple[Fraction, int, str]] = [
        *product((Fraction(7, 2), Fraction(4)), (1, 2, 3), ("", PROTON)),
        *product((Fraction(3),), (1,), ("", PROTON)),
    ]
    for three in product(kinds, repeat=3):
        rows = list(zip("ABC", three, strict=True))
        yield (
            [application(number, amount, theme) for number, (_, amount, theme) in rows],
            [one for number, (mean, _, _) in rows for one in given(number, [(mean, mean)])],
        )


@pytest.mark.parametrize("budget", [3, 4])
def test_k4_every_small_case_goes_by_the_book(budget: int) -> None:
    call = replace(CALL, budget=budget)
    for applications, grades in small_cases():
        found = recommendation(call, left_to_panel(applications, grades))
        book = PanelBook(review(applications, grades, call=call))
        assert of_book(found) == book.fates()
        tied = {one.project_number for one in found.tie.members} if found.tie else set()
        assert tied == book.tied_at_the_line()
        assert tuple(map(set, names(found))) == book.theme_effect()


def test_d20_every_ruling_of_three_equals_goes_by_the_book() -> None:
    for amounts in product((1, 2, 3), repeat=3):
        applications = [application(*one) for one in zip("ABC", amounts, strict=True)]
        grades = [one for number in "ABC" for one in given(number, [(4, 4)])]
        call = replace(CALL, budget=3)
        for order in permutations("ABC"):
            for count in range(4):
                rulings = [ruling(one, order.index(one) + 1) for one in order[:count]]
                found = recommendation(call, left_to_panel(applications, grades), rulings)
                book = PanelBook(review(applications, grades, call=call, rulings=rulings))
                assert of_book(found) == book.fates()
                assert tuple(map(set, names(found))) == book.theme_effect()
