"""Hold what was ordered."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from reviewpkg.rendering.kept import Kept

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """Be what was ordered: the call folder, where packets go, which formats, whom to tell.

    `waits` is called where another run writes to the same folder and this one waits for it, `kept`
    is what was made before, and `cluster` the address of a dask cluster that prints, blank where
    this machine does.
    """

    source: Path
    target: Path
    formats: Collection[str]
    progress: Progress = lambda _done, _total, _name: None
    waits: Callable[[], None] = lambda: None
    kept: Kept = field(default_factory=lambda: Kept(None))
    cluster: str = ""
