"""Say what one step of the conference hands out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from reviewpkg.domain.drafts import Draft
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.document import Document
from reviewpkg.reports.form_document import FormDocument


def _no_tables() -> Mapping[str, CsvTable]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Packet:
    """The documents, forms and tables of one step, and what the secretariat should see."""

    documents: tuple[Document, ...]
    forms: tuple[FormDocument, ...] = ()
    tables: Mapping[str, CsvTable] = field(default_factory=_no_tables)
    """CSV files for programs, by file name."""
    exports: Mapping[str, CsvTable] = field(default_factory=_no_tables)
    """Tables for other systems, by name: each becomes a CSV for spreadsheets and a workbook."""
    warnings: tuple[str, ...] = ()
    drafts: tuple[Draft, ...] = ()
    """E-mails ready to send, each with files of the packet attached."""
