"""Spread work evenly over people who may not all take it, so that no spread is more even.

The loads' sum of squares is minimised. The possible loads are the integral points of a base
polyhedron, so that optimum also has the smallest possible maximum, and both goals of D7 are met at
once (Frank and Murota, "Decreasing minimization on M-convex sets", Mathematical Programming, 2022).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import highspy

from reviewpkg.procedure.even_filling import Kind, filled

HALF_A_JOB = 0.5
MOST_VARIABLES = 20_000
"""What a linear program may have: it has one for each person and each job open to them, and takes
ten times the time for four times as many."""


def even_assignment(
    jobs: Mapping[str, Collection[str]],
    people: Sequence[str],
    wanted: int,
    already: Mapping[str, int] | None = None,
) -> dict[str, tuple[str, ...]]:
    """Assign each job to `wanted` of its allowed people, or to all of them where they are fewer.

    `jobs` maps a job to the people who may take it; `already` is each person's load beforehand.
    The order of `jobs` and of their people has no effect; that of `people` may settle who takes a
    job, and a job's people come in it.
    """
    alike = _alike(jobs, people)
    kinds = [(allowed, len(members)) for allowed, members in alike.items()]
    counts = _even_counts(kinds, people, wanted, already or {})
    rank = {person: place for place, person in enumerate(people)}
    assigned: dict[str, tuple[str, ...]] = {}
    for (allowed, members), count in zip(alike.items(), counts, strict=True):
        # Nobody has more shifts than there are jobs, so shifts that lie one round apart differ.
        shifts = [person for person in allowed for _ in range(count[person])]
        rounds = len(members)
        for place, job in enumerate(members):
            assigned[job] = tuple(sorted(shifts[place::rounds], key=rank.__getitem__))
    return assigned


def _alike(
    jobs: Mapping[str, Collection[str]], people: Sequence[str]
) -> dict[tuple[str, ...], list[str]]:
    """Bring together, in order, the jobs that are open to the same people."""
    alike: dict[tuple[str, ...], list[str]] = {}
    known: dict[frozenset[str], list[str]] = {}
    for job in sorted(jobs):
        allowed = frozenset(jobs[job])
        if allowed not in known:
            open_to = tuple(person for person in people if person in allowed)
            known[allowed] = alike.setdefault(open_to, [])
        known[allowed].append(job)
    return alike


def _even_counts(
    kinds: Sequence[Kind], people: Sequence[str], wanted: int, already: Mapping[str, int]
) -> Sequence[Mapping[str, int]]:
    """Return how many jobs of each kind a person takes, as evenly as can be.

    Both ways do that; each has its own choice among equally even spreads.
    """
    variables = sum(len(allowed) * (1 + jobs) for allowed, jobs in kinds)
    way = filled if variables > MOST_VARIABLES else _programmed
    return way(kinds, people, wanted, already)


def _programmed(
    kinds: Sequence[Kind], people: Sequence[str], wanted: int, already: Mapping[str, int]
) -> Sequence[Mapping[str, int]]:
    """Solve the flow as a linear program: its matrix is a network's, so the optimum is integral."""
    model = highspy.Highs()
    model.silent()
    model.setOptionValue("solver", "simplex")
    takes = [{person: model.addVariable(0, jobs) for person in allowed} for allowed, jobs in kinds]
    for (allowed, jobs), some in zip(kinds, takes, strict=True):
        if allowed:
            shifts = min(wanted, len(allowed)) * jobs
            model.addConstr(model.qsum(list(some.values())) == shifts)
    cost = []
    for person in people:
        theirs = [some[person] for some in takes if person in some]
        most = sum(jobs for allowed, jobs in kinds if person in allowed)
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
    return [
        {person: int(model.val(variable) + HALF_A_JOB) for person, variable in some.items()}
        for some in takes
    ]
