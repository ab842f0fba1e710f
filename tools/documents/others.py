"""Check PDFs with three programs that share no code with veraPDF."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pdfua
import pikepdf

NAMES: Final = ("outloud", "pdfua", "qpdf")

# Two of outloud's guesses are wrong of our documents, whatever these say. TAG-002 takes a line of
# eight words in a footer or a repeated heading row for text that was left out; what we leave out
# is tested in tests/rendering/test_pdf_tags.py. TBL-010 takes a table of two columns with a header
# cell in every row for a torn heading.
_WRONG_GUESSES: Final = "TAG-002,TBL-010"


def outloud_faults(pdfs: Sequence[Path], folder: Path) -> dict[Path, list[str]]:
    """Return what reads badly aloud, by file; raise RuntimeError where nothing was checked."""
    report = folder / "outloud.json"
    program = Path(sys.executable).with_name("outloud")
    command = [str(program), "--quiet", "--skip", _WRONG_GUESSES, "--json", str(report)]
    subprocess.run([*command, *map(str, pdfs)], stdout=subprocess.DEVNULL, check=False)
    results = json.loads(report.read_text(encoding="utf-8"))["results"]
    found = {
        Path(one["path"]): [one["error"]] * bool(one["error"])
        + [
            f"{finding['rule']}, side {finding.get('page', '–')}: {finding['message']}"
            for finding in one["findings"]
            if finding["severity"] == "error"
        ]
        for one in results
    }
    if set(found) != set(pdfs):
        raise RuntimeError("outloud did not check every file")
    return found


def pdfua_faults(pdf: Path) -> tuple[list[str], set[str]]:
    """Return what breaks the rules of PDF/UA-1 that pdfua knows, and those it could not try."""
    report = pdfua.validate(str(pdf))
    untried = {one.rule_id for one in report.skipped}
    return [f"{one.rule_id}: {one.message}" for one in report.findings], untried


def qpdf_faults(pdf: Path) -> list[str]:
    """Return what is wrong with the file's syntax, as `qpdf --check` says it."""
    with pikepdf.open(pdf) as opened:
        return [str(problem) for problem in opened.check_pdf_syntax()]
