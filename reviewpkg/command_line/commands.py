"""Be the commands: one for every step, and those that look at a call or take in its forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from reviewpkg.command_line import options
from reviewpkg.command_line.click_words import speak_bokmal
from reviewpkg.command_line.delivering import deliver
from reviewpkg.command_line.outcome import or_exit
from reviewpkg.command_line.steps import EXPLAIN, STATUS, STEPS, Step, job_of
from reviewpkg.command_line.telling import voice_of

if TYPE_CHECKING:
    from reviewpkg.jobs.delivery import Delivery


class InOrder(click.Group):
    """List the commands in the order of the steps."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """Return the commands as they were added."""
        return list(self.commands)


def run(step: Step, source: Path, target: Path, formats: tuple[str, ...]) -> None:
    """Run a step and say what it made."""
    deliver(job_of(step.jobs, source), source, target, formats)


def explain(number: str, source: Path, target: Path, formats: tuple[str, ...]) -> None:
    """Tell one application's way through the procedure."""
    job = job_of(EXPLAIN, source)
    deliver(lambda order: cast("Delivery", job(order, number)), source, target, formats)


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


def _commands() -> Iterator[click.Command]:
    made = [options.SOURCE, options.TARGET, options.MADE]
    for step in STEPS:
        yield _command(step.name, partial(run, step), made, step.about)
    yield _command(
        "explain",
        explain,
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
