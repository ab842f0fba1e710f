"""Be a process that prints documents one after another, with as little memory as that takes."""

from __future__ import annotations

import gc
import signal
import tempfile
from importlib import import_module
from typing import Final

from reviewpkg.rendering.pdf import PdfJob, Printed, printed
from reviewpkg.rendering.put_off import put_off
from reviewpkg.rendering.shortcuts import replacements

_GARBAGE: Final = 60_000
"""How many objects that hold others may be left over before memory is tidied: some 20 MiB."""


def _load() -> None:
    """Load what printing loads, WeasyPrint with it, once before processes are forked."""
    put_off()
    for name in ("pdf_finish", "pdf_metadata", "pdf_tags"):
        import_module(f"reviewpkg.rendering.{name}")
    replacements()
    words = import_module("pyphen")  # keeps the Norwegian patterns, which take a tenth of a second
    words.Pyphen(lang=words.language_fallback("nb"))


_load()


def set_up(folder: str) -> None:
    """Write nothing but into `folder`, and leave out of every search what is loaded by now.

    Whoever interrupts the run interrupts the process that it works for, which ends this one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = folder
    gc.disable()
    gc.freeze()


def print_and_tidy(job: PdfJob) -> Printed:
    """Print a document, and give back the memory that it took once that is worth the time."""
    done = printed(job)
    if gc.get_count()[0] > _GARBAGE:
        gc.collect()
    return done
