"""F5, F7, F9: who leads, who takes part in every region, and whose CVs there are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewpkg.domain.screening import Cv, Institution, Submission
from reviewpkg.procedure.formal_faults import (
    ApplicantNotEligible,
    CvTooLong,
    Fault,
    LeaderWithoutCv,
    NotAnchored,
    RegionWithoutCv,
    RegionWithoutPartner,
)
from tests.procedure.panel.build_panel import (
    CVS,
    FLAWLESS,
    LEADER,
    MIDDLE,
    NORTH,
    REGIONS,
    RULES,
    SOUTH_EAST,
    WEST,
)
from tests.procedure.test_screening import faults, held_against

PRIVATE = Institution("Privatklinikken", "Vest")


def with_cvs(*cvs: Cv) -> Submission:
    return replace(FLAWLESS, cvs=cvs)


def partner_cv(region: str, pages: int = 5, *, publications: bool = True) -> Cv:
    return Cv(f"Partner i {region}", region, leader=False, pages=pages, publications=publications)


def test_f5_both_the_institution_and_its_management_are_asked_for() -> None:
    # The applicant's own region is covered by a partner, so that nothing but F5 fails.
    elsewhere = replace(FLAWLESS, partners=(SOUTH_EAST, WEST, MIDDLE, NORTH))
    outsider = replace(elsewhere, applicant=Institution("Klinikken", "Sør-Øst"))
    assert faults(outsider) == (ApplicantNotEligible("Klinikken"),)
    assert faults(replace(elsewhere, anchored=False)) == (NotAnchored("Oslo"),)
    neither = (ApplicantNotEligible("Klinikken"), NotAnchored("Klinikken"))
    assert faults(replace(outsider, anchored=False)) == neither
    assert held_against(replace(outsider, anchored=False)).failed == ("F5",)


def test_f5_an_institution_may_apply_from_where_it_is_listed_only() -> None:
    moved = Institution("Oslo", "Nord")
    found = faults(replace(FLAWLESS, applicant=moved, partners=(SOUTH_EAST, WEST, MIDDLE, NORTH)))
    assert ApplicantNotEligible("Oslo") in found


def without_partner(region: str, *others: str) -> RegionWithoutPartner:
    return RegionWithoutPartner(region, others)


@pytest.mark.parametrize(
    ("partners", "expected"),
    [
        ((WEST, MIDDLE, NORTH), ()),
        ((NORTH, WEST, MIDDLE), ()),
        ((WEST, MIDDLE, NORTH, SOUTH_EAST), ()),
        ((WEST, PRIVATE, MIDDLE, NORTH), ()),
        ((MIDDLE, NORTH), (without_partner("Vest"),)),
        ((PRIVATE, MIDDLE, NORTH), (without_partner("Vest", "Privatklinikken"),)),
        ((PRIVATE, PRIVATE, MIDDLE, NORTH), (without_partner("Vest", "Privatklinikken"),)),
        ((WEST, NORTH), (without_partner("Midt-Norge"),)),
        (
            (),
            (without_partner("Vest"), without_partner("Midt-Norge"), without_partner("Nord")),
        ),
        (
            (NORTH, PRIVATE),
            (without_partner("Vest", "Privatklinikken"), without_partner("Midt-Norge")),
        ),
    ],
)
def test_f7_every_other_region_needs_a_partner_that_may_apply(
    partners: tuple[Institution, ...], expected: tuple[Fault, ...]
) -> None:
    assert faults(replace(FLAWLESS, partners=partners)) == expected


def test_f7_the_applicants_own_region_counts_only_where_the_applicant_may_apply() -> None:
    outsider = replace(FLAWLESS, applicant=Institution("Klinikken", "Sør-Øst"))
    # The applicant is no partner, so it is not named among those that may not.
    assert faults(outsider) == (ApplicantNotEligible("Klinikken"), without_partner("Sør-Øst"))
    helped = replace(outsider, partners=(*outsider.partners, SOUTH_EAST))
    assert faults(helped) == (ApplicantNotEligible("Klinikken"),)


def test_f7_and_f9_ask_for_the_regions_of_the_call_only() -> None:
    rules = replace(RULES, regions=("Sør-Øst", "Vest"))
    assert faults(replace(FLAWLESS, partners=(WEST,), cvs=CVS[:2]), rules) == ()
    assert faults(replace(FLAWLESS, partners=(), cvs=CVS[:2]), rules) == (without_partner("Vest"),)
    assert faults(replace(FLAWLESS, partners=(), cvs=CVS[:1]), replace(RULES, regions=())) == ()


@pytest.mark.parametrize("pages", [0, 4, 5])
def test_f9_a_cv_of_the_most_pages_is_within(pages: int) -> None:
    assert faults(with_cvs(replace(LEADER, pages=pages), *CVS[1:])) == ()
    assert faults(with_cvs(LEADER, partner_cv("Vest", pages), *CVS[2:])) == ()


def test_f9_a_cv_of_one_page_more_is_too_long() -> None:
    assert faults(with_cvs(replace(LEADER, pages=6), *CVS[1:])) == (CvTooLong("Leder", 6, 5),)
    found = faults(with_cvs(LEADER, partner_cv("Vest", 6), *CVS[2:]))
    assert found == (CvTooLong("Partner i Vest", 6, 5),)


def test_f9_a_second_cv_that_is_too_long_fails_in_a_region_that_is_covered() -> None:
    second = Cv("En til i Vest", "Vest", leader=False, pages=6, publications=True)
    assert faults(with_cvs(*CVS, second)) == (CvTooLong("En til i Vest", 6, 5),)


def test_f9_the_leader_needs_a_cv_with_publications() -> None:
    assert faults(with_cvs(*CVS[1:])) == (LeaderWithoutCv(()),)
    without = replace(LEADER, publications=False)
    assert faults(with_cvs(without, *CVS[1:])) == (LeaderWithoutCv(("Leder",)),)
    assert faults(with_cvs(without, *CVS)) == ()


def test_f9_a_partners_cv_is_not_the_leaders_nor_the_leaders_a_partners() -> None:
    partner_at_home = partner_cv("Sør-Øst")
    assert faults(with_cvs(partner_at_home, *CVS[1:])) == (LeaderWithoutCv(()),)
    leader_in_the_west = replace(LEADER, region="Vest")
    found = faults(with_cvs(leader_in_the_west, *CVS[2:]))
    assert found == (RegionWithoutCv("Vest", ()),)


def test_f9_every_region_but_the_applicants_needs_a_cv_with_publications() -> None:
    missing = tuple(RegionWithoutCv(region, ()) for region in REGIONS[1:])
    assert faults(with_cvs(LEADER)) == missing
    bare = partner_cv("Nord", publications=False)
    assert faults(with_cvs(*CVS[:3], bare)) == (RegionWithoutCv("Nord", ("Partner i Nord",)),)
    assert faults(with_cvs(*CVS, bare)) == ()
    in_the_west = replace(FLAWLESS, applicant=WEST, partners=(SOUTH_EAST, MIDDLE, NORTH))
    assert faults(in_the_west) == (RegionWithoutCv("Sør-Øst", ()),)


def test_f9_lists_everything_that_is_wrong_with_the_cvs() -> None:
    long = replace(LEADER, pages=9, publications=False)
    bare = partner_cv("Vest", 7, publications=False)
    assert faults(with_cvs(long, bare, *CVS[2:3])) == (
        LeaderWithoutCv(("Leder",)),
        RegionWithoutCv("Vest", ("Partner i Vest",)),
        RegionWithoutCv("Nord", ()),
        CvTooLong("Leder", 9, 5),
        CvTooLong("Partner i Vest", 7, 5),
    )
