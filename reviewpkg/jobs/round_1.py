"""Run the steps of round 1: the grading forms, and the selection with everything that follows."""

from __future__ import annotations

from reviewpkg.domain.steps import Step
from reviewpkg.intake.loading import load_forms, load_round_1
from reviewpkg.jobs.delivery import Delivery, html, printed, publish_step, rendered
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.sealing import Making
from reviewpkg.languages.sentence import plural_sentence, warning
from reviewpkg.problems import sentences
from reviewpkg.procedure.two_round import round_1
from reviewpkg.procedure.two_round.step_0_screening import failing
from reviewpkg.reports import grading_form, notices, round_1_decisions, round_1_packet
from reviewpkg.reports.contents import contents
from reviewpkg.reports.document import Furniture
from reviewpkg.reports.joint_form import joint_forms
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.step_index import shelves
from reviewpkg.reports.user_form import user_forms


def run_forms(order: Order) -> Delivery:
    """Make the grading workbooks of 1.1; raise InputRejected before anything is written."""
    loaded = load_forms(order.source, failing)
    review = loaded.review
    shared = Furniture(review.call)
    forms = grading_form.grading_forms(review, shared)
    packet = Packet((), forms)
    making = Making("forms", review.call, tuple(loaded.sources))
    files = rendered(packet, order, making)
    if "html" in order.formats:
        files |= html((grading_form.forms_index(review, shared, files),))
    warnings = sentences(loaded.problems)
    holds = contents(shared.words, shelves(shared.words, packet, files), warnings)
    made = publish_step(making, packet, files, holds, order)
    graded = sum(not one.withdrawn_at(Step.SELECTION) for one in review.applications)
    counted = plural_sentence(
        "{count} karakterskjemaer for {applications} søknader.",
        "{count} karakterskjemaer for {applications} søknader.",
        len(forms),
        applications=graded,
    )
    summary = (counted, *notices.formally_rejected(review))
    return Delivery(made.folder, len(files) + 1, (*warnings, *made.told), summary)


def run_round_1(order: Order) -> Delivery:
    """Take the steps 1.2 to 1.4; raise InputRejected before anything is written."""
    loaded = load_round_1(order.source, failing)
    call, decided = loaded.review.call, round_1.run(loaded.review)
    shared = Furniture(call)
    pair_forms = joint_forms(decided, shared)
    for_users = user_forms(decided, shared)
    warnings = notices.warnings(decided) + notices.without_anyone(pair_forms.without_anyone)
    told = (*sentences(loaded.problems), *map(warning, warnings))
    inputs = tuple((source.file, source.sha256, source.size) for source in loaded.sources)
    lists = round_1_packet.documents(decided, shared, inputs, told)
    tables = {
        "decisions.csv": round_1_decisions.decisions(decided),
        "user_assignment.csv": round_1_decisions.user_assignment(decided),
    }
    exports = round_1_packet.extra_web_tables(decided)
    packet = Packet(lists, (*for_users, *pair_forms.forms), tables, exports)
    making = Making("round1", call, tuple(loaded.sources))
    files = rendered(packet, order, making)
    if "html" in order.formats:
        index = round_1_packet.index(
            decided,
            shared,
            lists=lists,
            pair_forms=printed(pair_forms.forms),
            user_forms=printed(for_users),
            files={*files, "manifest.json"},
            warnings=told,
        )
        files |= html((index,))
    holds = contents(shared.words, shelves(shared.words, packet, files), told)
    made = publish_step(making, packet, files, holds, order)
    return Delivery(made.folder, len(files) + 1, (*told, *made.told), notices.summary(decided))
