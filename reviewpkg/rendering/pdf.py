"""Turn a self-contained HTML file into a PDF.

WeasyPrint is imported only when something is printed, since that takes a second.
"""

import gc
import io
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Any, Final

from reviewpkg.rendering.page_fonts import FAMILY
from reviewpkg.rendering.put_off import put_off

PDF_OPTIONS: Final[Mapping[str, Any]] = MappingProxyType({"pdf_variant": "pdf/a-3a"})

_REPLACEMENT: Final = "\ufffd"

# Two log lines are about the fonts of the machine and the characters of the input; the
# text is printed, or a box in its place. Any other is a fault in a template.
_ABOUT_FONTS: Final = (".notdef glyph rendered", "Please install HarfBuzz", "Using fontTools")


class RenderingFault(Exception):  # noqa: N818 - named like InputRejected
    """A template or stylesheet is wrong: WeasyPrint complained about it."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of data to embed in a PDF: its name in ASCII, what it is, its bytes and date."""

    name: str
    description: str
    data: bytes
    date: date


@dataclass(frozen=True, slots=True)
class PdfJob:
    """A document to print: a name for messages, its HTML, and the data it was made from."""

    name: str
    html: str
    files: tuple[DataFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """Be a printed document; `ours` tells that no font of the machine had a part in it."""

    name: str
    pdf: bytes
    ours: bool


def write_pdf(html: str, files: Sequence[DataFile] = ()) -> bytes:
    """Return the PDF of `html`, with files of data embedded: the same bytes in any process.

    Nothing but the text and our fonts is read: a picture or stylesheet that would have to be
    fetched from a file or the network raises RenderingFault, as does every complaint of
    WeasyPrint's. What no font of the machine has is printed as «�»: an archival document may
    show no character that it has no letter for.
    """
    return printed(PdfJob("", html, tuple(files))).pdf


def printed(job: PdfJob) -> Printed:
    """Print a document as `write_pdf` does; a fault names it."""
    try:
        pdf, unknown, ours = _written(job.html, job.files)
        if unknown:
            known = job.html.translate(dict.fromkeys(unknown, _REPLACEMENT))
            pdf, _, _ = _written(known, job.files)
    except RenderingFault as fault:
        if not job.name:
            raise
        message = f"{job.name}: {fault}"
        raise RenderingFault(message) from fault
    return Printed(job.name, pdf, ours)


def _written(html: str, files: Sequence[DataFile]) -> tuple[bytes, set[int], bool]:
    """Return the PDF, the code points that no font has, and whether our fonts had all others."""
    put_off()
    from weasyprint import HTML  # noqa: PLC0415
    from weasyprint.urls import FatalURLFetchingError, URLFetcher  # noqa: PLC0415

    from reviewpkg.rendering import pdf_shared as shared  # noqa: PLC0415
    from reviewpkg.rendering.pdf_finish import finish  # noqa: PLC0415
    from reviewpkg.rendering.pdf_metadata import archival  # noqa: PLC0415
    from reviewpkg.rendering.pdf_tags import own_tags  # noqa: PLC0415
    from reviewpkg.rendering.shortcuts import shortcuts  # noqa: PLC0415

    only_inline = URLFetcher(allowed_protocols={"data"}, fail_on_errors=True)
    options = {**PDF_OPTIONS, "finisher": finish}
    with (
        _no_complaints(shared.stylesheet.cache_clear),
        _no_garbage_collection(),
        own_tags(),
        shortcuts(),
    ):
        try:
            page, style = shared.without_stylesheet(html)
            fonts, faces = shared.fonts()
            source = HTML(string=page, url_fetcher=only_inline)
            document = source.render(
                font_config=fonts, stylesheets=[shared.stylesheet(style), faces]
            )
            document.metadata = archival(document.metadata)
            with shared.fonts_opened_once():
                pdf: bytes = document.write_pdf(
                    full_fonts=True, attachments=_embedded(files), **options
                )
            used = document.fonts.values()
            unknown = {code for font in used for code in font.missing}
            ours = not unknown and all(font.family == FAMILY for font in used)
            if not unknown and not ours:
                # Fonts of the machine stand in for rare characters, and would be megabytes if
                # whole.
                pdf = document.write_pdf(attachments=_embedded(files), **options)
        except FatalURLFetchingError as error:
            raise RenderingFault(str(error)) from error
    return pdf, unknown, ours


def _embedded(files: Sequence[DataFile]) -> list[Any]:
    """Return the files for WeasyPrint, each the data of the whole document."""
    from weasyprint import Attachment  # noqa: PLC0415

    return [
        Attachment(
            file_obj=io.BytesIO(file.data),
            name=file.name,
            description=file.description,
            created=datetime.combine(file.date, time(), UTC),
            modified=datetime.combine(file.date, time(), UTC),
            relationship="Data",
        )
        for file in sorted(files, key=lambda file: file.name)
    ]


class _Complaints(logging.Handler):
    """Collect what WeasyPrint logs at warning level or above, but for the fonts."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember the record's text."""
        if not str(record.msg).startswith(_ABOUT_FONTS):
            self.messages.append(record.getMessage())


@contextmanager
def _no_complaints(forget: Callable[[], None]) -> Iterator[None]:
    """Raise RenderingFault if WeasyPrint logs a warning meanwhile, and log nothing.

    `forget` is called then: what was complained of once is to be complained of each time.
    """
    logger = logging.getLogger("weasyprint")
    complaints = _Complaints()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(complaints)
    try:
        yield
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate
    if complaints.messages:
        forget()
        raise RenderingFault("; ".join(complaints.messages))


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Hold the garbage collector back: a sixth of the time, and memory allows it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
