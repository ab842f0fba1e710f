"""Open what has come back in a folder, and tell which form each file says that it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from reviewpkg.domain.form_identity import LABEL, LABELS, FormIdentity, identity_from
from reviewpkg.intake import workbook
from reviewpkg.intake.cells import shown
from reviewpkg.intake.collecting.pdf_file import TOO_LARGE, read_fields
from reviewpkg.intake.files import is_litter
from reviewpkg.intake.ordinary import UnreadableError, contents, name_in
from reviewpkg.intake.sheets import Opened, Sheet
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import InputRejected, Place, Problem, Severity

PDF: Final = ".pdf"
_WORKBOOKS: Final = frozenset({".xlsx", ".ods"})
_NO_IDENTITY = sentence(
    "filen har ingen skjema-id, så programmet kan ikke vite hvilket skjema den er. Er den laget "
    "for hånd, legger du den selv i tabellens mappe."
)
_SEVERAL = sentence("filen har flere skjema-id-er; ett skjema skal ligge i én fil.")
_NOT_READ = sentence("filen er ikke et skjema som kan leses inn; det er PDF, xlsx og ods.")


@dataclass(frozen=True, slots=True)
class Returned:
    """Be one file that came back: which form it says it is, and its fields or its sheets."""

    file: str
    identity: FormIdentity
    data: bytes
    fields: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[Sheet, ...] = ()

    @property
    def is_pdf(self) -> bool:
        """Tell whether the answers are fields and not cells."""
        return not self.sheets


@dataclass(frozen=True, slots=True)
class Inbox:
    """Be what lies in a folder: the forms that can be told, and what is wrong with the rest."""

    forms: tuple[Returned, ...]
    problems: tuple[Problem, ...]


def open_inbox(folder: Path) -> Inbox:
    """Open every PDF and workbook in a folder; raise InputRejected where there is none."""
    try:
        paths = [path for path in sorted(folder.iterdir()) if not is_litter(path)]
    except OSError as error:
        told = sentence("mappen kan ikke leses.")
        raise InputRejected([Problem(Place(str(folder)), told)]) from error
    forms: list[Returned] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            told = sentence("mapper inne i mappen blir ikke lest.")
            place = Place(f"{name_in(folder, path)}/")
            problems.append(Problem(place, told, Severity.WARNING))
            continue
        found = _opened(folder, path)
        if isinstance(found, Returned):
            forms.append(found)
        else:
            problems += found
    if not forms and not problems:
        told = sentence("mappen har ingen skjemaer.")
        raise InputRejected([Problem(Place(str(folder)), told)])
    return Inbox(tuple(forms), tuple(problems))


def _opened(folder: Path, path: Path) -> Returned | tuple[Problem, ...]:
    file, ending = name_in(folder, path), path.suffix.casefold()
    if ending != PDF and ending not in _WORKBOOKS:
        return (Problem(Place(file), _NOT_READ),)
    try:
        data = contents(folder, path, too_large=TOO_LARGE)
    except UnreadableError as error:
        return (Problem(Place(file), error.sentence),)
    return _pdf(file, data) if ending == PDF else _workbook(file, data)


def _pdf(file: str, data: bytes) -> Returned | tuple[Problem, ...]:
    fields = read_fields(file, data)
    if isinstance(fields, Problem):
        return (fields,)
    identity = _identity(file, [fields[LABEL]] if LABEL in fields else [])
    return identity if isinstance(identity, tuple) else Returned(file, identity, data, fields)


def _workbook(file: str, data: bytes) -> Returned | tuple[Problem, ...]:
    opened = workbook.read(file, data)
    if not opened.sheets:
        return opened.problems
    identity = _identity(file, list(_told(opened)))
    if isinstance(identity, tuple):
        return identity
    return Returned(file, identity, data, sheets=opened.sheets)


def _told(opened: Opened) -> Iterator[str]:
    """Give every identity that stands in a cell of a workbook."""
    labels = {f"{label}:" for label in LABELS.values()}
    for sheet in opened.sheets:
        for cells in sheet.rows:
            for label in labels:
                yield from (one.removeprefix(label) for one in cells if one.startswith(label))


def _identity(file: str, lines: list[str]) -> FormIdentity | tuple[Problem, ...]:
    told = list(dict.fromkeys(" ".join(line.split()) for line in lines))
    if not any(told):
        return (Problem(Place(file), _NO_IDENTITY),)
    if len(told) > 1:
        return (Problem(Place(file), _SEVERAL),)
    identity = identity_from(told[0])
    return identity or (Problem(Place(file), _torn(told[0])),)


def _torn(line: str) -> Sentence:
    return sentence(
        "skjema-id-en {line} er endret og kan ikke leses; bruk skjemaet slik det ble sendt ut.",
        line=shown(line),
    )
