"""Say in sentences what the secretariat should look at after round 1.

They stand in the decision record, on the index page and on standard error, each of which tells them
in the language of the call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewpkg.domain.applications import Review
from reviewpkg.domain.steps import Step
from reviewpkg.domain.two_round import NumberAdjustment
from reviewpkg.languages.sentence import Sentence, plural_sentence, sentence
from reviewpkg.procedure.two_round.round_1 import Decision, Outcome, Round1
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import CLAUSE, MOST_SELECTED, PairLoad
from reviewpkg.procedure.two_round.step_1_4_user_review import EACH
from reviewpkg.reports.user_review_change import user_review_change


def warnings(round_1: Round1) -> tuple[Sentence, ...]:
    """Return what stands out in the outcome, in the order of the clauses."""
    return (
        *_unreachable_grades(round_1),
        *_too_many(round_1),
        *_uneven_pairs(round_1),
        *_idle_adjustments(round_1),
        *_few_user_representatives(round_1),
    )


def _unreachable_grades(round_1: Round1) -> Iterator[Sentence]:
    """1.2.3, 1.2.7: warn of a high grade that nobody can give."""
    scale = round_1.review.call.grading.total
    for selection in round_1.selections:
        if selection.adjusted.numbers.high_grade > scale.max:
            yield sentence(
                "{area}: «high_grade» ligger over den høyeste karakteren på skalaen, så {clause} "
                "kan ikke ta med noen.",
                area=selection.area.id,
                clause=selection.area.clauses.high_grade,
            )


def _too_many(round_1: Round1) -> Iterator[Sentence]:
    """1.2.9: warn of more than 120 selected."""
    if round_1.too_many_selected:
        yield sentence(
            "{selected} søknader er valgt ut, flere enn {most}. Vurder justeringer etter {clause}.",
            selected=round_1.selected_in_all,
            most=MOST_SELECTED,
            clause=CLAUSE,
        )


def _uneven_pairs(round_1: Round1) -> Iterator[Sentence]:
    """1.2.9: warn of pairs that stand out from their area (D5)."""
    for load in round_1.pair_loads:
        if load.too_low:
            yield sentence(
                "{area}: {pair} har {selected} av {applications} søknader valgt ut, under "
                "halvparten av områdets andel ({clause}).",
                **_uneven(load),
            )
        elif load.too_high:
            yield sentence(
                "{area}: {pair} har {selected} av {applications} søknader valgt ut, over halvannen "
                "gang områdets andel ({clause}).",
                **_uneven(load),
            )


def _uneven(load: PairLoad) -> dict[str, str | int]:
    return {
        "area": load.area,
        "pair": _pair(load.pair),
        "selected": load.selected,
        "applications": load.applications,
        "clause": CLAUSE,
    }


def _pair(pair: str) -> str:
    return pair if pair.casefold().startswith("par ") else sentence("par {pair}", pair=pair)


def _idle_adjustments(round_1: Round1) -> Iterator[Sentence]:
    """1.2.9: warn of adjustments that moved nobody, and of moves of withdrawn applications."""
    for selection in round_1.selections:
        for effect in selection.effects:
            change = effect.adjustment
            if effect.moved_in or effect.moved_out or not isinstance(change, NumberAdjustment):
                continue
            if not user_review_change(selection, change).moved:
                yield sentence(
                    "{area}: justeringen av «{field}» flytter ingen søknader utover det "
                    "justeringene før den gjør.",
                    area=effect.area,
                    field=change.field,
                )
    moved = {
        one.project_number
        for selection in round_1.selections
        for effect in selection.effects
        for one in (*effect.moved_in, *effect.moved_out)
    }
    applications = {one.project_number: one for one in round_1.review.applications}
    for move in round_1.review.call.moves:
        number, application = move.project_number, applications[move.project_number]
        if application.withdrawn_at(Step.SELECTION):
            yield sentence(
                "{number}: søknaden er trukket fra trinn {step}, så justeringen har ingen "
                "virkning.",
                number=number,
                step=application.withdrawn_from or "",
            )
        elif number not in moved:
            yield _unmoved(number, selected=move.selected)


def _unmoved(number: str, *, selected: bool) -> Sentence:
    if selected:
        return sentence(
            "{number}: søknaden er allerede valgt ut, så justeringen flytter den ikke.",
            number=number,
        )
    return sentence(
        "{number}: søknaden er ikke valgt ut fra før, så justeringen flytter den ikke.",
        number=number,
    )


def _few_user_representatives(round_1: Round1) -> Iterator[Sentence]:
    """1.4: warn of applications that fewer than two user representatives assess (D7)."""
    review = round_1.user_review
    people = len(round_1.review.committee.user_representatives)
    if not review.applications:
        return
    if people == 0:
        yield sentence(
            "Ingen brukerrepresentanter er ført opp, så ingen søknader får brukervurdering i 1.4. "
            "Fyll ut tabellen «brukerrepresentanter»."
        )
        return
    if people < EACH:
        yield sentence("Bare én brukerrepresentant er ført opp; hver søknad skal ha to (1.4).")
        return
    for graded in review.fewer:
        number = graded.project_number
        if review.assigned[number]:
            yield sentence(
                "{number}: bare én brukerrepresentant er habil til å vurdere søknaden i 1.4.",
                number=number,
            )
        else:
            yield sentence(
                "{number}: ingen brukerrepresentant er habil til å vurdere søknaden i 1.4.",
                number=number,
            )


def without_anyone(applications: Iterable[Graded]) -> tuple[Sentence, ...]:
    """2.1: warn of applications that both who graded them have since become conflicted on."""
    return tuple(
        sentence(
            "{number}: begge som vurderte søknaden, er nå inhabile, så den er ikke på noe skjema "
            "til 2.1. Lederen må avgjøre hvem som innstiller.",
            number=graded.project_number,
        )
        for graded in applications
    )


def formally_rejected(review: Review) -> tuple[Sentence, ...]:
    """Say how many failed the call's formal criteria before 1.1, if any."""
    count = len(review.formally_rejected)
    if not count:
        return ()
    return (
        plural_sentence(
            "{count} søknad er avvist på formelle krav og er ikke med.",
            "{count} søknader er avvist på formelle krav og er ikke med.",
            count,
        ),
    )


def _by_area(round_1: Round1) -> Iterator[tuple[str, list[Outcome], list[Outcome]]]:
    for area in round_1.review.call.areas:
        mine = [
            one
            for one in round_1.outcomes
            if one.application.area == area.id and one.decision is not Decision.WITHDRAWN
        ]
        yield area.id, mine, [one for one in mine if one.decision is Decision.SELECTED]


def summary(round_1: Round1) -> tuple[Sentence, ...]:
    """Say in a few lines what round 1 came to, for whoever ran it."""
    lines = [
        plural_sentence(
            "{area}: {ahead} av {count} søknad går videre til runde 2.",
            "{area}: {ahead} av {count} søknader går videre til runde 2.",
            len(mine),
            area=area,
            ahead=len(ahead),
        )
        for area, mine, ahead in _by_area(round_1)
    ]
    for_users = len(round_1.user_review.applications)
    return (
        *formally_rejected(round_1.review),
        *lines,
        plural_sentence(
            "{count} søknad går til brukerrepresentantene.",
            "{count} søknader går til brukerrepresentantene.",
            for_users,
        ),
    )
