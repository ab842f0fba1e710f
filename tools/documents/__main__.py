"""Make one of each kind of document and validate it; exit 1 if any does not conform.

Usage: `python -m tools.documents`, with the packages of requirements-documents.lock installed.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from weasyprint import HTML

from tools.documents.one_of_each import one_of_each

WIDTH = 34
COLUMN = 11


def main() -> int:
    """Print a line for each kind of document, then every fault; return the exit code."""
    try:
        from tools.documents import others, verapdf  # noqa: PLC0415
    except ImportError as error:
        print(
            f"Kontrollen trenger pakken {error.name}, som ikke er installert. "
            "Skriv: make check-documents",
            file=sys.stderr,
        )
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pdfs = one_of_each(folder)
        checker = verapdf.VeraPdf()
        must_fail(checker, folder / "plain.pdf")
        aloud = others.outloud_faults(list(pdfs.values()), folder)
        columns = (*verapdf.PROFILES, *others.NAMES)
        print("Dokument".ljust(WIDTH) + "".join(column.ljust(COLUMN) for column in columns))
        faults: list[str] = []
        untried: set[str] = set()
        for kind, pdf in pdfs.items():
            by_pdfua, not_tried = others.pdfua_faults(pdf)
            untried |= not_tried
            found = {
                **dict(verapdf.all_faults(pdf, checker)),
                "outloud": aloud[pdf],
                "pdfua": by_pdfua,
                "qpdf": others.qpdf_faults(pdf),
            }
            print(kind.ljust(WIDTH) + "".join(_verdict(found[one]) for one in columns))
            faults += _sentences(kind, found)
    if untried:
        print(f"pdfua fikk ikke prøvd {', '.join(sorted(untried))}; veraPDF og outloud prøver det.")
    print("\n".join(faults) or f"Alle {len(pdfs)} slags dokumenter er i orden.")
    return 1 if faults else 0


def must_fail(checker: object, pdf: Path) -> None:
    """Let the validator judge a PDF that conforms to nothing; raise RuntimeError if it passes."""
    from tools.documents.verapdf import VeraPdf, all_faults  # noqa: PLC0415

    HTML(string="<p>x").write_pdf(pdf)
    if not isinstance(checker, VeraPdf) or not all(dict(all_faults(pdf, checker)).values()):
        raise RuntimeError("the validator passes a file that conforms to nothing")


def _verdict(faults: list[str]) -> str:
    return ("i orden" if not faults else f"{len(faults)} feil").ljust(COLUMN)


def _sentences(kind: str, found: dict[str, list[str]]) -> Iterator[str]:
    for column, faults in found.items():
        yield from (f"{kind}: {column}: {fault}" for fault in faults)


if __name__ == "__main__":
    sys.exit(main())
