"""Say why the panel's recommendation cannot be made yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.words import Words
from reviewpkg.problems import Place, Problem
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.panel.line_tie import LineTie, OrderShown, line_tie

MOST_ORDERS: Final = 6
"""How many outcomes the message spells out; the page of the panel meeting has them all."""

MOST_NAMED: Final = 6
"""How many of the tied an order in the message names."""


def open_tie(words: Words, found: Recommendation) -> Problem | None:
    """Say that the line falls among equals, what each order gives, and where to rule (D20).

    None where it does not, or where the chair has ruled. The sentence has a line for each order.
    """
    tie = line_tie(found)
    if tie is None or found.tie is None or not found.tie.open:
        return None
    return Problem(Place(RULINGS.name), "\n  ".join(_lines(words, tie)))


def _lines(words: Words, tie: LineTie) -> Iterator[str]:
    figures = words.figures
    yield words.say(
        "{numbers} står likt på plass {first} til {last} (karakter {grade}, kvalitet {quality}, "
        "nytte {benefit}). Det er {remaining} igjen av rammen når turen kommer til dem, og det "
        "rekker ikke til alle, så rekkefølgen mellom dem avgjør hvem som innstilles:",
        numbers=_listed(words, tie.numbers),
        first=tie.first,
        last=tie.last,
        grade=figures.grade(tie.grade),
        quality=figures.grade(tie.quality),
        benefit=figures.grade(tie.benefit),
        remaining=figures.kroner(tie.remaining),
    )
    for order in tie.orders[:MOST_ORDERS]:
        yield _outcome(words, order)
    if len(tie.orders) > MOST_ORDERS or not tie.complete:
        yield words.say("– andre rekkefølger gir andre utfall.")
    yield from _what_to_do(words, tie)


def _listed(words: Words, numbers: Iterable[str]) -> str:
    return words.retell(enumerated(numbers))


def _outcome(words: Words, order: OrderShown) -> str:
    """Say what an order gives; of a long one, the first few are named."""
    left = words.figures.kroner(order.left_over)
    named = ", ".join(order.order[:MOST_NAMED])
    if len(order.order) > MOST_NAMED:
        named = words.say("{numbers}, så de andre", numbers=named)
    if not order.recommended:
        return words.say(
            "– rekkefølgen {order}: ingen av dem innstilles, og {left} står igjen.",
            order=named,
            left=left,
        )
    return words.plural(
        "– rekkefølgen {order}: {recommended} innstilles, og {left} står igjen.",
        "– rekkefølgen {order}: {recommended} innstilles, og {left} står igjen.",
        len(order.recommended),
        order=named,
        recommended=_listed(words, order.recommended),
        left=left,
    )


def _what_to_do(words: Words, tie: LineTie) -> Iterator[str]:
    ruled = {one.project_number for one in tie.rulings}
    if ruled:
        yield words.say(
            "Lederen har til nå gitt plass til {numbers}; det holder ikke.",
            numbers=_listed(words, sorted(ruled)),
        )
    where: dict[str, str | int] = {"first": tie.first, "last": tie.last, "table": RULINGS.name}
    if len(tie.numbers) == 1 + 1:
        yield words.say(
            "Bare lederen kan avgjøre dette. Før prosjektnummer, ny plassering ({first} til "
            "{last}) og begrunnelse for den ene av dem i tabellen «{table}», og kjør igjen. "
            "Ingenting er innstilt før det.",
            **where,
        )
    else:
        yield words.say(
            "Bare lederen kan avgjøre dette. Før prosjektnummer, ny plassering ({first} til "
            "{last}) og begrunnelse for alle unntatt én av dem i tabellen «{table}», og kjør "
            "igjen. Ingenting er innstilt før det.",
            **where,
        )
    yield words.say("«make panel» skriver det samme til møtet, i panelet/forelopig-innstilling.")
