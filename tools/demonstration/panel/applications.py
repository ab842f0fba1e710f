"""Draw a year's applications, the cases for the formal screening among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from tools.demonstration.applications import ROUNDING_WEIGHTS
from tools.demonstration.panel.records import Application, Case
from tools.demonstration.panel.stock import cases, institutions, participants, studies
from tools.demonstration.panel.teams import draw_cvs, draw_partners, of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from random import Random

    from tools.demonstration.panel.stock import Rules, Study

NUMBERS: Final = range(104, 988)
REGION_WEIGHTS: Final = (45, 22, 18, 15)
ROUNDINGS: Final = (500_000, 100_000, 10_000, 1_000)
USUAL_AMOUNT: Final = 0.6  # of the way from the smallest to the largest
DURATIONS: Final = (24, 30, 36, 42, 48, 54, 60)
DAYS_BEFORE: Final = 2.0
# Seconds from the deadline's time of day
LAST_DAY: Final = (-8 * 3600, -240)
OTHER_DAYS: Final = (-8 * 3600, 7 * 3600)

YES: Final = "ja"
NOT_RELEVANT: Final = "ikke relevant"


def draw_applications(random: Random, year: str, rules: Rules) -> list[Application]:
    """Return a year's applications in no order, as they lie in an export."""
    topics, special = studies(year), cases(year)
    random.shuffle(topics)
    special += [Case()] * (len(topics) - len(special))
    names = participants()
    random.shuffle(names)
    numbers = random.sample(NUMBERS, len(topics))
    drawn = [
        draw_application(random, f"KLIN-{year}/{number:04}", study, case, rules, names)
        for number, study, case in zip(numbers, topics, special, strict=True)
    ]
    random.shuffle(drawn)
    return drawn


def draw_application(  # noqa: PLR0913, PLR0917 - the parts of one application
    random: Random, number: str, study: Study, case: Case, rules: Rules, names: list[str]
) -> Application:
    """Return one application as its case has it, the rest drawn within the bounds."""
    stock = institutions()
    region = random.choices(rules.regions, REGION_WEIGHTS)[0]
    applicant = random.choice(
        of(case.region or region, stock.firms if case.firm else stock.eligible)
    )
    return Application(
        number=number,
        title=study.title,
        theme=study.theme,
        applicant=applicant,
        amount=case.amount or draw_amount(random, rules),
        submitted=case.submitted or draw_moment(random, rules),
        duration=case.duration
        or random.choice([months for months in DURATIONS if months <= rules.duration]),
        markers=case.markers or (YES if study.markers else NOT_RELEVANT),
        partners=draw_partners(random, applicant, case, rules.regions, stock),
        cvs=draw_cvs(random, applicant, case, rules, names),
        case=case,
    )


def draw_amount(random: Random, rules: Rules) -> int:
    """Return an amount in whole kroner, within the bounds and not on them."""
    lowest, highest = rules.amounts
    rounding = random.choices(ROUNDINGS, ROUNDING_WEIGHTS)[0]
    usual = lowest + USUAL_AMOUNT * (highest - lowest)
    amount = round(random.triangular(lowest, highest, usual) / rounding) * rounding
    return min(max(amount, lowest + rounding), highest - rounding)


def draw_moment(random: Random, rules: Rules) -> datetime:
    """Return when an application came in: many on the last day, all while people are awake."""
    days = int(random.expovariate(1 / DAYS_BEFORE))
    earliest, latest = LAST_DAY if days == 0 else OTHER_DAYS
    seconds = int(random.triangular(earliest, latest, min(latest, 0)))
    return rules.deadline - timedelta(days=days, seconds=-seconds)


def withdraw_early(random: Random, applications: Sequence[Application]) -> list[Application]:
    """Return the applications with one withdrawn at once, an ordinary one."""
    number = random.choice([one.number for one in applications if one.case == Case()])
    return withdrawn(applications, number)


def withdrawn(
    applications: Sequence[Application], number: str, from_step: str = ""
) -> list[Application]:
    """Return the applications with one withdrawn from a step on, blank for the first."""
    return [
        replace(one, withdrawn=True, from_step=from_step) if one.number == number else one
        for one in applications
    ]
