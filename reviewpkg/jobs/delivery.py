"""Turn what a step says into files, and publish them as one packet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reviewpkg import VERSION
from reviewpkg.jobs.order import Order
from reviewpkg.jobs.said import Said
from reviewpkg.jobs.sealing import Making, lock_digest
from reviewpkg.languages.sentence import sentence, warning
from reviewpkg.problems import InputRejected, Place, Problem
from reviewpkg.rendering.csv_text import csv_bytes, csv_for_spreadsheets
from reviewpkg.rendering.packet import publish
from reviewpkg.rendering.pdf import DataFile, PdfJob
from reviewpkg.reports.contents import Contents
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.document import Document
from reviewpkg.reports.form_document import FormDocument
from reviewpkg.reports.packet import Packet

Files = dict[str, bytes]
EXTRA_WEB, OTHER_SHEET = "ExtraWeb", "Søknader"


@dataclass(frozen=True, slots=True)
class Delivery:
    """Be what a step made: its folder, the files in it, what was noticed, what it came to."""

    folder: Path
    files: int
    told: tuple[str, ...]
    summary: tuple[str, ...]

    @property
    def said(self) -> Said:
        """Return what there is to say of it."""
        return Said(self.files, self.told, self.summary)


@dataclass(frozen=True, slots=True)
class Published:
    """Be where a packet lies, and what there is to say of the one it replaced."""

    folder: Path
    told: tuple[str, ...]


def printed(forms: Iterable[FormDocument]) -> tuple[Document, ...]:
    """Return the pages of those forms that are also printed."""
    return tuple(form.printed for form in forms if form.printed)


def rendered(packet: Packet, order: Order, making: Making) -> Files:
    """Render a packet in the formats ordered; the keys are paths in it."""
    tables, created = _tables(packet), making.call.date
    seal = making.seal(tables)
    pages = (*packet.documents, *printed(packet.forms))
    files: Files = dict(tables) if "csv" in order.formats else {}
    files |= _exports(packet.exports, order.formats, created)
    if "xlsx" in order.formats:
        from reviewpkg.rendering.xlsx import form_workbook

        files |= {f"{form.path}.xlsx": form_workbook(form.workbook) for form in packet.forms}
    if pages and not {"html", "pdf"}.isdisjoint(order.formats):
        files |= _laid_out([one.bearing(seal) for one in pages], created, order)
    if "pdf" in order.formats and packet.drafts:
        from reviewpkg.rendering.email_draft import email_draft

        files |= {f"{draft.path}.eml": email_draft(draft, files) for draft in packet.drafts}
    return files


def _basis(packet: Packet, files: Files) -> dict[str, str]:
    """Return the fingerprint on the pages of each document, by its path without ending."""
    pages = (*packet.documents, *printed(packet.forms))
    on_pages = {one.path: one.fingerprint for one in pages if _lies(one.path, files)}
    forms = {form.path: form.basis for form in packet.forms if _lies(form.path, files)}
    return dict(sorted((on_pages | forms).items()))


def _lies(path: str, files: Files) -> bool:
    return any(f"{path}.{ending}" in files for ending in ("html", "pdf", "xlsx"))


def _tables(packet: Packet) -> Files:
    return {name: _csv(table) for name, table in packet.tables.items()}


def html(pages: Iterable[Document]) -> Files:
    """Render pages as HTML."""
    from reviewpkg.rendering.html import render_html

    shown = (one.bearing("") for one in pages)
    return {f"{one.path}.html": render_html(one.template, one.page).encode() for one in shown}


def _laid_out(pages: Iterable[Document], created: date, order: Order) -> Files:
    """Lay pages out, each once, and make HTML and PDF of them as ordered.

    A page is being printed while the next is laid out.
    """
    from reviewpkg.rendering.html import render_html
    from reviewpkg.rendering.pictures import rest
    from reviewpkg.rendering.printer import Printer, processors

    files: Files = {}
    with Printer(order.kept, processors(), order.cluster) as printer:
        for one in pages:
            text = render_html(one.template, one.page)
            if "html" in order.formats:
                files[f"{one.path}.html"] = text.encode()
            if "pdf" in order.formats:
                printer.ask_for(_job(one, text, created))
        rest()
        return files | printer.printed(order.progress)


def _job(document: Document, html: str, created: date) -> PdfJob:
    return PdfJob(
        f"{document.path}.pdf",
        html,
        tuple(
            DataFile(it.name, it.description, _for_spreadsheets(it.table), created)
            for it in document.enclosures
        ),
    )


def _for_spreadsheets(table: CsvTable) -> bytes:
    return csv_for_spreadsheets(table.header, table.rows)


def _csv(table: CsvTable) -> bytes:
    return csv_bytes(table.header, table.rows, table.decimals)


def _exports(exports: Mapping[str, CsvTable], formats: Collection[str], created: date) -> Files:
    """Write the tables for other systems, as text in every cell."""
    files: Files = {}
    for path, table in exports.items():
        rows = [[str(cell) for cell in row] for row in table.rows]
        sheet = EXTRA_WEB if path.endswith(EXTRA_WEB.casefold()) else OTHER_SHEET
        if "csv" in formats:
            files[f"{path}.csv"] = _for_spreadsheets(table)
        if "xlsx" in formats:
            from reviewpkg.rendering.xlsx import table_workbook

            files[f"{path}.xlsx"] = table_workbook(sheet, table.header, rows, created)
    return files


def publish_step(
    making: Making, packet: Packet, files: Files, holds: Contents, order: Order
) -> Published:
    """Publish a step's packet with a manifest that seals it and says what it `holds`.

    Raise InputRejected where the packet would lie in the call folder or hold it.
    """
    folder = order.target / making.step
    call_folder, place = order.source.resolve(), folder.resolve()
    if place.is_relative_to(call_folder) or call_folder.is_relative_to(place):
        refused = sentence(
            "pakken kan ikke ligge i utlysningsmappen eller omvendt; velg en annen --output."
        )
        raise InputRejected([Problem(Place(str(folder)), refused)])
    inputs = [
        {"file": source.file, "sha256": source.sha256, "size": source.size}
        for source in making.sources
    ]
    seal = {
        "program": "reviewpkg",
        "version": VERSION,
        "lock": lock_digest(),
        "call": making.call.id,
        "step": making.step,
        **({"about": making.about} if making.about else {}),
        "formats": sorted(order.formats),
        "seal": making.seal(_tables(packet)),
        "inputs": inputs,
        "basis": _basis(packet, files),
        **holds.seal(),
    }
    kept = publish(folder, files, seal, order.waits)
    order.kept.write()
    told = sentence(
        "{folder} hadde filer som programmet ikke har laget, eller som var endret; de ligger nå i "
        "{kept}.",
        folder=str(folder),
        kept=str(kept),
    )
    return Published(folder, (warning(told),) if kept else ())
