"""Say in Norwegian sentences what the secretariat should look at after round 1.

They stand in the decision record, on the index page and on standard error, so they are text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewpkg.domain.applications import Application, Review
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import NumberAdjustment
from reviewpkg.procedure.two_round.round_1 import Decision, Outcome, Round1
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import CLAUSE, MOST_SELECTED, PairLoad
from reviewpkg.procedure.two_round.step_1_4_user_review import EACH
from reviewpkg.reports.user_review_change import user_review_change


def warnings(round_1: Round1) -> tuple[str, ...]:
    """Return what stands out in the outcome, in the order of the clauses."""
    return (
        *_unreachable_grades(round_1),
        *_too_many(round_1),
        *_uneven_pairs(round_1),
        *_idle_adjustments(round_1),
        *_few_user_representatives(round_1),
    )


def _unreachable_grades(round_1: Round1) -> Iterator[str]:
    """1.2.3, 1.2.7: warn of a high grade that nobody can give."""
    scale = round_1.review.call.grading.total
    for selection in round_1.selections:
        if selection.adjusted.numbers.high_grade > scale.max:
            yield (
                f"{selection.area.id}: «high_grade» ligger over den høyeste karakteren på skalaen, "
                f"så {selection.area.clauses.high_grade} kan ikke ta med noen."
            )


def _too_many(round_1: Round1) -> Iterator[str]:
    """1.2.9: warn of more than 120 selected."""
    if round_1.too_many_selected:
        yield (
            f"{round_1.selected_in_all} søknader er valgt ut, flere enn {MOST_SELECTED}. "
            f"Vurder justeringer etter {CLAUSE}."
        )


def _uneven_pairs(round_1: Round1) -> Iterator[str]:
    """1.2.9: warn of pairs that stand out from their area (D5)."""
    for load in round_1.pair_loads:
        if load.too_low:
            yield _uneven(load, "under halvparten av")
        elif load.too_high:
            yield _uneven(load, "over halvannen gang")


def _uneven(load: PairLoad, how: str) -> str:
    return (
        f"{load.area}: {_pair(load.pair)} har {load.selected} av {load.applications} søknader "
        f"valgt ut, {how} områdets andel ({CLAUSE})."
    )


def _pair(pair: str) -> str:
    return pair if pair.casefold().startswith("par ") else f"par {pair}"


def _idle_adjustments(round_1: Round1) -> Iterator[str]:
    """1.2.9: warn of adjustments that moved nobody, and of moves of withdrawn applications."""
    for selection in round_1.selections:
        for effect in selection.effects:
            change = effect.adjustment
            if effect.moved_in or effect.moved_out or not isinstance(change, NumberAdjustment):
                continue
            if not user_review_change(selection, change).moved:
                yield (
                    f"{effect.area}: justeringen av «{change.field}» flytter ingen søknader utover "
                    "det justeringene før den gjør."
                )
    moved = {
        one.project_number
        for selection in round_1.selections
        for effect in selection.effects
        for one in (*effect.moved_in, *effect.moved_out)
    }
    applications = {one.project_number: one for one in round_1.review.applications}
    for move in round_1.review.call.moves:
        application = applications[move.project_number]
        if _away(application):
            yield (
                f"{move.project_number}: søknaden er trukket fra trinn "
                f"{application.withdrawn_from}, så justeringen har ingen virkning."
            )
        elif move.project_number not in moved:
            where = "allerede valgt ut" if move.selected else "ikke valgt ut fra før"
            yield f"{move.project_number}: søknaden er {where}, så justeringen flytter den ikke."


def _away(application: Application) -> bool:
    return application.withdrawn_at(Step.SELECTION)


def _few_user_representatives(round_1: Round1) -> Iterator[str]:
    """1.4: warn of applications that fewer than two user representatives assess (D7)."""
    review = round_1.user_review
    people = len(round_1.review.committee.user_representatives)
    if not review.applications:
        return
    if people == 0:
        yield (
            "Ingen brukerrepresentanter er ført opp, så ingen søknader får brukervurdering i 1.4. "
            "Fyll ut tabellen «brukerrepresentanter»."
        )
        return
    if people < EACH:
        yield "Bare én brukerrepresentant er ført opp; hver søknad skal ha to (1.4)."
        return
    for graded in review.fewer:
        count = len(review.assigned[graded.project_number])
        who = "bare én brukerrepresentant" if count else "ingen brukerrepresentant"
        yield f"{graded.project_number}: {who} er habil til å vurdere søknaden i 1.4."


def without_anyone(applications: Iterable[Graded]) -> tuple[str, ...]:
    """2.1: warn of applications that both who graded them have since become conflicted on."""
    return tuple(
        f"{graded.project_number}: begge som vurderte søknaden, er nå inhabile, så den er ikke på "
        "noe skjema til 2.1. Lederen må avgjøre hvem som innstiller."
        for graded in applications
    )


def formally_rejected(review: Review) -> tuple[str, ...]:
    """Say how many failed the call's formal criteria before 1.1, if any."""
    count = len(review.formally_rejected)
    if not count:
        return ()
    which = "1 søknad" if count == 1 else f"{count} søknader"
    return (f"{which} er avvist på formelle krav og er ikke med.",)


def _by_area(round_1: Round1) -> Iterator[tuple[str, list[Outcome], list[Outcome]]]:
    for area in round_1.review.call.areas:
        mine = [
            one
            for one in round_1.outcomes
            if one.application.area == area.id and one.decision is not Decision.WITHDRAWN
        ]
        yield area.id, mine, [one for one in mine if one.decision is Decision.SELECTED]


def summary(round_1: Round1) -> tuple[str, ...]:
    """Say in a few lines what round 1 came to, for whoever ran it."""
    lines = [
        f"{area}: {len(ahead)} av {len(mine)} søknader går videre til runde 2."
        for area, mine, ahead in _by_area(round_1)
    ]
    for_users = len(round_1.user_review.applications)
    return (
        *formally_rejected(round_1.review),
        *lines,
        f"{for_users} søknader går til brukerrepresentantene.",
    )
