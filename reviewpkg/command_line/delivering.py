"""Run a step, say what it made, and write the call's overview anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from reviewpkg.command_line.outcome import INTERRUPTED, end_with, or_exit, reason_of
from reviewpkg.command_line.progress import Progress
from reviewpkg.command_line.steps import CALL_STATE, EXPLAIN, job_of
from reviewpkg.command_line.telling import Voice, voice_of
from reviewpkg.languages.sentence import plural_sentence, sentence, warning

if TYPE_CHECKING:
    from reviewpkg.command_line.steps import Step
    from reviewpkg.jobs.again import Run
    from reviewpkg.jobs.delivery import Delivery
    from reviewpkg.jobs.order import Order
    from reviewpkg.jobs.said import Said
    from reviewpkg.rendering.kept import Kept

_CACHE: Final = ".cache"
_NO_CACHE: Final = "REVIEWPKG_NO_CACHE"
_WITHOUT_OVERVIEW: Final = sentence("Pakken er skrevet, men ikke oversikten over utlysningen.")


def run_step(
    step: Step, source: Path, target: Path, formats: tuple[str, ...], cluster: str
) -> None:
    """Run a step and say what it made, or that again where nothing has changed since.

    End with 1 where the input or the output cannot be used.
    """
    from reviewpkg.jobs.again import Run
    from reviewpkg.jobs.order import Order
    from reviewpkg.rendering.pictures import drawn_by
    from reviewpkg.rendering.studio import Studio

    voice, kept = voice_of(source), _kept(target)
    run = Run(step.name, source, target, formats, kept)
    with drawn_by(Studio(kept)):
        said = run.said_before()
        if said is None:
            job = job_of(step.jobs, source)
            if "pdf" in formats and step.prints and not cluster and run.is_new():
                _load_the_press()
            said = _retold(
                _made(job, Order(source, target, formats, kept=kept, cluster=cluster)).said, voice
            )
            run.said(said)
        _say(said, target / step.name, voice)
        if "html" in formats:
            _bring_overview_up_to_date(run, source, target, voice)
    kept.write()


def explain_one(number: str, source: Path, target: Path, formats: tuple[str, ...]) -> None:
    """Tell one application's way through the procedure, and say what was made of it."""
    from reviewpkg.jobs.order import Order

    job, voice = job_of(EXPLAIN, source), voice_of(source)

    def told(order: Order) -> Delivery:
        return cast("Delivery", job(order, number))

    made = _made(told, Order(source, target, formats, kept=_kept(target)))
    _say(made.said, made.folder, voice)
    if "html" in formats:
        for line in _write_overview(source, target, voice):
            voice.warn(line)


def without_names(
    step: Step, source: Path, target: Path, formats: tuple[str, ...], cluster: str
) -> None:
    """Run a step on a copy of the call without people's names, in a folder beside the packets."""
    from reviewpkg.jobs.packets import NAMELESS
    from reviewpkg.jobs.redaction import copy_without_names

    apart = target / NAMELESS
    copy = or_exit(lambda: copy_without_names(source, apart), voice_of(source))
    run_step(step, copy, apart, formats, cluster)


def _kept(target: Path) -> Kept:
    """Return what was made before, beside the packets, where it can be deleted at any time."""
    from reviewpkg.rendering.kept import Kept

    return Kept(None if os.environ.get(_NO_CACHE) else target / _CACHE)


def _load_the_press() -> None:
    """Load what prints meanwhile, where there is more than one processor to do it."""
    from reviewpkg.rendering.press import warm_up
    from reviewpkg.rendering.printer import processors

    if processors() > 1:
        warm_up()


def _made(job: Callable[[Order], Delivery], order: Order) -> Delivery:
    voice, folder = voice_of(order.source), str(order.target)

    def waits() -> None:
        voice.warn(sentence("En annen kjøring skriver til {folder}; venter.", folder=folder))

    def run() -> Delivery:
        with Progress(voice) as progress:
            return job(replace(order, progress=progress, waits=waits))

    return or_exit(run, voice)


def _retold(said: Said, voice: Voice) -> Said:
    """Return what was said in the language of the call, which does not change while it is kept."""
    told, summary = (tuple(map(voice.words.retell, lines)) for lines in (said.told, said.summary))
    return replace(said, told=told, summary=summary)


def _say(said: Said, folder: Path, voice: Voice) -> None:
    """Say what a run made, and what it noticed."""
    for line in said.told:
        voice.warn(line)
    voice.tell(
        plural_sentence(
            "{count} fil ligger i {folder}.",
            "{count} filer ligger i {folder}.",
            said.files,
            folder=str(folder),
        )
    )
    for line in said.summary:
        voice.tell(line)


def _bring_overview_up_to_date(run: Run, source: Path, target: Path, voice: Voice) -> None:
    """Write the call's overview anew if anything has changed since it was written."""
    told = run.index_said_before()
    if told is None:
        told = tuple(map(voice.words.retell, _write_overview(source, target, voice)))
        run.index_said(told)
    for line in told:
        voice.warn(line)


def _write_overview(source: Path, target: Path, voice: Voice) -> tuple[str, ...]:
    """Write the call's overview anew; the packet stands, whatever becomes of that."""
    from reviewpkg.jobs.call_index import write_call_index

    state = job_of(CALL_STATE, source)
    try:
        return write_call_index(state(source, target), source, target)
    except OSError as error:
        refused = sentence(
            "oversikten over utlysningen kan ikke skrives til {folder}: {reason}.",
            folder=str(target),
            reason=reason_of(error),
        )
        return (warning(refused),)
    except KeyboardInterrupt:
        voice.warn(sentence("Avbrutt. {state}", state=_WITHOUT_OVERVIEW))
        sys.exit(INTERRUPTED)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told and ends the run
        end_with(fault, _WITHOUT_OVERVIEW, voice)
