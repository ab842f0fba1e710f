"""Print the documents of a packet: those that were printed before are taken as they are kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from reviewpkg.rendering.kept import Kept, digest_of
from reviewpkg.rendering.made_with import made_with
from reviewpkg.rendering.pdf import PdfJob

if TYPE_CHECKING:
    from reviewpkg.rendering.cluster import Cluster
    from reviewpkg.rendering.press import Press, Progress


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Printer:
    """Print documents with so many processes, but for those that are kept.

    Where the address of a cluster is given, its machines print.

    A document's hash is over its HTML, which holds the page and its styles, the data it carries,
    and what it is printed with. One that a font of this machine had a part in is not kept: the
    hash knows nothing of the fonts there are.
    """

    def __init__(self, kept: Kept, processes: int, cluster: str = "") -> None:
        self._kept = kept
        self._processes = processes
        self._address = cluster
        self._cluster: Cluster | None = None
        self._done: dict[str, bytes] = {}
        self._keys: dict[str, str] = {}
        self._press: Press | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._press:
            self._press.close()
        if self._cluster:
            self._cluster.close()

    def ask_for(self, job: PdfJob) -> None:
        """Ask for a document; the first that has to be printed sets the press going."""
        key = _key(job)
        found = self._kept.take(key) if key else None
        if found is not None:
            self._done[job.name] = found
            return
        self._keys[job.name] = key
        if self._press is None:
            self._press = self._begun()
        self._press.ask_for(job)

    def _begun(self) -> Press:
        """Return what prints; raise InputRejected where a cluster is named that cannot."""
        from reviewpkg.rendering.press import Press  # noqa: PLC0415

        if not self._address:
            return Press(self._processes)
        from reviewpkg.rendering.cluster import Cluster  # noqa: PLC0415

        self._cluster = Cluster.at(self._address)
        return Press(self._cluster.workers, self._cluster.executor)

    def printed(self, progress: Progress) -> dict[str, bytes]:
        """Return the PDFs of all documents that were asked for, by their names.

        `progress` is told of those that had to be printed. Raise RenderingFault, naming the
        document, if one cannot be.
        """
        for one in self._press.printed(progress) if self._press else ():
            self._done[one.name] = one.pdf
            if one.ours and self._keys[one.name]:
                self._kept.keep(self._keys[one.name], one.pdf)
        return self._done


def _key(job: PdfJob) -> str:
    """Return the hash of all that a document is made from, nothing where that is not known."""
    tools = made_with()
    if tools is None:
        return ""
    files = ((it.name, it.description, it.date.isoformat(), it.data) for it in job.files)
    return digest_of("pdf", tools, job.html, *(part for file in files for part in file))
