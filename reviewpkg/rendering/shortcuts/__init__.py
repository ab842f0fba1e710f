"""Take shortcuts through WeasyPrint: the same PDF, byte for byte, in about half of the time.

Each module here replaces a few functions of WeasyPrint, or of a library that it uses, by quicker
ones that do the same for what our pages are made of, and leaves the rest to those that it replaces.
They are made for one version of each library: with any other none of them is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Final

from reviewpkg.rendering.shortcuts.replacing import Replacement

KNOWN: Final = MappingProxyType(
    {"weasyprint": "70.0", "tinyhtml5": "2.1.0", "cssselect2": "0.10.1", "pydyf": "0.13.0"}
)
PARTS: Final = (
    "html_tree",
    "cascade",
    "lines",
    "plain_lines",
    "glyphs",
    "sizes",
    "borders",
    "flow",
    "blocks",
    "placeholders",
    "backgrounds",
    "writing",
    "page_heads",
)


@contextmanager
def shortcuts() -> Iterator[None]:
    """Let WeasyPrint take the shortcuts meanwhile, if each library is the version known."""
    ours = replacements()
    theirs = [Replacement(one.owner, one.name, vars(one.owner)[one.name]) for one in ours]
    try:
        _set(ours)
        yield
    finally:
        _set(theirs)


def _set(replacements: Iterable[Replacement]) -> None:
    for one in replacements:
        setattr(one.owner, one.name, one.by)


@cache
def replacements() -> tuple[Replacement, ...]:
    """Return what is replaced: nothing if a library is another version than the one known."""
    if any(version != import_module(name).VERSION for name, version in KNOWN.items()):
        return ()
    modules = (import_module(f"{__name__}.{part}") for part in PARTS)
    return tuple(one for module in modules for one in module.replacements())
