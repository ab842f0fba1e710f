"""Tell whoever runs a command what there is to know: the one place where sentences are retold.

The terminal obeys nothing that stands in what is told: values and names come from anybody.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

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


def write_on_any_terminal() -> None:
    """Let a terminal that lacks some letters get others for them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def voice_of(source: Path) -> Voice:
    """Return what speaks a call's language, which is bokmål where its call file says none."""
    from reviewpkg.intake.routine import language_of

    return Voice(Words(language_of(source)))
