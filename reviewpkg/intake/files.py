"""Find the files of each table in a call folder, and seal what was read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reviewpkg.intake import csv_file, workbook
from reviewpkg.intake.names import nearest, suggesting
from reviewpkg.intake.opened_before import OpenedBefore
from reviewpkg.intake.ordinary import (
    LARGEST,
    LARGEST_CSV,
    UnreadableError,
    contents,
    digest,
    name_in,
    strange,
)
from reviewpkg.intake.routine import CALL_FILE
from reviewpkg.intake.sheets import Opened
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import quoted, sentence
from reviewpkg.problems import Place, Problem, Severity

SET_ASIDE = "erstattet"
"""The folder of what was collected before and has been replaced since."""
_READERS = {".xlsx": workbook.read, ".ods": workbook.read, ".csv": csv_file.read}
_opened_before = OpenedBefore()
_WRONG_ENDING = sentence("filtypen kan ikke leses; lagre tabellen som xlsx, ods eller csv.")
_LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx"})


@dataclass(frozen=True, slots=True)
class Source:
    """Be one file that was read: its path in the call folder, SHA-256 in hex, size in bytes."""

    file: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class TableFiles:
    """Be the files of one table, each opened; `place` is the file or the folder that holds them."""

    place: Place
    opened: tuple[Opened, ...]
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]

    @property
    def missing(self) -> bool:
        """Tell whether the call folder has nothing of this table."""
        return not self.sources and not self.unread

    @property
    def unread(self) -> bool:
        """Tell whether some of the table could not be read."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Stranger:
    """Be a file that belongs to no table; `near` is the table that it may be meant as."""

    file: str
    near: str

    @property
    def right_name(self) -> str:
        """Return the name with which it would be read, blank where no name alone would do."""
        if self.file.endswith("/"):
            return self.near
        endings = [one for one in map(str.lower, Path(self.file).suffixes) if one in _READERS]
        return f"{self.near}{endings[-1]}" if endings else ""

    @property
    def problem(self) -> Problem:
        """Say that it is not used: loudly where it may have been meant to be."""
        severity = Severity.WARNING if self.near else Severity.NOTICE
        if self.file.endswith("/"):
            told = sentence("mappen hører ikke til noen tabell og er ikke brukt.")
        else:
            told = sentence("filen hører ikke til noen tabell og er ikke brukt.")
        return Problem(Place(self.file), suggesting(told, self.near), severity)


def read_source(folder: Path, path: Path, most: int = LARGEST) -> tuple[bytes, Source]:
    """Return a file's bytes and their seal; raise UnreadableError where it cannot be read."""
    data = contents(folder, path, most)
    return data, Source(name_in(folder, path), hashlib.sha256(data).hexdigest(), len(data))


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 in hex of every file in a call folder and its table folders, by path.

    It is blank for what cannot be read.
    """
    files = [path for path in sorted(folder.iterdir()) if not is_litter(path)]
    files += [
        path
        for inside in files
        if inside.is_dir() and not strange(folder, inside)
        for path in _listed(inside)
    ]
    return {name_in(folder, path): digest(folder, path) for path in files if not path.is_dir()}


def _listed(inside: Path) -> list[Path]:
    """Return what lies in a folder, nothing where it cannot be read."""
    try:
        return [path for path in sorted(inside.iterdir()) if not is_litter(path)]
    except OSError:
        return []


def open_table(folder: Path, name: str) -> TableFiles:
    """Open every file of the table `name`: `<name>.<ending>`, or all in the folder `<name>/`."""
    found = [path for path in sorted(folder.iterdir()) if _table_of(path) == name]
    entries, problems = _sound(folder, found)
    homes = [path for path in entries if path.is_dir() or _readable(path)]
    problems += [_wrong_ending(folder, path, homes) for path in entries if path not in homes]
    if len(homes) > 1:
        problems.append(_several_homes(name, homes))
        return TableFiles(_place(homes[0]), (), (), tuple(problems))
    if not homes:
        return TableFiles(Place(name), (), (), tuple(problems))
    files = homes
    if homes[0].is_dir():
        files, faults = _members(folder, homes[0])
        problems += faults
    opened, sources = [], []
    for path in files:
        try:
            data, source = read_source(folder, path, _most(path))
        except UnreadableError as error:
            problems.append(Problem(Place(name_in(folder, path)), error.sentence))
            continue
        sources.append(source)
        reader = _READERS[path.suffix.lower()]
        opened.append(_opened_before(reader, source.file, data, source.sha256))
    problems += [problem for one in opened for problem in one.problems]
    return TableFiles(_place(homes[0]), tuple(opened), tuple(sources), tuple(problems))


def _most(path: Path) -> int:
    """Return how many bytes a table's file may have."""
    return LARGEST_CSV if path.suffix.casefold() == ".csv" else LARGEST


def strangers(folder: Path, tables: Iterable[str]) -> tuple[Stranger, ...]:
    """Return the files of the call folder that belong to no table."""
    known = frozenset(tables)
    return tuple(
        Stranger(_place(path).file, nearest(path.stem, known))
        for path in sorted(folder.iterdir())
        if not is_litter(path)
        and path.name not in {CALL_FILE, SET_ASIDE}
        and _table_of(path) not in known
    )


def _table_of(path: Path) -> str:
    return (path.name if path.is_dir() else path.stem).casefold()


def _readable(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in _READERS


def _place(home: Path) -> Place:
    name = name_in(home.parent, home)
    return Place(f"{name}/" if home.is_dir() else name)


def _sound(folder: Path, paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Set apart what is a file or folder of this folder, and say what the rest is."""
    sound, problems = [], []
    for path in paths:
        if why := strange(folder, path):
            problems.append(Problem(Place(name_in(folder, path)), why))
        else:
            sound.append(path)
    return sound, problems


def _members(folder: Path, inside: Path) -> tuple[list[Path], list[Problem]]:
    """Return a table folder's files, and what lies in it that is none."""
    try:
        entries = [path for path in sorted(inside.iterdir()) if not is_litter(path)]
    except OSError:
        told = sentence("mappen kan ikke leses; sjekk tilgangen til den.")
        return [], [Problem(_place(inside), told)]
    sound, problems = _sound(folder, entries)
    # m03.xlsx before m03 (1).xlsx: a repeat is reported of the copy
    files = sorted(filter(_readable, sound), key=lambda path: (path.stem, path.suffix))
    for path in sound:
        place = Place(name_in(folder, path))
        if path.is_dir():
            told = sentence("mapper inne i en tabellmappe blir ikke lest.")
            problems.append(Problem(place, told, Severity.WARNING))
        elif not _readable(path):
            problems.append(Problem(place, _WRONG_ENDING))
    return files, problems


def is_litter(path: Path) -> bool:
    """Tell lock files and system files, which lie about in any shared folder, from tables."""
    return path.name.startswith((".", "~$")) or path.name.casefold() in _LITTER


def _wrong_ending(folder: Path, path: Path, homes: list[Path]) -> Problem:
    """Report a table that no one can read; beside one that can be read it is only not used."""
    place = Place(name_in(folder, path))
    if not homes:
        return Problem(place, _WRONG_ENDING)
    told = sentence("filen er ikke brukt; tabellen er lest fra {file}.", file=_place(homes[0]).file)
    return Problem(place, told, Severity.NOTICE)


def _several_homes(name: str, homes: list[Path]) -> Problem:
    told = sentence(
        "tabellen {name} ligger flere steder: {homes}; behold bare den som gjelder.",
        name=quoted(name),
        homes=enumerated(quoted(_place(home).file) for home in homes),
    )
    return Problem(_place(homes[0]), told)
