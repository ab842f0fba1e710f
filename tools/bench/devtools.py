"""Drive one headless Chromium over a pipe: no port, no web socket, no packages."""

from __future__ import annotations

import base64
import json
import os
import shutil
import tempfile
from collections import deque
from collections.abc import Callable
from fcntl import F_DUPFD_CLOEXEC, fcntl
from pathlib import Path
from signal import SIGTERM
from typing import Any, Final, Self

PROGRAMS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What a browser does for one who sits before it, and what its own sandbox cannot do in ours.
_SWITCHES: Final = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--allow-file-access-from-files",
)
_HIGH: Final = 10
_END: Final = b"\0"
_ENDED: Final = "Chromium has ended"
_PIECE: Final = 1 << 20
_PRINT: Final = {
    "preferCSSPageSize": True,
    "printBackground": True,
    "generateTaggedPDF": True,
}
_FONTS_READY: Final = "document.fonts.ready.then(() => true)"


def program() -> str | None:
    """Return where Chromium is, None if it is not installed."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


class Chromium:
    """Be one running browser with one or more tabs that print."""

    def __init__(self, path: str) -> None:
        self._folder = tempfile.mkdtemp(prefix="bench-chromium-")
        to_child, self._write = os.pipe()
        self._read, from_child = os.pipe()
        # Out of the way of 3 and 4, where the browser reads and writes.
        ends = [fcntl(end, F_DUPFD_CLOEXEC, _HIGH) for end in (to_child, from_child)]
        arguments = [path, *_SWITCHES, f"--user-data-dir={self._folder}", "about:blank"]
        self._process = os.posix_spawn(
            path,
            arguments,
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_DUP2, ends[0], 3),
                (os.POSIX_SPAWN_DUP2, ends[1], 4),
            ],
        )
        for end in (to_child, from_child, *ends):
            os.close(end)
        self._number = 0
        self._heard: list[bytes] = []
        self._waiting: dict[int, Callable[[dict[str, Any]], None]] = {}
        self._loaded: dict[str, Callable[[], None]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._write)
        os.close(self._read)
        os.kill(self._process, SIGTERM)
        os.waitpid(self._process, 0)
        shutil.rmtree(self._folder, ignore_errors=True)

    def print_all(self, pages: list[Path], folder: Path, tabs: int) -> None:
        """Print pages as PDFs of the same names, so many of them at a time."""
        left = deque(pages)
        open_tabs = [_Tab(self, left, folder) for _ in range(tabs)]
        while any(not tab.done for tab in open_tabs):
            self._hear()

    def ask(
        self,
        method: str,
        then: Callable[[dict[str, Any]], None],
        session: str | None = None,
        **values: object,
    ) -> None:
        """Ask the browser for something; `then` gets what it answers."""
        self._number += 1
        self._waiting[self._number] = then
        asked: dict[str, Any] = {"id": self._number, "method": method, "params": values}
        if session:
            asked["sessionId"] = session
        data = memoryview(json.dumps(asked).encode() + _END)
        try:
            while data:
                data = data[os.write(self._write, data) :]
        except BrokenPipeError:
            raise RuntimeError(_ENDED) from None

    def when_loaded(self, session: str, then: Callable[[], None]) -> None:
        """Have `then` called when a tab has loaded its page."""
        self._loaded[session] = then

    def _hear(self) -> None:
        """Take in one message; raise RuntimeError if it tells of a fault."""
        told = json.loads(self._message())
        if "error" in told:
            raise RuntimeError(f"Chromium: {told['error']['message']}")
        if "id" in told:
            self._waiting.pop(told["id"])(told["result"])
        elif told["method"] == "Page.loadEventFired":
            self._loaded[told["sessionId"]]()

    def _message(self) -> bytes:
        """Return the next message, whole; it may come in many pieces, or with the next."""
        while not self._heard or _END not in self._heard[-1]:
            piece = os.read(self._read, _PIECE)
            if not piece:
                raise RuntimeError(_ENDED)
            self._heard.append(piece)
        end, _, rest = self._heard.pop().partition(_END)
        message = b"".join((*self._heard, end))
        self._heard = [rest] if rest else []
        return message


class _Tab:
    """Be a tab that prints one page after another of those that are left."""

    def __init__(self, browser: Chromium, left: deque[Path], folder: Path) -> None:
        self._browser, self._left, self._folder = browser, left, folder
        self._session = ""
        self._page = Path()
        self.done = False
        browser.ask("Target.createTarget", self._attach, url="about:blank")

    def _attach(self, told: dict[str, Any]) -> None:
        target = told["targetId"]
        self._browser.ask("Target.attachToTarget", self._begin, targetId=target, flatten=True)

    def _begin(self, told: dict[str, Any]) -> None:
        self._session = told["sessionId"]
        self._browser.when_loaded(self._session, self._wait_for_fonts)
        self._browser.ask("Page.enable", self._next, self._session)

    def _next(self, _told: dict[str, Any]) -> None:
        if not self._left:
            self.done = True
            return
        self._page = self._left.popleft()
        url = self._page.as_uri()
        self._browser.ask("Page.navigate", lambda _: None, self._session, url=url)

    def _wait_for_fonts(self) -> None:
        self._browser.ask(
            "Runtime.evaluate",
            self._print,
            self._session,
            expression=_FONTS_READY,
            awaitPromise=True,
        )

    def _print(self, _told: dict[str, Any]) -> None:
        self._browser.ask("Page.printToPDF", self._keep, self._session, **_PRINT)

    def _keep(self, told: dict[str, Any]) -> None:
        data = base64.b64decode(told["data"])
        (self._folder / f"{self._page.stem}.pdf").write_bytes(data)
        self._next(told)
