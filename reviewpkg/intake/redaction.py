"""Copy a call folder without people's names, so that an example of it can be shared.

Members and pairs, which may be called after them, are numbered in the order of their ids, which
decides nothing less than it did before: the copy gives the same decisions. Names, addresses and
free text are left out; so is every column and file that no table of the routine has, for nobody
knows what stands there.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from reviewpkg.domain.conference_tables import CONFLICTED, LEAVING, PAIR, SECOND_PAIR, WHY
from reviewpkg.domain.headings import HEADINGS, every_heading
from reviewpkg.domain.tables import COMMENT, MEMBER, REASON, SUMMARY
from reviewpkg.intake.call_folder import LATER_TABLES
from reviewpkg.intake.call_syntax import BrokenSyntaxError, parsed
from reviewpkg.intake.files import open_table
from reviewpkg.intake.names import plain
from reviewpkg.intake.ordinary import LARGEST_CALL, UnreadableError, contents
from reviewpkg.intake.routine import CALL_FILE
from reviewpkg.intake.sheets import Sheet
from reviewpkg.problems import InputRejected, Place, Problem, Severity

TABLES: Final = (
    "soknader",
    "fagutvalg",
    "brukerrepresentanter",
    "inhabilitet",
    "karakterer",
    *LATER_TABLES,
    "partnere",
    "cv",
    "institusjoner",
)
LEFT_OUT: Final = "[utelatt]"
_NUMBERED: Final = (
    ("p", (MEMBER.heading, "Stedfortreder")),
    ("par", (PAIR.heading, SECOND_PAIR)),
    ("Deltaker ", ("Deltaker",)),
)
"""What stands before the numbers, and the headings that ids of one kind stand under."""
_NAME, _ADDRESS = "Navn", "E-post"
_FREE_TEXT: Final = (COMMENT.heading, REASON.heading, SUMMARY, LEAVING, CONFLICTED, WHY)
_QUOTED: Final = r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\''
_GIVEN_TEXT: Final = re.compile(rf"\b(reason|deviation)(\s*=\s*)(?:{_QUOTED})")
_REMARK: Final = re.compile(rf"({_QUOTED})|#[^\n]*")

Sheets = Mapping[str, tuple[Sheet, ...]]


Numbers = Mapping[str, Mapping[str, str]]
"""The numbers that stand for ids, by the heading that these stand under."""


def write_without_names(folder: Path, into: Path) -> None:
    """Write the copy of a call folder into an empty folder, all its tables as CSV.

    Raise InputRejected where a file cannot be read, OSError where the copy cannot be written.
    """
    call = _call(folder)
    (into / CALL_FILE).write_text(_without_remarks(call.decode("utf-8-sig")), encoding="utf-8")
    known = _known(call)
    sheets = {name: _sheets(folder, name, known) for name in TABLES}
    numbers = _numbered(sheets)
    for name, found in sheets.items():
        for number, sheet in enumerate(found, start=1):
            single = len(found) == 1
            path = into / f"{name}.csv" if single else into / name / f"{number:03}.csv"
            path.parent.mkdir(exist_ok=True)
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, delimiter=";").writerows(_rows(sheet, numbers, known))


def _call(folder: Path) -> bytes:
    """Return a call file that is TOML: of no other is it known what in it is a remark."""
    try:
        data = contents(folder, folder / CALL_FILE, LARGEST_CALL)
        parsed(data)
    except UnreadableError as error:
        raise InputRejected([Problem(Place(CALL_FILE), error.sentence)]) from error
    except BrokenSyntaxError as error:
        raise InputRejected([Problem(Place(CALL_FILE), error.told)]) from error
    return data


def _without_remarks(text: str) -> str:
    """Return a call file without what people wrote in their own words."""
    text = _REMARK.sub(lambda found: found[1] or "", text)
    text = _GIVEN_TEXT.sub(rf'\1\2"{LEFT_OUT}"', text)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def _known(call: bytes) -> Mapping[str, str]:
    """Return what each heading that may be kept is called in bokmål, by its plain form."""
    known = {_plain(said): one for one in HEADINGS for said in every_heading(one)}
    try:
        criteria = parsed(call)["grades"]["criteria"]  # type: ignore[index]
        return known | {_plain(one["label"]): one["label"] for one in criteria}
    except (KeyError, TypeError):
        return known


def _plain(heading: str) -> str:
    return plain(heading).casefold()


def _sheets(folder: Path, table: str, known: Mapping[str, str]) -> tuple[Sheet, ...]:
    """Return of each file of a table the sheet that it is read from: most headings are known."""
    files = open_table(folder, table)
    faults = [one for one in files.problems if one.severity is Severity.ERROR]
    if faults:
        raise InputRejected(faults)

    def fit(sheet: Sheet) -> tuple[int, bool]:
        return sum(_plain(cell) in known for cell in sheet.header()[1]), not sheet.hidden

    return tuple(max(one.sheets, key=fit) for one in files.opened if one.sheets)


def _numbered(sheets: Sheets) -> Numbers:
    """Give all ids numbers, so that the numbers sort as the ids do."""
    every = [sheet for found in sheets.values() for sheet in found]
    numbers: dict[str, Mapping[str, str]] = {}
    for start, headings in _NUMBERED:
        ids = sorted({one for sheet in every for one in _column(sheet, headings)})
        width = len(str(len(ids)))
        told = {one: f"{start}{number:0{width}}" for number, one in enumerate(ids, start=1)}
        numbers |= dict.fromkeys(headings, told)
    return numbers


def _column(sheet: Sheet, headings: Iterable[str]) -> Iterator[str]:
    """Give what stands under any of the headings, plain, where anything does."""
    wanted = {_plain(said) for heading in headings for said in every_heading(heading)}
    row, header = sheet.header()
    places = [place for place, cell in enumerate(header) if _plain(cell) in wanted]
    for number, cells in sheet.filled_rows():
        yield from (plain(cells[at]) for at in places if number > row and plain(cells[at]))


def _rows(sheet: Sheet, numbers: Numbers, known: Mapping[str, str]) -> Iterator[list[str]]:
    row, header = sheet.header()
    kept = [(at, known[_plain(cell)]) for at, cell in enumerate(header) if _plain(cell) in known]
    yield [heading for _, heading in kept]
    own = next((at for at, heading in kept if heading == MEMBER.heading), None)
    for number, cells in sheet.filled_rows():
        if number > row:
            member = numbers[MEMBER.heading].get(plain(cells[own]), "") if own is not None else ""
            yield [_shown(heading, cells[at], member, numbers) for at, heading in kept]


def _shown(heading: str, cell: str, member: str, numbers: Numbers) -> str:
    """Return what a cell of the copy holds; `member` is the number of whom its row is about."""
    if not cell:
        return ""
    if heading in numbers:
        return numbers[heading].get(plain(cell), "")
    if heading == _NAME:
        return f"Person {member}"
    if heading == _ADDRESS:
        return ""
    return LEFT_OUT if heading in _FREE_TEXT else cell
