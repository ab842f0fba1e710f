"""Check the overviews of whole calls in Chromium; exit 1 if anything is wrong with them.

Usage: `python -m tools.pages [FOLDER]`, with the packages of requirements-pages.lock and a Chromium
installed. Pictures of the pages are put into the folder, if one is given.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tools.pages.calls import overviews

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> int:
    """Print every fault, or that there are none; return the exit code."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        print("Kontrollen trenger Chromium. På Debian: apt-get install chromium", file=sys.stderr)
        return 1
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415

        from tools.pages.browser import SCHEMES, WIDTHS, faults, must_fail  # noqa: PLC0415
    except ImportError as error:
        print(
            f"Kontrollen trenger pakken {error.name}, som ikke er installert. "
            "Skriv: make check-pages",
            file=sys.stderr,
        )
        return 1
    pictures = Path(sys.argv[1]) if sys.argv[1:] else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        pages = overviews(Path(name))
        browser = playwright.chromium.launch(executable_path=program)
        must_fail(browser, Path(name))
        found: list[str] = []
        for shown, page in pages.items():
            mine = list(faults(browser, page, pictures, shown))
            found += mine
            looks = len(WIDTHS) * len(SCHEMES)
            print(f"{shown:<12} {looks} visninger: {f'{len(mine)} feil' if mine else 'i orden'}")
        browser.close()
    print(
        "\n".join(found) or f"axe fant ingenting, og alle lenker fører fram på {len(pages)} sider."
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
