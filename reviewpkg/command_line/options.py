"""Declare what may be said after a command: folders, formats, how strictly."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

FORMATS: Final = ("csv", "xlsx", "html", "pdf")
METAVAR: Final = "[VALG]"
"""Where the options stand in what is said of the use of a command."""
_FOLDER: Final = "MAPPE"


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


class Folder(click.Path):
    """Read a folder's name, which is not blank."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 - as click has it
        """Return the path, or fail where nothing is named."""
        if value == "":
            self.fail("ventet en mappe, fant ingenting.", param, ctx)
        return super().convert(value, param, ctx)


def _folder(*names: str, about: str) -> click.Option:
    """Declare a folder that must be named; whether it can be used is for the job to say."""
    kind = Folder(path_type=Path, readable=False)
    return click.Option(names, type=kind, metavar=_FOLDER, required=True, help=about)


SOURCE: Final = _folder("--input", "source", about="Utlysningsmappen.")
TARGET: Final = _folder("--output", "target", about="Mappen for pakkene.")
INBOX: Final = _folder("--from", "inbox", about="Mappen med de utfylte skjemaene.")
MADE: Final = click.Option(
    ["--formats"],
    type=Formats(),
    default=FORMATS,
    help="Kommaliste av csv, xlsx, html, pdf (alle).",
)
ONLY_STEP: Final = click.Option(
    ["--step"],
    default="",
    metavar="TRINN",
    help="Ta bare imot skjemaer til dette trinnet, som 2.6.",
)
REPLACES: Final = click.Option(
    ["--replace", "replaces"],
    is_flag=True,
    help="La et skjema erstatte et som er lest inn før; det gamle blir tatt vare på.",
)
NUMBER: Final = click.Argument(["number"], metavar="PROSJEKTNUMMER")

REDACTED: Final = click.Option(
    ["--redacted"],
    is_flag=True,
    help="Lag pakken uten navn på folk og uten kommentarer, i mappen uten-navn.",
)
CLUSTER: Final = click.Option(
    ["--cluster"],
    default="",
    metavar="ADRESSE",
    help="La en dask-klynge skrive PDF-ene, som tcp://10.0.0.5:8786.",
)
CERTIFICATE: Final = click.Option(
    ["--certificate"],
    type=click.Path(path_type=Path, readable=False),
    required=True,
    metavar="FIL",
    help="PKCS #12-fil (.p12 eller .pfx) med nøkkel og sertifikat.",
)
PASSWORD_FILE: Final = click.Option(
    ["--password-file"],
    type=click.Path(path_type=Path, readable=False),
    metavar="FIL",
    help="Fil med passordet på første linje; ellers blir det spurt om.",
)
DOCUMENTS: Final = click.Argument(["documents"], metavar="[DOKUMENT]...", nargs=-1)
