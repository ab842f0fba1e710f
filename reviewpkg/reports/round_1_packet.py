"""Gather the documents of round 1: what the packet holds beside the forms."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.reports.adjustment_report import adjustment_report
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.decision_record import decision_record
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.names import file_names
from reviewpkg.reports.packet_index import Link, Listed, Reader, Shelf, listed, shelf
from reviewpkg.reports.pair_load import pair_load_page
from reviewpkg.reports.parts import in_parts
from reviewpkg.reports.rejection_list import extra_web, rejection_list
from reviewpkg.reports.round_1_index import round_1_index
from reviewpkg.reports.selection_list import selection_list

FOR_COMMITTEES = "justeringsrapport"
INDEX = "index"


def documents(
    round_1: Round1,
    furniture: Furniture,
    inputs: tuple[tuple[str, str, int], ...],
    warnings: tuple[str, ...],
) -> tuple[Document, ...]:
    """Return the lists and records of round 1 (1.2, 1.2.9, 1.3).

    `inputs` are (file, SHA-256 in hex, size in bytes); `warnings` are sentences to print.
    """
    names = _area_names(round_1)
    made = [
        Document(
            f"utvelgelse-{names[selection.area.id]}",
            "selection_list.html",
            selection_list(round_1, selection, furniture),
        )
        for selection in round_1.selections
    ]
    made += [
        Document(
            f"avslag-1-{name}", "rejection_list.html", rejection_list(round_1, area, furniture)
        )
        for area, name in names.items()
    ]
    made.append(
        Document("belastning-per-par", "pair_load.html", pair_load_page(round_1, furniture))
    )
    call = round_1.review.call
    if call.number_adjustments or call.moves:
        report = adjustment_report(round_1, furniture)
        made.append(Document(FOR_COMMITTEES, "adjustment_report.html", report))
    record = decision_record(round_1, furniture, inputs, warnings)
    made.append(Document("vedtaksprotokoll", "decision_record.html", record, sealed=True))
    return in_parts(made)


def extra_web_tables(round_1: Round1) -> dict[str, CsvTable]:
    """Return the export of rejection 1 for ExtraWeb, by path without ending (1.3)."""
    return {
        _extra_web_path(name): extra_web(round_1, area)
        for area, name in _area_names(round_1).items()
    }


def index(  # noqa: PLR0913 - the packet's parts, each given by name
    round_1: Round1,
    furniture: Furniture,
    *,
    lists: Sequence[Document],
    pair_forms: Sequence[Document],
    user_forms: Sequence[Document],
    files: Collection[str],
    warnings: tuple[str, ...],
) -> Document:
    """Return the packet's overview, HTML only: documents by reader, linked where files exist.

    `lists` are those of `documents`; `files` are the paths of all files in the packet.
    """
    report = [one for one in lists if one.path == FOR_COMMITTEES]
    for_programs = tuple(
        Listed("", "", (Link(name, name),))
        for name in ("decisions.csv", "user_assignment.csv", "manifest.json")
        if name in files
    )
    own = shelf(Reader.SECRETARIAT, [one for one in lists if one not in report], files)
    extra = tuple(
        listed(area, "", _extra_web_path(name), files)
        for area, name in _area_names(round_1).items()
    )
    shelves = (
        own,
        Shelf(Reader.EXTRA_WEB, tuple(one for one in extra if one.links)),
        shelf(Reader.PANEL, report, files),
        shelf(Reader.CONTROL_COMMITTEE, report, files),
        shelf(Reader.PAIRS, pair_forms, files),
        shelf(Reader.USER_REPRESENTATIVES, user_forms, files),
        Shelf(Reader.PROGRAMS, for_programs),
    )
    page = round_1_index(round_1, furniture, shelves, len(pair_forms), warnings)
    return Document(INDEX, "round_1_index.html", page)


def _area_names(round_1: Round1) -> dict[str, str]:
    """Return each area's piece of a file name, areas in the call file's order."""
    areas = [area.id for area in round_1.review.call.areas]
    names = file_names(areas)
    return {area: names[area] for area in areas}


def _extra_web_path(name: str) -> str:
    return f"avslag-1-{name}-extraweb"
