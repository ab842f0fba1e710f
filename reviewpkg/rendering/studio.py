"""Draw pictures in a process of its own, and only those that were not drawn before.

What draws them takes a hundred megabytes and does not give them back while its process lives.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys

from reviewpkg.rendering.kept import Kept, digest_of
from reviewpkg.rendering.made_with import ROOT, made_with
from reviewpkg.rendering.pictures import svg_of


class Studio:
    """Draw specifications as SVG; the process begins with the first and ends with `close`."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._process: subprocess.Popen[str] | None = None

    def __call__(self, specification: str, /) -> str:
        """Return a picture; raise ValueError if it cannot be drawn."""
        tools = made_with()
        key = digest_of("picture", tools, specification) if tools else ""
        found = self._kept.take(key) if key else None
        if found is not None:
            return found.decode()
        svg = self._drawn(specification)
        if key:
            self._kept.keep(key, svg.encode())
        return svg

    def close(self) -> None:
        """End the process; another begins if there is more to draw."""
        if self._process:
            self._process.communicate()
            self._process = None

    def _drawn(self, specification: str) -> str:
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - this module
                [sys.executable, "-m", __name__],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
        asked, told = self._process.stdin, self._process.stdout
        if asked is None or told is None:
            message = "the process that draws has no way in or out"
            raise ValueError(message)
        asked.write(f"{json.dumps(specification)}\n")
        asked.flush()
        answer = told.readline()
        if not answer:
            message = "the process that draws has ended; see above why"
            raise ValueError(message)
        svg: str = json.loads(answer)
        return svg


def main() -> None:
    """Draw each line of standard input, a specification, on a line of standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends with the run that asks
    for line in sys.stdin:
        print(json.dumps(svg_of(json.loads(line))), flush=True)  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
