"""Step K4: the recommendation, by grade down to the funding line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from reviewpkg.domain.conference import Ruling
from reviewpkg.domain.panel import PanelApplication, PanelCall
from reviewpkg.procedure.cut_line import groups_of_equals
from reviewpkg.procedure.funding_line import awarded, running_sums
from reviewpkg.procedure.panel.step_k3_panel_meeting import Assessed

RULE = "K4"


class Outcome(Enum):
    """Say what the panel recommends."""

    RECOMMENDED = "recommended"
    SUPPORT_WORTHY = "support-worthy"
    NOT_SUPPORT_WORTHY = "not-support-worthy"


@dataclass(frozen=True, slots=True)
class Recommended:
    """Be a support-worthy application in its final place, and the amounts summed down to it.

    `first` and `last` are the places that it and its equals take up together; `ruled` tells that
    the place among them is the chair's.
    """

    assessed: Assessed
    priority: bool
    final_place: int
    running_sum: int
    outcome: Outcome
    first: int
    last: int
    ruled: bool

    @property
    def application(self) -> PanelApplication:
        """Return the application."""
        return self.assessed.application

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.assessed.project_number


@dataclass(frozen=True, slots=True)
class Tie:
    """Be equals that the line falls among, so that their order decides who gets money (D20).

    `remaining` is what is left of the budget above them, `ruled` counts those with a ruling.
    """

    members: tuple[Recommended, ...]
    remaining: int
    ruled: int

    @property
    def open(self) -> bool:
        """Tell whether more than one of them still lacks a place."""
        return len(self.members) - self.ruled > 1


@dataclass(frozen=True, slots=True)
class ThemeEffect:
    """Be what the priority theme changed: without it, who would have come in, who stayed out.

    `undecided` are those whose fate without the theme hangs on a tie that nobody had to break.
    """

    came_in: tuple[Recommended, ...]
    fell_out: tuple[Recommended, ...]
    undecided: tuple[Recommended, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Be the panel's recommendation; `below` are not support-worthy, in descending order.

    Amounts are whole kroner. While the tie at the line is open, what stands below the line is only
    what the listed order would give.
    """

    budget: int
    ranked: tuple[Recommended, ...]
    below: tuple[Assessed, ...]
    tie: Tie | None
    theme: ThemeEffect | None
    rulings: tuple[Ruling, ...]

    @property
    def recommended(self) -> tuple[Recommended, ...]:
        """Return those above the funding line."""
        return tuple(one for one in self.ranked if one.outcome is Outcome.RECOMMENDED)

    @property
    def spent(self) -> int:
        """Return what the recommended ones cost."""
        return max((one.running_sum for one in self.recommended), default=0)

    @property
    def left_over(self) -> int:
        """Return what is left of the budget."""
        return self.budget - self.spent


def is_priority(application: PanelApplication, call: PanelCall) -> bool:
    """Tell whether an application is within the call's priority theme."""
    return bool(call.priority_theme) and _same(application.theme, call.priority_theme)


def _same(text: str, other: str) -> bool:
    return " ".join(text.split()).casefold() == " ".join(other.split()).casefold()


def recommendation(
    call: PanelCall, assessed: Iterable[Assessed], rulings: Sequence[Ruling] = ()
) -> Recommendation:
    """Recommend support-worthy applications while the running sum is within the budget (K4, D22).

    Those within the priority theme come first, then the rest, each by grade, quality and benefit,
    highest first; equals as `assessed` lists them, by project number, unless the chair ruled their
    order (D20). A grade equal to the call's threshold is support-worthy, and the theme never lifts
    one below it.
    """
    everyone = tuple(assessed)
    worthy = [one for one in everyone if one.grade >= call.support_worthy_min]
    ranked = _ranked(worthy, call, rulings, themed=True)
    return Recommendation(
        budget=call.budget,
        ranked=ranked,
        below=tuple(one for one in everyone if one.grade < call.support_worthy_min),
        tie=_tie(ranked, call.budget),
        theme=_theme_effect(ranked, call) if call.priority_theme else None,
        rulings=tuple(rulings),
    )


