"""Gather what the award hands out: the board's list, rejections, the record, exports (2.7)."""

from __future__ import annotations

from reviewpkg.domain.conference import Conference
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.reports.award_decisions import award_decisions
from reviewpkg.reports.award_exports import award_export, rejection_export
from reviewpkg.reports.award_list import award_list
from reviewpkg.reports.control_record import control_record
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.document import Document, Enclosure, Furniture
from reviewpkg.reports.names import area_files
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.parts import in_parts
from reviewpkg.reports.rejection_3 import rejection_3
from reviewpkg.reports.verdicts import Verdict, finished

AWARD_LIST = "tildelingsliste"
AWARD_EXPORT = "tildelingsliste-extraweb"
CONTROL_RECORD = "kontrollutvalget/protokoll"
DECISIONS = "decisions.csv"


def award_packet(  # noqa: PLR0913, PLR0917 - what the whole procedure hangs on
    round_1: Round1,
    conference: Conference,
    awards: tuple[AreaAward, ...],
    furniture: Furniture,
    inputs: tuple[tuple[str, str, int], ...],
    warnings: tuple[str, ...],
) -> Packet:
    """Return the packet of `award`; `inputs` are (file, SHA-256 in hex, size in bytes).

    `warnings` are all sentences to print, those of `award_warnings` among them. Only finished areas
    stand on the lists and in the tables; where none is, there is no list for the board.
    """
    ready = tuple(award for award in awards if finished(award))
    record = control_record(round_1, conference, awards, furniture, inputs, warnings)
    documents = [Document(CONTROL_RECORD, "control_record.html", record, sealed=True)]
    if ready:
        board = award_list(round_1, awards, furniture)
        data = Enclosure(
            f"{AWARD_EXPORT}.csv",
            furniture.words.say("Innvilgelsene i listen, som tabell"),
            award_export(round_1, ready),
        )
        documents.insert(0, Document(AWARD_LIST, "award_list.html", board, (data,)))
    names = area_files(round_1.review.call)
    documents[1:1] = [
        Document(
            f"avslag-3-{names[award.conference.area.id]}",
            "rejection_3.html",
            rejection_3(round_1, award, furniture),
        )
        for award in ready
    ]
    return Packet(
        documents=in_parts(documents),
        tables={DECISIONS: award_decisions(round_1, ready)},
        exports=_exports(round_1, ready),
        warnings=warnings,
    )


def _exports(round_1: Round1, ready: tuple[AreaAward, ...]) -> dict[str, CsvTable]:
    """Return the awards, each area's rejection 3, and all rejections, by path without ending."""
    if not ready:
        return {}
    names = area_files(round_1.review.call)
    exports = {AWARD_EXPORT: award_export(round_1, ready)}
    for award in ready:
        path = f"avslag-3-{names[award.conference.area.id]}-extraweb"
        exports[path] = rejection_export(round_1, (award,), (Verdict.REJECTION_3,))
    exports["avslag-alle-extraweb"] = rejection_export(round_1, ready)
    return exports
