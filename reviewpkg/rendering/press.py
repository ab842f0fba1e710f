"""Print many documents at once, in processes of their own, while the one that asks goes on.

The processes come from one that has loaded WeasyPrint and nothing else of the run: on Linux it
forks them, so that they share what is loaded; elsewhere each loads it for itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from heapq import heappop, heappush
from multiprocessing import forkserver, get_context, parent_process
from multiprocessing.context import BaseContext
from queue import SimpleQueue
from shutil import rmtree
from tempfile import mkdtemp
from threading import RLock, Thread
from typing import Final

from reviewpkg.rendering.made_with import ROOT
from reviewpkg.rendering.pdf import PdfJob, Printed, printed

Progress = Callable[[int, int, str], None]
_AHEAD: Final = 1
"""Documents handed out beyond those that are being printed, so that no process waits for one."""


def warm_up() -> None:
    """Begin to load what printing needs, in a process beside this one, and return at once."""
    _context()


def _context() -> BaseContext:
    """Return how processes are started: on macOS what draws letters does not bear to be forked."""
    if sys.platform != "linux":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["__main__", "reviewpkg.rendering.press_worker"])
    with _found_from_anywhere():
        forkserver.ensure_running()
    return context


@contextmanager
def _found_from_anywhere() -> Iterator[None]:
    """Let the process that others are forked from find this program, wherever the run was begun.

    Left to itself it looks first where the run was begun, which may hold something of that name.
    """
    places = filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))
    ours = {"PYTHONPATH": os.pathsep.join(places), "PYTHONSAFEPATH": "1"}
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


class Press:
    """Print documents with so many processes; with one, print them here when they are asked for.

    The longest of those that wait is begun first. What comes out is the same whatever the number,
    and whoever prints: with an `executor`, that is asked instead of processes of this machine.
    """

    def __init__(self, processes: int, executor: Executor | None = None) -> None:
        self._processes = processes
        self._executor = executor
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: list[tuple[int, int, PdfJob]] = []
        self._finished: SimpleQueue[Future[Printed]] = SimpleQueue()
        self._asked = self._out = 0
        self._lock = RLock()
        self._folder = ""

    def close(self) -> None:
        """Print nothing more, and end the processes."""
        if self._pool:
            with self._lock:
                self._waiting.clear()
            self._pool.shutdown(cancel_futures=True)
            rmtree(self._folder, ignore_errors=True)

    def ask_for(self, job: PdfJob) -> None:
        """Ask for a document."""
        with self._lock:
            heappush(self._waiting, (-len(job.html), self._asked, job))
            self._asked += 1
        if self._elsewhere:
            self._hand_out()

    def printed(self, progress: Progress) -> Iterator[Printed]:
        """Yield all documents that were asked for, each as it gets ready.

        `progress` is told the number done, the number in all and the name of the one just
        finished. Raise RenderingFault, naming the document, if one cannot be printed.
        """
        for done in range(1, self._asked + 1):
            one = self._finished.get().result() if self._elsewhere else self._print_here()
            progress(done, self._asked, one.name)
            yield one

    @property
    def _elsewhere(self) -> bool:
        return self._executor is not None or self._processes > 1

    def _print_here(self) -> Printed:
        _, _, job = heappop(self._waiting)
        return printed(job)

    def _hand_out(self) -> None:
        """Hand out what waits, no more than is soon begun: something longer may still be asked."""
        with self._lock:
            while self._waiting and self._out < self._processes + _AHEAD:
                _, _, job = heappop(self._waiting)
                self._out += 1
                future: Future[Printed]
                try:
                    future = self._submitted(job)
                except RuntimeError as broken:  # a process has died, or the run is ending
                    future = Future()
                    future.set_exception(broken)
                future.add_done_callback(self._take_back)

    def _take_back(self, future: Future[Printed]) -> None:
        with self._lock:
            self._out -= 1
        self._finished.put(future)
        self._hand_out()

    def _submitted(self, job: PdfJob) -> Future[Printed]:
        if self._executor is not None:
            return self._executor.submit(printed, job)
        return self._started().submit(_print, job)

    def _started(self) -> ProcessPoolExecutor:
        """Return the processes, started when the first document is handed out."""
        if self._pool is None:
            self._folder = mkdtemp(prefix="reviewpkg-")
            self._pool = ProcessPoolExecutor(
                self._processes,
                mp_context=_context(),
                initializer=_begin,
                initargs=(self._folder,),
            )
        return self._pool


def _begin(folder: str) -> None:
    """Set a process up, with a folder for what it writes that the run deletes."""
    from reviewpkg.rendering.press_worker import set_up  # noqa: PLC0415

    Thread(target=_end_with_parent, daemon=True).start()
    set_up(folder)


def _end_with_parent() -> None:
    """See to it that a process does not outlive the run that it works for, however that ends."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _print(job: PdfJob) -> Printed:
    from reviewpkg.rendering.press_worker import print_and_tidy  # noqa: PLC0415

    return print_and_tidy(job)
