"""Gather what the screening hands out: the protocol, the rejections, a reason for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewpkg.reports.amounts_and_times import date_and_clock, zone
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.formal.criteria import left_out
from reviewpkg.reports.formal.decisions import screening_decisions
from reviewpkg.reports.formal.notices import counts, screening_summary, screening_warnings
from reviewpkg.reports.formal.protocol import screening_protocol
from reviewpkg.reports.formal.rejection_letter import rejection_letters
from reviewpkg.reports.formal.rejections import formal_rejections, rejection_export
from reviewpkg.reports.formal.screened_call import FormalWords, ScreenedCall
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.step_index import StepWords, Task

OFFICE: Final = "Sekretariatet"
PROTOCOL: Final = "formell-vurdering"
REJECTIONS: Final = "avslag-formelle-krav"
DECISIONS: Final = "decisions.csv"


@dataclass(frozen=True, slots=True)
class FormalPacket:
    """Be the screening's packet, the words and facts of its overview, and what it came to."""

    packet: Packet
    words: StepWords
    facts: tuple[tuple[str, str], ...]
    summary: tuple[str, ...]


def formal_packet(call: ScreenedCall, furniture: Furniture) -> FormalPacket:
    """Return the protocol, the rejection list and the letters (K1, or before 1.1)."""
    protocol = screening_protocol(call, furniture)
    listed = formal_rejections(call, furniture)
    packet = Packet(
        (
            Document(PROTOCOL, "formal/protocol.html", protocol),
            Document(REJECTIONS, "formal/rejections.html", listed),
            *rejection_letters(call, furniture),
        ),
        tables={DECISIONS: screening_decisions(call.results)},
        exports={REJECTIONS: rejection_export(call)},
        warnings=screening_warnings(call),
    )
    words = StepWords(
        call.words.step,
        call.words.step_name,
        "Formell vurdering: oversikt",
        "Protokollen viser hver søknad mot hvert formelle krav. De som ikke oppfyller alle "
        "kravene, står på avslagslisten med begrunnelse.",
        tuple(_tasks(call.words, rejections=bool(listed.rows))),
    )
    return FormalPacket(packet, words, tuple(_facts(call)), screening_summary(call))


def _tasks(words: FormalWords, *, rejections: bool) -> Iterator[Task]:
    if rejections:
        yield Task(
            OFFICE,
            "Ser etter i søknadene at det som står i protokollen om de avviste, stemmer. Er noe "
            "ført feil, rettes det i regnearket, og «make screening» kjøres igjen.",
        )
    yield Task(OFFICE, "Undertegner protokollen, én som har ført den og én som har sett over.")
    if rejections:
        yield Task(
            OFFICE,
            "Sender hver avvist søker sin egen begrunnelse. Teksten i mappen «begrunnelser» kan "
            "limes inn i brevet.",
        )
        yield Task(OFFICE, f"Leser listen «{REJECTIONS}» inn i {words.system}.")
    yield Task(OFFICE, f"Kjører «make forms», som lager {words.forms} skjemaer.")


def _facts(call: ScreenedCall) -> Iterator[tuple[str, str]]:
    found, rules = counts(call), call.rules
    yield "Søknader mottatt", str(found.received)
    yield "Trukket før vurderingen", str(found.withdrawn)
    since = sum(
        one.project_number in call.passed and bool(one.withdrawn_from) for one in call.applications
    )
    gone = f", men {since} av dem er trukket siden" if since else ""
    yield "Oppfyller alle kravene", f"{found.eligible}{gone}"
    yield "Avvist på formelle krav", str(found.rejected)
    if rules.deadline and "F1" in rules.criteria:
        yield "Frist", f"{date_and_clock(rules.deadline)} ({zone(rules.deadline)})"
    omitted = left_out(rules, call.words.criteria)
    if omitted:
        yield "Krav som ikke er stilt", ", ".join(omitted)
