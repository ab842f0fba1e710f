"""Gather what the screening hands out: the protocol, the rejections, a reason for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.languages.words import Words
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.formal.criteria import left_out
from reviewpkg.reports.formal.decisions import screening_decisions
from reviewpkg.reports.formal.notices import counts, screening_summary, screening_warnings
from reviewpkg.reports.formal.protocol import screening_protocol
from reviewpkg.reports.formal.rejection_letter import rejection_letters
from reviewpkg.reports.formal.rejections import formal_rejections, rejection_export
from reviewpkg.reports.formal.screened_call import FormalWords, ScreenedCall
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.parts import in_parts
from reviewpkg.reports.points_in_time import in_its_zone
from reviewpkg.reports.step_index import StepWords, Task

OFFICE: Final = sentence("Sekretariatet")
PROTOCOL: Final = "formell-vurdering"
REJECTIONS: Final = "avslag-formelle-krav"
DECISIONS: Final = "decisions.csv"


@dataclass(frozen=True, slots=True)
class FormalPacket:
    """Be the screening's packet, the words and facts of its overview, and what it came to."""

    packet: Packet
    words: StepWords
    facts: tuple[tuple[str, str], ...]
    summary: tuple[Sentence, ...]


def formal_packet(call: ScreenedCall, furniture: Furniture) -> FormalPacket:
    """Return the protocol, the rejection list and the letters (K1, or before 1.1)."""
    protocol = screening_protocol(call, furniture)
    listed = formal_rejections(call, furniture)
    packet = Packet(
        (
            *in_parts(
                (
                    Document(PROTOCOL, "formal/protocol.html", protocol, sealed=True),
                    Document(REJECTIONS, "formal/rejections.html", listed),
                )
            ),
            *rejection_letters(call, furniture),
        ),
        tables={DECISIONS: screening_decisions(call.results)},
        exports={REJECTIONS: rejection_export(furniture.words, call)},
        warnings=screening_warnings(call),
    )
    words = StepWords(
        call.routine.step,
        call.routine.step_name,
        sentence("Formell vurdering: oversikt"),
        sentence(
            "Protokollen viser hver søknad mot hvert formelle krav. De som ikke oppfyller alle "
            "kravene, står på avslagslisten med begrunnelse."
        ),
        tuple(_tasks(call.routine, rejections=bool(listed.rows))),
    )
    facts = tuple(_facts(furniture.words, call))
    return FormalPacket(packet, words, facts, screening_summary(call))


def _tasks(routine: FormalWords, *, rejections: bool) -> Iterator[Task]:
    if rejections:
        yield Task(
            OFFICE,
            sentence(
                "Ser etter i søknadene at det som står i protokollen om de avviste, stemmer. Er "
                "noe ført feil, rettes det i regnearket, og «make screening» kjøres igjen."
            ),
        )
    yield Task(
        OFFICE,
        sentence("Undertegner protokollen, én som har ført den og én som har sett over."),
    )
    if rejections:
        yield Task(
            OFFICE,
            sentence(
                "Sender hver avvist søker sin egen begrunnelse. Teksten i mappen «begrunnelser» "
                "kan limes inn i brevet."
            ),
        )
        yield Task(OFFICE, routine.reading_in)
    yield Task(OFFICE, routine.next_step)


def _facts(words: Words, call: ScreenedCall) -> Iterator[tuple[str, str]]:
    found, rules = counts(call), call.rules
    yield words.say("Søknader mottatt"), str(found.received)
    yield words.say("Trukket før vurderingen"), str(found.withdrawn)
    yield words.say("Oppfyller alle kravene"), _eligible(words, call)
    yield words.say("Avvist på formelle krav"), str(found.rejected)
    if rules.deadline and "F1" in rules.criteria:
        yield words.say("Frist"), in_its_zone(words, rules.deadline)
    omitted = left_out(words, rules, call.routine.criteria)
    if omitted:
        yield words.say("Krav som ikke er stilt"), ", ".join(omitted)


def _eligible(words: Words, call: ScreenedCall) -> str:
    """Count those that fail nothing, and tell how many of them are gone since."""
    eligible = counts(call).eligible
    since = sum(
        one.project_number in call.passed and bool(one.withdrawn_from) for one in call.applications
    )
    if not since:
        return str(eligible)
    return words.plural(
        "{eligible}, men {count} av dem er trukket siden",
        "{eligible}, men {count} av dem er trukket siden",
        since,
        eligible=eligible,
    )
