"""K4: the pages of the recommendation, as files to open in a browser."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.panel import PanelReview
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.reports.document import Document
from tests.html_snapshot import HtmlFile
from tests.reports.panel.award_case import (
    EVERYONE_FITS,
    LINE_ON_BUDGET,
    NO_THEME,
    NOBODY_WORTHY,
    NOTHING_FITS,
    RULED,
    handed_out,
)

BOARD, DIRECTORS, RECORD = "programstyret/innstilling", "direktormotet/innstilling", "protokoll"
PATHS = (BOARD, DIRECTORS, RECORD)
CASES = {
    "ruled": RULED,
    "no-theme": NO_THEME,
    "nobody-worthy": NOBODY_WORTHY,
    "everyone-fits": EVERYONE_FITS,
    "nothing-fits": NOTHING_FITS,
    "line-on-budget": LINE_ON_BUDGET,
}


class PanelHtml(HtmlFile):
    root = "../../../../.."


def page(path: str, review: PanelReview = RULED) -> Document:
    return next(one for one in handed_out(review).packet.documents if one.path == path)


def html(path: str, review: PanelReview = RULED) -> str:
    document = page(path, review)
    return render_html(document.template, document.page)


def text(path: str, review: PanelReview = RULED) -> str:
    """Return the words of a page, spaces made alike."""
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", html(path, review), flags=re.DOTALL)
    return " ".join(bare.split())


def test_the_packet_holds_these_documents() -> None:
    made = handed_out().packet
    assert tuple(one.path for one in made.documents) == PATHS
    assert list(made.tables) == ["decisions.csv"]
    assert list(made.exports) == ["innstilling", "avslag-ikke-innstilt"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.replace("/", "-"))
def test_page(path: str, snapshot: SnapshotAssertion) -> None:
    assert html(path) == snapshot(extension_class=PanelHtml)


@pytest.mark.parametrize("case", [case for case in CASES if case != "ruled"])
def test_the_board_s_list_where(case: str, snapshot: SnapshotAssertion) -> None:
    assert html(BOARD, CASES[case]) == snapshot(extension_class=PanelHtml)


@pytest.mark.parametrize("case", ["nobody-worthy", "everyone-fits"])
def test_the_directors_list_where(case: str, snapshot: SnapshotAssertion) -> None:
    assert html(DIRECTORS, CASES[case]) == snapshot(extension_class=PanelHtml)


def test_the_overview(snapshot: SnapshotAssertion) -> None:
    made = handed_out()
    files = {f"{one.path}.{form}" for one in made.packet.documents for form in ("html", "pdf")}
    files |= {f"{path}.{form}" for path in made.packet.exports for form in ("csv", "xlsx")}
    index = made.index({*files, "decisions.csv", "manifest.json"}, made.packet.warnings)
    assert render_html(index.template, index.page) == snapshot(extension_class=PanelHtml)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("case", CASES)
def test_page_goes_to_print_without_a_complaint(path: str, case: str) -> None:
    assert write_pdf(html(path, CASES[case])).startswith(b"%PDF")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_that_somebody_wrote_becomes_markup(path: str) -> None:
    found = html(path)
    assert "<script" not in found
    assert "<b>rammer</b>" not in found
    assert "<i>.xlsx" not in found


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("case", CASES)
def test_no_heading_is_empty(path: str, case: str) -> None:
    assert not re.search(r"<(th|h2)[^>]*>\s*</", html(path, CASES[case]))


@pytest.mark.parametrize("case", CASES)
def test_the_directors_have_nothing_to_write_on_but_the_signature(case: str) -> None:
    found = re.sub(r"<style>.*?</style>", "", html(DIRECTORS, CASES[case]), flags=re.DOTALL)
    assert found.count('class="rule"') == 2
    assert found.count('class="signature"') == 2
    for mark in ("<input", "<form", "<textarea", "<select", 'class="pen', 'class="box"', "tick"):
        assert mark not in found.replace('class="pen-label"', "")


@pytest.mark.parametrize("case", CASES)
def test_the_directors_are_told_that_the_order_is_not_theirs(case: str) -> None:
    assert "Rekkefølgen er ekspertenes og ligger fast." in text(DIRECTORS, CASES[case])


def test_the_directors_see_no_grades() -> None:
    found = text(DIRECTORS)
    for word in ("Karakter", "Kvalitet", "Nytte", "4,4", "3,75"):
        assert word not in found
    assert "2024/K107" not in found


def test_the_board_reads_what_the_theme_changed() -> None:
    assert (
        "Uten prioriteringen ville 2024/K101 ikke vært innstilt, men 2024/K104 ville vært det."
    ) in text(BOARD)


def test_the_board_reads_of_those_whose_fate_without_the_theme_is_open() -> None:
    assert (
        "Uten prioriteringen ville 2024/K101 ikke vært innstilt. Linjen ville da gått mellom "
        "2024/K104 og 2024/K105, som står likt. Hvem av dem som ville vært innstilt, kan derfor "
        "ikke avgjøres."
    ) in text(BOARD, LINE_ON_BUDGET)


def test_a_call_without_a_theme_says_nothing_of_one_to_board_and_directors() -> None:
    for path in (BOARD, DIRECTORS):
        assert "riorit" not in text(path, NO_THEME)
        assert "protonterapi" not in text(path, NO_THEME).casefold()
    assert "Utlysningen har ikke noe prioritert tema." in text(RECORD, NO_THEME)


def test_a_sum_equal_to_the_budget_is_recommended_and_leaves_nothing() -> None:
    found = text(BOARD)
    assert "Står igjen 60 000 000 kr 4 søknader 60 000 000 kr 0 kr" in found
    assert "10 000 000 kr over rammen" in found


def test_the_board_reads_both_orders_of_the_tie_and_the_ruling() -> None:
    found = text(BOARD)
    assert "2024/K105, 2024/K104 2024/K105 0 ja" in found
    assert "2024/K104, 2024/K105 2024/K104 5 000 000 –" in found
    assert "Lederens avgjørelse: 2024/K105 har plass 4." in found


def test_the_panel_s_leader_signs_by_name() -> None:
    assert "Eva Leder Leder av ekspertpanelet" in text(BOARD)
    assert "Leder av programstyret" in text(BOARD)


def test_the_record_says_why_each_application_ends_as_it_does() -> None:
    found = text(RECORD)
    assert (
        "Plass 5, løpende sum 70 000 000 kr, over rammen på 60 000 000 kr (D22). Karakter 4, "
        "kvalitet 4, nytte 4. Står likt med 2024/K105; lederen har ordnet dem (D20)."
    ) in found
    assert "Karakter 3,25 er under grensen på 3,5." in found
    assert "Prioritert tema løfter ingen søknad over grensen." in found
    assert "F2: Søknadssummen på 26 000 000 kr er over 25 000 000 kr." in found
    assert "Trukket fra trinn K2 og ikke med fra da av (D24)." in found


def test_the_record_names_every_reading_criterion_and_file() -> None:
    found = html(RECORD)
    for reading in ("D20", "D22", "D24"):
        assert re.search(rf'<th scope="row">{reading}</th><td>\s*\w', found)
    for number in range(1, 12):
        assert f'<th scope="row">F{number}</th>' in found
    assert "ab" * 32 in found
    assert "0c" * 32 in found
