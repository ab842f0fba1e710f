"""One run at a time writes to a folder."""

from __future__ import annotations

import threading
from pathlib import Path

from reviewpkg.rendering.turn import turn


def test_nobody_waits_for_a_folder_that_nobody_writes_to(tmp_path: Path) -> None:
    waited: list[str] = []
    for _ in range(2):
        with turn(tmp_path, lambda: waited.append("waited")):
            pass
    assert waited == []
    assert list(tmp_path.iterdir()) == []


def test_the_second_run_says_so_and_waits(tmp_path: Path) -> None:
    order: list[str] = []
    waiting = threading.Event()

    def waits() -> None:
        order.append("waits")
        waiting.set()

    def second() -> None:
        with turn(tmp_path, waits):
            order.append("second")

    run = threading.Thread(target=second)
    with turn(tmp_path, lambda: None):
        run.start()
        assert waiting.wait(10)
        order.append("first")
    run.join(10)
    assert order == ["waits", "first", "second"]
