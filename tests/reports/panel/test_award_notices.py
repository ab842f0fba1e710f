"""K4: what whoever runs the step is told, and what stops it."""

from __future__ import annotations

from dataclasses import replace

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.people import Role
from reviewpkg.domain.steps import PanelStep
from reviewpkg.problems import sentences
from reviewpkg.reports.panel.award_notices import award_warnings, summary
from reviewpkg.reports.panel.line_tie import line_tie
from reviewpkg.reports.panel.panel_record import PanelRecord
from reviewpkg.reports.panel.problems import open_tie
from tests.reports.panel.award_case import (
    EVERYONE_FITS,
    NO_THEME,
    NOBODY_WORTHY,
    NOTHING_FITS,
    NOTICED,
    OPEN,
    RULED,
    decided,
    handed_out,
    withdrawn,
)
from tests.reports.panel.panel_call import REVIEW


def plain(lines: tuple[str, ...]) -> list[str]:
    return [line.replace("\u00a0", " ") for line in lines]


def warned(review: PanelReview) -> list[str]:
    return plain(award_warnings(*decided(review)))


def test_the_summary_says_what_is_recommended_and_what_became_of_the_others() -> None:
    assert plain(summary(*decided())) == [
        "4 søknader innstilt for 60 000 000 kr av 60 000 000 kr; 0 kr står igjen.",
        (
            "Av de andre: 3 støtteverdige som ikke er innstilt, 1 ikke-støtteverdige, 1 avvist "
            "formelt og 1 trukket."
        ),
    ]


def test_the_summary_says_that_nothing_is_recommended() -> None:
    assert plain(summary(*decided(NOBODY_WORTHY)))[0] == (
        "Ingen søknader innstilt for 0 kr av 60 000 000 kr; 60 000 000 kr står igjen."
    )


def test_nothing_is_said_where_nobody_needs_to_act() -> None:
    for review in (RULED, NO_THEME, EVERYONE_FITS):
        assert warned(review) == []


def test_that_nothing_is_recommended_is_said_with_the_reason() -> None:
    assert warned(NOBODY_WORTHY) == [
        "Ingen søknader er støtteverdige, så ingenting er innstilt (K4)."
    ]
    assert warned(NOTHING_FITS)[0] == (
        "Ingenting er innstilt: 2024/K101 står først og søker om 15 000 000 kr, mer enn hele "
        "rammen på 5 000 000 kr (K4)."
    )


def test_a_support_worthy_application_within_the_theme_below_the_line_is_named() -> None:
    assert warned(NOTHING_FITS)[1] == (
        "2024/K101 er støtteverdig og innenfor «protonterapi», men rammen rekker ikke (K4)."
    )


def test_a_theme_that_nobody_has_is_asked_about_with_those_there_are() -> None:
    theme = replace(RULED, call=replace(RULED.call, priority_theme="Proton terapi"))
    assert warned(theme) == [
        (
            "Ingen av søknadene i K4 har temaet «Proton terapi» i kolonnen «Tema»; der står "
            "«Protonterapi». Stemmer det?"
        )
    ]
    none = tuple(replace(one, theme="") for one in RULED.applications)
    assert "den er tom" in warned(replace(RULED, applications=none))[0]


def test_joint_grades_that_are_missing_or_say_no_why_are_named() -> None:
    assert "tabellen «samlet»" in warned(replace(RULED, joint_grades=()))[0]
    silent = tuple(replace(one, reason="") for one in RULED.joint_grades)
    assert warned(replace(RULED, joint_grades=silent)) == [
        "Den samlede karakteren mangler begrunnelse: 2024/K103 (K3)."
    ]


def test_a_chair_who_rules_on_a_tie_they_are_conflicted_on_is_named() -> None:
    chair = next(one.member for one in RULED.experts if one.role is Role.CHAIR)
    conflict = Conflict("2024/K104", chair, from_step=PanelStep.MEETING)
    review = replace(RULED, conflicts=(*RULED.conflicts, conflict))
    assert warned(review)[-1] == (
        "Lederen er inhabil på 2024/K104, som står likt ved linjen, og har avgjort rekkefølgen "
        "(D20). Noen andre bør avgjøre den."
    )
    assert not any("Lederen er inhabil" in one for one in warned(RULED))


