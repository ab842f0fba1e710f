"""Run the program on a changed call, and judge what it did and said."""

from __future__ import annotations

import csv
import io
import re
import shutil
import time
import traceback
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from click.testing import CliRunner, Result

from reviewpkg.command_line.commands import main
from tools.fuzz.bases import STEPS, Base
from tools.fuzz.file_changes import changed_call, damaged_file, damaged_part, moved_file
from tools.fuzz.folder import Folder
from tools.fuzz.table_changes import change_table, crossed_tables

CHANGES: Final = (
    (10, change_table),
    (2, crossed_tables),
    (3, changed_call),
    (2, damaged_file),
    (2, damaged_part),
    (1, moved_file),
)
# In all languages, for a call may be changed into one that is held in another
REFUSED: Final = re.compile(
    r"Ingenting er skrevet\. Rett opp og kjør igjen \(\d+ feil\)\."
    r"|Ingenting er skrive\. Rett opp og køyr igjen \(\d+ feil\)\."
    r"|Nothing has been written\. Correct this and run again \(\d+ faults?\)\."
)
NO_SUCH_STEP: Final = re.compile(
    "Trinnet finnes ikke i|Trinnet finst ikkje i|There is no such step in"
)
SENTENCE: Final = re.compile(r"\S.*: .*[.?]")
# What shows when a value of the program's own is printed instead of said
SLIPPED: Final = re.compile(
    r"\bNone\b|\bNaN\b|Fraction\(|Decimal\(|<[\w.]+ object|Traceback|\bError\b|\{[a-z_]+\}"
)
QUOTED: Final = re.compile("«[^»]*»|“[^”]*”")
SLOW: Final = 30.0
"""Seconds of work."""
LEFT_BEFORE: Final = {"round1/manifest.json": b"{}", "award/decisions.csv": b"a\n", "eget": b"x"}


@dataclass(frozen=True, slots=True)
class Finding:
    """Be a run that went wrong: how the call was changed, what was run, what is wrong with it."""

    index: int
    base: str
    changes: tuple[str, ...]
    words: tuple[str, ...]
    faults: tuple[str, ...]


class Fuzzer:
    """Change calls by a seed, one run after another; any run can be had again by its index."""

    def __init__(self, bases: Sequence[Base], seed: int, at: Path) -> None:
        self._bases = bases
        self._seed = seed
        self._at = at
        self.codes: dict[int, int] = {}

    def run(self, index: int) -> Finding | None:
        """Run one changed call; return what is wrong with how it went, None where nothing is."""
        chance = Random(f"{self._seed}:{index}")
        base = chance.choice(self._bases)
        call, inbox = deepcopy(base.call), deepcopy(base.inbox)
        changed = inbox or call
        changes = tuple(_change(changed, chance) for _ in range(_how_many(chance)))
        at = self._at / "run"
        shutil.rmtree(at, ignore_errors=True)
        call.write(at / "call")
        Folder(dict(LEFT_BEFORE)).write(at / "out")
        if inbox is not None:
            inbox.write(at / "inbox")
        words = _words(base, at, chance)
        before = _contents(at)
        began = time.process_time()
        result = CliRunner().invoke(main, words)
        spent = time.process_time() - began
        self.codes[result.exit_code] = self.codes.get(result.exit_code, 0) + 1
        faults = [*_judged(result, at), *_untouched(result, before, _contents(at))]
        if spent > SLOW:
            faults.append(f"it took {spent:.0f} seconds")
        return Finding(index, base.name, changes, words, tuple(faults)) if faults else None


def _how_many(chance: Random) -> int:
    return chance.choice((1, 1, 1, 2, 2, 3, 5))


def _change(folder: Folder, chance: Random) -> str:
    if not folder.tables:
        return "nothing is left"
    (change,) = chance.choices([one for _, one in CHANGES], [weight for weight, _ in CHANGES])
    return change(folder, chance)


def _words(base: Base, at: Path, chance: Random) -> tuple[str, ...]:
    folders = ("--input", str(at / "call"), "--output", str(at / "out"))
    if base.inbox is not None:
        replace = ("--replace",) * chance.randrange(2)
        return ("collect", "--input", str(at / "call"), "--from", str(at / "inbox"), *replace)
    step = chance.choice((*STEPS[base.routine], "award", "award", "status", "explain"))
    if step == "status":
        return (step, *folders)
    number = (_number(base, chance),) if step == "explain" else ()
    return (step, *number, *folders, "--formats", "csv")


def _number(base: Base, chance: Random) -> str:
    """Return a project number, or what stands where one would."""
    path = next(path for path in base.call.tables if path.startswith("soknader"))
    return (chance.choice(base.call.rows(path)) or [""])[0] or "?"


def _contents(at: Path) -> dict[str, bytes]:
    files = (path for path in sorted(at.rglob("*")) if path.is_file())
    return {path.relative_to(at).as_posix(): path.read_bytes() for path in files}


def _judged(result: Result, at: Path) -> list[str]:
    """Say what is wrong with how a run ended and what it said."""
    fault = result.exception
    if fault is not None and not isinstance(fault, SystemExit):
        return ["".join(traceback.format_exception(fault))]
    told = result.stderr.replace("\n  ", " ")  # a sentence of ours may go on below
    lines = [line.replace(str(at), "") for line in told.splitlines()]
    if result.exit_code not in {0, 1, 2}:
        return [f"exit {result.exit_code}: {lines}"]
    if result.exit_code == 2:  # noqa: PLR2004 - the step is none of the routine that it now names
        return [] if NO_SUCH_STEP.match(told) else [f"exit 2: {lines}"]
    faults = [f"said: {line}" for line in lines if SLIPPED.search(QUOTED.sub("", line))]
    if result.exit_code == 1:
        *said, last = lines or [""]
        if not REFUSED.fullmatch(last) or not said:
            faults.append(f"refused without a word: {lines}")
    else:
        said = lines
        faults += _unreadable(at / "out")
    return faults + [f"no sentence: {line!r}" for line in said if not SENTENCE.fullmatch(line)]


def _unreadable(out: Path) -> list[str]:
    """Say which decisions are not what programs are promised."""
    faults = []
    for path in out.glob("*/decisions.csv"):
        data = path.read_bytes()
        if data == LEFT_BEFORE.get(path.relative_to(out).as_posix()):
            continue
        rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
        numbers = [row["project_number"] for row in rows]
        if len(numbers) != len(set(numbers)) or any(None in row.values() for row in rows):
            faults.append(f"{path.parent.name}/decisions.csv: {data[:300]!r}")
    return faults


def _untouched(result: Result, before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """Say what was changed by a run that should have changed nothing."""
    if result.exit_code == 0:
        return []
    changed = sorted(name for name in before | after if before.get(name) != after.get(name))
    return [f"exit {result.exit_code}, but changed: {', '.join(changed)}"] if changed else []
