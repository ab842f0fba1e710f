"""Every list that has a row for each application is given out in parts, in every packet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

from reviewpkg.domain.steps import Step
from reviewpkg.rendering.html import render_html
from reviewpkg.reports import parts
from reviewpkg.reports.award_packet import award_packet
from reviewpkg.reports.conference_packets import joint_packet, plenary_1_packet
from reviewpkg.reports.contents import contents
from reviewpkg.reports.document import Document, Furniture
from reviewpkg.reports.packet import Packet
from reviewpkg.reports.packet_index import Reader
from reviewpkg.reports.panel.screening_packet import screening_packet
from reviewpkg.reports.parts import Divisible, PartFrame
from reviewpkg.reports.ranking_packet import ranking_list_packet, ranking_packet
from reviewpkg.reports.step_index import shelves
from tests.reports import award_call, conference_call, ranking_call
from tests.reports.panel import award_case, screening_call

SEAL = "5ea15ea1"
PART = re.compile(r"(.+)_del-(\d+)")
NUMBER = re.compile(r'<th scope="row"[^>]*class="id">([^<]+)<')
HEADING = re.compile(r"<h2>(.*?)</h2>")
LINE = re.compile(r'<tr class="line">.*?</tr>', re.DOTALL)


def joint() -> Packet:
    come = conference_call.before(Step.JOINT)
    areas = conference_call.areas(come)
    return joint_packet(conference_call.ROUND_1, come, areas, conference_call.FURNITURE)


def plenary_1() -> Packet:
    come = conference_call.before(Step.PLENARY_1)
    areas = conference_call.areas(come)
    return plenary_1_packet(conference_call.ROUND_1, come, areas, conference_call.FURNITURE)


def ranking() -> Packet:
    one = ranking_call
    return ranking_packet(one.decided(), one.conference(), one.areas(), one.FURNITURE)


def ranking_list() -> Packet:
    one = ranking_call
    return ranking_list_packet(one.decided(), one.awards(), one.FURNITURE)


def award() -> Packet:
    one = award_call
    ends = one.awards(one.CONFERENCE)
    return award_packet(one.decided(), one.CONFERENCE, ends, one.FURNITURE, one.INPUTS, ())


def screening() -> Packet:
    return screening_packet(screening_call.SCREENED, screening_call.FURNITURE).packet


def recommendation() -> Packet:
    return award_case.handed_out().packet


MADE: dict[str, tuple[Callable[[], Packet], set[str]]] = {
    "joint": (joint, {"brukerrepresentanter/dagsorden-ks"}),
    "plenary1": (plenary_1, {"fagutvalget/plenum-1-ks", "fagutvalget/plenum-1-annet"}),
    "ranking": (ranking, {"budsjettlinje-ks", "avslag-2-ks"}),
    "ranking-list": (ranking_list, {"rangeringsliste-ks"}),
    "award": (award, {"avslag-3-ks"}),
    "screening": (screening, {"formell-vurdering", "avslag-formelle-krav"}),
    "recommendation": (recommendation, {"protokoll"}),
}


def html(document: Document) -> str:
    shown = document.bearing(SEAL)
    return render_html(shown.template, shown.page)


def together(packet: Packet) -> dict[str, list[Document]]:
    """Return the parts of each document, by the path that it has whole."""
    found: dict[str, list[Document]] = {}
    for one in packet.documents:
        of_whole = PART.fullmatch(one.path)
        found.setdefault(of_whole[1] if of_whole else one.path, []).append(one)
    return found


@pytest.mark.parametrize("few", [1, 3])
@pytest.mark.parametrize("step", MADE)
def test_the_parts_hold_every_row_and_line_of_the_whole_once(
    step: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, divided = MADE[step]
    whole = together(made())
    monkeypatch.setattr(parts, "MOST_ROWS", few)
    given = together(made())
    assert few > 1 or {path for path, some in given.items() if len(some) > 1} >= divided
    assert given.keys() == whole.keys()
    for path, some in given.items():
        (before,) = (html(one) for one in whole[path])
        after = [html(one) for one in some]
        for found in (NUMBER, LINE):
            counted = Counter(one for text in after for one in found.findall(text))
            assert counted == Counter(found.findall(before)), path
        assert {one for text in after for one in HEADING.findall(text)} == {
            *HEADING.findall(before)
        }, path
        assert [SEAL in text for text in after] == [SEAL in before] * len(after), path
        assert sum(text.count('class="signatures"') for text in after) == before.count(
            'class="signatures"'
        ), path


@pytest.mark.parametrize("few", [1, 3])
@pytest.mark.parametrize("step", MADE)
def test_no_part_holds_more_rows_than_it_may(
    step: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST_ROWS", few)
    made, _ = MADE[step]
    for one in made().documents:
        if isinstance(one.page, Divisible):
            items = one.page.items()
            assert sum(item.rows for item in items) <= few or len(items) == 1, one.path


def test_the_parts_of_a_list_stand_side_by_side_on_their_readers_shelves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parts, "MOST_ROWS", 4)
    packet = ranking_list()
    files = {f"{one.path}.pdf" for one in packet.documents}
    words = Furniture(ranking_call.CALL).words
    holds = contents(words, shelves(words, packet, files), ())
    for reader in (Reader.PANEL, Reader.CONTROL_COMMITTEE):
        mine = [one for one in holds.documents if one.reader is reader]
        lists = [one for one in mine if one.title.startswith("Rangeringsliste")]
        assert [one.title for one in lists] == [
            f"Rangeringsliste – KS, del {number} av {len(lists)}"
            for number in range(1, len(lists) + 1)
        ]
        assert [one.files for one in lists] == [
            (f"rangeringsliste-ks_del-{number}.pdf",) for number in range(1, len(lists) + 1)
        ]
        assert len(lists) > 2


def test_an_e_mail_has_every_part_attached_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_ROWS", 4)
    packet = ranking_list()
    lists = [f"{one.path}.pdf" for one in packet.documents if "liste" in one.path]
    assert len(lists) > 2
    for draft in packet.drafts:
        assert list(draft.attachments) == lists
        assert "Den ligger ved som PDF, lange lister i flere deler." in draft.body


def test_the_table_of_a_ranking_list_goes_whole_with_its_first_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (whole,) = [one for one in ranking_list().documents if "liste" in one.path]
    monkeypatch.setattr(parts, "MOST_ROWS", 4)
    first, *others = [one for one in ranking_list().documents if "liste" in one.path]
    assert first.enclosures == whole.enclosures
    assert [one.enclosures for one in others] == [()] * len(others)
    assert all(isinstance(one.page.frame, PartFrame) for one in (first, *others))
