"""K4: what other systems are given, and the words for those who were not recommended."""

from __future__ import annotations

from reviewpkg.domain.panel import PanelReview
from reviewpkg.rendering.csv_text import csv_for_spreadsheets
from reviewpkg.reports.csv_table import Cell
from reviewpkg.reports.panel.award_exports import not_recommended_export, recommendation_export
from tests.reports.panel.award_case import NO_THEME, NOBODY_WORTHY, RULED, decided, handed_out


def recommended(review: PanelReview = RULED) -> list[dict[str, Cell]]:
    table = recommendation_export(*decided(review))
    return [dict(zip(table.header, row, strict=True)) for row in table.rows]


def turned_down(review: PanelReview = RULED) -> dict[Cell, dict[str, Cell]]:
    table = not_recommended_export(*decided(review))
    rows = (dict(zip(table.header, row, strict=True)) for row in table.rows)
    return {row["Prosjektnummer"]: row for row in rows}


def test_every_application_stands_in_the_recommendation_with_its_end() -> None:
    rows = recommended()
    assert [row["Plass"] for row in rows] == [*range(1, 8), "", "", ""]
    assert [row["Utfall"] for row in rows] == [
        *["innstilt"] * 4,
        *["støtteverdig"] * 3,
        "ikke-støtteverdig",
        "avvist",
        "trukket",
    ]


def test_the_amounts_recommended_add_up_to_the_running_sum_of_the_last_one() -> None:
    rows = [row for row in recommended() if row["Utfall"] == "innstilt"]
    given = [row["Innstilt beløp"] for row in rows]
    assert given == [15_000_000, 20_000_000, 10_000_000, 15_000_000]
    assert rows[-1]["Løpende sum"] == 60_000_000
    assert all(row["Innstilt beløp"] == "" for row in recommended() if row not in rows)


def test_grades_are_written_with_a_comma_and_only_where_there_are_any() -> None:
    first, *_, away = recommended()
    assert (first["Karakter"], first["Kvalitet"], first["Nytte"]) == ("3,75", "4", "3,5")
    assert (away["Karakter"], away["Trinn"]) == ("", "")
    assert first["Dato"] == "2024-09-18"


def test_those_not_recommended_stand_by_number_and_without_what_k1_rejected() -> None:
    assert list(turned_down()) == ["2024/K104", "2024/K106", "2024/K107", "2024/K108"]


def test_a_support_worthy_application_is_told_that_the_money_ran_out() -> None:
    row = turned_down()["2024/K104"]
    assert row["Utfall"] == "støtteverdig"
    assert str(row["Begrunnelse"]).replace("\u00a0", " ") == (
        "Søknaden har fått karakteren 4 på en skala fra 1 til 5. Den er støtteverdig, men rammen "
        "på 60 000 000 kr er fordelt ovenfra, støtteverdige søknader innenfor protonterapi først, "
        "deretter etter karakter, og rakk ikke til den. Den er derfor ikke innstilt."
    )


def test_one_below_the_threshold_is_told_the_threshold() -> None:
    row = turned_down()["2024/K107"]
    assert row["Utfall"] == "ikke-støtteverdig"
    assert row["Begrunnelse"] == (
        "Søknaden har fått karakteren 3,25 på en skala fra 1 til 5. Støtteverdig er 3,5 eller "
        "høyere. Den er derfor ikke innstilt."
    )


def test_no_letter_mentions_a_theme_where_there_is_none_or_another_application() -> None:
    for row in turned_down(NO_THEME).values():
        assert "protonterapi" not in str(row["Begrunnelse"])
        assert "2024/" not in str(row["Begrunnelse"])


def test_a_title_that_a_spreadsheet_would_run_leaves_as_text() -> None:
    table = recommendation_export(*decided())
    text = csv_for_spreadsheets(table.header, table.rows).decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert ";=HYPERLINK(1)" not in text


def test_each_list_carries_the_rows_it_shows_and_no_others() -> None:
    board, directors, record = handed_out().packet.documents
    whole = recommendation_export(*decided())
    (graded,), (theirs,) = board.enclosures, directors.enclosures
    assert graded.name == "innstilling-programstyret.csv"
    assert graded.table.rows == whole.rows[:8]
    assert theirs.name == "innstilling-direktormotet.csv"
    assert not {"Karakter", "Kvalitet", "Nytte"} & set(theirs.table.header)
    shown = [[row[whole.header.index(name)] for name in theirs.table.header] for row in whole.rows]
    assert [list(row) for row in theirs.table.rows] == shown[:7]
    assert not record.enclosures


def test_a_list_without_rows_carries_nothing() -> None:
    board, directors, _ = handed_out(NOBODY_WORTHY).packet.documents
    assert [len(one.table.rows) for one in board.enclosures] == [8]
    assert not directors.enclosures
