"""Screen a two-round call before 1.1, where it has formal criteria."""

from __future__ import annotations

from typing import Final

from reviewpkg.intake.loading import load_screening
from reviewpkg.intake.routine import CALL_FILE
from reviewpkg.jobs.delivery import Delivery, html, publish_step, rendered
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.sealing import Making
from reviewpkg.languages.sentence import sentence, warning
from reviewpkg.problems import InputRejected, Place, Problem, sentences
from reviewpkg.procedure.two_round.step_0_screening import failing
from reviewpkg.reports.contents import contents
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.screening_packet import screening_packet
from reviewpkg.reports.step_index import shelves

MANIFEST: Final = "manifest.json"
_NOTHING: Final = sentence(
    "utlysningen stiller ingen formelle krav, så det er ingenting å prøve før 1.1. Skal frist "
    "eller beløpsgrenser gjelde, må de stå i tabellen [screening]."
)


def run_screening(order: Order) -> Delivery:
    """Hold every application against the deadline and the bounds; raise InputRejected if none."""
    loaded = load_screening(order.source, failing)
    review = loaded.review
    rules = review.call.screening
    if rules is None or not rules.criteria:
        raise InputRejected([Problem(Place(CALL_FILE, key="screening"), _NOTHING)])
    shared = Furniture(review.call)
    packet = screening_packet(review, rules, shared)
    made = packet.made
    told = (*sentences(loaded.problems), *map(warning, made.packet.warnings))
    making = Making("screening", review.call, tuple(loaded.sources))
    files = rendered(made.packet, order, making)
    if "html" in order.formats:
        files |= html((packet.index({*files, MANIFEST}, told),))
    holds = contents(shared.words, shelves(shared.words, made.packet, files), told)
    published = publish_step(making, made.packet, files, holds, order)
    return Delivery(published.folder, len(files) + 1, (*told, *published.told), made.summary)
