"""Be the commands: one for every step, and those that look at a call or take in its forms."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from reviewpkg.command_line import options
from reviewpkg.command_line.click_words import speak_bokmal
from reviewpkg.command_line.delivering import explain_one, run_step, without_names
from reviewpkg.command_line.outcome import REFUSED, or_exit
from reviewpkg.command_line.progress import Progress
from reviewpkg.command_line.steps import EXPLAIN, STATUS, STEPS, Step, job_of, lacks
from reviewpkg.command_line.telling import Voice, voice_of

if TYPE_CHECKING:
    from reviewpkg.jobs.delivery import Delivery
    from reviewpkg.jobs.order import Order


class InOrder(click.Group):
    """List the commands in the order of the steps."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """Return the commands as they were added."""
        return list(self.commands)


def run(step: Step, *, redacted: bool, **ordered: Any) -> None:  # noqa: ANN401 - as it is declared
    """Run a step and say what it made."""
    (without_names if redacted else run_step)(step, **ordered)


def status(source: Path, target: Path) -> None:
    """Say what is done, what is missing, and from whom."""
    job, voice = job_of(STATUS, source), voice_of(source)
    for line in or_exit(lambda: cast("list[str]", job(source, target).lines()), voice):
        voice.tell(line)


def collect(source: Path, inbox: Path, step: str, *, replaces: bool) -> None:
    """Read filled-in forms back into the call folder's tables."""
    from reviewpkg.jobs.collect import Errand, run_collect

    voice = voice_of(source)
    told, lines = or_exit(lambda: run_collect(Errand(source, inbox, step, replaces)), voice)
    for line in told:
        voice.warn(line)
    for line in lines:
        voice.tell(line)


def verify(source: Path, target: Path) -> None:
    """Make every packet again, and say what is not as it was sealed."""
    from reviewpkg.jobs.verify import run_verify

    voice = voice_of(source)
    names = frozenset(step.name for step in STEPS)
    verdict = or_exit(lambda: run_verify(source, target, _again(source, voice), names), voice)
    for line in verdict.lines:
        voice.tell(line)
    if not verdict.holds:
        sys.exit(REFUSED)


def _again(source: Path, voice: Voice) -> Callable[[Mapping[str, object], Order], Delivery]:
    """Return what runs the step that a manifest is of."""
    from reviewpkg.problems import InputRejected, Place, Problem
    from reviewpkg.reports.verified import UNKNOWN_STEP

    def job_for(manifest: Mapping[str, object]) -> Callable[[Order], Delivery]:
        about, named = manifest.get("about"), str(manifest["step"])
        if about:
            job = job_of(EXPLAIN, source)
            return lambda order: cast("Delivery", job(order, str(about)))
        step = next((one for one in STEPS if one.name == named), None)
        if step is None or lacks(step.jobs, source):
            raise InputRejected([Problem(Place(named), UNKNOWN_STEP)])
        return job_of(step.jobs, source)

    def again(manifest: Mapping[str, object], order: Order) -> Delivery:
        # What is no format changes nothing but the manifest, where it then shows.
        formats = tuple(one for one in options.FORMATS if one in order.formats)
        with Progress(voice) as progress:
            return job_for(manifest)(replace(order, formats=formats, progress=progress))

    return again


def bundle(source: Path, target: Path) -> None:
    """Put inputs and packets into one archive for the control committee."""
    from reviewpkg.jobs.bundle import run_bundle

    voice = voice_of(source)
    names = frozenset(step.name for step in STEPS)
    for line in or_exit(lambda: run_bundle(source, target, names), voice).lines:
        voice.tell(line)


def sign(
    source: Path,
    target: Path,
    certificate: Path,
    password_file: Path | None,
    documents: tuple[str, ...],
) -> None:
    """Sign copies of the ranking lists, or of the documents named."""
    from reviewpkg.command_line.password import password_of
    from reviewpkg.jobs.signing import Errand, check_key_file, run_signing

    voice = voice_of(source)

    def signed() -> tuple[str, ...]:
        check_key_file(certificate)  # nobody writes a password for nothing
        password = password_of(password_file, voice.words)
        return run_signing(Errand(target, documents, certificate, password))

    for line in or_exit(signed, voice):
        voice.tell(line)


def _commands() -> Iterator[click.Command]:
    made = [options.SOURCE, options.TARGET, options.MADE]
    for step in STEPS:
        yield _command(
            step.name, partial(run, step), [*made, options.REDACTED, options.CLUSTER], step.about
        )
    yield _command(
        "explain",
        explain_one,
        [options.NUMBER, *made],
        "Én søknads vei gjennom rutinen, så langt utlysningen er kommet.",
    )
    yield _command(
        "collect",
        collect,
        [options.SOURCE, options.INBOX, options.ONLY_STEP, options.REPLACES],
        "Les utfylte skjemaer (PDF, xlsx, ods) inn i utlysningens tabeller.",
    )
    yield _command(
        "status",
        status,
        [options.SOURCE, options.TARGET],
        "Hva som er gjort, hva som mangler, og fra hvem.",
    )
    yield _command(
        "verify",
        verify,
        [options.SOURCE, options.TARGET],
        "Lag hver pakke på nytt og si fra om det som ikke er slik det ble forseglet.",
    )
    yield _command(
        "bundle",
        bundle,
        [options.SOURCE, options.TARGET],
        "Samle inndata og pakker i ett arkiv til kontrollutvalget.",
    )
    yield _command(
        "sign",
        sign,
        [
            options.SOURCE,
            options.TARGET,
            options.CERTIFICATE,
            options.PASSWORD_FILE,
            options.DOCUMENTS,
        ],
        "Signer rangeringslistene, eller dokumentene som er nevnt (PAdES).",
    )


def _command(
    name: str, does: Callable[..., None], params: Sequence[click.Parameter], about: str
) -> click.Command:
    return click.Command(
        name, callback=does, params=list(params), help=about, options_metavar=options.METAVAR
    )


speak_bokmal()
main = InOrder(
    commands=list(_commands()),
    help="Lag pakkene i en søknadsvurdering av regnearkene i en utlysningsmappe.",
    options_metavar=options.METAVAR,
    subcommand_metavar=f"KOMMANDO {options.METAVAR}",
    context_settings={"help_option_names": ["-h", "--help"]},
)
