"""Run the program within the test's own process, which saves it from starting each time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from reviewpkg.command_line.commands import main


@dataclass(frozen=True, slots=True)
class Done:
    """Be what a run said and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def generate(*words: str | Path) -> Done:
    """Run a command as somebody at a terminal would; what only a fault in it raises is raised."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)
