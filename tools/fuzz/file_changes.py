"""Change files: their names, their bytes, and the call file's lines."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from random import Random

from tools.fuzz.folder import CALL_FILE, Folder
from tools.fuzz.values import odd, slipped

_NAMES = ("soknader", "fagutvalg", "karakterer", "samlet", "plenum1", "rangering", "noe annet")
_ENDINGS = (".csv", ".xlsx", ".ods", ".xls", ".txt", "", ".CSV", " (1).csv", ".csv.csv")
_NUMBERS = ("0", "1", "-1", "7", "0.5", "1_000", "10000000000", "nan", "2019-11-20")
_ADDED = (
    '[[adjustments]]\nproject = "{odd}"\ndecision = "selected"\nreason = "r"',
    '[[adjustments]]\narea = "KS"\nfield = "minimum"\nvalue = {number}\nreason = "r"',
    "ranking_pool = {{ first = {number}, last = {number} }}",
    "[screening]\namount_min = {number}\namount_max = {number}",
    'language = "{odd}"',
    'language = "nn"',
    'language = "en"',
    "{odd} = {number}",
)


def damaged_bytes(data: bytes, chance: Random) -> bytes:
    """Return bytes with some of them changed, left out, doubled or exchanged."""
    at = chance.randrange(len(data) + 1)
    length = chance.choice((0, 1, 2, 8, 100, 10_000))
    noise = chance.randbytes(chance.choice((0, 1, 4, 50)))
    return chance.choice((
        data[:at] + noise + data[at + length :],
        data[:at],
        data[:at] + data[at : at + length] + data[at:],
        data[:at] + bytes(reversed(data[at : at + length])) + data[at + length :],
    ))  # fmt: skip


def damaged_file(folder: Folder, chance: Random) -> str:
    """Damage a file as a disk or a mail program does."""
    path = chance.choice(list(folder.files))
    folder.files[path] = damaged_bytes(folder.files[path], chance)
    return f"damage in {path}"


def damaged_part(folder: Folder, chance: Random) -> str:
    """Damage a part of a workbook inside its archive, which stays whole."""
    books = [path for path in folder.tables if path.endswith(".xlsx")]
    if not books:
        return "nothing"
    path = chance.choice(books)
    packed = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(folder.files[path])) as before,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
        ):
            names = before.namelist()
            chosen = chance.choice([name for name in names if name.startswith("xl/")] or names)
            for name in names:
                data = before.read(name)
                after.writestr(name, _part(data, chance) if name == chosen else data)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError, IndexError):
        return "nothing"
    folder.files[path] = packed.getvalue()
    return f"damage in {chosen} of {path}"


def _part(data: bytes, chance: Random) -> bytes:
    """Change an attribute, a value or a tag of XML, so that most of it is XML still."""
    tokens = re.findall(rb"<[^>]*>|[^<]+", data)
    at = chance.randrange(len(tokens))
    token = tokens[at]
    tokens[at] = chance.choice((
        b"",
        token * 2,
        re.sub(rb'"[^"]*"', f'"{odd(chance)[:50]}"'.encode("utf-8", "replace"), token, count=1),
        re.sub(rb"[0-9]+", b"%d" % chance.choice((0, 1, 99, 2**20, 2**31, 10**12)), token, count=1),
        damaged_bytes(token, chance),
    ))  # fmt: skip
    return b"".join(tokens)


def moved_file(folder: Folder, chance: Random) -> str:
    """Leave a file out, copy it, rename it, empty it or exchange it for another."""
    paths = list(folder.files)
    path, other = chance.choice(paths), chance.choice(paths)
    new = f"{chance.choice((*_NAMES, path.partition('.')[0]))}{chance.choice(_ENDINGS)}"
    new = chance.choice((new, f"{path.partition('.')[0]}/{new}", f"karakterer/{new}"))
    match chance.randrange(6):
        case 0:
            del folder.files[path]
        case 1:
            folder.files[new] = folder.files[path]
        case 2:
            folder.files[new] = folder.files.pop(path)
        case 3:
            folder.files[path] = b""
        case 4:
            folder.files[path] = folder.files[other]
        case _:
            folder.files[new] = chance.randbytes(chance.choice((0, 5, 500)))
    return f"{path}, {other} and {new} moved"


def changed_call(folder: Folder, chance: Random) -> str:
    """Change a line of the call file."""
    text = folder.files.get(CALL_FILE, b"").decode("utf-8", "replace")
    lines = text.split("\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    key, sign, value = lines[at].partition("=")
    number = chance.choice(_NUMBERS)
    added = chance.choice(_ADDED).format(odd=odd(chance)[:50], number=number)
    match chance.randrange(8):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = slipped(lines[at], chance)
        case 4:
            lines[at] = f"{key}{sign} {number}"
        case 5:
            lines[at] = f'{key}{sign} "{odd(chance)[:300]}"'
        case 6:
            lines.insert(at, added)
        case _:
            lines[at] = f"{slipped(key, chance)}{sign}{value}"
    folder.files[CALL_FILE] = "\n".join(lines).encode("utf-8", "replace")
    return f"line {at + 1} of {CALL_FILE}"
