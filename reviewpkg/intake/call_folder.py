"""Read one table of a call folder after another, and keep every source and problem on the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from reviewpkg.domain import tables
from reviewpkg.domain.headings import heading_told
from reviewpkg.domain.tables import Table
from reviewpkg.intake.files import Source, Stranger, open_table, read_source, strangers
from reviewpkg.intake.ordinary import LARGEST_CALL, UnreadableError
from reviewpkg.intake.routine import CALL_FILE
from reviewpkg.intake.rows import Rows, read_rows
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, quoted, sentence
from reviewpkg.problems import InputRejected, Place, Problem

LATER_TABLES = (
    "brukerkarakterer",
    "samlet",
    "brukersamlet",
    "plenum1",
    "tilleggsvurdering",
    "brukertillegg",
    "plenum2",
    "rangering",
    "brukerrangering",
    "lederbeslutning",
)
_OF_ROUND_1 = (tables.APPLICATIONS, tables.COMMITTEE, tables.USER_REPRESENTATIVES, tables.CONFLICTS)
TWO_ROUND_TABLES = (*(table.name for table in _OF_ROUND_1), "karakterer", *LATER_TABLES)

R = TypeVar("R")


def opened(folder: Path, names: Iterable[str] = TWO_ROUND_TABLES) -> CallFolder | InputRejected:
    """Open a call folder whose tables may have these names."""
    if not folder.is_dir():
        return InputRejected([Problem(Place(str(folder)), sentence("mappen finnes ikke."))])
    try:
        return CallFolder(folder, names)
    except OSError:
        return InputRejected([Problem(Place(str(folder)), sentence("mappen kan ikke leses."))])


class CallFolder:
    """Be a call folder while it is read; `missing` names the tables that it does not have."""

    def __init__(self, folder: Path, names: Iterable[str] = TWO_ROUND_TABLES) -> None:
        self._folder = folder
        self._strangers = list(strangers(folder, names))
        self.sources: list[Source] = []
        self.problems: list[Problem] = []
        self.missing: list[str] = []

    def call(self, read: Callable[[bytes], R], without: R) -> R:
        """Read the call file; return `without` where there is none, which is a fault."""
        try:
            data, source = read_source(self._folder, self._folder / CALL_FILE, LARGEST_CALL)
        except UnreadableError as error:
            there = os.path.lexists(self._folder / CALL_FILE)
            why = Problem(Place(CALL_FILE), error.sentence)
            self.problems.append(why if there else self._no_call())
            return without
        self.sources.append(source)
        return read(data)

    def _no_call(self) -> Problem:
        """Say that the call file is missing, and which stranger may be it, as `call.toml.txt`."""
        start = CALL_FILE.partition(".")[0]
        meant = next(
            (one for one in self._strangers if one.file.casefold().startswith(start)), None
        )
        if meant is None:
            return Problem(Place(CALL_FILE), sentence("filen mangler eller kan ikke leses."))
        self._strangers.remove(meant)
        told = sentence(
            "filen mangler. Er det {file}? Gi den i så fall navnet {name}.",
            file=quoted(meant.file),
            name=CALL_FILE,
        )
        return Problem(Place(CALL_FILE), told)

    def table(self, table: Table, *, required: bool) -> Rows:
        """Read a table; a missing one has no rows, which is a fault where it is required."""
        files = open_table(self._folder, table.name)
        rows = read_rows(table, files)
        self.sources += files.sources
        self.problems += rows.problems
        if rows.missing:
            self.missing.append(table.name)
            if required:
                self.problems.append(self._missing(table))
        return rows

    def _missing(self, table: Table) -> Problem:
        """Say that a table is missing, and which stranger may be it; that one is then explained."""
        meant = next((one for one in self._strangers if one.near == table.name), None)
        if meant is not None:
            self._strangers.remove(meant)
            return Problem(Place(table.name), _by_another_name(table, meant))
        headings = (heading_told(one.heading) for one in table.columns if not one.optional)
        told = sentence(
            "tabellen mangler; ventet {name}.xlsx, .ods eller .csv, eller mappen {name}/, med "
            "kolonnene {headings}.",
            name=table.name,
            headings=enumerated(map(quoted, headings)),
        )
        return Problem(Place(table.name), told)

    def unused(self) -> Iterator[Problem]:
        """Notice the files that are not used."""
        return (stranger.problem for stranger in self._strangers)


def _by_another_name(table: Table, meant: Stranger) -> Sentence:
    """Say that a table is missing, and how the file that may be it comes to be read."""
    if meant.right_name:
        return sentence(
            "tabellen mangler. Er det {file}? Gi den i så fall navnet {name}.",
            file=quoted(meant.file),
            name=meant.right_name,
        )
    return sentence(
        "tabellen mangler. Er det {file}? Lagre den i så fall som {name}.xlsx, .ods eller .csv.",
        file=quoted(meant.file),
        name=table.name,
    )
