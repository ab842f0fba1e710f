"""2.7: what the secretariat is told, and what the control committee finds recorded."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from reviewpkg.domain.conference import DecidedBy, Ruling
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import PoolRange
from reviewpkg.reports.award_notices import award_warnings, summary
from reviewpkg.reports.control_record import ControlRecord, control_record
from reviewpkg.reports.explain import explanation
from tests.reports.award_call import (
    ANNET,
    ANNET_TOO,
    CALL,
    CONFERENCE,
    FURNITURE,
    INPUTS,
    KS,
    NO_RULING,
    RULING,
    awards,
    decided,
)


def record() -> ControlRecord:
    return control_record(decided(), CONFERENCE, awards(), FURNITURE, INPUTS, ())


def test_the_summary_says_what_is_awarded_and_what_waits() -> None:
    said = [line.replace("\u00a0", " ") for line in summary(awards())]
    assert said == [
        "KS: 5 søknader innvilget for 5 500 000 kr av 5 500 000 kr; 0 kr står igjen.",
        (
            "Annet er ikke ferdig og venter på parenes samlede karakterer "
            "(«samlet», trengs til trinn 2.2)."
        ),
    ]
    assert summary(awards(NO_RULING))[0].startswith("KS er ikke ferdig og venter på at lederen")


def test_nothing_stands_out_where_the_routine_is_kept() -> None:
    assert award_warnings(decided(), awards()) == ()


def test_a_small_pool_is_a_deviation_with_its_reason_and_its_share() -> None:
    pool = PoolRange(4, 6, "Bare disse er i tvil.")
    call = replace(CALL, areas=(replace(KS, ranking_pool=pool), ANNET))
    tables = replace(CONFERENCE, rulings=())
    said = award_warnings(decided(call), awards(tables, decided(call)))
    assert said[0] == "KS: 3 søknader går til rangering. Rutinen sier 7 til 13."
    assert "KS: Sekretariatets begrunnelse: «Bare disse er i tvil.»" in said
    assert said[-1].startswith("KS: 3 av 3 i rangeringen er innvilget")


def test_a_setting_that_nobody_needs_is_told() -> None:
    call = replace(CALL, areas=(KS, replace(ANNET, ranking_pool=PoolRange(1, 2))))
    (said,) = award_warnings(decided(call), awards(ANNET_TOO, decided(call)))
    assert said.startswith("Annet: alle får plass i rammen")


def test_a_ruling_on_a_withdrawn_application_is_told() -> None:
    tables = replace(CONFERENCE, rulings=(RULING, Ruling("K09", 1, "Svært god.")))
    (said,) = award_warnings(decided(), awards(tables))
    assert said.startswith("KS: K09 er trukket")


def test_every_change_of_plenary_1_stands_with_what_was_before() -> None:
    changes = record().areas[0].changes
    found = [
        (one.application.project_number, one.user, str(one.before), str(one.after))
        for one in changes
    ]
    assert found == [("K03", False, "13/2", "6"), ("K11", True, "None", "5")]


def test_every_second_opinion_stands_with_who_decided() -> None:
    first, second = record().areas[0].opinions
    assert first.pair == "P2"
    assert (first.before, first.opinion) == (Fraction(5), Fraction(6))
    assert first.after == Fraction(11, 2)
    assert (first.decided, first.changed) == (DecidedBy.CHAIR, True)
    assert (second.decided, second.changed) == (DecidedBy.PAIR, False)
    assert second.people == ("Liv Dahl", "Jon Lie")


def test_every_ruling_stands_beside_the_computed_place() -> None:
    (ruling,) = record().areas[0].rulings
    assert (ruling.computed, ruling.tied, ruling.given, ruling.final) == (4, True, 4, 4)


def test_the_withdrawn_stand_with_what_stays() -> None:
    found = {one.application.project_number: one.stays for one in record().withdrawn}
    assert found == {
        "K02": False,
        "K09": False,
        "K10": False,
        "K12": True,
        "K13": False,
        "K16": True,
        "K17": False,
    }


def test_only_conflicts_from_after_1_1_are_late() -> None:
    late = record().conflicts
    assert [(one.project_number, one.name, one.from_step) for one in late] == [
        ("K06", "Jon Lie", Step.RANKING),
        ("K06", "Liv Dahl", Step.RANKING),
    ]


def test_a_number_that_the_call_does_not_have_has_no_explanation() -> None:
    assert explanation(decided(), CONFERENCE, awards(), "K99", FURNITURE) is None
