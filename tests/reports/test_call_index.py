"""The overview of a whole call: how far it has come, and every document by its reader."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from reviewpkg.rendering.html import in_language
from reviewpkg.reports.call_index import call_index
from reviewpkg.reports.call_sections import sections
from reviewpkg.reports.call_shelves import Block, PacketOnDisk, Section
from reviewpkg.reports.call_state import CallState
from reviewpkg.reports.packet_index import Reader
from tests.html_snapshot import HtmlFile
from tests.reports.call_packets import (
    ANNE,
    HOSTILE,
    STEPS,
    YUSUF,
    document,
    everything,
    explained,
    forms,
    joint,
    packet,
    ranking,
    round_1,
    state,
)
from tests.reports.small_call import CALL

BOKMAL = Words(Language.BOKMAL)
PURPOSES = {one.command: one.purpose for one in STEPS}


class OverviewFile(HtmlFile):
    root = "../../../.."
    stylesheet = "call_index.css"


def of(reader: Reader, *packets: PacketOnDisk) -> Section:
    (found,) = (one for one in sections(BOKMAL, packets, PURPOSES) if one.reader is reader)
    return found


def block(section: Section, name: str) -> Block:
    (found,) = (one for one in section.blocks if one.name == name)
    return found


def titles(one: Block) -> list[str]:
    return [document.title for document in one.documents]


def html(*packets: PacketOnDisk) -> str:
    return in_language("call_index.html", call_index(state(), packets), Language.BOKMAL)


def test_the_page(snapshot: SnapshotAssertion) -> None:
    packets = (
        ranking(),
        explained(),
        replace(joint(), kept="joint-egne-filer/"),
        forms(),
        replace(round_1(), changed=frozenset({"utvelgelse-ks.pdf"})),
    )
    page = call_index(state("karakterer/: Per Lie har ikke levert."), packets)

    assert in_language("call_index.html", page, Language.BOKMAL) == snapshot(
        extension_class=OverviewFile
    )


def test_the_page_of_a_call_that_nothing_is_made_of(snapshot: SnapshotAssertion) -> None:
    page = call_index(CallState(CALL, ("47 søknader.",), STEPS, (), ()), ())

    assert in_language("call_index.html", page, Language.BOKMAL) == snapshot(
        extension_class=OverviewFile
    )


def test_a_reader_who_gets_nothing_has_no_place_on_the_page() -> None:
    found = [one.reader for one in sections(BOKMAL, (joint(),), PURPOSES)]

    assert found == [Reader.USER_REPRESENTATIVES, Reader.PROGRAMS]


def test_a_pair_has_its_documents_of_every_step_the_newest_first() -> None:
    pairs = of(Reader.PAIRS, round_1(), ranking())

    assert [one.name for one in pairs.blocks] == ["Par P1", "Par P2"]
    assert titles(block(pairs, "Par P1")) == [
        "Rangering – KS",
        "Rangering – Annet",
        "Samlet vurdering – par P1",
    ]
    assert block(pairs, "Par P1").about == "Kari Nordmann og Ola Hansen"


def test_a_pair_of_which_one_was_away_is_called_by_both() -> None:
    second = block(of(Reader.PAIRS, round_1(), ranking()), "Par P2")

    assert second.about == "Ida Moe og Per Lie"
    assert [one.recipient for one in second.documents] == ["", "", "Ida Moe, par P2"]


def test_a_member_goes_by_name_and_is_said_to_be_of_a_pair() -> None:
    members = of(Reader.REVIEWERS, forms())

    assert [(one.name, one.about) for one in members.blocks] == [
        ("Kari Nordmann", "Par P1"),
        ("Ida Moe", "Par P2"),
    ]


def test_what_goes_to_several_by_name_stands_with_each_and_what_is_for_all_stands_apart() -> None:
    users = of(Reader.USER_REPRESENTATIVES, round_1(), joint())

    assert [(one.name, titles(one)) for one in users.blocks] == [
        ("Felles", ["Felles karakter – KS"]),
        ("Anne Østby", ["Dagsorden – KS", "Skjema"]),
        ("Yusuf Dahlen", ["Dagsorden – Annet", "Dagsorden – KS", "Skjema"]),
    ]


def test_a_name_with_a_comma_is_one_reader_s() -> None:
    users, both = Reader.USER_REPRESENTATIVES, f"{YUSUF}, {ANNE}"
    folders = zip(("b1", "b2", "b3"), (ANNE, YUSUF, both), strict=True)
    forms = (document(users, f"brukere/{own}/skjema", "Skjema", name) for own, name in folders)
    agenda = document(users, "brukere/dagsorden-ks", "Dagsorden – KS", both)

    found = of(users, packet("joint", *forms, agenda))

    assert [(one.name, titles(one)) for one in found.blocks] == [
        (ANNE, ["Skjema"]),
        (YUSUF, ["Skjema"]),
        (both, ["Skjema", "Dagsorden – KS"]),
    ]


def test_what_is_for_one_office_stands_by_step_and_single_applications_last() -> None:
    office = of(Reader.SECRETARIAT, round_1(), ranking(), explained())

    assert [one.name for one in office.blocks] == [
        "Til rangering, skjemaer (2.5)",
        "Utvelgelse, avslag 1 og skjemaer (1.2–1.4)",
        "Enkeltsøknader",
    ]


def test_everything_of_a_pair_is_printed_in_one_go() -> None:
    stack = block(of(Reader.PAIRS, round_1(), ranking()), "Par P1").to_print

    assert stack is not None
    assert stack.href == "utskrift/parene/par-p1.pdf"
    assert [path for path, _ in stack.parts] == [
        "ranking/par/par-p1/rangering-KS-p1.pdf",
        "ranking/par/par-p1/rangering-Annet-p1.pdf",
        "round1/par/par-p1/samlet-p1.pdf",
    ]


def test_the_newest_step_is_printed_for_all_pairs_one_pair_after_the_other() -> None:
    stack = of(Reader.PAIRS, round_1(), ranking()).to_print

    assert stack is not None
    assert (stack.href, stack.step) == ("utskrift/parene.pdf", "til rangering, skjemaer (2.5)")
    assert [path.split("/")[2] for path, _ in stack.parts] == [
        "par-p1",
        "par-p1",
        "par-p2",
        "par-p2",
    ]


def test_what_goes_to_several_by_name_is_printed_for_each() -> None:
    stack = of(Reader.USER_REPRESENTATIVES, round_1(), joint()).to_print

    assert stack is not None
    assert [title for _, title in stack.parts] == [
        "Felles karakter – KS",
        "Dagsorden – KS",
        "Dagsorden – Annet",
        "Dagsorden – KS",
    ]


def test_what_is_outdated_is_marked_and_never_printed() -> None:
    late = replace(ranking(), outdated=True)
    pairs = of(Reader.PAIRS, round_1(), late)
    first = block(pairs, "Par P1")

    assert [one.outdated for one in first.documents] == [True, True, False]
    assert first.to_print is not None
    assert first.to_print.href == "round1/par/par-p1/samlet-p1.pdf"
    assert pairs.to_print is not None
    assert pairs.to_print.step == PURPOSES["round1"]


def test_what_someone_changed_is_marked_and_never_printed() -> None:
    late = replace(ranking(), changed=frozenset({"par/par-p1/rangering-KS-p1.pdf"}))
    first = block(of(Reader.PAIRS, late), "Par P1")

    assert [one.changed for one in first.documents] == [True, False]
    assert first.to_print is not None
    assert first.to_print.href == "ranking/par/par-p1/rangering-Annet-p1.pdf"


def test_a_reader_without_a_pdf_has_nothing_to_print() -> None:
    assert of(Reader.EXTRA_WEB, round_1()).to_print is None
    assert 'href="utskrift/extraweb' not in html(*everything())


def test_only_files_that_are_there_are_linked() -> None:
    without = replace(round_1(), files=frozenset({"par/par-p1/samlet-p1.xlsx"}))
    (pair,) = of(Reader.PAIRS, without).blocks

    assert [link.href for one in pair.documents for link in one.links] == [
        "round1/par/par-p1/samlet-p1.xlsx"
    ]


def test_a_packet_of_another_make_is_listed_by_its_manifest_alone() -> None:
    older = replace(round_1(), contents=None)

    assert [one.reader for one in sections(BOKMAL, (older,), PURPOSES)] == [Reader.PROGRAMS]
    assert 'href="round1/index.html"' in html(older)


def test_a_sentence_stands_once_with_the_steps_that_said_it_and_warnings_first() -> None:
    found = call_index(state("En feil."), everything()).noticed

    assert [(one.sentence, one.steps, one.outdated) for one in found] == [
        ("En feil.", (), False),
        ("Advarsel: noe gammelt.", ("forms",), True),
        ("Advarsel: par P1 avviker.", ("round1",), False),
        ("Merknad: en kolonne er ukjent.", ("forms", "round1", "joint"), False),
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_in_which_packets_are_found_changes_nothing(order: int) -> None:
    assert html(*everything()[::order]) == html(*everything())


def test_a_title_never_becomes_markup_and_nothing_is_fetched() -> None:
    page = html(*everything())

    assert HOSTILE not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"https?://|src=|@import|<script|url\(", page)
    assert "default-src 'none'" in page


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(one) for one in re.findall(r"<h(\d)", html(*everything()))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_two_places_on_the_page_have_the_same_name() -> None:
    names = re.findall(r' id="([^"]+)"', html(*everything()))

    assert sorted(set(names)) == sorted(names)
