"""Turn a self-contained HTML file into a PDF, one or many at a time.

WeasyPrint is imported only when something is printed, since that takes a second.
"""

import gc
import io
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from multiprocessing import get_context, parent_process
from threading import Thread
from types import MappingProxyType
from typing import Any, Final

from reviewpkg.rendering.page_fonts import FAMILY

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


def write_pdf(html: str, files: Sequence[DataFile] = ()) -> bytes:
    """Return the PDF of `html`, with files of data embedded: the same bytes in any process.

    Nothing but the text and our fonts is read: a picture or stylesheet that would have to be
    fetched from a file or the network raises RenderingFault, as does every complaint of
    WeasyPrint's. What no font of the machine has is printed as «�»: an archival document may
    show no character that it has no letter for.
    """
    pdf, unknown = _written(html, files)
    if unknown:
        pdf, _ = _written(html.translate(dict.fromkeys(unknown, _REPLACEMENT)), files)
    return pdf


def _written(html: str, files: Sequence[DataFile]) -> tuple[bytes, set[int]]:
    """Return the PDF, and the code points that no font of the machine has."""
    from weasyprint import HTML  # noqa: PLC0415
    from weasyprint.urls import FatalURLFetchingError, URLFetcher  # noqa: PLC0415

    from reviewpkg.rendering import pdf_shared as shared  # noqa: PLC0415
    from reviewpkg.rendering.pdf_finish import finish  # noqa: PLC0415
    from reviewpkg.rendering.pdf_metadata import archival  # noqa: PLC0415
    from reviewpkg.rendering.pdf_tags import own_tags  # noqa: PLC0415

    only_inline = URLFetcher(allowed_protocols={"data"}, fail_on_errors=True)
    options = {**PDF_OPTIONS, "attachments": _embedded(files), "finisher": finish}
    with _no_complaints(shared.stylesheet.cache_clear), _no_garbage_collection(), own_tags():
        try:
            page, style = shared.without_stylesheet(html)
            fonts, faces = shared.fonts()
            source = HTML(string=page, url_fetcher=only_inline)
            document = source.render(
                font_config=fonts, stylesheets=[shared.stylesheet(style), faces]
            )
            document.metadata = archival(document.metadata)
            with shared.fonts_opened_once():
                pdf: bytes = document.write_pdf(full_fonts=True, **options)
            used = document.fonts.values()
            unknown = {code for font in used for code in font.missing}
            if not unknown and any(font.family != FAMILY for font in used):
                # Fonts of the machine stand in for rare characters, and would be megabytes if
                # whole.
                options["attachments"] = _embedded(files)
                pdf = document.write_pdf(**options)
        except FatalURLFetchingError as error:
            raise RenderingFault(str(error)) from error
    return pdf, unknown


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


def render_all(
    jobs: Sequence[PdfJob],
    workers: int,
    progress: Callable[[int, int, str], None] = lambda _done, _total, _name: None,
) -> Iterator[tuple[str, bytes]]:
    """Yield each job's name and PDF as it gets ready, the longest documents begun first.

    `progress` is told the number done, the number in all and the name of the one just
    finished. One worker or one job is done here; more in a pool of fresh processes. Raise
    RenderingFault, naming the document, if one cannot be printed.
    """
    longest_first = sorted(jobs, key=lambda job: -len(job.html))
    for done, (name, pdf) in enumerate(_finished(longest_first, workers), start=1):
        progress(done, len(jobs), name)
        yield name, pdf


def _finished(jobs: Sequence[PdfJob], workers: int) -> Iterator[tuple[str, bytes]]:
    """Yield the jobs' names and PDFs as they get ready."""
    if workers <= 1 or len(jobs) <= 1:
        yield from map(_print_job, jobs)
        return
    pool = ProcessPoolExecutor(
        min(workers, len(jobs)), mp_context=get_context("spawn"), initializer=_end_with_parent
    )
    try:
        for future in as_completed([pool.submit(_print_job, job) for job in jobs]):
            yield future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """See to it that a worker does not outlive the run that it works for, however that ends."""

    def wait() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def _print_job(job: PdfJob) -> tuple[str, bytes]:
    """Return the job's name and PDF; a fault names the document."""
    try:
        return job.name, write_pdf(job.html, job.files)
    except RenderingFault as fault:
        message = f"{job.name}: {fault}"
        raise RenderingFault(message) from fault


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
