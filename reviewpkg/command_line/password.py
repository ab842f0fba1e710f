"""Get the password to a key: from a file, or from whoever sits at the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from reviewpkg.languages.sentence import sentence
from reviewpkg.languages.words import Words
from reviewpkg.problems import InputRejected, Place, Problem

_OPTION: Final = "--password-file"
_ASKED: Final = sentence("Passordet til nøkkelen")
_NO_FILE: Final = sentence(
    "filen med passordet kan ikke leses; ventet en tekstfil i UTF-8 med passordet på første linje."
)
_NOBODY_TO_ASK: Final = sentence(
    "passordet er ikke gitt, og her er ingen terminal å spørre i; legg det i en fil og nevn den."
)
_NOT_GIVEN: Final = sentence("passordet ble ikke skrevet; kjør igjen, eller legg det i en fil.")


def password_of(file: Path | None, words: Words) -> str:
    """Return the first line of a file, or what is written at the terminal where none is named.

    Raise InputRejected where the file cannot be read or nobody answers; KeyboardInterrupt where
    whoever is asked breaks off.
    """
    if file:
        try:
            return file.read_text(encoding="utf-8").partition("\n")[0].strip("\r")
        except (OSError, UnicodeDecodeError) as fault:
            raise InputRejected([Problem(Place(str(file)), _NO_FILE)]) from fault
    if not sys.stdin.isatty():
        raise InputRejected([Problem(Place(_OPTION), _NOBODY_TO_ASK)])
    try:
        asked = words.retell(_ASKED)
        return str(click.prompt(asked, hide_input=True, default="", show_default=False))
    except click.Abort as ended:
        if isinstance(ended.__context__, EOFError):
            raise InputRejected([Problem(Place(_OPTION), _NOT_GIVEN)]) from ended
        raise KeyboardInterrupt from ended
