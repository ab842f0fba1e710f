"""Show how many documents are printed, and how long the rest will take."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, Self

import click

from reviewpkg.command_line.telling import Voice
from reviewpkg.languages.sentence import sentence

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PLAIN_LINES: Final = 4
"""How many lines are told in all where there is no terminal to draw a bar on."""


class Progress:
    """Tell on standard error how far the printing has come: a bar on a terminal, else lines."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._on_terminal = sys.stderr.isatty()
        self._bar: ProgressBar[int] | None = None

    def __enter__(self) -> Self:
        """Begin; nothing is shown before something is printed."""
        return self

    def __exit__(self, *_what: object) -> None:
        """Leave the terminal as it was, also where the run is broken off."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)

    def __call__(self, done: int, total: int, _name: str) -> None:
        """Show that `done` of `total` are ready."""
        if not self._on_terminal:
            if done * PLAIN_LINES // total != (done - 1) * PLAIN_LINES // total:
                told = sentence("{done} av {total} PDF-er er skrevet.", done=done, total=total)
                self._voice.warn(told)
            return
        if self._bar is None:
            label = self._voice.words.retell(sentence("Skriver PDF"))
            # The bar shows the remaining time by itself.
            self._bar = click.progressbar(length=total, label=label, show_pos=True, file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(1)
