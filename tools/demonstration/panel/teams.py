"""Draw who is behind an application: its partners and the CVs that follow it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tools.demonstration.panel.records import LEADER, PARTNER, Case, Cv, Institution

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from tools.demonstration.panel.stock import Institutions, Rules

# How many partners, as far as the regions do not ask for more, and how many CVs beyond those needed
PARTNERS: Final = (3, 4, 5, 6)
PARTNER_WEIGHTS: Final = (25, 35, 25, 15)
MORE_CVS: Final = (0, 1, 2)


def draw_partners(
    random: Random, applicant: Institution, case: Case, regions: Sequence[str], stock: Institutions
) -> tuple[Institution, ...]:
    """Return an application's partners: one in each region that needs one, and some more.

    The applicant's own region needs one where the applicant is a firm and cannot speak for it.
    """
    needed = [
        region
        for region in regions
        if region not in case.without and (case.firm or region != applicant.region)
    ]
    partners = [
        random.choice(of(region, stock.firms if region in case.firms else stock.eligible))
        for region in needed
    ]
    if case.firm_too:
        partners.append(random.choice(of(needed[0], stock.firms)))
    left = [
        institution
        for institution in stock.eligible
        if institution.region not in (*case.without, *case.firms)
        and institution not in (applicant, *partners)
    ]
    wanted = random.choices(PARTNERS, PARTNER_WEIGHTS)[0]
    more = random.sample(left, max(wanted - len(partners), 0))
    ordered = [*partners, *more]
    random.shuffle(ordered)
    return tuple(ordered)


def of(region: str, institutions: Sequence[Institution]) -> list[Institution]:
    """Return the institutions of a region."""
    return [institution for institution in institutions if institution.region == region]


def draw_cvs(
    random: Random, applicant: Institution, case: Case, rules: Rules, names: list[str]
) -> tuple[Cv, ...]:
    """Return the CVs: the leader's, one of every other region that takes part, and some more.

    The case's changes concern the only CV of its region. `names` are those not taken yet; what is
    used is taken from their end.
    """
    others = [
        region
        for region in rules.regions
        if region != applicant.region and region not in case.without
    ]
    random.shuffle(others)
    changed, *rest = others
    more = random.choice(MORE_CVS) + (len(others) < len(rules.regions) - 1)
    leader = Cv(names.pop(), applicant.region, LEADER, draw_pages(random, rules))
    cvs = [
        Cv(names.pop(), region, PARTNER, draw_pages(random, rules))
        for region in (changed, *rest, *random.choices(rest, k=more))
    ]
    first, *remaining = cvs
    return (
        replace(leader, **case.cv.get(LEADER, {})),
        replace(first, **case.cv.get(PARTNER, {})),
        *remaining,
    )


def draw_pages(random: Random, rules: Rules) -> int:
    """Return a CV's length; many fill what they may."""
    return max(random.randint(1, rules.pages), random.randint(1, rules.pages))
