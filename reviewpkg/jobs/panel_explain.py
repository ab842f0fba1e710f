"""Tell one application's way through the panel's steps."""

from __future__ import annotations

from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.applications import unknown_application
from reviewpkg.intake.panel.loading import PanelLoaded
from reviewpkg.jobs.delivery import Delivery, publish_step, rendered
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.panel_stage import Reach, reaches, recommended
from reviewpkg.jobs.sealing import Making
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import InputRejected, Place, Problem
from reviewpkg.procedure.panel import panel
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation
from reviewpkg.reports.contents import contents
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.names import file_names
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.panel import status
from reviewpkg.reports.panel.explain import panel_explanation
from reviewpkg.reports.step_index import shelves


def run_explain(order: Order, number: str) -> Delivery:
    """Tell an application's way as far as the call has come.

    Raise InputRejected where a table is wrong, or where there is no such application.
    """
    reach = _furthest(reaches(order.source))
    loaded, screened, found, waits = _decided(reach)
    call = screened.review.call
    shared = Furniture(call)
    page = panel_explanation(screened, found, number, shared.words.retell(waits), shared)
    if page is None:
        unknown = unknown_application(number, loaded.scope.applications.ids)
        raise InputRejected([Problem(Place("soknader"), unknown)])
    from reviewpkg.rendering.plain_text import render_text

    name = file_names(one.project_number for one in screened.review.applications)[number]
    document = Document(f"soknad-{name}", "panel/explain.html", page)
    packet = Packet((document,))
    making = Making(f"explain-{name}", call, tuple(loaded.sources), number)
    files = rendered(packet, order, making)
    holds = contents(shared.words, shelves(shared.words, packet, files), ())
    made = publish_step(making, packet, files, holds, order)
    told = render_text("panel/explain.txt", page).splitlines()
    return Delivery(made.folder, len(files) + 1, made.told, tuple(told))


def _furthest(found: tuple[Reach, ...]) -> Reach:
    """Return the last step whose tables are there; one that only awaits grades counts too (K2)."""
    furthest: Reach | None = None
    for reach in found:
        if reach.faulty or (reach.missing and furthest is None):
            raise InputRejected(reach.loaded.problems)
        if reach.missing:
            break
        furthest = reach
        if reach.loaded.too_few:
            break
    if furthest is None:  # K1 is there or has been refused
        raise InputRejected(found[0].loaded.problems)
    return furthest


def _decided(reach: Reach) -> tuple[PanelLoaded, Screening, Recommendation | None, str]:
    """Take the call as far as it goes, and say what it waits for after that."""
    if reach.step is PanelStep.RECOMMENDATION and not reach.loaded.too_few:
        loaded, screened, found = recommended(reach.loaded)
        return loaded, screened, found, enumerated(status.open_tie(found))
    screened = panel.screen(reach.loaded.review)
    least = screened.review.call.min_experts
    waits = status.too_few(reach.loaded.too_few, least) if reach.loaded.too_few else ""
    return reach.loaded, screened, None, waits or _next_table(reach)


def _next_table(reach: Reach) -> str:
    awaited = "fagutvalg" if reach.step is PanelStep.SCREENING else "karakterer"
    return sentence("tabellen {table} mangler", table=awaited)
