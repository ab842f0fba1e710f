"""Suggest in which order equals are taken up, so that few have to leave the room and come back.

Order O says nothing of equals among themselves, so whatever is changed here favours nobody (2.2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, product
from math import prod

Away = frozenset[str]
Order = tuple[int, ...]
Plan = tuple[int, Order]
"""How often somebody passes the door from here on, and in which order that is."""

EVERYBODY_IN: Away = frozenset()
MOST_STATES = 20_000


def passages(away: Sequence[Away]) -> int:
    """Count how often somebody leaves or comes back; all are in the room before and after."""
    return sum(len(one ^ other) for one, other in pairwise((EVERYBODY_IN, *away, EVERYBODY_IN)))


def running_order(groups: Sequence[Sequence[Away]]) -> Order:
    """Order each group of equals so that as few as possible pass the door over the whole list.

    `groups` hold, in the order of the list, who is away for each item. Return the items' places in
    that list, counted from 0, in the order to take them up. Of orders that are equally good the one
    nearest to the list is chosen: its first item stands as early as it can, then its second, and so
    on. A group with so many different absences that it would take too long stays as it is.
    """
    starts = [sum(len(group) for group in groups[:place]) for place in range(len(groups))]
    plans: Mapping[Away, Plan] = {}
    for place in range(len(groups) - 1, -1, -1):
        before = set(groups[place - 1]) if place else {EVERYBODY_IN}
        plans = _plans(groups[place], starts[place], before, plans)
    return plans[EVERYBODY_IN][1] if plans else ()


def _plans(
    group: Sequence[Away], start: int, before: set[Away], following: Mapping[Away, Plan]
) -> dict[Away, Plan]:
    """Return the best plan from this group on, by who is away just before it."""
    items: dict[Away, list[int]] = {}
    for place, away in enumerate(group, start):
        items.setdefault(away, []).append(place)
    kinds = tuple(items)
    after = {away: following.get(away, (len(away), ())) for away in kinds}
    if prod(len(places) + 1 for places in items.values()) > MOST_STATES:
        return {away: _as_listed(away, group, start, after) for away in before}
    done = tuple(0 for _ in kinds)
    best: dict[tuple[Order, Away], Plan] = {(done, away): after[away] for away in kinds}
    everything = tuple(len(items[away]) for away in kinds)
    # What is left: fewer before more, so that the plan after the next item is always known.
    for left in product(*(range(count + 1) for count in everything)):
        if any(left):
            entries = before if left == everything else kinds
            for entry in entries:
                best[left, entry] = min(_choices(entry, left, items, best))
    return {away: best[everything, away] for away in before}


def _choices(
    entry: Away,
    left: Order,
    items: Mapping[Away, Sequence[int]],
    best: Mapping[tuple[Order, Away], Plan],
) -> list[Plan]:
    """Return a plan for every kind of item that can come next."""
    choices = []
    for kind, (away, places) in enumerate(items.items()):
        if left[kind]:
            fewer = (*left[:kind], left[kind] - 1, *left[kind + 1 :])
            cost, order = best[fewer, away]
            item = places[len(places) - left[kind]]
            choices.append((len(entry ^ away) + cost, (item, *order)))
    return choices


def _as_listed(entry: Away, group: Sequence[Away], start: int, after: Mapping[Away, Plan]) -> Plan:
    cost, order = after[group[-1]]
    within = sum(len(one ^ other) for one, other in pairwise((entry, *group)))
    return within + cost, (*range(start, start + len(group)), *order)
