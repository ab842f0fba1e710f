"""Generate the packets of a review from a call folder of spreadsheets."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from reviewpkg.jobs.delivery import Delivery, Order

FORMATS = ("csv", "xlsx", "html", "pdf")
PLAIN_LINES = 4
FAULT_IN_PROGRAM = 70
T = TypeVar("T")


class Formats(click.ParamType[tuple[str, ...]]):
    """Read a comma list of formats."""

    name = "formater"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the formats named, each once, or fail with the ones there are."""
        if isinstance(value, tuple):
            return value
        named = tuple(part.strip().lower() for part in str(value).split(",") if part.strip())
        if not named or any(name not in FORMATS for name in named):
            self.fail(f"ventet en kommaliste av {', '.join(FORMATS)}, fant «{value}».", param, ctx)
        return tuple(name for name in FORMATS if name in named)


class Progress:
    """Show on standard error how many documents are printed: a bar on a terminal, else lines."""

    def __init__(self) -> None:
        self._on_terminal = sys.stderr.isatty()
        self._bar: ProgressBar[int] | None = None

    def __call__(self, done: int, total: int, _name: str) -> None:
        """Show that `done` of `total` are ready."""
        if not self._on_terminal:
            if done * PLAIN_LINES // total != (done - 1) * PLAIN_LINES // total:
                click.echo(f"{done} av {total} PDF-er er skrevet.", err=True)
            return
        if self._bar is None:
            self._bar = click.progressbar(
                length=total, label="Skriver PDF", show_pos=True, file=sys.stderr
            )
            self._bar.__enter__()
        self._bar.update(1)
        if done == total:
            self._bar.__exit__(None, None, None)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Lag pakkene i en søknadsvurdering av regnearkene i en utlysningsmappe."""


_source = click.option(
    "--input", "source", type=click.Path(path_type=Path), required=True, help="Utlysningsmappen."
)
_target = click.option(
    "--output", "target", type=click.Path(path_type=Path), required=True, help="Mappen for pakkene."
)
_formats = click.option(
    "--formats", type=Formats(), default=FORMATS, help="Kommaliste av csv, xlsx, html, pdf (alle)."
)


@main.command()
@_source
@_target
@_formats
def forms(source: Path, target: Path, formats: tuple[str, ...]) -> None:
    """Trinn 1.1: et karakterskjema til hvert medlem."""
    from reviewpkg.jobs.round_1 import run_forms

    _deliver(run_forms, source, target, formats)


@main.command()
@_source
@_target
@_formats
def round1(source: Path, target: Path, formats: tuple[str, ...]) -> None:
    """Trinn 1.2–1.4: utvelgelse, avslag 1 og skjemaer til brukerrepresentanter og par."""
    from reviewpkg.jobs.round_1 import run_round_1

    _deliver(run_round_1, source, target, formats)


@main.command()
@_source
@_target
def status(source: Path, target: Path) -> None:
    """Hva som er gjort, hva som mangler, og fra hvem."""
    from reviewpkg.jobs.status import run_status

    for line in _or_exit(lambda: run_status(source, target).lines()):
        click.echo(line)


def _deliver(
    step: Callable[[Order], Delivery], source: Path, target: Path, formats: tuple[str, ...]
) -> None:
    """Run a step and say what it made; exit with 1 where the input or the output cannot be used."""
    from reviewpkg.jobs.delivery import Order

    delivery = _or_exit(lambda: step(Order(source, target, formats, Progress())))
    for warning in delivery.told:
        click.echo(warning, err=True)
    for line in delivery.summary:
        click.echo(line)
    click.echo(f"{delivery.files} filer ligger i {delivery.folder}.")


def _or_exit(job: Callable[[], T]) -> T:
    from reviewpkg.problems import InputRejected, sentences

    try:
        return job()
    except InputRejected as rejected:
        lines = sentences(rejected.problems)
        for line in lines:
            click.echo(line, err=True)
        click.echo(f"Ingenting er skrevet. Rett opp og kjør igjen ({len(lines)} funn).", err=True)
    except OSError as error:
        place = error.filename or "mappen"
        click.echo(f"Pakken kan ikke skrives til {place}: {error.strerror}.", err=True)
    except Exception as fault:
        if os.environ.get("REVIEWPKG_DEBUG"):
            raise
        click.echo(f"Feil i programmet: {type(fault).__name__}: {fault}", err=True)
        click.echo("Ingenting er skrevet. Med REVIEWPKG_DEBUG=1 vises hvor feilen er.", err=True)
        sys.exit(FAULT_IN_PROGRAM)
    sys.exit(1)


if __name__ == "__main__":
    main()
