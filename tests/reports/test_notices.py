"""What the secretariat is told to look at after round 1."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reviewpkg.domain.applications import Application, Grade, Review
from reviewpkg.domain.people import Committee
from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.reports import notices
from tests.reports.small_call import CALL, COMMITTEE, CONFLICTS, KS, review


def told(found: Review) -> str:
    return "\n".join(notices.warnings(run(found)))


def without_users(count: int) -> Review:
    people = COMMITTEE.user_representatives[:count]
    return replace(
        review(), committee=Committee(COMMITTEE.reviewers, people), conflicts=CONFLICTS[:1]
    )


def many(count: int) -> Review:
    """Return a call where `count` applications, all alike, are selected."""
    numbers = replace(KS.numbers, top=1, top_cap=count, contested=1, minimum=1)
    applications = tuple(
        Application(f"2019/FO{place}", "Tittel", "Søker", "KS", 1, "P1") for place in range(count)
    )
    grades = tuple(
        Grade(one.project_number, member, Fraction(5))
        for one in applications
        for member in ("m1a", "m1b")
    )
    call = replace(CALL, areas=(replace(KS, numbers=numbers),))
    return Review(call, COMMITTEE, applications, (), grades)


def test_more_than_120_selected() -> None:
    assert "flere enn 120" not in told(many(120))
    assert "121 søknader er valgt ut, flere enn 120." in told(many(121))


def test_a_pair_whose_share_stands_out() -> None:
    uneven = many(9)
    pairs = replace(
        uneven,
        applications=(
            *(replace(one, pair="P2") for one in uneven.applications[:3]),
            *uneven.applications[3:],
        ),
        grades=tuple(
            Grade(one.project_number, member, Fraction(7 if place < 3 else 4))
            for place, one in enumerate(uneven.applications)
            for member in (("m2a", "m2b") if place < 3 else ("m1a", "m1b"))
        ),
    )
    assert "par P1 har 0 av 6 søknader valgt ut, under halvparten av" in told(pairs)
    assert "par P2 har 3 av 3 søknader valgt ut, over halvannen gang" in told(pairs)


def test_an_application_with_too_few_user_representatives() -> None:
    assert "2019/FO2001: bare én brukerrepresentant" in told(review())


def test_no_or_one_user_representative_is_said_once() -> None:
    assert told(without_users(0)).count("Ingen brukerrepresentanter er ført opp") == 1
    assert told(without_users(1)).count("Bare én brukerrepresentant er ført opp") == 1
    assert "brukerrepresentant" not in told(without_users(2))


def test_adjustments_without_effect() -> None:
    sentences = told(review())
    assert "Annet: justeringen av «minimum» flytter ingen søknader" in sentences
    assert "2019/FO1012: søknaden er trukket fra trinn 1.1" in sentences
    assert "2019/FO1010" not in sentences


def test_a_high_grade_that_nobody_can_give() -> None:
    numbers = replace(KS.numbers, high_grade=Fraction(8))
    call = replace(CALL, areas=(replace(KS, numbers=numbers), CALL.areas[1]))
    assert "KS: «high_grade» ligger over" in told(replace(review(), call=call))
    assert "high_grade" not in told(review())