def test_a_panel_without_a_leader_is_named() -> None:
    experts = tuple(one for one in RULED.experts if one.role is not Role.CHAIR)
    assert "uten navn" in warned(replace(RULED, experts=experts))[0]


def test_the_record_holds_what_was_noticed_before_and_after() -> None:
    made = handed_out(NOBODY_WORTHY).packet
    assert len(made.warnings) == 1
    record = made.documents[-1].page
    assert isinstance(record, PanelRecord)
    assert record.warnings == (*NOTICED, f"Advarsel: {made.warnings[0]}")


def test_an_open_tie_says_what_each_order_gives_and_where_to_rule() -> None:
    problem = open_tie(decided(OPEN)[1])
    assert problem is not None
    assert plain(sentences([problem]))[0].splitlines() == [
        (
            "lederbeslutning: 2024/K104 og 2024/K105 står likt på plass 4 til 5 (karakter 4, "
            "kvalitet 4, nytte 4). Det er 15 000 000 kr igjen av rammen når turen kommer til dem, "
            "og det rekker ikke til alle, så rekkefølgen mellom dem avgjør hvem som innstilles:"
        ),
        "  – rekkefølgen 2024/K104, 2024/K105: 2024/K104 innstilles, og 5 000 000 kr står igjen.",
        "  – rekkefølgen 2024/K105, 2024/K104: 2024/K105 innstilles, og 0 kr står igjen.",
        (
            "  Bare lederen kan avgjøre dette. Før prosjektnummer, ny plassering (4 til 5) og "
            "begrunnelse for den ene av dem i tabellen «lederbeslutning», og kjør igjen. "
            "Ingenting er innstilt før det."
        ),
        "  «make panel» skriver det samme til møtet, i panelet/forelopig-innstilling.",
    ]


def test_a_tie_that_is_ruled_or_not_there_is_no_problem() -> None:
    for review in (RULED, NO_THEME, EVERYONE_FITS, NOBODY_WORTHY):
        assert open_tie(decided(review)[1]) is None


def test_a_withdrawal_can_take_the_tie_away() -> None:
    gone = withdrawn("2024/K104", PanelStep.RECOMMENDATION, OPEN)
    assert open_tie(decided(gone)[1]) is None


def many_equals(count: int) -> PanelReview:
    """Return a review in which so many equals share money for one and a half of them."""
    first = REVIEW.applications[0]
    numbers = [f"2024/L{place:02}" for place in range(count)]
    grade = next(one for one in REVIEW.grades if one.project_number == "2024/K104")
    return replace(
        REVIEW,
        call=replace(REVIEW.call, budget=22_500_000, priority_theme=""),
        applications=tuple(
            replace(
                first,
                project_number=number,
                submission=replace(first.submission, project_number=number),
            )
            for number in numbers
        ),
        grades=tuple(replace(grade, project_number=number) for number in numbers),
        conflicts=(),
        joint_grades=(),
    )


def test_of_many_equals_the_message_spells_out_only_some_orders() -> None:
    problem = open_tie(decided(many_equals(8))[1])
    assert problem is not None
    lines = problem.sentence.splitlines()
    assert sum(line.startswith("  – rekkefølgen") for line in lines) == 6
    assert "  – andre rekkefølger gir andre utfall." in lines
    tie = line_tie(decided(many_equals(8))[1])
    assert tie is not None
    assert (len(tie.orders), tie.complete) == (8, False)


def test_a_tie_that_is_ruled_in_part_says_who_has_a_place() -> None:
    review = replace(many_equals(3), rulings=(Ruling("2024/L02", 1, "Haster."),))
    problem = open_tie(decided(review)[1])
    assert problem is not None
    assert "Lederen har til nå gitt plass til 2024/L02; det holder ikke." in problem.sentence
