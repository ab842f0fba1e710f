"""Generate the packets of a review from a call folder of spreadsheets."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from reviewpkg.jobs.delivery import Delivery, Order

FORMATS = ("csv", "xlsx", "html", "pdf")
PLAIN_LINES = 4
FAULT_IN_PROGRAM = 70
INTERRUPTED = 130
REASONS = {
    errno.EACCES: "ingen tilgang",
    errno.EPERM: "ingen tilgang",
    errno.EROFS: "mappen er skrivebeskyttet",
    errno.ENOSPC: "disken er full",
    errno.EEXIST: "det ligger en fil der mappen skulle vært",
    errno.ENOTDIR: "det ligger en fil der mappen skulle vært",
    errno.ENOENT: "mappen finnes ikke",
}
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


class InOrder(click.Group):
    """List the commands in the order of the steps."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """Return the commands as they were added."""
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Lag pakkene i en søknadsvurdering av regnearkene i en utlysningsmappe."""


FOLDERS = (
    click.Option(
        ["--input", "source"],
        type=click.Path(path_type=Path, readable=False),
        required=True,
        help="Utlysningsmappen.",
    ),
    click.Option(
        ["--output", "target"],
        type=click.Path(path_type=Path, readable=False),
        required=True,
        help="Mappen for pakkene.",
    ),
)
MADE = click.Option(
    ["--formats"],
    type=Formats(),
    default=FORMATS,
    help="Kommaliste av csv, xlsx, html, pdf (alle).",
)


INBOX = (
    click.Option(
        ["--from", "inbox"],
        type=click.Path(path_type=Path, readable=False),
        required=True,
        help="Mappen med de utfylte skjemaene.",
    ),
    click.Option(["--step"], default="", help="Ta bare imot skjemaer til dette trinnet, som 2.6."),
    click.Option(
        ["--replace", "replaces"],
        is_flag=True,
        help="La et skjema erstatte et som er lest inn før; det gamle blir tatt vare på.",
    ),
)

TWO_ROUND, PANEL = "two-round", "panel"


@dataclass(frozen=True)
class StepCommand:
    """Be a step's command: its name, what it says of itself, the job that runs it by routine."""

    name: str
    about: str
    jobs: Mapping[str, str]

    def __call__(self, source: Path, target: Path, formats: tuple[str, ...]) -> None:
        """Run the step and say what it made."""
        _deliver(_job(self.jobs, source), source, target, formats)


def _job(jobs: Mapping[str, str], source: Path) -> Callable[..., Any]:
    """Load the job of the call's routine; a call that names none is for the job to refuse."""
    from reviewpkg.intake.routine import routine_of

    named = routine_of(source)
    if named in {TWO_ROUND, PANEL} and named not in jobs:
        steps = ", ".join(step.name for step in STEPS if named in step.jobs)
        message = (
            f"Trinnet finnes ikke i rutinen «{named}», som utlysningen følger. Den har {steps}."
        )
        raise click.UsageError(message)
    module, _, job = jobs.get(named, next(iter(jobs.values()))).partition(":")
    return cast("Callable[..., Any]", getattr(import_module(f"reviewpkg.jobs.{module}"), job))


STEPS = (
    StepCommand(
        "screening",
        "Trinn K1, eller før 1.1: formell vurdering og avslag på formelle krav.",
        {TWO_ROUND: "formal:run_screening", PANEL: "panel:run_screening"},
    ),
    StepCommand(
        "forms",
        "Trinn 1.1 eller K2: karakterskjemaene.",
        {TWO_ROUND: "round_1:run_forms", PANEL: "panel:run_forms"},
    ),
    StepCommand(
        "round1",
        "Trinn 1.2–1.4: utvelgelse, avslag 1 og skjemaer til brukerrepresentanter og par.",
        {TWO_ROUND: "round_1:run_round_1"},
    ),
    StepCommand(
        "joint",
        "Trinn 2.1: brukerrepresentantenes dagsorden og skjema.",
        {TWO_ROUND: "round_2:run_joint"},
    ),
    StepCommand(
        "plenary1", "Trinn 2.2: møteark til plenum 1.", {TWO_ROUND: "round_2:run_plenary_1"}
    ),
    StepCommand(
        "second-opinion",
        "Trinn 2.3: tilleggsvurderinger og brukerrepresentantenes tilleggsliste.",
        {TWO_ROUND: "round_2:run_second_opinion"},
    ),
    StepCommand(
        "plenary2", "Trinn 2.4: møteark til plenum 2.", {TWO_ROUND: "round_2:run_plenary_2"}
    ),
    StepCommand(
        "ranking",
        "Trinn 2.5: hvem som går til rangering, og skjemaene.",
        {TWO_ROUND: "round_2:run_ranking"},
    ),
    StepCommand(
        "ranking-list",
        "Trinn 2.6: rangeringslisten og e-postene.",
        {TWO_ROUND: "round_2:run_ranking_list"},
    ),
    StepCommand("panel", "Trinn K3: møtearket til ekspertpanelet.", {PANEL: "panel:run_panel"}),
    StepCommand(
        "award",
        "Trinn 2.7 eller K4: tildelingslisten eller innstillingen, og avslagene.",
        {TWO_ROUND: "round_2:run_award", PANEL: "panel:run_award"},
    ),
)


