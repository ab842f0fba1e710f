"""Who is proposed for what, as the secretariat sees it (K2)."""

from __future__ import annotations

from dataclasses import replace

from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.applications import Conflict
from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.procedure.panel import panel
from reviewpkg.rendering.html import render_html
from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.reports.panel.forms_packet import forms_packet
from reviewpkg.reports.panel.packet import PanelPacket
from reviewpkg.reports.panel.proposal import proposal
from tests.html_snapshot import HtmlFile
from tests.reports.panel.panel_call import FURNITURE, before_grading

REVIEW = before_grading()
BARRED = tuple(
    Conflict("2024/K104", member, from_step=PanelStep.GRADING) for member in ("e1", "e2", "e3")
)


class PanelPage(HtmlFile):
    root = "../../../../.."


def packet(review: PanelReview = REVIEW) -> PanelPacket:
    return forms_packet(panel.screen(review), FURNITURE)


def html(review: PanelReview = REVIEW) -> str:
    (document,) = packet(review).packet.documents
    assert document.path == "fordeling"
    return render_html(document.template, document.page)


def test_the_page(snapshot: SnapshotAssertion) -> None:
    written = html()
    assert written == snapshot.use_extension(PanelPage)
    assert write_pdf(written).startswith(b"%PDF")


def test_loads_differ_by_one_at_most() -> None:
    loads = [len(one.applications) for one in proposal(panel.screen(REVIEW)).work]
    assert (min(loads), max(loads)) == (5, 6)
    assert packet().summary == ("8 søknader er fordelt på 4 eksperter, 5 til 6 på hver.",)


def test_what_k1_turned_down_and_what_is_withdrawn_is_not_there() -> None:
    assert "2024/K109" not in html()
    assert "2024/K110" not in html()


def test_fewer_unconflicted_experts_than_wanted_is_warned_about() -> None:
    assert packet().packet.warnings == (
        (
            "Hver søknad skulle hatt 3 eksperter, men så mange habile eksperter har ikke "
            "2024/K105 (2)."
        ),
    )
    assert "bare 2 av 3" in html()


def test_fewer_than_the_call_demands_is_warned_about_by_itself() -> None:
    review = replace(REVIEW, conflicts=(*REVIEW.conflicts, *BARRED))
    warnings = packet(review).packet.warnings
    assert warnings[0] == (
        "Utlysningen krever karakter fra minst 2 eksperter, men så mange habile eksperter har ikke "
        "2024/K104 (1). Uten flere i fagutvalg kan panelmøtet ikke forberedes."
    )
    assert "2024/K105 (2)" in warnings[1]
    assert "færre enn de 2 utlysningen krever" in html(review)


def test_as_many_as_wanted_is_no_warning() -> None:
    review = replace(REVIEW, call=replace(REVIEW.call, experts_proposed=2))
    assert packet(review).packet.warnings == ()
    assert "Færre habile" not in html(review)


def test_a_conflict_that_begins_with_the_meeting_keeps_nobody_from_grading() -> None:
    (one,) = (
        one
        for one in proposal(panel.screen(REVIEW)).applications
        if one.project_number == "2024/K106"
    )
    assert one.conflicted == ()


def test_an_expert_without_applications_is_named() -> None:
    barred = tuple(
        Conflict(one.project_number, "e4", from_step=PanelStep.GRADING)
        for one in REVIEW.applications
    )
    assert "Per Sæther har ingen søknader å vurdere" in html(replace(REVIEW, conflicts=barred))


def test_where_k1_turned_down_everything_there_is_nothing_to_hand_out() -> None:
    made = packet(replace(REVIEW, eligible=frozenset()))
    assert made.packet.forms == ()
    assert made.packet.warnings == ()
    assert made.summary == ("Ingen søknader er fordelt på ekspertene.",)
    assert "Ingen søknader skal vurderes." in html(replace(REVIEW, eligible=frozenset()))


def test_the_overview_says_who_does_what_next() -> None:
    document = packet().index({"fordeling.pdf", "eksperter/e1/karakterskjema-e1.xlsx"}, ())
    written = render_html(document.template, document.page)
    assert "sender hvert skjema bare til den det gjelder" in written
    assert "«karakterer»" in written
    assert "make panel" in written
