"""Tell whoever runs a command what there is to know: the one place where sentences are retold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from reviewpkg.languages.words import Words


@dataclass(frozen=True, slots=True)
class Voice:
    """Speak the language of a call, on the two streams of a terminal."""

    words: Words

    def tell(self, line: str) -> None:
        """Tell what was asked for, on standard output."""
        click.echo(self.words.retell(line))

    def warn(self, line: str) -> None:
        """Tell what somebody should look at, on standard error."""
        click.echo(self.words.retell(line), err=True)


def voice_of(source: Path) -> Voice:
    """Return what speaks a call's language, which is bokmål where its call file says none."""
    from reviewpkg.intake.routine import language_of

    return Voice(Words(language_of(source)))
