"""Spread work evenly over people who may not all take it, so that no spread is more even.

The loads' sum of squares is minimised. The possible loads are the integral points of a base
polyhedron, so that optimum also has the smallest possible maximum, and both goals of D7 are met at
once (Frank and Murota, "Decreasing minimization on M-convex sets", Mathematical Programming, 2022).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import highspy

HALF_A_JOB = 0.5
Allowed = tuple[str, ...]


def even_assignment(
    jobs: Mapping[str, Sequence[str]],
    people: Sequence[str],
    wanted: int,
    already: Mapping[str, int] | None = None,
) -> dict[str, tuple[str, ...]]:
    """Assign each job to `wanted` of its allowed people, or to all of them where they are fewer.

    `jobs` maps a job to the people who may take it; `already` is each person's load beforehand.
    The order of `jobs` and of their people has no effect; that of `people` may settle who takes a
    job, and a job's people come in it.
    """
    alike: dict[Allowed, list[str]] = {}
    for job in sorted(jobs):
        allowed = tuple(person for person in people if person in jobs[job])
        alike.setdefault(allowed, []).append(job)
    counts = _even_counts(alike, people, wanted, already or {})
    assigned: dict[str, tuple[str, ...]] = {}
    for allowed, members in alike.items():
        # Nobody has more shifts than there are jobs, so shifts that lie one round apart differ.
        shifts = [person for person in allowed for _ in range(counts[allowed, person])]
        rounds = len(members)
        for place, job in enumerate(members):
            taking = set(shifts[place::rounds])
            assigned[job] = tuple(person for person in people if person in taking)
    return assigned


def _even_counts(
    alike: Mapping[Allowed, Sequence[str]],
    people: Sequence[str],
    wanted: int,
    already: Mapping[str, int],
) -> dict[tuple[Allowed, str], int]:
    """Return how many jobs of each kind a person takes; jobs of a kind are open to the same people.

    The flow is solved as a linear program: its matrix is a network's, so the optimum is integral.
    """
    model = highspy.Highs()
    model.silent()
    model.setOptionValue("solver", "simplex")
    takes = {
        (allowed, person): model.addVariable(0, len(members))
        for allowed, members in alike.items()
        for person in allowed
    }
    for allowed, members in alike.items():
        if allowed:
            shifts = min(wanted, len(allowed)) * len(members)
            model.addConstr(model.qsum([takes[allowed, one] for one in allowed]) == shifts)
    cost = []
    for person in people:
        theirs = [takes[allowed, person] for allowed in alike if person in allowed]
        most = sum(len(members) for allowed, members in alike.items() if person in allowed)
        if not theirs:
            continue
        # The n-th job of a person adds 2n - 1 to the sum of squares: each costs more than the last.
        before = already.get(person, 0)
        prices = [2 * (before + nth) - 1 for nth in range(1, most + 1)]
        steps = [model.addVariable(0, 1) for _ in prices]
        model.addConstr(model.qsum(theirs) == model.qsum(steps))
        cost += [price * step for price, step in zip(prices, steps, strict=True)]
    if cost:
        model.minimize(model.qsum(cost))
    return {pair: int(model.val(variable) + HALF_A_JOB) for pair, variable in takes.items()}
