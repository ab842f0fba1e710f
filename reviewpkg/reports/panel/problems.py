"""Say why the panel's recommendation cannot be made yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reviewpkg.domain.conference_tables import RULINGS
from reviewpkg.languages.lists import enumerated
from reviewpkg.problems import Place, Problem
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.amounts_and_times import kroner
from reviewpkg.reports.panel.figures import grade
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
    return Problem(Place(RULINGS.name), "\n  ".join(_lines(tie)))


def _lines(tie: LineTie) -> Iterator[str]:
    keys = f"karakter {grade(tie.grade)}, kvalitet {grade(tie.quality)}, nytte {grade(tie.benefit)}"
    yield (
        f"{enumerated(tie.numbers)} står likt på plass {tie.first} til {tie.last} ({keys}). "
        f"Det er {kroner(tie.remaining)} igjen av rammen når turen kommer til dem, og det rekker "
        "ikke til alle, så rekkefølgen mellom dem avgjør hvem som innstilles:"
    )
    for order in tie.orders[:MOST_ORDERS]:
        yield f"– {_outcome(order)}"
    if len(tie.orders) > MOST_ORDERS or not tie.complete:
        yield "– andre rekkefølger gir andre utfall."
    yield from _what_to_do(tie)


def _outcome(order: OrderShown) -> str:
    given = enumerated(order.recommended) or "ingen av dem"
    left = f"{kroner(order.left_over)} står igjen"
    named = order.order[:MOST_NAMED]
    rest = ", så de andre" if len(order.order) > MOST_NAMED else ""
    return f"rekkefølgen {', '.join(named)}{rest}: {given} innstilles, og {left}."


def _what_to_do(tie: LineTie) -> Iterator[str]:
    ruled = {one.project_number for one in tie.rulings}
    most = "den ene av dem" if len(tie.numbers) == 1 + 1 else "alle unntatt én av dem"
    if ruled:
        yield f"Lederen har til nå gitt plass til {enumerated(sorted(ruled))}; det holder ikke."
    yield (
        f"Bare lederen kan avgjøre dette. Før prosjektnummer, ny plassering ({tie.first} til "
        f"{tie.last}) og begrunnelse for {most} i tabellen «{RULINGS.name}», og kjør igjen. "
        "Ingenting er innstilt før det."
    )
    yield "«make panel» skriver det samme til møtet, i panelet/forelopig-innstilling."
