"""Print a folder of documents with one program: `python -m tools.bench.print_with NAME FROM TO`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

from tools.bench import devtools
from tools.bench.machine import cores

FONTS: Final = Path(__file__).resolve().parents[2] / "templates" / "fonts"
STANDARDS: Final = ("a-3a", "ua-1")
"""What Typst's PDFs are to conform to: what ours do."""


def ours(source: Path, target: Path) -> None:
    """Print with this program's own pool of processes, nothing kept from before."""
    from reviewpkg.rendering.kept import Kept  # noqa: PLC0415
    from reviewpkg.rendering.pdf import PdfJob  # noqa: PLC0415
    from reviewpkg.rendering.printer import Printer, processors  # noqa: PLC0415

    with Printer(Kept(None), processors()) as printer:
        for page in _pages(source):
            printer.ask_for(PdfJob(page.stem, page.read_text(encoding="utf-8")))
        for name, pdf in printer.printed(lambda _done, _total, _name: None).items():
            (target / f"{name}.pdf").write_bytes(pdf)


def chromium(source: Path, target: Path, tabs: int = 1) -> None:
    """Print with one headless browser, each document in a tab that is used again."""
    program = devtools.program()
    if program is None:
        raise SystemExit("Chromium er ikke installert.")
    with devtools.Chromium(program) as browser:
        browser.print_all(_pages(source), target, tabs)


def chromium_tabs(source: Path, target: Path) -> None:
    """Print with one headless browser and a tab for each core."""
    chromium(source, target, cores())


def typst(source: Path, target: Path) -> None:
    """Print with Typst as a library, in a process for each core, with our fonts alone."""
    pages = sorted(source.glob("*-*.typ"), key=lambda page: -page.stat().st_size)
    with ProcessPoolExecutor(cores()) as pool:
        for page, pdf in zip(pages, pool.map(_typeset, pages), strict=True):
            (target / f"{page.stem}.pdf").write_bytes(pdf)


def _typeset(page: Path) -> bytes:
    import typst as library  # noqa: PLC0415

    compiler = library.Compiler(
        root=page.parent,
        font_paths=library.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
        ),
    )
    made = compiler.compile(input=page, pdf_standards=list(STANDARDS), timestamp=0)
    if not isinstance(made, bytes):
        raise SystemExit("Typst skrev ikke én PDF.")
    return made


def libreoffice(source: Path, target: Path) -> None:
    """Print with LibreOffice, all documents in one process, as sheets of its spreadsheet part."""
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("LibreOffice er ikke installert.")
    with tempfile.TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless"]
        command += ["--infilter=HTML (StarCalc)", "--convert-to", "pdf:calc_pdf_Export"]
        pages = map(str, _pages(source))
        subprocess.run([*command, "--outdir", str(target), *pages], check=True, capture_output=True)


def _pages(source: Path) -> list[Path]:
    """Return the pages, the longest first."""
    return sorted(source.glob("*.html"), key=lambda page: -page.stat().st_size)


PROGRAMS: Final[Mapping[str, Callable[[Path, Path], None]]] = {
    "ours": ours,
    "chromium": chromium,
    "chromium-tabs": chromium_tabs,
    "typst": typst,
    "libreoffice": libreoffice,
}

if __name__ == "__main__":
    chosen, source_folder, target_folder = sys.argv[1:]
    PROGRAMS[chosen](Path(source_folder).resolve(), Path(target_folder).resolve())
