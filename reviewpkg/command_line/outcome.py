"""Say why nothing came of it, and end with the code that tells so."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from types import MappingProxyType
from typing import Final, NoReturn, TypeVar

from reviewpkg.command_line.telling import Voice
from reviewpkg.languages.sentence import plural_sentence, sentence

REFUSED: Final = 1
WRONG_USE: Final = 2
FAULT_IN_PROGRAM: Final = 70
INTERRUPTED: Final = 130
_NO_ACCESS: Final = sentence("ingen tilgang")
_FILE_IN_THE_WAY: Final = sentence("det ligger en fil der mappen skulle vært")
_REASONS: Final = MappingProxyType(
    {
        errno.EACCES: _NO_ACCESS,
        errno.EPERM: _NO_ACCESS,
        errno.EROFS: sentence("mappen er skrivebeskyttet"),
        errno.ENOSPC: sentence("disken er full"),
        errno.EEXIST: _FILE_IN_THE_WAY,
        errno.ENOTDIR: _FILE_IN_THE_WAY,
        errno.ENOENT: sentence("mappen finnes ikke"),
    }
)
T = TypeVar("T")


def or_exit(job: Callable[[], T], voice: Voice) -> T:
    """Return what a job makes; tell why and end the run where it makes nothing."""
    from reviewpkg.problems import InputRejected, Severity, sentences

    try:
        return job()
    except InputRejected as rejected:
        for line in sentences(rejected.problems):
            voice.warn(line)
        faults = len(sentences(one for one in rejected.problems if one.severity is Severity.ERROR))
        voice.warn(
            plural_sentence(
                "Ingenting er skrevet. Rett opp og kjør igjen ({count} feil).",
                "Ingenting er skrevet. Rett opp og kjør igjen ({count} feil).",
                faults,
            )
        )
    except OSError as error:
        place = error.filename or sentence("mappen")
        told = sentence(
            "Pakken kan ikke skrives til {place}: {reason}.", place=place, reason=reason_of(error)
        )
        voice.warn(told)
    except KeyboardInterrupt:
        voice.warn(sentence("Avbrutt. Ingenting er skrevet."))
        sys.exit(INTERRUPTED)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told and ends the run
        shown = sentence("Ingenting er skrevet. Med REVIEWPKG_DEBUG=1 vises hvor feilen er.")
        end_with(fault, shown, voice)
    sys.exit(REFUSED)


def end_with(fault: Exception, state: str, voice: Voice) -> NoReturn:
    """Tell of a fault in the program, and in what `state` it leaves things; end the run."""
    if os.environ.get("REVIEWPKG_DEBUG"):
        raise fault
    name = type(fault).__name__
    voice.warn(sentence("Feil i programmet: {name}: {fault}", name=name, fault=str(fault)))
    voice.warn(state)
    sys.exit(FAULT_IN_PROGRAM)


def reason_of(error: OSError) -> str:
    """Say why a file or folder cannot be written."""
    return _REASONS.get(error.errno or 0) or str(error.strerror)
