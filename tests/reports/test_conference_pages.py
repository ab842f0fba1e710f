"""The pages of 2.1 to 2.4, as HTML files to open in a browser."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.steps import Step
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.reports.conference_index import conference_index
from reviewpkg.reports.conference_packets import (
    joint_packet,
    plenary_1_packet,
    plenary_2_packet,
    second_opinion_packet,
)
from reviewpkg.reports.document import Document
from reviewpkg.reports.packet import Packet
from tests.html_snapshot import HtmlFile
from tests.reports.conference_call import FURNITURE, ROUND_1, annet_waits, areas, before

STEPS = {
    Step.JOINT: joint_packet,
    Step.PLENARY_1: plenary_1_packet,
    Step.SECOND_OPINION: second_opinion_packet,
    Step.PLENARY_2: plenary_2_packet,
}
PATHS = (
    (Step.JOINT, "brukerrepresentanter/dagsorden-ks"),
    (Step.JOINT, "brukerrepresentanter/b1/dagsorden-ks-b1"),
    (Step.JOINT, "brukerrepresentanter/brukersamlet-ks"),
    (Step.PLENARY_1, "fagutvalget/plenum-1-ks"),
    (Step.PLENARY_1, "fagutvalget/plenum-1-annet"),
    (Step.SECOND_OPINION, "par/par-p4/tilleggsvurdering-ks-p4"),
    (Step.SECOND_OPINION, "brukerrepresentanter/brukertillegg-ks"),
    (Step.SECOND_OPINION, "lederen/fordeling-tilleggsvurderinger"),
    (Step.PLENARY_2, "fagutvalget/plenum-2-ks"),
    (Step.PLENARY_2, "fagutvalget/plenum-2-annet"),
)
IDS = [path.rpartition("/")[2] for _, path in PATHS]


def packet(step: Step, *, waits: bool = False) -> tuple[Packet, Document]:
    """Return a step's packet and its overview; `waits` leaves Annet behind."""
    conference = annet_waits(before(step)) if waits else before(step)
    come = areas(conference)
    made = STEPS[step](ROUND_1, conference, come, FURNITURE)
    files = {f"{one.path}.pdf" for one in made.documents} | {*made.tables, "manifest.json"}
    files |= {f"{form.path}.xlsx" for form in made.forms}
    overview = conference_index(
        step, made, ROUND_1, conference, come, FURNITURE, files=files, warnings=made.warnings
    )
    return made, overview


def html(step: Step, path: str) -> str:
    made, _ = packet(step)
    printed = [form.printed for form in made.forms if form.printed]
    found = next(one for one in (*made.documents, *printed) if one.path == path)
    return render_html(found.template, found.page)


@pytest.mark.parametrize(("step", "path"), PATHS, ids=IDS)
def test_page(step: Step, path: str, snapshot: SnapshotAssertion) -> None:
    assert html(step, path) == snapshot(extension_class=HtmlFile)


@pytest.mark.parametrize(("step", "path"), PATHS, ids=IDS)
def test_page_goes_to_print_without_a_complaint(step: Step, path: str) -> None:
    assert write_pdf(html(step, path)).startswith(b"%PDF")


@pytest.mark.parametrize(("step", "path"), PATHS, ids=IDS)
def test_every_column_has_a_heading_and_no_title_becomes_markup(step: Step, path: str) -> None:
    page = html(step, path)
    assert "<script" not in page
    assert not re.search(r'<th scope="col"[^>]*></th>', page)


@pytest.mark.parametrize("step", STEPS)
def test_the_overview(step: Step, snapshot: SnapshotAssertion) -> None:
    _, overview = packet(step, waits=True)
    assert render_html(overview.template, overview.page) == snapshot(extension_class=HtmlFile)


@pytest.mark.parametrize("step", STEPS)
def test_the_overview_links_every_file_there_is(step: Step) -> None:
    made, overview = packet(step)
    links = set(re.findall(r'href="([^"]+)"', render_html(overview.template, overview.page)))
    assert links >= {f"{one.path}.pdf" for one in made.documents}
    assert links >= {f"{form.path}.xlsx" for form in made.forms}
    assert links >= {*made.tables, "manifest.json"}


def test_the_overview_says_what_an_area_waits_for() -> None:
    _, overview = packet(Step.PLENARY_1, waits=True)
    page = render_html(overview.template, overview.page)
    assert "<b>Venter</b> på tabellen «samlet»." in page
    assert "Annet er ikke kommet hit ennå" in page


def test_on_a_screen_the_plenary_sheet_is_set_for_the_room() -> None:
    assert '<body class="landscape room">' in html(Step.PLENARY_1, "fagutvalget/plenum-1-ks")
    assert "@media screen" in html(Step.PLENARY_1, "fagutvalget/plenum-1-ks")
