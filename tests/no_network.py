"""Run commands where whoever asks for a network is stopped at once, at whatever depth.

The processes load this module as their `sitecustomize`, those of a pool among them. Python's own
calls are heard by an audit hook; on Linux the kernel stops everybody else's as well.
"""

from __future__ import annotations

import ctypes
import os
import platform
import shutil
import socket
import struct
import sys
from pathlib import Path

CAUGHT = 99
_SOCKET = {"x86_64": 41, "aarch64": 198}
_NO_NEW_PRIVILEGES, _FILTER = (38, 1, 0, 0, 0), (22, 2)
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_NUMBER, _FAMILY = 0, 16


def environment(folder: Path) -> dict[str, str]:
    """Return the environment that guards a process and all that it starts."""
    shutil.copy(__file__, folder / "sitecustomize.py")
    return {**os.environ, "PYTHONPATH": str(folder)}


def _hear(event: str, told: tuple[object, ...]) -> None:
    asks = event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
    opens = event == "socket.__new__" and told[1] in {socket.AF_INET, socket.AF_INET6}
    if asks or opens:
        os.write(2, f"somebody asked for a network: {event}\n".encode())
        os._exit(CAUGHT)


def _stop() -> None:
    """Have the kernel end the process that opens a socket to other machines (seccomp)."""
    number = _SOCKET.get(platform.machine())
    if not sys.platform.startswith("linux") or number is None:
        return
    program = b"".join(
        struct.pack("HBBI", *step)
        for step in (
            (_LOAD, 0, 0, _NUMBER),
            (_EQUAL, 0, 4, number),
            (_LOAD, 0, 0, _FAMILY),
            (_EQUAL, 1, 0, socket.AF_INET),
            (_EQUAL, 0, 1, socket.AF_INET6),
            (_RETURN, 0, 0, _KILL),
            (_RETURN, 0, 0, _ALLOW),
        )
    )
    held = ctypes.create_string_buffer(program)
    listed = struct.pack("HL", len(program) // 8, ctypes.addressof(held))
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.prctl(*_NO_NEW_PRIVILEGES) or kernel.prctl(*_FILTER, listed):
        os.write(2, b"the kernel does not stop anybody\n")


if __name__ == "sitecustomize":
    sys.addaudithook(_hear)
    _stop()
