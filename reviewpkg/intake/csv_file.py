"""Read a CSV file as staff get it: any usual separator, UTF-8, UTF-16 or Windows-1252.

Python's own reader takes a bare quotation mark (17" screen), rows of unequal length and old line
ends as spreadsheet programs do, where Polars' refuses the file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from reviewpkg.intake.cells import shown
from reviewpkg.intake.kinds import UTF_16, Kind, refusal
from reviewpkg.intake.sheet_parts import MOST_COLUMNS, TooLargeError
from reviewpkg.intake.sheets import Cells, Opened, Sheet, refused
from reviewpkg.languages.sentence import Sentence, sentence

_SEPARATORS = (";", "\t", ",")
_NAMED_SEPARATOR = re.compile(r'"?sep=([;,\t|])"?[;,\t|]*(?:\r\n|\r|\n)', re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
# What the UTF-8 of Norwegian letters becomes when it is read as Windows-1252
_READ_TWICE = tuple(letter.encode().decode("cp1252") for letter in "æøåÆØÅéö")
_QUOTES = sentence(
    'anførselstegnene (") går ikke opp; et anførselstegn inne i en celle må skrives dobbelt, og '
    "hele cellen stå i anførselstegn."
)
_TOO_LARGE = sentence("filen har flere rader eller kolonner enn noen tabell; slett de overflødige.")
_TOO_LONG = sentence("raden har en celle med mer tekst enn et regneark tar imot; kort den ned.")
_LONG_CELL = "field larger"
MOST_ROWS = 1_000_000
"""Room for a national call of 300,000 applications with three grades each."""
_MOST_CELLS = 10_000_000
"""Empty ones included."""
_LAST_ROW = 2**20
"""Of a spreadsheet program, empty ones included."""


def read(file: str, data: bytes) -> Opened:
    """Return the file's one sheet; row numbers are those that a spreadsheet program shows."""
    fault = refusal("csv", data, Kind.TEXT)
    if fault:
        return refused(file, fault)
    text = _decoded(data)
    if text is None:
        return refused(
            file,
            sentence(
                "tegnene er verken UTF-8 eller Windows-1252; lagre filen på nytt som CSV UTF-8."
            ),
        )
    if any(pair in text for pair in _READ_TWICE):
        return refused(
            file,
            sentence(
                "noen rader er UTF-8 og andre Windows-1252, så navn med æ, ø og å blir feil; lagre "
                "filen på nytt som CSV UTF-8."
            ),
        )
    separator, text = _separator(text)
    rows: list[Cells] = []
    try:
        for cells in _rows(
            csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        ):
            rows.append(cells)  # noqa: PERF402 - rows so far count
    except TooLargeError:
        return refused(file, _TOO_LARGE)
    except csv.Error as error:
        closed = text.count('"') % 2 == 0
        said = _TOO_LONG if closed and str(error).startswith(_LONG_CELL) else _QUOTES
        return refused(file, said, row=len(rows) + 1)
    return Opened(sheets=(Sheet(file, "", tuple(rows), row_faults=_shifted(rows, separator)),))


def _rows(reader: Iterable[list[str]]) -> Iterator[Cells]:
    """Give the rows; raise TooLargeError where there are more of them than in any table."""
    filled = cells = 0
    for number, row in enumerate(reader, start=1):
        texts = tuple(cell.strip() for cell in row[:MOST_COLUMNS])
        filled += any(texts)
        cells += len(texts)
        beyond = any(cell.strip() for cell in row[MOST_COLUMNS:])
        if beyond or filled > MOST_ROWS or cells > _MOST_CELLS or number > _LAST_ROW:
            raise TooLargeError
        yield texts


def _decoded(data: bytes) -> str | None:
    encodings = ("utf-16",) if data.startswith(UTF_16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _separator(text: str) -> tuple[str, str]:
    """Return the separator, and the text without a line that only names it.

    Such a line (`sep=;`) is no row: spreadsheet programs obey it and show the next one as row 1.
    """
    named = _NAMED_SEPARATOR.match(text)
    if named:
        return named[1], text[named.end() :]
    lines = io.StringIO(text, newline=None)
    first = next((line for line in lines if line.strip(" \n" + "".join(_SEPARATORS))), "")
    headings = _QUOTED.sub("", first)
    return max(_SEPARATORS, key=headings.count), text


def _shifted(rows: Sequence[Cells], separator: str) -> dict[int, Sentence]:
    """Say which rows have more cells than the headings: an unquoted separator has shifted them.

    In a file with commas that holds even where the last cell is blank, since 5,5 may have been cut
    in two; separators at the end of every row alike are harmless.
    """
    filled = [(number, cells) for number, cells in enumerate(rows, start=1) if any(cells)]
    if not filled:
        return {}
    (_, headings), *data = filled
    width = longest = len(headings)
    if separator == ",":
        width = max(place for place, heading in enumerate(headings, start=1) if heading)
    if separator != "," or len({len(cells) for _, cells in data}) == 1:
        longest = max(map(len, rows))
    faults = {}
    for number, cells in data:
        beyond = [cell for cell in cells[width:] if cell]
        if beyond or len(cells) > longest:
            faults[number] = _too_many_cells(beyond)
    return faults


def _too_many_cells(beyond: Sequence[str]) -> Sentence:
    if not beyond:
        return sentence(
            "raden har flere celler enn overskriftsraden; en celle med skilletegn i må stå i "
            "anførselstegn."
        )
    return sentence(
        "raden har flere celler enn overskriftsraden ({extra} er til overs); en celle med "
        "skilletegn i må stå i anførselstegn.",
        extra=shown(beyond[0]),
    )
