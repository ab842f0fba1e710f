"""Read a PDF's structure as a screen reader does: one line for each element, indented."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

Tree = Any


def read_aloud(pdf: bytes) -> list[str]:
    """Return the elements of the PDF's structure with what each of them says."""
    reader = PdfReader(io.BytesIO(pdf))
    said = [shown(reader, page)[0] for page in reader.pages]
    pages = [page.indirect_reference for page in reader.pages]
    top = reader.root_object["/StructTreeRoot"]["/K"][0].get_object()  # type: ignore[index]
    return list(_lines(top, 0, said, pages))


def shown(reader: PdfReader, page: Any) -> tuple[dict[int, str], list[str]]:  # noqa: ANN401
    """Return the text of a page by mark, and the text of its page furniture."""
    fonts = {name: _letters(font.get_object()) for name, font in _fonts(page)}
    marked: dict[int, str] = {}
    furniture: list[str] = []
    mark, letters, outside = None, {}, False
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC":
            mark = operands[1].get("/MCID")
            outside = operands[1].get("/Type") == "/Pagination"
            marked |= {mark: ""} if mark is not None else {}
        elif operator == b"EMC":
            mark, outside = None, False
        elif operator == b"Tf":
            letters = fonts[operands[0]]
        elif operator == b"TJ":
            codes = b"".join(
                one.original_bytes for one in operands[0] if hasattr(one, "original_bytes")
            )
            text = "".join(letters[codes[at : at + 2].hex()] for at in range(0, len(codes), 2))
            if mark is None:
                assert outside, f"«{text}» is neither tagged nor page furniture"
                furniture.append(text)
            else:
                marked[mark] = marked.get(mark, "") + text
    return marked, furniture


def _fonts(page: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    yield from page["/Resources"]["/Font"].get_object().items()


def _letters(font: DictionaryObject) -> dict[str, str]:
    table = font["/ToUnicode"].get_data().decode()  # type: ignore[attr-defined]
    return {
        code: bytes.fromhex(letter).decode("utf-16-be")
        for code, letter in re.findall(r"<(\w{4})> <(\w+)>", table.split("endcodespacerange")[1])
    }


def _lines(
    element: Tree, depth: int, said: list[dict[int, str]], pages: list[Any]
) -> Iterator[str]:
    page = pages.index(element.raw_get("/Pg"))
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    parts: list[str] = []
    below: list[Tree] = []
    for kid in (one.get_object() for one in kids):
        if isinstance(kid, int):
            parts.append(said[page][kid])
        elif kid.get("/Type") == "/MCR":
            parts.append(said[pages.index(kid.raw_get("/Pg"))][kid["/MCID"]])
        elif kid.get("/Type") == "/OBJR":
            parts.append(f"({_annotation(kid['/Obj'])})")
        else:
            below.append(kid)
            parts.extend([f"[{kid['/ActualText']}]"] if "/ActualText" in kid else [])
    shown_as = element["/S"].removeprefix("/")
    about = {
        **element.get("/A", {}),
        **{key: element[key] for key in ("/Alt", "/E") if key in element},
    }
    notes = "".join(f" {key[1:]}={value}" for key, value in sorted(about.items()) if key != "/O")
    yield f"{'  ' * depth}{shown_as}{notes}{': ' if parts else ''}{''.join(parts)}"
    for kid in below:
        if "/ActualText" not in kid:
            yield from _lines(kid, depth + 1, said, pages)


def _annotation(annotation: Tree) -> str:
    """Return what a link or a field is called."""
    return str(annotation["/TU" if annotation["/Subtype"] == "/Widget" else "/Contents"])
