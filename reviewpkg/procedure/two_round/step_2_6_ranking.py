"""Step 2.6, second half: the ranking list from the ballots, and the chair's rulings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from reviewpkg.domain.applications import Application
from reviewpkg.domain.conference import Ruling
from reviewpkg.procedure.cut_line import groups_of_equals
from reviewpkg.procedure.two_round.step_2_6_ballots import points


@dataclass(frozen=True, slots=True)
class Ranked:
    """Be an application on the ranking list.

    `points` maps each pair that ranked it to its points, `mean_points` is their mean; both are
    empty where every pair was conflicted. `place` is the computed place, shared by equals (1, 2,
    2, 4); `final_place` is the place after the chair's rulings, each place once.
    """

    application: Application
    pair_places: Mapping[str, int]
    points: Mapping[str, Fraction]
    mean_points: Fraction | None
    user_place: int | None
    place: int
    tied: bool
    final_place: int

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.application.project_number

    @property
    def key(self) -> tuple[bool, Fraction, bool, int]:
        """Return what the list sorts on, best first: no points and no user place come last."""
        return (
            self.mean_points is None,
            self.mean_points or Fraction(0),
            self.user_place is None,
            self.user_place or 0,
        )


@dataclass(frozen=True, slots=True)
class RankingList:
    """Be an area's ranking list: as computed, and as the chair left it.

    `open_ties` are groups of equals that only rulings can order and that they have not (D20).
    """

    computed: tuple[Ranked, ...]
    final: tuple[Ranked, ...]
    rulings: tuple[Ruling, ...]

    @property
    def open_ties(self) -> tuple[tuple[Ranked, ...], ...]:
        """Return the ties in which more than one application has no ruling (D20)."""
        ruled = {ruling.project_number for ruling in self.rulings}
        ties = groups_of_equals(self.computed, lambda one: one.key)
        return tuple(
            tie for tie in ties if sum(1 for one in tie if one.project_number not in ruled) > 1
        )


def ranking_list(
    pool: Sequence[Application],
    pair_places: Mapping[str, Mapping[str, int]],
    user_places: Mapping[str, int],
    rulings: Sequence[Ruling],
) -> RankingList:
    """Rank a pool by mean points, then by the user representatives' place, both lowest first (2.6).

    `pool` is what is left of it, `pair_places` maps a pair to its places by project number,
    `user_places` are the user representatives' (missing: all of them are conflicted, last among
    equals, D19). Equals are listed by project number until the chair rules (D20).
    """
    unplaced = (
        _ranked(one, pair_places, len(pool), user_places.get(one.project_number)) for one in pool
    )
    computed: list[Ranked] = []
    in_order = sorted(unplaced, key=lambda one: (one.key, one.project_number))
    for group in groups_of_equals(in_order, lambda one: one.key):
        place, tied = len(computed) + 1, len(group) > 1
        computed += [replace(one, place=place, tied=tied) for one in group]
    numbers = {one.project_number for one in pool}
    moves = tuple(ruling for ruling in rulings if ruling.project_number in numbers)
    final = _ruled(computed, moves)
    final_of = {one.project_number: one for one in final}
    listed = tuple(final_of[one.project_number] for one in computed)
    return RankingList(listed, final, moves)


def _ranked(
    application: Application,
    pair_places: Mapping[str, Mapping[str, int]],
    in_pool: int,
    user_place: int | None,
) -> Ranked:
    number = application.project_number
    own = {pair: places[number] for pair, places in pair_places.items() if number in places}
    given = {pair: points(place, len(pair_places[pair]), in_pool) for pair, place in own.items()}
    mean = sum(given.values(), Fraction(0)) / len(given) if given else None
    return Ranked(application, own, given, mean, user_place, 0, tied=False, final_place=0)


def _ruled(computed: Sequence[Ranked], rulings: Sequence[Ruling]) -> tuple[Ranked, ...]:
    """Apply the chair's rulings in the order given; all but the named one keep theirs (D21)."""
    final = list(computed)
    for ruling in rulings:
        moved = next(one for one in final if one.project_number == ruling.project_number)
        final.remove(moved)
        final.insert(ruling.place - 1, moved)
    return tuple(replace(one, final_place=place) for place, one in enumerate(final, start=1))
