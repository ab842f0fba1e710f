"""Hold the conference step by step, each table drawn from what the program made of those before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reviewpkg.domain.conference import Conference
from reviewpkg.procedure.standing import grades_of
from reviewpkg.procedure.two_round.round_2 import confer, finish
from tools.demonstration.impressions import Impressions, draw_impressions
from tools.demonstration.pair_grades import draw_joint_grades, draw_opinions
from tools.demonstration.plenaries import draw_plenary_1, draw_plenary_2, name_pairs
from tools.demonstration.ranking import draw_ballots, draw_user_places, rule
from tools.demonstration.records import KS
from tools.demonstration.streams import stream
from tools.demonstration.user_grades import draw_supplements, draw_user_grades, draw_user_joint
from tools.demonstration.words import words

if TYPE_CHECKING:
    from reviewpkg.procedure.two_round.round_1 import Round1
    from reviewpkg.procedure.two_round.step_1_1_grading import Graded

RULED: Final = KS


def hold(decided: Round1, conference_seed: int, ranking_seed: int) -> Conference:
    """Return everything that comes back from the conference, 1.4 to 2.6."""
    impressions = impress(decided, conference_seed)
    held = grade(decided, impressions, conference_seed)
    held = confer_in_plenary(decided, held, impressions, conference_seed)
    return rank(decided, held, impressions, ranking_seed)


def impress(decided: Round1, seed: int) -> Impressions:
    """Return the impressions that the whole conference reads from."""
    scale = decided.review.call.grading.joint
    return draw_impressions(stream("inntrykk", seed), selected(decided), scale)


def selected(decided: Round1) -> list[Graded]:
    """Return what goes on to round 2, as graded in round 1."""
    return [outcome.graded for outcome in decided.to_round_2 if outcome.graded]


def grade(decided: Round1, impressions: Impressions, seed: int) -> Conference:
    """Return what the user representatives and the pairs gave before plenary 1 (1.4, 2.1)."""
    own = draw_user_grades(
        stream("brukerkarakterer", seed), decided, impressions, words("brukerkarakterer", seed)
    )
    joint = draw_joint_grades(
        stream("samlet", seed),
        selected(decided),
        impressions,
        words("samlet", seed),
    )
    user_joint = draw_user_joint(
        stream("brukersamlet", seed), decided, own, words("brukersamlet", seed)
    )
    return Conference(
        user_grades=tuple(own), joint_grades=tuple(joint), user_joint_grades=tuple(user_joint)
    )


def confer_in_plenary(
    decided: Round1, held: Conference, impressions: Impressions, seed: int
) -> Conference:
    """Return the conference with both plenaries and what lies between them (2.2 to 2.4)."""
    random, said = stream("plenum1", seed), words("plenum1", seed)
    notes = [
        note
        for area in confer(decided, held)
        for note in draw_plenary_1(random, area, decided.review, said)
    ]
    notes = name_pairs(random, notes, decided.review, said)
    held = replace(held, plenary_notes=tuple(notes))
    areas = confer(decided, held)
    joint, scale = grades_of(held).joint, decided.review.call.grading.joint
    opinions = draw_opinions(
        stream("tilleggsvurdering", seed),
        [request for area in areas for request in area.requests],
        joint,
        impressions,
        words("tilleggsvurdering", seed),
    )
    supplements = draw_supplements(
        stream("brukertillegg", seed),
        [supplement.graded.project_number for area in areas for supplement in area.supplements],
        impressions,
        words("brukertillegg", seed),
    )
    decisions = draw_plenary_2(
        stream("plenum2", seed), opinions, joint, scale, words("plenum2", seed)
    )
    return replace(
        held,
        second_opinions=tuple(opinions),
        user_supplements=tuple(supplements),
        plenary_decisions=tuple(decisions),
    )


def rank(decided: Round1, held: Conference, impressions: Impressions, seed: int) -> Conference:
    """Return the conference with its rankings and the chair's ruling (2.6)."""
    areas = confer(decided, held)
    random, user_random = stream("rangering", seed), stream("brukerrangering", seed)
    ranked = replace(
        held,
        ballots=tuple(line for area in areas for line in draw_ballots(random, area)),
        user_places=tuple(
            place for area in areas for place in draw_user_places(user_random, area, impressions)
        ),
    )
    said = words("lederbeslutning", seed)
    awards = [finish(ranked, area) for area in areas if area.area.id == RULED]
    return replace(
        ranked, rulings=tuple(rule(award.final, said) for award in awards if award.final)
    )
