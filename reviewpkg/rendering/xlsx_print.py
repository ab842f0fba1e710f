"""Set a sheet up for paper: A4, one page wide, with what stands on every page of the packet."""

from __future__ import annotations

from typing import Final

from xlsxwriter.worksheet import Worksheet

from reviewpkg.domain.forms import FormWorkbook
from reviewpkg.languages.visible import visible
from reviewpkg.languages.words import Words, marked

PAGE_OF_PAGES: Final = marked("Side {page} av {pages}")
A4: Final = 9
SMALL: Final = "&8"
SHORT: Final = 56  # characters; a header or footer holds 255 with its codes
LONG: Final = 110


def print_form(sheet: Worksheet, form: FormWorkbook) -> None:
    """Set up the sheet to fill in: landscape, the headings on every page."""
    _set_up(sheet, form, form.title)
    sheet.set_landscape()
    sheet.repeat_rows(0)


def print_explanation(sheet: Worksheet, form: FormWorkbook) -> None:
    """Set up the sheet that explains, which says the form's title itself."""
    _set_up(sheet, form, "")


def _set_up(sheet: Worksheet, form: FormWorkbook, title: str) -> None:
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.9, bottom=0.8)
    parts = zip("LCR", (form.call, title, form.step), strict=True)
    # A space after the size, or a text that begins with a figure would change it
    sheet.set_header("".join(f"&{at}{SMALL} {_band(text, SHORT)}" for at, text in parts))
    copy, basis = foot_of(form)
    pages = Words(form.language).say(PAGE_OF_PAGES, page="&P", pages="&N")
    left, right = _band(copy, LONG), _band(basis, SHORT)
    sheet.set_footer(f"&L{SMALL} {left}&R{SMALL} {right} · {pages}")


def foot_of(form: FormWorkbook) -> tuple[str, str]:
    """Return what stands at every foot before the page number: whose copy, date and basis."""
    words = Words(form.language)
    copy = words.say("Kopi: {recipient}", recipient=form.recipient)
    made = words.figures.date_long(form.date)
    if form.identity is None:
        return copy, made
    basis = words.say("grunnlag {fingerprint}", fingerprint=form.identity.basis)
    return copy, f"{made} · {basis}"


def _band(text: str, most: int) -> str:
    """Return one line for a header or footer, where `&` begins a code and must be doubled."""
    line = " ".join(text.split())
    fitting = (
        # A doubled & before G would still be counted as a picture.
        cut(line, limit).replace("&G", "&\u200aG").replace("&", "&&")
        for limit in range(most, 0, -1)
    )
    return next((band for band in fitting if _units(band) <= most), "")


def cut(text: str, most: int) -> str:
    """Return `text` as it may be shown, cut with an ellipsis where the format would refuse it.

    The format counts UTF-16 units: a character outside the basic plane is two.
    """
    text = visible(text)
    if _units(text) <= most:
        return text
    kept = text[: most - 1]
    while _units(kept) > most - 1:
        kept = kept[:-1]
    return f"{kept}…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
