"""Decide where a collected form goes, as which file, and what moves aside for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.intake.collecting.answers import Answers, cells_of
from reviewpkg.intake.collecting.existing import Existing
from reviewpkg.intake.collecting.returned import Returned
from reviewpkg.intake.files import SET_ASIDE
from reviewpkg.rendering.xlsx import form_workbook
from reviewpkg.reports.collected import Collected, Fate


@dataclass(frozen=True, slots=True)
class Read:
    """Be a form that was read: what came back, today's form, and the answers."""

    returned: Returned
    form: FormWorkbook
    answers: Answers

    @property
    def unanswered(self) -> bool:
        """Tell whether nobody has written anything where something has to be written."""
        asked = [column for column in self.form.columns if column.asks]
        return not self.answers.rows and not all(column.optional for column in asked)

    @property
    def left_out(self) -> frozenset[str]:
        """Return the rows without an answer that say nothing, by project number.

        Where the table asks for an answer in every row, one without says nothing; elsewhere it
        says that the application was gone through (2.2, 2.4) or that no grade is given (K2, K3).
        """
        asked = {column.field for column in self.form.columns if column.asks}
        required = any(
            column.field in asked and not (column.optional or column.may_be_blank)
            for column in self.form.table.columns
        )
        return frozenset(self.answers.blank) if required else frozenset()


@dataclass(frozen=True, slots=True)
class Shelves:
    """Plan what is written in a call folder: files by path, and what moves where for them."""

    call: Path
    files: dict[Path, bytes] = field(default_factory=dict)
    moves: dict[Path, Path] = field(default_factory=dict)

    def put(self, one: Read, fate: Fate, lying: Existing | None) -> Collected:
        """Plan where a form goes and what moves aside, and tell it."""
        lies = lying.files[0] if lying and fate is Fate.ALREADY else ""
        kept: tuple[str, ...] = ()
        if fate in {Fate.TAKEN, Fate.REPLACED}:
            target = target_of(self.call, one)
            lies = target.relative_to(self.call).as_posix()
            self.files[target] = _data(one)
            old = {self.call / file for file in lying.files} if lying else set()
            old |= {target} if target.exists() else set()
            kept = tuple(self._set_aside(path, one.form.table.name) for path in sorted(old))
        return Collected(
            one.returned.file,
            one.returned.identity.step,
            one.form.recipient,
            one.form.table.name,
            lies,
            len(one.answers.asked),
            one.answers.blank,
            fate,
            kept,
        )

    def _set_aside(self, path: Path, table: str) -> str:
        """Plan a free place for what is replaced, outside the table, where nothing reads it."""
        folder = self.call / SET_ASIDE / table
        names = (folder / f"{path.stem}.før-{number}{path.suffix}" for number in count(1))
        taken = set(self.moves.values())
        self.moves[path] = next(name for name in names if not name.exists() and name not in taken)
        return self.moves[path].relative_to(self.call).as_posix()


def target_of(call: Path, one: Read) -> Path:
    """Return where a form goes: under its own name, whatever its file was called."""
    made = one.returned.is_pdf or one.left_out
    ending = ".xlsx" if made else Path(one.returned.file).suffix.lower()
    return call / one.form.table.name / f"{one.returned.identity.name}{ending}"


def _data(one: Read) -> bytes:
    """Return the workbook to keep: the one that came, or one with the answers."""
    out = one.left_out
    if not one.returned.is_pdf and not out:
        return one.returned.data
    kept = [row for row in range(len(one.form.rows)) if one.form.number(row) not in out]
    places = {row: place for place, row in enumerate(kept)}
    answers = {
        (places[row], at): value for (row, at), value in cells_of(one.form, one.answers).items()
    }
    return form_workbook(replace(one.form, rows=tuple(one.form.rows[row] for row in kept)), answers)
