"""Take K2 to K4 the slow way, one sentence of the routine at a time, to hold the program to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations, product

from reviewpkg.domain.panel import PanelApplication, PanelReview
from reviewpkg.domain.steps import PanelStep

Key = tuple[bool, Fraction, Fraction, Fraction]


@dataclass(frozen=True)
class Fate:
    """Be how one application ends, and what the list says of it."""

    decision: str
    final_place: int | None = None
    running_sum: int | None = None


@dataclass(frozen=True)
class PanelBook:
    """Hold a panel's review, as it was delivered; every application has passed K1."""

    review: PanelReview

    def fates(self) -> dict[str, Fate]:
        """Return how every application ends, equals by number unless somebody ruled."""
        fates = {one.project_number: Fate("withdrawn") for one in self.review.applications}
        for one in self._taking_part():
            fates[one.project_number] = Fate("not-support-worthy")
        total, stopped = 0, False
        for place, number in enumerate(self._final_order(), start=1):
            total += self._amount(number)
            stopped = stopped or total > self.review.call.budget
            fates[number] = Fate("support-worthy" if stopped else "recommended", place, total)
        return fates

    def tied_at_the_line(self) -> set[str]:
        """Return the equals whose order decides who is recommended, whatever anyone ruled."""
        groups = self._groups(themed=True)
        above: list[str] = []
        for group in groups:
            ends = {
                frozenset(self._funded([*above, *order]) & set(group))
                for order in permutations(group)
            }
            if len(ends) > 1:
                return set(group)
            above += group
        return set()

    def theme_effect(self) -> tuple[set[str], set[str], set[str]]:
        """Return who came in by the theme, who fell out by it, and whose fate without is open."""
        now = self._funded(self._final_order())
        worlds = [self._funded(order) for order in self._orders_without_theme()]
        worthy = {number for group in self._groups(themed=True) for number in group}
        always = {one for one in worthy if all(one in world for world in worlds)}
        never = {one for one in worthy if not any(one in world for world in worlds)}
        return now & never, (worthy - now) & always, worthy - always - never

    def _orders_without_theme(self) -> Iterator[list[str]]:
        """Give every order that could have been without a theme.

        Where the same equals stand together with and without it, and all of them but one have a
        ruling, that order is the only one.
        """
        with_theme = [set(group) for group in self._groups(themed=True)]
        final, ruled = self._final_order(), {one.project_number for one in self.review.rulings}
        choices: list[list[Sequence[str]]] = []
        for group in self._groups(themed=False):
            settled = set(group) in with_theme and len(set(group) - ruled) <= 1
            decided = [one for one in final if one in group]
            choices.append([decided] if settled else list(permutations(group)))
        for world in product(*choices):
            yield [one for group in world for one in group]

    def _taking_part(self) -> list[PanelApplication]:
        return [
            one
            for one in self.review.applications
            if one.withdrawn_from is None or one.withdrawn_from > PanelStep.RECOMMENDATION
        ]

    def _amount(self, number: str) -> int:
        return next(one.amount for one in self.review.applications if one.project_number == number)

    def _mean(self, number: str, what: str) -> Fraction:
        own = [one for one in self.review.grades if one.project_number == number]
        return sum((getattr(one, what) for one in own), Fraction(0)) / len(own)

    def _grade(self, number: str) -> Fraction:
        agreed = [one.grade for one in self.review.joint_grades if one.project_number == number]
        means = (self._mean(number, "quality"), self._mean(number, "benefit"))
        return agreed[0] if agreed else sum(means, Fraction(0)) / 2

    def _key(self, one: PanelApplication, *, themed: bool) -> Key:
        number, theme = one.project_number, self.review.call.priority_theme
        first = themed and theme != "" and one.theme.lower() == theme.lower()
        quality, benefit = self._mean(number, "quality"), self._mean(number, "benefit")
        return (first, self._grade(number), quality, benefit)

    def _groups(self, *, themed: bool) -> list[list[str]]:
        """Return the support-worthy, best first, those who stand equal together by number."""
        least = self.review.call.support_worthy_min
        worthy = [one for one in self._taking_part() if self._grade(one.project_number) >= least]
        keys = {one.project_number: self._key(one, themed=themed) for one in worthy}
        return [
            sorted(number for number in keys if keys[number] == key)
            for key in sorted(set(keys.values()), reverse=True)
        ]

    def _final_order(self) -> list[str]:
        """Let each ruling take its place among equals, the others the places that are left."""
        places: dict[int, str] = {}
        ruled = {one.project_number: one.place for one in self.review.rulings}
        first = 1
        for group in self._groups(themed=True):
            span = range(first, first + len(group))
            places |= {ruled[number]: number for number in group if number in ruled}
            free = [place for place in span if place not in places]
            others = [number for number in group if number not in ruled]
            places |= dict(zip(free, others, strict=True))
            first = span.stop
        return [places[place] for place in sorted(places)]

    def _funded(self, order: Sequence[str]) -> set[str]:
        """Go down the order until the first that the budget does not hold (D22)."""
        inside, total = set(), 0
        for number in order:
            total += self._amount(number)
            if total > self.review.call.budget:
                break
            inside.add(number)
        return inside
