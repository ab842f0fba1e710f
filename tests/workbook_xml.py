"""Look into a workbook's XML, and fill in its cells as somebody at a screen would."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from html import unescape
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from reviewpkg.domain.forms import FormWorkbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FIRST, SECOND = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"


def part(workbook: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read(name).decode()


def _parsed(workbook: bytes, name: str) -> ET.Element:
    return ET.fromstring(part(workbook, name))  # noqa: S314 - our own file


def everything(workbook: bytes) -> str:
    """Return all text of all parts of a workbook, as a curious reader could find it."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return unescape("\n".join(archive.read(name).decode() for name in archive.namelist()))


def cells(workbook: bytes, name: str = FIRST) -> dict[str, str]:
    """Return every cell that holds something, by its reference; numbers as they are written."""
    shared = [
        "".join(text.text or "" for text in item.iter(f"{MAIN}t"))
        for item in _parsed(workbook, "xl/sharedStrings.xml")
    ]
    found = {}
    for cell in _parsed(workbook, name).iter(f"{MAIN}c"):
        value = cell.findtext(f"{MAIN}v")
        if value is not None:
            found[cell.get("r", "")] = shared[int(value)] if cell.get("t") == "s" else value
    return found


def unlocked(workbook: bytes) -> set[str]:
    """Return the columns of the first sheet, by letter, that have a cell one may write in."""
    styles = _parsed(workbook, "xl/styles.xml")
    open_styles = {
        str(place)
        for place, style in enumerate(styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf"))
        if any(one.get("locked") == "0" for one in style.iter(f"{MAIN}protection"))
    }
    sheet = _parsed(workbook, FIRST).iter(f"{MAIN}c")
    return {
        cell.get("r", "").rstrip("0123456789") for cell in sheet if cell.get("s") in open_styles
    }


def column(form: FormWorkbook, heading: str) -> str:
    """Return the letter of a form's column."""
    return chr(ord("A") + [one.heading for one in form.columns].index(heading))


def filled_in(workbook: bytes, values: Mapping[str, str]) -> bytes:
    """Return the workbook with these cells filled in: a value of figures as a number."""

    def fill(match: re.Match[str]) -> str:
        reference, style = match.groups()
        if reference not in values:
            return match[0]
        value = values[reference]
        if value.replace(".", "").isdigit():
            return f'<c r="{reference}" s="{style}"><v>{value}</v></c>'
        text = f"<is><t>{escape(value)}</t></is>"
        return f'<c r="{reference}" s="{style}" t="inlineStr">{text}</c>'

    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as before,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            data = before.read(name)
            if name == FIRST:
                data = re.sub(r'<c r="([A-Z]+\d+)" s="(\d+)"/>', fill, data.decode()).encode()
            after.writestr(name, data)
    return written.getvalue()
