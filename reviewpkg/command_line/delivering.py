"""Run a step, say what it made, and write the call's overview anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reviewpkg.command_line.outcome import INTERRUPTED, end_with, or_exit, reason_of
from reviewpkg.command_line.progress import Progress
from reviewpkg.command_line.steps import CALL_STATE, job_of
from reviewpkg.command_line.telling import Voice, voice_of
from reviewpkg.languages.sentence import plural_sentence, sentence, warning

if TYPE_CHECKING:
    from reviewpkg.jobs.delivery import Delivery, Order

_CACHE: Final = ".cache"
_NO_CACHE: Final = "REVIEWPKG_NO_CACHE"
_WITHOUT_NAMES: Final = "uten-navn"
_WITHOUT_OVERVIEW: Final = sentence("Pakken er skrevet, men ikke oversikten over utlysningen.")


def deliver(
    step: Callable[[Order], Delivery], source: Path, target: Path, formats: tuple[str, ...]
) -> None:
    """Run a step and say what it made; end with 1 where the input or the output cannot be used."""
    from reviewpkg.jobs.delivery import Order
    from reviewpkg.rendering.kept import Kept
    from reviewpkg.rendering.pictures import drawn_by
    from reviewpkg.rendering.studio import Studio

    voice = voice_of(source)

    def waits() -> None:
        voice.warn(sentence("En annen kjøring skriver til {folder}; venter.", folder=str(target)))

    def run() -> Delivery:
        kept = Kept(None if os.environ.get(_NO_CACHE) else target / _CACHE)
        with Progress(voice) as progress, drawn_by(Studio(kept)):
            return step(Order(source, target, formats, progress, waits, kept))

    delivery = or_exit(run, voice)
    for line in delivery.told:
        voice.warn(line)
    voice.tell(
        plural_sentence(
            "{count} fil ligger i {folder}.",
            "{count} filer ligger i {folder}.",
            delivery.files,
            folder=str(delivery.folder),
        )
    )
    for line in delivery.summary:
        voice.tell(line)
    if "html" in formats:
        _write_overview(source, target, voice)


def without_names(
    step: Callable[[Order], Delivery], source: Path, target: Path, formats: tuple[str, ...]
) -> None:
    """Run a step on a copy of the call without people's names, in a folder beside the packets."""
    from reviewpkg.jobs.redaction import copy_without_names

    apart = target / _WITHOUT_NAMES
    copy = or_exit(lambda: copy_without_names(source, apart), voice_of(source))
    deliver(step, copy, apart, formats)


def _write_overview(source: Path, target: Path, voice: Voice) -> None:
    """Write the call's overview anew; the packet stands, whatever becomes of that."""
    from reviewpkg.jobs.call_index import write_call_index

    state = job_of(CALL_STATE, source)
    told: tuple[str, ...] = ()
    try:
        told = write_call_index(state(source, target), source, target)
    except OSError as error:
        refused = sentence(
            "oversikten over utlysningen kan ikke skrives til {folder}: {reason}.",
            folder=str(target),
            reason=reason_of(error),
        )
        told = (warning(refused),)
    except KeyboardInterrupt:
        voice.warn(sentence("Avbrutt. {state}", state=_WITHOUT_OVERVIEW))
        sys.exit(INTERRUPTED)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told and ends the run
        end_with(fault, _WITHOUT_OVERVIEW, voice)
    for line in told:
        voice.warn(line)
