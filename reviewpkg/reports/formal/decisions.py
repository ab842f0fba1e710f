"""Say for programs what the formal screening came to: the file `decisions.csv`."""

from __future__ import annotations

from reviewpkg.procedure.screening import Screened
from reviewpkg.reports.csv_table import CsvTable

HEADER = ("project_number", "decision", "failed")


def screening_decisions(results: tuple[Screened, ...]) -> CsvTable:
    """List who is eligible and what the others fail, by project number (K1, or before 1.1)."""
    return CsvTable(
        HEADER,
        tuple(
            (
                one.project_number,
                "eligible" if one.eligible else "rejected",
                " ".join(one.failed) or None,
            )
            for one in results
        ),
    )
