"""Tell whoever runs a command what there is to know: the one place where sentences are retold.

The terminal obeys nothing that stands in what is told: values and names come from anybody.
"""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import click

from reviewpkg.languages.sentence import Sentence
from reviewpkg.languages.spelled import Spelled
from reviewpkg.languages.visible import one_line
from reviewpkg.languages.words import Words


@dataclass(frozen=True, slots=True)
class Voice:
    """Speak the language of a call, on the two streams of a terminal."""

    words: Words

    def tell(self, line: str) -> None:
        """Tell what was asked for, on standard output."""
        click.echo(self.words.retell(harmless(line)))

    def warn(self, line: str) -> None:
        """Tell what somebody should look at, on standard error."""
        click.echo(self.words.retell(harmless(line)), err=True)


def harmless(line: str) -> str:
    """Return what is to be told with every value in it on one line, and nothing in it a command.

    The lines of a sentence of ours are our own; a value that has several could pass for them.
    """
    if isinstance(line, Spelled):
        return line
    if not isinstance(line, Sentence):
        return one_line(line)
    values = tuple(
        (name, harmless(value) if isinstance(value, str) else value) for name, value in line.values
    )
    return Sentence(line.message, line.more, line.number, values)


class _Patient(io.FileIO):
    """Write to whoever listens; where nobody does any more, or there is no room, to nobody."""

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - whatever has bytes
        """Return how much was written, or let go."""
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


def write_on_any_terminal() -> None:
    """Let a terminal that lacks some letters get others for them, and one that is gone stop no run.

    What a run makes and how it ends does not depend on whether anybody reads what it tells.
    """
    sys.stdout, sys.stderr = _patient(sys.stdout), _patient(sys.stderr)


def _patient(stream: TextIO | None) -> TextIO:
    """Return a stream that goes where `stream` does, or nowhere where there is none."""
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    return io.TextIOWrapper(
        io.BufferedWriter(_Patient(stream.fileno(), "w", closefd=False)),
        encoding=stream.encoding,
        errors="replace",
        line_buffering=stream.line_buffering,
    )


def voice_of(source: Path) -> Voice:
    """Return what speaks a call's language, which is bokmål where its call file says none."""
    from reviewpkg.intake.routine import language_of

    return Voice(Words(language_of(source)))
