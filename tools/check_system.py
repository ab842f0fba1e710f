"""Check that the machine has what a package index cannot bring, and install it if allowed.

Runs on a bare `python3`, before `.venv` exists, so it uses nothing but the standard library.
What is checked:

- `ctypes`, `ensurepip` and `venv`, parts of Python that Debian keeps in packages of their own;
- the libraries that WeasyPrint 70 refuses to start without (`weasyprint/text/ffi.py`).
  HarfBuzz's subset library is not among them: our fonts are subset beforehand.
"""

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Debian and Ubuntu: these two bring GLib, HarfBuzz and Fontconfig with them
DEBIAN_PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0")

# One row a library, with its name on Linux, macOS and Windows
LIBRARIES = (
    ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
)
WINDOWS_FOLDER = Path("C:/msys64/ucrt64/bin")


def lacks_venv() -> bool:
    """Tell whether this Python cannot make a virtual environment with pip in it."""
    importlib.invalidate_caches()
    return any(importlib.util.find_spec(name) is None for name in ("ctypes", "ensurepip", "venv"))


def lacks_pango() -> bool:
    """Tell whether any library that WeasyPrint needs cannot be loaded."""
    if importlib.util.find_spec("ctypes") is None:
        return True
    return not all(any(_loads(name) for name in names) for names in LIBRARIES)


def _loads(name: str) -> bool:
    import ctypes.util  # noqa: PLC0415 (Debian's smallest Python has no ctypes)

    if sys.platform == "win32" and WINDOWS_FOLDER.is_dir():
        os.add_dll_directory(str(WINDOWS_FOLDER))
    try:
        ctypes.CDLL(name)
    except OSError:
        leaf = name.removesuffix(".dylib")
        return sys.platform == "darwin" and ctypes.util.find_library(leaf) is not None
    return True


def missing_packages() -> list[str]:
    """Name the Debian packages that would bring what is missing."""
    venv = f"python3.{sys.version_info.minor}-venv"
    return [venv] * lacks_venv() + list(DEBIAN_PANGO) * lacks_pango()


def command_to_type(packages: list[str]) -> str:
    """Give the one command by which a person can install what is missing."""
    if sys.platform == "darwin":
        return "brew install pango"
    if sys.platform == "win32":
        return "pacman -S mingw-w64-ucrt-x86_64-pango"
    if not shutil.which("apt-get"):
        return "sudo dnf install pango  (eller det som heter slik på denne maskinen)"
    command = "apt-get install " + " ".join(packages)
    return f"sudo {command}" if shutil.which("sudo") else f"su - -c '{command}'"


def install(packages: list[str]) -> bool:
    """Install with apt if this user may without a password, and tell whether it was tried."""
    if shutil.which("apt-get") is None:
        return False
    if os.geteuid() == 0:
        prefix: list[str] = []
    elif shutil.which("sudo") and _failure("sudo", "-n", "true") is None:
        prefix = ["sudo", "-n"]
    else:
        return False
    print("Installerer med apt-get: " + " ".join(packages) + " …", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    add = [*apt, "-o", "DPkg::Lock::Timeout=120", "install", "-y", "--no-install-recommends"]
    failure = _failure(*add, *packages)
    if failure is not None:  # the lists of packages may be missing or too old
        _failure(*apt, "update")
        failure = _failure(*add, *packages)
    if failure is not None:
        print(failure, file=sys.stderr)
    return True


def _failure(*command: str) -> str | None:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return done.stderr.strip() if done.returncode else None


def main() -> int:
    """Return 0 if the machine has all that is needed, and else say what to do and return 1."""
    packages = missing_packages()
    if packages and install(packages):
        packages = missing_packages()
    if packages:
        print(
            "Maskinen mangler noe programmet trenger. Skriv dette, og prøv igjen:", file=sys.stderr
        )
        print("    " + command_to_type(packages), file=sys.stderr)
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(main())