def _ranked(
    worthy: Iterable[Assessed], call: PanelCall, rulings: Iterable[Ruling], *, themed: bool
) -> tuple[Recommended, ...]:
    def key(one: Assessed) -> tuple[bool, Fraction, Fraction, Fraction]:
        return (themed and is_priority(one.application, call), *one.key)

    # Sorting in reverse keeps equals in the order given.
    in_order = sorted(worthy, key=key, reverse=True)
    places = {ruling.project_number: ruling.place for ruling in rulings}
    final: list[tuple[Assessed, int, int]] = []
    for group in groups_of_equals(in_order, key):
        first, last = len(final) + 1, len(final) + len(group)
        final += [(one, first, last) for one in ruled_order(group, first, places)]
    sums = running_sums([one.application.amount for one, _, _ in final])
    line = awarded([one.application.amount for one, _, _ in final], call.budget)
    return tuple(
        Recommended(
            assessed=one,
            priority=is_priority(one.application, call),
            final_place=place,
            running_sum=total,
            outcome=Outcome.RECOMMENDED if place <= line else Outcome.SUPPORT_WORTHY,
            first=first,
            last=last,
            ruled=one.project_number in places,
        )
        for place, ((one, first, last), total) in enumerate(zip(final, sums, strict=True), start=1)
    )


def ruled_order(
    equals: Sequence[Assessed], first: int, places: dict[str, int]
) -> tuple[Assessed, ...]:
    """Put each ruled application in the place ruled, the others in those left, as listed (D20).

    `first` is the place of the first of them; every ruled place lies within theirs, each once.
    """
    ruled = {places[one.project_number]: one for one in equals if one.project_number in places}
    rest = iter(one for one in equals if one.project_number not in places)
    return tuple(
        ruled[place] if place in ruled else next(rest)
        for place in range(first, first + len(equals))
    )


def _tie(ranked: Sequence[Recommended], budget: int) -> Tie | None:
    """Find the equals that different orders would treat differently: some fit, not all do (D20)."""
    for group in groups_of_equals(ranked, lambda one: one.first):
        above = group[0].running_sum - group[0].application.amount
        remaining = budget - above
        amounts = [one.application.amount for one in group]
        if sum(amounts) > remaining:
            # One alone is as large as the sum, so it is no tie.
            if min(amounts) <= remaining:
                return Tie(group, remaining, sum(one.ruled for one in group))
            return None
    return None


def _theme_effect(ranked: Sequence[Recommended], call: PanelCall) -> ThemeEffect:
    """Compare with what the same rules give without a theme.

    Equals stand as they do in `ranked`. Where the line would fall among some that nobody has put in
    order, their fate is open.
    """
    plain = _ranked([one.assessed for one in ranked], call, (), themed=False)
    hanging = _hanging(_tie(plain, call.budget), ranked)
    inside = {one.project_number for one in plain if one.outcome is Outcome.RECOMMENDED}
    now = [one for one in ranked if one.outcome is Outcome.RECOMMENDED]
    others = [one for one in ranked if one.outcome is not Outcome.RECOMMENDED]
    return ThemeEffect(
        came_in=tuple(one for one in now if one.project_number not in inside | hanging),
        fell_out=tuple(one for one in others if one.project_number in inside - hanging),
        undecided=tuple(one for one in ranked if one.project_number in hanging),
    )


def _hanging(tie: Tie | None, ranked: Sequence[Recommended]) -> frozenset[str]:
    """Name the tied whose fate would take a ruling that is not given.

    One that is larger than what remains hangs on nothing: it stays out in every order.
    """
    if tie is None:
        return frozenset()
    numbers = {one.project_number for one in tie.members}
    tied = [one for one in ranked if one.project_number in numbers]
    together = len({one.first for one in tied}) == 1
    if together and sum(not one.ruled for one in tied) <= 1:
        return frozenset()
    return frozenset(
        one.project_number for one in tie.members if one.application.amount <= tie.remaining
    )
