"""Run a step: read the call folder, decide, say it in documents, publish the packet.

What a step does not use it does not load: `--formats csv` knows nothing of pages or workbooks.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewpkg import VERSION
from reviewpkg.intake.files import Source
from reviewpkg.intake.loading import Loaded, load_forms, load_round_1, survey
from reviewpkg.problems import InputRejected, Severity, sentences
from reviewpkg.procedure.two_round import round_1
from reviewpkg.rendering.csv_text import csv_bytes, csv_for_spreadsheets
from reviewpkg.rendering.packet import publish, sealed_inputs
from reviewpkg.reports import grading_form, notices, round_1_decisions, round_1_packet, status
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.joint_form import joint_forms
from reviewpkg.reports.user_form import user_forms

FINGERPRINT_DIGITS = 8
Progress = Callable[[int, int, str], None]
Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Order:
    """Be what was ordered: the call folder, where packets go, which formats, whom to tell."""

    source: Path
    target: Path
    formats: Collection[str]
    progress: Progress


@dataclass(frozen=True, slots=True)
class Delivery:
    """Be what a step made: its folder, the files in it, what was noticed, what it came to."""

    folder: Path
    files: int
    warnings: tuple[str, ...]
    summary: tuple[str, ...]


def run_forms(order: Order) -> Delivery:
    """Make the grading workbooks of 1.1; raise InputRejected before anything is written."""
    loaded = load_forms(order.source)
    review, furniture = loaded.review, _furniture(loaded)
    forms = grading_form.grading_forms(review, furniture)
    files = _rendered((), forms, order)
    if "html" in order.formats:
        files |= _html((grading_form.forms_index(review, furniture, files),))
    summary = (f"{len(forms)} karakterskjemaer for {len(review.applications)} søknader.",)
    return _delivered("forms", loaded, files, order, (), summary)


def run_round_1(order: Order) -> Delivery:
    """Take the steps 1.2 to 1.4; raise InputRejected before anything is written."""
    loaded = load_round_1(order.source)
    decided = round_1.run(loaded.review)
    furniture = _furniture(loaded)
    pair_forms = joint_forms(decided, furniture)
    warnings = notices.warnings(decided) + notices.without_anyone(pair_forms.without_anyone)
    told = (*sentences(loaded.problems), *warnings)
    inputs = tuple((source.file, source.sha256, source.size) for source in loaded.sources)
    lists = round_1_packet.documents(decided, furniture, inputs, told)
    for_users = user_forms(decided, furniture)
    files = _rendered(lists, (*for_users, *pair_forms.forms), order)
    files |= _tables(decided, loaded, order.formats)
    if "html" in order.formats:
        index = round_1_packet.index(
            decided,
            furniture,
            lists=lists,
            pair_forms=_pages(pair_forms.forms),
            user_forms=_pages(for_users),
            files={*files, "manifest.json"},
            warnings=told,
        )
        files |= _html((index,))
    return _delivered("round1", loaded, files, order, warnings, notices.summary(decided))


def run_status(source: Path, target: Path) -> status.Status:
    """Say how far the call has come; raise InputRejected where its call file cannot be used."""
    loaded = survey(source, graded=True)
    if isinstance(loaded, InputRejected):
        raise loaded
    basic = survey(source, graded=False)
    problems = basic.problems if isinstance(basic, Loaded) else ()
    faulty = any(problem.severity is Severity.ERROR for problem in problems)
    digests = tuple(source.sha256 for source in loaded.sources)
    standings = tuple(
        status.standing(
            needs,
            missing=loaded.missing,
            undelivered=loaded.undelivered,
            faulty=faulty,
            sealed_inputs=sealed_inputs(target / needs.step),
            inputs=digests,
        )
        for needs in status.STEPS
    )
    return status.Status(loaded.review, standings, loaded.undelivered, sentences(loaded.problems))


def _furniture(loaded: Loaded) -> Furniture:
    lines = "".join(f"{source.sha256}  {source.file}\n" for source in loaded.sources)
    digest = hashlib.sha256(lines.encode()).hexdigest()
    return Furniture(loaded.review.call, digest[:FINGERPRINT_DIGITS])


def _tables(decided: round_1.Round1, loaded: Loaded, formats: Collection[str]) -> Files:
    """Write the tables for programs and for ExtraWeb."""
    files: Files = {}
    if "csv" in formats:
        files["decisions.csv"] = _csv(round_1_decisions.decisions(decided))
        files["user_assignment.csv"] = _csv(round_1_decisions.user_assignment(decided))
    for path, table in round_1_packet.extra_web_tables(decided).items():
        rows = [[str(cell) for cell in row] for row in table.rows]
        if "csv" in formats:
            files[f"{path}.csv"] = csv_for_spreadsheets(table.header, rows)
        if "xlsx" in formats:
            from reviewpkg.rendering.xlsx import table_workbook

            created = loaded.review.call.date
            files[f"{path}.xlsx"] = table_workbook("ExtraWeb", table.header, rows, created)
    return files


def _csv(table: CsvTable) -> bytes:
    return csv_bytes(table.header, table.rows, table.decimals)


def _pages(forms: Iterable[FormDocument]) -> tuple[Document, ...]:
    return tuple(form.printed for form in forms if form.printed)


def _rendered(
    documents: tuple[Document, ...], forms: tuple[FormDocument, ...], order: Order
) -> Files:
    """Render documents and forms in the formats ordered; the keys are paths in the packet."""
    pages = (*documents, *_pages(forms))
    files: Files = {}
    if "xlsx" in order.formats:
        from reviewpkg.rendering.xlsx import form_workbook

        files |= {f"{form.path}.xlsx": form_workbook(form.workbook) for form in forms}
    if "html" in order.formats:
        files |= _html(pages)
    if "pdf" in order.formats and pages:
        files |= _pdf(_html(pages), order.progress)
    return files


def _html(pages: Iterable[Document]) -> Files:
    from reviewpkg.rendering.html import render_html

    return {f"{one.path}.html": render_html(one.template, one.page).encode() for one in pages}


def _pdf(pages: Mapping[str, bytes], progress: Progress) -> Files:
    from reviewpkg.rendering.pdf import PdfJob, render_all

    jobs = [
        PdfJob(f"{path.removesuffix('.html')}.pdf", html.decode()) for path, html in pages.items()
    ]
    return dict(render_all(jobs, os.cpu_count() or 1, progress))


def _delivered(  # noqa: PLR0913, PLR0917 - what a delivery is made of
    step: str,
    loaded: Loaded,
    files: Files,
    order: Order,
    warnings: tuple[str, ...],
    summary: tuple[str, ...],
) -> Delivery:
    """Publish a step's packet and say what came of it."""
    folder = order.target / step
    seal = {
        "program": "reviewpkg",
        "version": VERSION,
        "call": loaded.review.call.id,
        "step": step,
        "inputs": [_sealed(source) for source in loaded.sources],
    }
    publish(folder, files, seal)
    told = (*sentences(loaded.problems), *(f"Advarsel: {warning}" for warning in warnings))
    return Delivery(folder, len(files) + 1, told, summary)


def _sealed(source: Source) -> dict[str, object]:
    return {"file": source.file, "sha256": source.sha256, "size": source.size}
