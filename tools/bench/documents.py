"""Lay the demonstration's documents out for each program that is to print them."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.bench.typst_markup import typst_of

ROOT: Final = Path(__file__).resolve().parents[2]
FONTS: Final = ROOT / "templates" / "fonts"
PAGE: Final = Path(__file__).with_name("page.typ")
OURS, CHROMIUM, TYPST = "html", "chromium", "typst"
_PART: Final = re.compile(r"<span[^>]*>(.*?)</span>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]+>")
_FACES: Final = (("Regular", 400, "normal"), ("Italic", 400, "italic"), ("Semibold", 600, "normal"))


def printed_pages(packets: Path, steps: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Give the HTML of each document that was printed in these steps, with a name of its own."""
    for step in steps:
        for page in sorted((packets / step).rglob("*.html")):
            if page.with_suffix(".pdf").exists():
                yield "-".join((step, *page.relative_to(packets / step).parts)), page


def lay_out(pages: Iterator[tuple[str, Path]], folder: Path) -> int:
    """Write the documents for each program into folders of their own; return how many there are."""
    for kind in (OURS, CHROMIUM, TYPST):
        (folder / kind).mkdir(parents=True)
    shutil.copy(PAGE, folder / TYPST)
    count = 0
    for name, page in pages:
        text = page.read_text(encoding="utf-8")
        (folder / OURS / name).write_text(text, encoding="utf-8")
        (folder / CHROMIUM / name).write_text(for_chromium(text), encoding="utf-8")
        (folder / TYPST / name).with_suffix(".typ").write_text(typst_of(text), encoding="utf-8")
        count += 1
    return count


def for_chromium(page: str) -> str:
    """Return a page with our fonts, and with its head and foot in the margins as Chromium can.

    It knows no running elements, so what stands in them is written into the page's boxes instead.
    """
    head, foot = (_parts(page, tag) for tag in ("header", "footer"))
    boxes = {"top-left": head[0], "top-center": head[1], "top-right": head[2]}
    boxes |= {"bottom-left": foot[0], "bottom-center": foot[1]}
    contents = {place: _quoted(text) for place, text in boxes.items()}
    contents["bottom-right"] = '"Side " counter(page) " av " counter(pages)'
    rules = "".join(
        f"@{place} {{ content: {content}; font: 7.5pt/1.3 'Reviewpkg Sans'; color: #444 }}\n"
        for place, content in contents.items()
    )
    faces = "".join(
        f"@font-face {{ font-family: 'Reviewpkg Sans'; font-weight: {weight};"
        f" font-style: {style}; src: url('{(FONTS / f'ReviewpkgSans-{name}.ttf').as_uri()}') }}\n"
        for name, weight, style in _FACES
    )
    hidden = ".page-head, .page-foot { display: none }"
    return page.replace("</style>", f"</style><style>{faces}@page {{ {rules} }}{hidden}</style>", 1)


def _parts(page: str, tag: str) -> list[str]:
    inside = page.partition(f"<{tag} class=")[2].partition(f"</{tag}>")[0]
    return [html.unescape(_TAG.sub("", part)) for part in _PART.findall(inside)]


def _quoted(text: str) -> str:
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
