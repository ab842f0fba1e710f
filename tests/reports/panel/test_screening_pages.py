"""The pages of the formal screening, as HTML files to open in a browser (K1)."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.screening import CRITERIA, Screening
from reviewpkg.procedure.panel import panel
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.reports.document import Document
from reviewpkg.reports.panel.packet import PanelPacket
from reviewpkg.reports.panel.screening_packet import screening_packet
from tests.html_snapshot import HtmlFile
from tests.procedure.panel.build_panel import RULES
from tests.reports.panel.screening_call import (
    CLIMBING,
    EVERYTHING,
    FURNITURE,
    HOSTILE_NUMBER,
    MIDNIGHT,
    SCREENED,
    screened,
    submitted,
)

LETTERS = ("02", "03", "04", "05", "06", "07", "08", "09", "12")
PATHS = ("formell-vurdering", "avslag-formelle-krav")
NOTHING = Screening(omitted=frozenset(CRITERIA))


class PanelPage(HtmlFile):
    root = "../../../../.."


def packet(screening: panel.Screening = SCREENED) -> PanelPacket:
    return screening_packet(screening, FURNITURE)


def pages(screening: panel.Screening = SCREENED) -> dict[str, Document]:
    return {one.path: one for one in packet(screening).packet.documents}


def html(document: Document) -> str:
    return render_html(document.template, document.page)


def text(document: Document) -> str:
    """Return the words of a page."""
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", html(document), flags=re.DOTALL)
    return " ".join(bare.split())


def sheets(document: Document) -> int:
    return len(PdfReader(BytesIO(write_pdf(html(document)))).pages)


def test_the_packet_holds_these_documents() -> None:
    made = packet().packet
    paths = [one.path for one in made.documents]
    assert paths[:2] == list(PATHS)
    assert paths[4:] == [f"begrunnelser/2024-{one}" for one in LETTERS]
    assert list(made.tables) == ["decisions.csv"]
    assert list(made.exports) == ["avslag-formelle-krav"]


@pytest.mark.parametrize(
    "path",
    [*PATHS, "begrunnelser/2024-04", "begrunnelser/2024-12"],
    ids=lambda path: path.replace("/", "-"),
)
def test_page(path: str, snapshot: SnapshotAssertion) -> None:
    assert html(pages()[path]) == snapshot(extension_class=PanelPage)


def test_a_list_s_page_and_its_table_stand_on_shelves_of_their_own() -> None:
    made = packet()
    files = {f"avslag-formelle-krav.{ending}" for ending in ("csv", "html", "pdf", "xlsx")}
    overview = html(made.index(files, ()))
    assert overview.count('href="avslag-formelle-krav.pdf"') == 1
    assert overview.count('href="avslag-formelle-krav.csv"') == 1


def test_the_overview(snapshot: SnapshotAssertion) -> None:
    made = packet()
    files = {f"{one}.{ending}" for one in pages() for ending in ("html", "pdf")}
    files |= {"avslag-formelle-krav.csv", "avslag-formelle-krav.xlsx"}
    files |= {"decisions.csv", "manifest.json"}
    assert html(made.index(files, ())) == snapshot(extension_class=PanelPage)


@pytest.mark.parametrize("path", [*PATHS, "begrunnelser/2024-02"])
def test_page_goes_to_print_without_a_complaint(path: str) -> None:
    assert write_pdf(html(pages()[path])).startswith(b"%PDF")


def test_the_reasons_fit_on_one_page_whatever_fails() -> None:
    assert sheets(pages()["begrunnelser/2024-12"]) == 1
    assert len(next(one for one in SCREENED.results if one.project_number == "2024/12").failed) == (
        len(CRITERIA)
    )


@pytest.mark.parametrize("path", PATHS)
def test_every_column_has_a_heading(path: str) -> None:
    found = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', html(pages()[path]))
    assert found
    assert all(one.strip() for one in found)


def test_no_text_of_the_tables_becomes_markup() -> None:
    for document in pages().values():
        assert "<script" not in html(document)
        assert "<b>Oslo" not in html(document)


def test_no_file_is_named_by_a_raw_project_number() -> None:
    letters = list(pages())[2:4]
    assert all(re.fullmatch(r"begrunnelser/x-[0-9a-f]{6}", path) for path in letters)
    assert len(set(letters)) == 2
    titles = {pages()[path].page.frame.title for path in letters}
    assert titles == {f"Avslag på formelle krav: {one}" for one in (HOSTILE_NUMBER, CLIMBING)}


def test_the_reasons_name_no_other_application() -> None:
    numbers = {one.project_number for one in SCREENED.results}
    for path, document in pages().items():
        if path.startswith("begrunnelser/2024"):
            own = path.removeprefix("begrunnelser/").replace("-", "/")
            assert [one for one in numbers if one in text(document)] == [own]


def test_each_copy_of_the_reasons_is_the_institution_s_own() -> None:
    assert pages()["begrunnelser/2024-06"].page.frame.recipient == "Sjøkanten Klinikk AS"


def test_the_export_has_every_reason() -> None:
    table = packet().packet.exports["avslag-formelle-krav"]
    assert table.header == (
        "Prosjektnummer",
        "Prosjektnavn",
        "Søkerinstitusjon",
        "Helseregion",
        "Krav",
        "Begrunnelse",
    )
    row = next(one for one in table.rows if one[0] == "2024/02")
    assert row[1:5] == ("Studie 2024/02", "Oslo", "Sør-Øst", "F1 F11")
    assert str(row[5]).replace("\u00a0", " ") == (
        "Innsendt 15. mai 2024 kl. 16:01 (norsk tid), som er etter fristen 15. mai 2024 kl. 16:00. "
        "Søknaden kom inn gjennom «e-post», ikke gjennom eSøknad."
    )


def test_the_summary_counts_applications_and_criteria() -> None:
    assert packet().summary == (
        "14 søknader: 2 til vurdering, 11 avvist på formelle krav, 1 trukket.",
        (
            "Krav som ikke er oppfylt: F1 frist 2, F2 sum 3, F3 varighet 3, F4 språk 2, "
            "F5 ledelse 3, F6 brukere 2, F7 region 5, F8 pasient 2, F9 CV 5, F10 markør 2, "
            "F11 kanal 2."
        ),
    )
    assert not packet().packet.warnings


def test_one_that_passes_alone() -> None:
    made = packet(screened(submitted("A")))
    assert made.summary == ("1 søknad: 1 til vurdering, 0 avvist på formelle krav, 0 trukket.",)
    listed = {one.path: one for one in made.packet.documents}
    assert "Ingen søknader er avvist på formelle krav." in text(listed["avslag-formelle-krav"])
    assert "Den ene søknaden oppfyller de formelle kravene" in text(listed["formell-vurdering"])
    assert list(listed) == list(PATHS)
    assert made.packet.exports["avslag-formelle-krav"].rows == ()


def test_a_call_without_applications() -> None:
    made = packet(screened())
    assert made.summary == ("0 søknader: 0 til vurdering, 0 avvist på formelle krav, 0 trukket.",)
    assert not made.packet.warnings
    assert "Ingen søknader er prøvd" in text(pages(screened())["formell-vurdering"])


def test_criteria_left_out_are_named_and_have_no_column(snapshot: SnapshotAssertion) -> None:
    rules = replace(RULES, deadline=None, omitted=frozenset({"F10"}))
    protocol = pages(screened(submitted("A"), EVERYTHING, rules=rules))["formell-vurdering"]
    assert "Ikke stilt i denne utlysningen: F1 Frist, F10 Eksplorative markører." in text(protocol)
    assert html(protocol) == snapshot(extension_class=PanelPage)


def test_a_call_that_asks_nothing_formal() -> None:
    protocol = pages(screened(EVERYTHING, rules=NOTHING))["formell-vurdering"]
    assert "Utlysningen stiller ingen formelle krav." in text(protocol)
    assert sheets(protocol) == 1


def test_the_reasons_say_that_the_rest_is_met_only_where_there_is_a_rest() -> None:
    rest = "De andre formelle kravene er oppfylt."
    assert rest in text(pages()["begrunnelser/2024-02"])
    assert rest not in text(pages()["begrunnelser/2024-12"])


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        pytest.param({"submitted": MIDNIGHT}, "A er ført som innsendt kl. 00:00", id="midnight"),
        pytest.param({"duration_months": 61}, "ingen søknader oppfyller alle", id="nobody-passes"),
    ],
)
def test_what_may_be_a_mistake_is_warned_about(changes: dict[str, Any], warning: str) -> None:
    (said,) = packet(screened(submitted("A", **changes))).packet.warnings
    assert said.startswith(warning)


def test_a_criterion_that_nobody_meets_is_warned_about() -> None:
    late = [submitted(number, channel="Portalen") for number in "AB"]
    said = packet(screened(*late)).packet.warnings
    assert said[1].startswith("ingen av de 2 søknadene oppfyller F11 (Søknadskanal).")


def test_midnight_on_another_day_or_without_a_deadline_is_no_mistake() -> None:
    before = submitted("A", submitted=MIDNIGHT.replace(day=14))
    assert not packet(screened(before)).packet.warnings
    at_midnight = submitted("A", submitted=MIDNIGHT)
    assert not packet(screened(at_midnight, rules=replace(RULES, deadline=None))).packet.warnings
