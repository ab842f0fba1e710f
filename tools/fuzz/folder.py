"""Hold a call folder in memory, so that it can be changed and written any number of times."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass
from pathlib import Path
from random import Random

import xlsxwriter

from reviewpkg.intake import csv_file, workbook
from reviewpkg.intake.sheets import Opened

Rows = list[list[str]]
CALL_FILE = "call.toml"


@dataclass(slots=True)
class Folder:
    """Be the files of a call folder, by their path in it."""

    files: dict[str, bytes]

    @property
    def tables(self) -> list[str]:
        """Return the paths of what may be read as rows."""
        return sorted(path for path in self.files if path.endswith((".csv", ".xlsx", ".ods")))

    def rows(self, path: str) -> Rows:
        """Return a table's rows as text; none where it cannot be read any more."""
        read = csv_file.read if path.endswith(".csv") else workbook.read
        opened: Opened = read(path, self.files[path])
        return [list(cells) for cells in opened.sheets[0].rows] if opened.sheets else []

    def put(self, path: str, rows: Rows, chance: Random) -> None:
        """Write a table's rows, in the format that its name says."""
        self.files[path] = _as_csv(rows, chance) if path.endswith(".csv") else _as_xlsx(rows)

    def write(self, at: Path) -> None:
        """Write the folder; a name that the file system refuses is left out."""
        at.mkdir(parents=True)
        for path, data in self.files.items():
            target = at / path
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            except (OSError, ValueError):
                continue


def read(at: Path) -> Folder:
    """Return a call folder as it lies there."""
    found = {}
    for folder, _, names in os.walk(at):
        for name in names:
            path = Path(folder, name)
            found[path.relative_to(at).as_posix()] = path.read_bytes()
    return Folder(dict(sorted(found.items())))


def _as_csv(rows: Rows, chance: Random) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=chance.choice(";;;,\t"), lineterminator="\r\n").writerows(rows)
    encoding = chance.choice(("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16"))
    return text.getvalue().encode(encoding, "replace")


def _as_xlsx(rows: Rows) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        page = book.add_worksheet("Ark1")
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell.isdecimal() and cell.isascii() and len(cell) < len("1000000000000000"):
                    page.write_number(row, column, int(cell))
                else:
                    page.write_string(row, column, cell[:32_767])
    return data.getvalue()
