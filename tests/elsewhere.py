"""Stand in for another machine: another day, more processors, files in another order.

A process loads this module as its `sitecustomize`, and so do those of its pool. What is to be
different is named in ELSEWHERE.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Iterator
from typing import Any, Self

_DAY = 86_400


class Later(dt.datetime):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Self:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls) -> Self:
        return cls.fromtimestamp(time.time())

    @classmethod
    def utcnow(cls) -> Self:
        return cls.fromtimestamp(time.time(), dt.UTC).replace(tzinfo=None)


class LaterDay(dt.date):
    @classmethod
    def today(cls) -> Self:
        return cls.fromtimestamp(time.time())


def another_day() -> None:
    """Move the clock on by 400 days and some hours, for whoever asks for it."""
    ahead = 400 * _DAY + 12_345
    now, now_ns = time.time, time.time_ns
    time.time = lambda: now() + ahead
    time.time_ns = lambda: now_ns() + ahead * 10**9
    for name in ("localtime", "gmtime"):
        told: Callable[..., Any] = getattr(time, name)
        setattr(time, name, lambda at=None, told=told: told(time.time() if at is None else at))
    dt.datetime, dt.date = Later, LaterDay  # type: ignore[misc]


def one_processor() -> None:
    """Have a machine of one processor."""
    _processors(1)


def many_processors() -> None:
    """Have a machine of three processors."""
    _processors(3)


def _processors(count: int) -> None:
    os.cpu_count = lambda: count
    if hasattr(os, "sched_getaffinity"):
        os.sched_getaffinity = lambda _: set(range(count))


def another_order() -> None:
    """List every folder backwards."""
    scan, listed = os.scandir, os.listdir

    class Backwards:
        def __init__(self, *where: Any) -> None:  # noqa: ANN401 - as its own
            with scan(*where) as found:
                self._found = iter(list(found)[::-1])

        def __iter__(self) -> Iterator[os.DirEntry[str]]:
            return self._found

        def __next__(self) -> os.DirEntry[str]:
            return next(self._found)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self.close()

        def close(self) -> None:
            """Do nothing: it is closed."""

    os.scandir = Backwards  # type: ignore[assignment]
    os.listdir = lambda *where: listed(*where)[::-1]  # type: ignore[assignment]


def strict_mask() -> None:
    """Let nobody else read what is written."""
    os.umask(0o077)


def loose_mask() -> None:
    """Let everybody change what is written."""
    os.umask(0)


if __name__ == "sitecustomize":
    for name in os.environ["ELSEWHERE"].split():
        globals()[name]()
