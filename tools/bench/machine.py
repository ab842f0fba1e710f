"""Say what a measurement was made on and with: no date, no name of the machine."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from tools.bench import devtools

PACKAGES: Final = ("weasyprint", "polars", "typst")
_PROCESSOR: Final = re.compile(r"^model name\s*:\s*(.+)$", re.MULTILINE)
_MEMORY: Final = re.compile(r"^MemTotal:\s*(\d+) kB$", re.MULTILINE)


def described() -> dict[str, str]:
    """Return what there is to know, by its name, in the order to tell it."""
    return dict(_facts())


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0))


def _facts() -> Iterator[tuple[str, str]]:
    found = _PROCESSOR.search(_text("/proc/cpuinfo"))
    yield "Processor", f"{found[1] if found else platform.machine()}, {cores()} cores"
    memory = _MEMORY.search(_text("/proc/meminfo"))
    if memory:
        yield "Memory", f"{int(memory[1]) / 2**20:.0f} GiB"
    yield "System", platform.freedesktop_os_release()["PRETTY_NAME"]
    yield "Python", f"{platform.python_version()}, {platform.python_compiler()}, {_build()}"
    for package in PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            yield package, "not installed"
    yield "Chromium", _said(devtools.program(), "--version")
    yield "LibreOffice", _said(shutil.which("soffice"), "--version")


def _build() -> str:
    """Tell how this Python was compiled: that alone can make a third of the speed."""
    arguments = str(sysconfig.get_config_var("CONFIG_ARGS") or "")
    kinds = {"--enable-optimizations": "profile-guided", "--with-lto": "link-time optimised"}
    found = [said for switch, said in kinds.items() if switch in arguments]
    return ", ".join(found) or "not optimised by profile"


def _text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""


def _said(program: str | None, argument: str) -> str:
    """Return the first line that a program says of itself."""
    if program is None:
        return "not installed"
    done = subprocess.run([program, argument], capture_output=True, text=True, check=False)
    return next(iter(done.stdout.strip().splitlines()), "unknown")


if sys.platform != "linux":  # the memory of processes is read from /proc
    raise SystemExit("Målingene trenger Linux.")
