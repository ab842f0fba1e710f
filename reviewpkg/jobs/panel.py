"""Run the steps of a panel call: screening, forms, panel meeting, recommendation (K1–K4)."""

from __future__ import annotations

from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.files import Source
from reviewpkg.intake.panel.loading import PanelLoaded, load_panel
from reviewpkg.jobs.delivery import Delivery, html, publish_step, rendered
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.panel_stage import passed, recommended
from reviewpkg.jobs.sealing import Making
from reviewpkg.languages.sentence import warning
from reviewpkg.languages.words import Words
from reviewpkg.problems import InputRejected, sentences
from reviewpkg.procedure.panel import panel
from reviewpkg.reports.contents import contents
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.packet_index import Reader
from reviewpkg.reports.panel.award_packet import award_packet
from reviewpkg.reports.panel.forms_packet import forms_packet
from reviewpkg.reports.panel.meeting_packet import meeting_packet
from reviewpkg.reports.panel.packet import PanelPacket
from reviewpkg.reports.panel.panel_record import Basis
from reviewpkg.reports.panel.problems import open_tie
from reviewpkg.reports.panel.screening_packet import screening_packet
from reviewpkg.reports.step_index import shelves

MANIFEST = "manifest.json"


def run_screening(order: Order) -> Delivery:
    """Hold every application against the formal criteria (K1)."""
    loaded = _load(order, PanelStep.SCREENING)
    screened = panel.screen(loaded.review)
    shared = Furniture(loaded.review.call)
    return _published("screening", loaded, screening_packet(screened, shared), order)


def run_forms(order: Order) -> Delivery:
    """Make the experts' forms (K2)."""
    loaded = _load(order, PanelStep.GRADING)
    screened = panel.screen(loaded.review)
    shared = Furniture(loaded.review.call)
    return _published("forms", loaded, forms_packet(screened, shared), order)


def run_panel(order: Order) -> Delivery:
    """Make the sheet of the panel's meeting, and what it would lead to as it stands (K3)."""
    loaded = _load(order, PanelStep.MEETING)
    screened = panel.screen(loaded.review)
    shared = Furniture(loaded.review.call)
    return _published("panel", loaded, meeting_packet(screened, shared), order)


def run_award(order: Order) -> Delivery:
    """Make the recommendation (K4).

    Raise InputRejected where the line falls among equals and nobody has ruled their order (D20).
    """
    loaded, screened, found = recommended(_load(order, PanelStep.RECOMMENDATION))
    undecided = open_tie(found)
    if undecided:
        raise InputRejected([*loaded.problems, undecided])
    shared = Furniture(loaded.review.call)
    basis = Basis(_inputs(loaded.sources), sentences(loaded.problems))
    packet = award_packet(screened, found, shared, basis)
    return _published("award", loaded, packet, order)


def _load(order: Order, step: PanelStep) -> PanelLoaded:
    return load_panel(order.source, step, passed)


def _inputs(sources: tuple[Source, ...]) -> tuple[tuple[str, str, int], ...]:
    return tuple((source.file, source.sha256, source.size) for source in sources)


def _published(name: str, loaded: PanelLoaded, made: PanelPacket, order: Order) -> Delivery:
    call = loaded.review.call
    told = (*sentences(loaded.problems), *map(warning, made.packet.warnings))
    making = Making(name, call, tuple(loaded.sources))
    files = rendered(made.packet, order, making)
    if "html" in order.formats:
        files |= html((made.index({*files, MANIFEST}, told),))
    words = Words(call.language)
    holds = contents(words, shelves(words, made.packet, files, Reader.CASE_SYSTEM), told)
    published = publish_step(making, made.packet, files, holds, order)
    return Delivery(published.folder, len(files) + 1, (*told, *published.told), made.summary)