def explain(number: str, source: Path, target: Path, formats: tuple[str, ...]) -> None:
    """Tell one application's way through the procedure."""
    job = _job({TWO_ROUND: "round_2:run_explain", PANEL: "panel_explain:run_explain"}, source)
    _deliver(lambda order: cast("Delivery", job(order, number)), source, target, formats)


def status(source: Path, target: Path) -> None:
    """Say what is done, what is missing, and from whom."""
    job = _job({TWO_ROUND: "status:run_status", PANEL: "panel_status:run_status"}, source)
    for line in _or_exit(lambda: cast("list[str]", job(source, target).lines())):
        click.echo(line)


def collect(source: Path, inbox: Path, step: str, *, replaces: bool) -> None:
    """Read filled-in forms back into the call folder's tables."""
    from reviewpkg.jobs.collect import Errand, run_collect

    told, lines = _or_exit(lambda: run_collect(Errand(source, inbox, step, replaces)))
    for warning in told:
        click.echo(warning, err=True)
    for line in lines:
        click.echo(line)


def _deliver(
    step: Callable[[Order], Delivery], source: Path, target: Path, formats: tuple[str, ...]
) -> None:
    """Run a step and say what it made; exit with 1 where the input or the output cannot be used."""
    from reviewpkg.jobs.delivery import Order

    delivery = _or_exit(lambda: step(Order(source, target, formats, Progress())))
    for warning in delivery.told:
        click.echo(warning, err=True)
    files = "1 fil" if delivery.files == 1 else f"{delivery.files} filer"
    click.echo(f"{files} ligger i {delivery.folder}.")
    for line in delivery.summary:
        click.echo(line)
    if "html" in formats:
        _write_call_index(source, target)


def _write_call_index(source: Path, target: Path) -> None:
    """Write the call's overview anew; the packet stands, whatever becomes of that."""
    from reviewpkg.jobs.call_index import write_call_index

    state = _job({TWO_ROUND: "status:call_state", PANEL: "panel_status:call_state"}, source)
    try:
        told = write_call_index(state(source, target), source, target)
    except OSError as error:
        reason = REASONS.get(error.errno or 0, error.strerror)
        told = (f"Advarsel: oversikten over utlysningen kan ikke skrives til {target}: {reason}.",)
    except KeyboardInterrupt:
        click.echo("Avbrutt. Pakken er skrevet, men ikke oversikten over utlysningen.", err=True)
        sys.exit(INTERRUPTED)
    except Exception as fault:
        if os.environ.get("REVIEWPKG_DEBUG"):
            raise
        click.echo(f"Feil i programmet: {type(fault).__name__}: {fault}", err=True)
        click.echo("Pakken er skrevet, men ikke oversikten over utlysningen.", err=True)
        sys.exit(FAULT_IN_PROGRAM)
    for warning in told:
        click.echo(warning, err=True)


def _or_exit(job: Callable[[], T]) -> T:
    from reviewpkg.problems import InputRejected, Severity, sentences

    try:
        return job()
    except InputRejected as rejected:
        for line in sentences(rejected.problems):
            click.echo(line, err=True)
        faults = len(sentences(one for one in rejected.problems if one.severity is Severity.ERROR))
        found = "1 feil" if faults == 1 else f"{faults} feil"
        click.echo(f"Ingenting er skrevet. Rett opp og kjør igjen ({found}).", err=True)
    except OSError as error:
        place = error.filename or "mappen"
        reason = REASONS.get(error.errno or 0, error.strerror)
        click.echo(f"Pakken kan ikke skrives til {place}: {reason}.", err=True)
    except KeyboardInterrupt:
        click.echo("Avbrutt. Ingenting er skrevet.", err=True)
        sys.exit(INTERRUPTED)
    except Exception as fault:
        if os.environ.get("REVIEWPKG_DEBUG"):
            raise
        click.echo(f"Feil i programmet: {type(fault).__name__}: {fault}", err=True)
        click.echo("Ingenting er skrevet. Med REVIEWPKG_DEBUG=1 vises hvor feilen er.", err=True)
        sys.exit(FAULT_IN_PROGRAM)
    sys.exit(1)


def _commands() -> Iterator[click.Command]:
    for step in STEPS:
        yield click.Command(step.name, callback=step, params=[*FOLDERS, MADE], help=step.about)
    yield click.Command(
        "explain",
        callback=explain,
        params=[click.Argument(["number"], metavar="PROSJEKTNUMMER"), *FOLDERS, MADE],
        help="Én søknads vei gjennom rutinen, så langt utlysningen er kommet.",
    )
    yield click.Command(
        "collect",
        callback=collect,
        params=[FOLDERS[0], *INBOX],
        help="Les utfylte skjemaer (PDF, xlsx, ods) inn i utlysningens tabeller.",
    )
    yield click.Command(
        "status",
        callback=status,
        params=list(FOLDERS),
        help="Hva som er gjort, hva som mangler, og fra hvem.",
    )


for _command in _commands():
    main.add_command(_command)

if __name__ == "__main__":
    main()
