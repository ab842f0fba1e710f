"""Say why the panel's recommendation cannot be made yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, joined, plural_sentence, sentence
from reviewpkg.languages.spelled import figure
from reviewpkg.problems import Place, Problem
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.panel.line_tie import LineTie, OrderShown, line_tie

MOST_ORDERS: Final = 6
"""How many outcomes the message spells out; the page of the panel meeting has them all."""

MOST_NAMED: Final = 6
"""How many of the tied an order in the message names."""


def open_tie(found: Recommendation) -> Problem | None:
    """Say that the line falls among equals, what each order gives, and where to rule (D20).

    None where it does not, or where the chair has ruled. The sentence has a line for each order.
    """
    tie = line_tie(found)
    if tie is None or found.tie is None or not found.tie.open:
        return None
    return Problem(Place(RULINGS.name), joined(_lines(tie), between="\n  "))


def _lines(tie: LineTie) -> Iterator[Sentence]:
    yield sentence(
        "{numbers} står likt på plass {first} til {last} (karakter {grade}, kvalitet {quality}, "
        "nytte {benefit}). Det er {remaining} igjen av rammen når turen kommer til dem, og det "
        "rekker ikke til alle, så rekkefølgen mellom dem avgjør hvem som innstilles:",
        numbers=enumerated(tie.numbers),
        first=tie.first,
        last=tie.last,
        grade=figure(lambda it: it.grade(tie.grade)),
        quality=figure(lambda it: it.grade(tie.quality)),
        benefit=figure(lambda it: it.grade(tie.benefit)),
        remaining=figure(lambda it: it.kroner(tie.remaining)),
    )
    for order in tie.orders[:MOST_ORDERS]:
        yield _outcome(order)
    if len(tie.orders) > MOST_ORDERS or not tie.complete:
        yield sentence("– andre rekkefølger gir andre utfall.")
    yield from _what_to_do(tie)


def _outcome(order: OrderShown) -> Sentence:
    """Say what an order gives; of a long one, the first few are named."""
    left = figure(lambda it: it.kroner(order.left_over))
    named = joined(order.order[:MOST_NAMED])
    if len(order.order) > MOST_NAMED:
        named = sentence("{numbers}, så de andre", numbers=named)
    if not order.recommended:
        return sentence(
            "– rekkefølgen {order}: ingen av dem innstilles, og {left} står igjen.",
            order=named,
            left=left,
        )
    return plural_sentence(
        "– rekkefølgen {order}: {recommended} innstilles, og {left} står igjen.",
        "– rekkefølgen {order}: {recommended} innstilles, og {left} står igjen.",
        len(order.recommended),
        order=named,
        recommended=enumerated(order.recommended),
        left=left,
    )


def _what_to_do(tie: LineTie) -> Iterator[Sentence]:
    ruled = {one.project_number for one in tie.rulings}
    if ruled:
        yield sentence(
            "Lederen har til nå gitt plass til {numbers}; det holder ikke.",
            numbers=enumerated(sorted(ruled)),
        )
    if len(tie.numbers) == 1 + 1:
        yield sentence(
            "Bare lederen kan avgjøre dette. Før prosjektnummer, ny plassering ({first} til "
            "{last}) og begrunnelse for den ene av dem i tabellen «{table}», og kjør igjen. "
            "Ingenting er innstilt før det.",
            first=tie.first,
            last=tie.last,
            table=RULINGS.name,
        )
    else:
        yield sentence(
            "Bare lederen kan avgjøre dette. Før prosjektnummer, ny plassering ({first} til "
            "{last}) og begrunnelse for alle unntatt én av dem i tabellen «{table}», og kjør "
            "igjen. Ingenting er innstilt før det.",
            first=tie.first,
            last=tie.last,
            table=RULINGS.name,
        )
    yield sentence("«make panel» skriver det samme til møtet, i panelet/forelopig-innstilling.")
