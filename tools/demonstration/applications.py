"""Draw the applications: numbers, areas, pairs, amounts and applicants."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING, Final

from tools.demonstration.proposals import Proposal, draw_proposals
from tools.demonstration.records import ANNET, KS, Application
from tools.demonstration.stock import organisations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

COUNTS: Final = {KS: 207, ANNET: 103}
FIRST_NUMBER: Final = 240117
LARGEST_GAP: Final = 61

AMOUNT_LOWEST: Final = 800_000
AMOUNT_USUAL: Final = 2_150_000
AMOUNT_HIGHEST: Final = 3_000_000
ROUNDINGS: Final = (50_000, 10_000, 1_000, 1)
ROUNDING_WEIGHTS: Final = (40, 35, 18, 7)

SPECIALIST_SHARE: Final = 0.85


def draw_applications(random: Random, pairs: Sequence[str]) -> list[Application]:
    """Return all applications by number; the pairs' loads differ by one at most, in each area."""
    areas = [area for area, count in COUNTS.items() for _ in range(count)]
    places = list(zip(areas, cycle(pairs), strict=False))
    random.shuffle(places)
    proposals = {area: draw_proposals(random, area, count) for area, count in COUNTS.items()}
    number = FIRST_NUMBER
    applications: list[Application] = []
    for area, pair in places:
        proposal = proposals[area].pop()
        applications.append(
            Application(
                number=f"2019/FO{number}",
                title=proposal.title,
                organisation=draw_organisation(random, proposal),
                area=area,
                amount=draw_amount(random),
                pair=pair,
                summary=proposal.summary,
            )
        )
        number += random.randint(1, LARGEST_GAP)
    return applications


def draw_organisation(random: Random, proposal: Proposal) -> str:
    """Return an applicant that could have written the proposal."""
    stock = organisations()
    title = proposal.title.casefold()
    specialists = [
        organisation.name
        for organisation in stock
        if any(word.casefold() in title for word in organisation.about)
    ]
    if specialists and random.random() < SPECIALIST_SHARE:
        return random.choice(specialists)
    return random.choice([organisation.name for organisation in stock if not organisation.about])


def draw_amount(random: Random) -> int:
    """Return an amount in whole kroner; most are round, some are sums of a detailed budget."""
    rounding = random.choices(ROUNDINGS, ROUNDING_WEIGHTS)[0]
    amount = random.triangular(AMOUNT_LOWEST, AMOUNT_HIGHEST, AMOUNT_USUAL)
    return round(amount / rounding) * rounding
