"""A long list is given out in parts: nothing is lost, doubled or torn from what it belongs with."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from reviewpkg.languages.language import Language
from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.rendering.html import render_html
from reviewpkg.reports import parts
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.decision_record import DecisionRecord, decision_record
from reviewpkg.reports.document import Document, Enclosure, Furniture
from reviewpkg.reports.part import Part
from reviewpkg.reports.parts import MOST_ROWS, Divisible, Item, PartFrame, in_parts
from reviewpkg.reports.rejection_list import RejectionList, Row, rejection_list
from reviewpkg.reports.round_1_packet import documents, index
from reviewpkg.reports.selection_list import SelectionList, selection_list
from tests.reports.small_call import CALL, furniture, review

INPUTS = (("call.toml", "ab" * 32, 412),)
TABLE = Enclosure("avslag.csv", "Avslagene", CsvTable(("Nr.",), ()))


def rejections(count: int, language: Language = Language.BOKMAL) -> Document:
    found = rejection_list(run(review()), "KS", Furniture(replace(CALL, language=language)))
    rows = tuple(Row(f"FO{number:05}", "Tittel", "Forening", "1.3") for number in range(count))
    return Document("avslag-1-ks", "rejection_list.html", replace(found, rows=rows), (TABLE,))


def selection(area: int) -> Document:
    outcome = run(review(adjusted=False))
    page = selection_list(outcome, outcome.selections[area], furniture())
    return Document("utvelgelse", "selection_list.html", page)


def record() -> Document:
    page = decision_record(run(review()), furniture(), INPUTS, ("Et varsel.",))
    return Document("vedtaksprotokoll", "decision_record.html", page, sealed=True)


def at_most(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST_ROWS", rows)


def names(document: Document) -> list[str]:
    assert isinstance(document.page, Divisible)
    return [one.name for one in document.page.items()]


def held(document: Document) -> Part:
    assert isinstance(document.page.frame, PartFrame)
    return document.page.frame.part


def drawn(document: Document) -> list[tuple[list[str], list[str]]]:
    """Return, stretch by stretch, the last digits of the numbers and the clauses below them."""
    assert isinstance(document.page, SelectionList)
    return [
        (
            [row.project_number[-2:] for row in stretch.rows],
            [line.clause for line in stretch.lines],
        )
        for stretch in document.page.stretches
        if stretch.rows or stretch.lines
    ]


def html(document: Document, seal: str = "") -> str:
    shown = document.bearing(seal)
    text = render_html(shown.template, shown.page).replace("\u00ad", "")
    return re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)


def ends(*items: Item) -> list[int]:
    return parts._ends(items)  # noqa: SLF001 - where it is cut


@pytest.mark.parametrize("rows", [0, 1, MOST_ROWS - 1, MOST_ROWS])
def test_a_list_of_at_most_so_many_rows_is_left_as_it_is(rows: int) -> None:
    whole = rejections(rows)
    (given,) = in_parts([whole])
    assert given is whole
    assert "Del 1" not in html(whole)


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [
        (MOST_ROWS + 1, [MOST_ROWS, 1]),
        (2 * MOST_ROWS, [MOST_ROWS, MOST_ROWS]),
        (2 * MOST_ROWS + 1, [MOST_ROWS, MOST_ROWS, 1]),
    ],
)
def test_a_longer_list_is_given_out_in_parts_that_hold_every_row_once(
    rows: int, sizes: list[int]
) -> None:
    given = in_parts([rejections(rows)])
    assert [len(names(one)) for one in given] == sizes
    assert [name for one in given for name in names(one)] == names(rejections(rows))
    assert [one.path for one in given] == [
        f"avslag-1-ks_del-{number}" for number in range(1, len(sizes) + 1)
    ]


def test_what_has_no_such_list_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    at_most(1, monkeypatch)
    outcome = run(review())
    whole = next(
        one
        for one in documents(outcome, furniture(), INPUTS, ())
        if one.path == "belastning-per-par"
    )
    assert in_parts([whole]) == (whole,)


@pytest.mark.parametrize(
    ("language", "title", "holds"),
    [
        (
            Language.BOKMAL,
            "Avslag 1 – KS, del 2 av 3",
            "<b>Del 2 av 3:</b> søknad 1001 til 2000 av 2001 i listen, fra FO01000 til FO01999.",
        ),
        (
            Language.NYNORSK,
            "Avslag 1 – KS, del 2 av 3",
            "<b>Del 2 av 3:</b> søknad 1001 til 2000 av 2001 i lista, frå FO01000 til FO01999.",
        ),
        (
            Language.ENGLISH,
            "Rejection 1 – KS, part 2 of 3",
            (
                "<b>Part 2 of 3:</b> applications 1001 to 2000 of 2001 on the list, "
                "from FO01000 to FO01999."
            ),
        ),
    ],
)
def test_a_part_says_which_it_is_and_what_it_holds(
    language: Language, title: str, holds: str
) -> None:
    part = in_parts([rejections(2 * MOST_ROWS + 1, language)])[1]
    assert part.page.frame.title == title
    assert holds in html(part)


def test_a_part_of_one_application_names_it() -> None:
    last = in_parts([rejections(MOST_ROWS + 1)])[-1]
    assert "<b>Del 2 av 2:</b> søknad 1001 av 1001 i listen, FO01000." in html(last)


def test_what_stands_before_a_list_is_in_the_first_part_and_what_stands_after_in_the_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_most(2, monkeypatch)
    texts = [html(one) for one in in_parts([rejections(5)])]
    assert ["5 av 10 søknader i KS er ikke valgt ut" in text for text in texts] == [
        True,
        False,
        False,
    ]
    assert ["Begrunnelsene står" in text for text in texts] == [False, False, True]
    at_most(3, monkeypatch)
    texts = [html(one) for one in in_parts([selection(0)])]
    assert ["Ser på" in text for text in texts] == [True, False, False, False]
    assert ["Trukket før utvelgelsen" in text for text in texts] == [False, False, False, True]
    assert ["Karakterkart</h2>" in text for text in texts] == [False, False, False, True]
    assert all("Like søknader har samme plass" in text for text in texts)


def test_tables_for_spreadsheets_go_whole_with_the_first_part() -> None:
    given = in_parts([rejections(2 * MOST_ROWS)])
    assert [one.enclosures for one in given] == [(TABLE,), ()]


def test_equals_stay_together(monkeypatch: pytest.MonkeyPatch) -> None:
    at_most(5, monkeypatch)
    assert drawn(selection(0))[2] == (["05", "06"], ["1.2.4"])
    first, *_ = in_parts([selection(0)])
    assert drawn(first) == [(["01", "03", "02"], ["1.2.1"]), (["04"], ["1.2.2"])]


def test_equals_that_no_part_has_room_for_are_divided_where_a_part_is_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_most(3, monkeypatch)
    one, equal, last = Item("a"), Item("b", level=True), Item("c")
    assert ends(one, equal, equal, last) == [1, 4]
    assert ends(one, equal, equal, equal, last) == [3, 5]


def test_an_application_with_more_rows_than_a_part_has_one_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_most(3, monkeypatch)
    assert ends(Item("a"), Item("b", rows=2), Item("c"), Item("d", rows=9), Item("e")) == [
        2,
        3,
        4,
        5,
    ]


def test_a_line_stands_below_its_row_wherever_the_list_is_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_most(3, monkeypatch)
    assert [drawn(one) for one in in_parts([selection(0)])] == [
        [(["01", "03", "02"], ["1.2.1"])],
        [(["04"], ["1.2.2"]), (["05", "06"], ["1.2.4"])],
        [(["07", "10"], [])],
        [(["08", "09", "11"], [])],
    ]


def test_a_line_above_everything_stands_in_the_first_part(monkeypatch: pytest.MonkeyPatch) -> None:
    at_most(3, monkeypatch)
    assert [drawn(one) for one in in_parts([selection(1)])] == [
        [([], ["1.2.5"]), (["01", "02", "03"], ["1.2.6"])],
        [(["04"], [])],
    ]


def test_the_record_gives_every_reason_once_and_the_rest_in_its_first_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_most(6, monkeypatch)
    whole, given = record(), in_parts([record()])
    assert len(given) == 3
    texts = [html(one) for one in given]
    assert ["Grunnlaget</h2>" in text for text in texts] == [True, False, False]
    assert ["Et varsel." in text for text in texts] == [True, False, False]
    rows = re.compile(r'<th scope="row" class="id">([^<]+)</th><td>[^<]*</td><td>')
    reasons = Counter(number for text in texts for number in rows.findall(text))
    assert reasons == Counter(rows.findall(html(whole)))
    headings = [re.findall(r"Begrunnelse for hver søknad – (\w+)", text) for text in texts]
    assert headings == [["KS"], ["KS"], ["Annet"]]


def test_an_area_without_applications_is_said_to_be_so_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_most(6, monkeypatch)
    page = record().page
    assert isinstance(page, DecisionRecord)
    empty = replace(page.areas[1], selected=0, rejected=0, withdrawn=0, entries=())
    whole = replace(record(), page=replace(page, areas=(page.areas[0], empty)))
    texts = [html(one) for one in in_parts([whole])]
    assert len(texts) == 2
    assert ["Området har ingen søknader." in text for text in texts] == [True, False]


def test_every_part_bears_the_seal(monkeypatch: pytest.MonkeyPatch) -> None:
    at_most(6, monkeypatch)
    given = in_parts([record()])
    assert [html(one, "5ea1").count("5ea1") for one in given] == [1] * len(given)
    assert "5ea1" not in html(in_parts([selection(0)])[0], "5ea1")


def test_a_part_has_a_fingerprint_of_what_it_says_and_of_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_most(2, monkeypatch)
    page = rejections(4).page
    assert isinstance(page, RejectionList)
    changed = replace(page.rows[0], title="En annen tittel")
    other = replace(rejections(4), page=replace(page, rows=(changed, *page.rows[1:])))
    before = [one.fingerprint for one in in_parts([rejections(4)])]
    after = [one.fingerprint for one in in_parts([other])]
    longer = [one.fingerprint for one in in_parts([rejections(5)])]
    assert len({*before}) == 2
    assert [one == two for one, two in zip(before, after, strict=True)] == [False, True]
    assert not {*before} & {*longer}


def test_the_index_links_every_part(monkeypatch: pytest.MonkeyPatch) -> None:
    at_most(3, monkeypatch)
    outcome = run(review())
    lists = documents(outcome, furniture(), INPUTS, ())
    assert "utvelgelse-ks" not in [one.path for one in lists]
    files = {f"{one.path}.pdf" for one in lists}
    overview = index(
        outcome,
        furniture(),
        lists=lists,
        pair_forms=(),
        user_forms=(),
        files=files,
        warnings=(),
    )
    text = html(overview)
    assert set(re.findall(r'href="([^"]+\.pdf)"', text)) == files
    of_ks = [one for one in lists if one.path.startswith("utvelgelse-ks_del-")]
    assert len(of_ks) == held(of_ks[0]).parts > 2
    assert all(f"Utvelgelse til runde 2 – KS, del {one}" in text for one in range(1, 3))
