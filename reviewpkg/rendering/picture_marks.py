"""Say a drawing in fewer elements that show the same: each costs a printed page time.

What is left out are groups that change nothing, labels without letters and decimals that no one
sees. What is joined into one path are neighbours drawn alike, where it cannot matter which of
them lies on top: outlines without a filling, fillings without an outline, bars apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, groupby
from typing import Final
from xml.etree import ElementTree as ET

_LONG: Final = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")
_MOVED: Final = re.compile(r"translate\(([^,]+),([^)]+)\)")
_NOWHERE: Final = re.compile(r"translate\(-?0,-?0\)")
_CIRCLE: Final = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0")
_BAR: Final = re.compile(r"M([^a-zA-Z]+),([^a-zA-Z]+)h([^a-zA-Z]+)v([^a-zA-Z]+)h[^a-zA-Z]+Z")
_SHAPE: Final = frozenset({"d", "transform", "x2", "y2"})


def fewer(marks: str) -> str:
    """Return the marks of an SVG, namespaces left out, in fewer elements."""
    root = ET.fromstring(f"<svg>{marks}</svg>")  # noqa: S314 - drawn a moment ago
    for one in root.iter():
        for name, value in one.items():
            one.set(name, _LONG.sub(_short, value))
    _tidy(root)
    return "".join(ET.tostring(one, encoding="unicode") for one in root)


def _short(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 2):g}"


def _tidy(parent: ET.Element) -> None:
    kids = [kid for one in parent for kid in _kept(one)]
    joined = [one for _, run in groupby(kids, _alike) for one in _joined(list(run))]
    parent[:] = joined


def _kept(one: ET.Element) -> Iterator[ET.Element]:
    """Yield an element with its insides in order, or those alone, or nothing."""
    _tidy(one)
    if _NOWHERE.fullmatch(one.get("transform", "")):
        del one.attrib["transform"]
    if one.tag == "g" and not one.attrib:
        yield from one
    elif len(one) or one.text or one.tag not in {"g", "text"}:
        yield one


def _alike(one: ET.Element) -> object:
    """Return what neighbours must share to be joined; nothing else is equal to a mark alone."""
    if one.tag not in {"line", "path"} or not _path(one):
        return id(one)
    return sorted(_style(one).items())


def _joined(run: list[ET.Element]) -> list[ET.Element]:
    style = _style(run[0])
    both = style.get("fill", "none") != "none" and "stroke" in style
    if len(run) == 1 or (both and not _apart(run)):
        return run
    return [ET.Element("path", {"d": "".join(map(_path, run)), **style})]


def _style(one: ET.Element) -> dict[str, str]:
    return {name: value for name, value in one.items() if name not in _SHAPE}


def _apart(run: list[ET.Element]) -> bool:
    """Tell whether marks are bars of which no two touch."""
    boxes = [_box(one) for one in run]
    return all(
        one
        and two
        and any(a[1] + 1 < b[0] or b[1] + 1 < a[0] for a, b in zip(one, two, strict=True))
        for one, two in combinations(boxes, 2)
    )


def _box(one: ET.Element) -> list[tuple[float, float]]:
    """Return from where to where a bar goes, across and down; nothing for any other mark."""
    bar = _BAR.fullmatch(one.get("d", ""))
    if bar is None:
        return []
    left, top, wide, high = map(float, bar.groups())
    spans = ((left, left + wide), (top, top + high))
    return [(min(span), max(span)) for span in spans]


def _path(one: ET.Element) -> str:
    """Return a line, a circle or a bar as a path from where it stands; blank for any other."""
    moved = _MOVED.fullmatch(one.get("transform", "translate(0,0)"))
    if moved is None:
        return ""
    across, down = float(moved[1]), float(moved[2])
    if one.tag == "line":
        return f"M{across:g},{down:g}l{one.get('x2', '0')},{one.get('y2', '0')}"
    drawn = one.get("d", "")
    if _BAR.fullmatch(drawn) and "transform" not in one.attrib:
        return drawn
    circle = _CIRCLE.fullmatch(drawn)
    if circle is None:
        return ""
    radius = float(circle[1])
    arc = f"a{radius:g},{radius:g},0,1,1,"
    start = f"M{round(across + radius, 2):g},{down:g}"
    return f"{start}{arc}{-2 * radius:g},0{arc}{2 * radius:g},0Z"
