from __future__ import annotations

import re

import numpy as np
import zxingcpp

from reviewpkg.rendering.qr_code import qr_code

TEXT = "dam-forskning-2019 2.6 rangeringsskjema-ks-par-p03 1a2b3c4d-5e6f7a8b"
STEP = re.compile(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?")


def read_by_camera(svg: str, scale: int = 4) -> str:
    """Return what a reader of codes sees in the drawing."""
    (size,) = set(re.findall(r'viewBox="0 0 (\d+) \1"', svg))
    picture = np.full((int(size) * scale, int(size) * scale), 255, dtype=np.uint8)
    (path,) = re.findall(r'stroke="#000" d="([^"]+)"', svg)
    x = y = 0.0
    for letter, first, second in STEP.findall(path):
        if letter == "h":
            top, left, length = int(y - 0.5) * scale, int(x) * scale, int(first) * scale
            picture[top : top + scale, left : left + length] = 0
            x += float(first)
        elif letter == "m":
            x, y = x + float(first), y + float(second)
        else:
            x, y = float(first), float(second)
    (found,) = zxingcpp.read_barcodes(picture)
    return str(found.text)


def test_a_camera_reads_the_text_back() -> None:
    assert read_by_camera(qr_code(TEXT, "Skjema-id")) == TEXT
    assert (
        read_by_camera(qr_code("Høst 2019 2.6 æøå 1a-2b", "Skjema-id")) == "Høst 2019 2.6 æøå 1a-2b"
    )


def test_the_picture_is_the_same_each_time_and_says_what_it_says() -> None:
    drawn = qr_code(TEXT, "Skjema-id <b>")
    assert drawn == qr_code(TEXT, "Skjema-id <b>")
    assert "<title>Skjema-id &lt;b&gt;</title>" in drawn
