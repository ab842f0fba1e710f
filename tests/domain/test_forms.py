from __future__ import annotations

from dataclasses import replace
from datetime import date

from reviewpkg.domain.forms import CLOSED, FormWorkbook, Shown, field_name, form_columns, form_rows
from reviewpkg.domain.tables import NUMBER, Column, Count, Table, Text
from reviewpkg.languages.language import Language

TABLE = Table(
    "rangering",
    (
        NUMBER,
        Column("Plassering", "place", Count(1)),
        Column("Merknad", "note", Text(), optional=True),
    ),
    shown=("Prosjektnavn",),
)


def form(*records: tuple[str, str, Shown]) -> FormWorkbook:
    columns = form_columns(TABLE, ("project_number",))
    rows = form_rows(
        columns,
        [
            {"Prosjektnummer": number, "Prosjektnavn": title, "Plassering": place}
            for number, title, place in records
        ],
    )
    day = date(2019, 11, 20)
    spoken = Language.BOKMAL
    return FormWorkbook("", "", "", "", day, spoken, "Ark", TABLE, columns, rows, ())


TWO = form(("1", "En", None), ("2", "To", None))


def test_the_version_of_a_form_is_what_it_asks_for_in_whatever_order() -> None:
    assert form(("2", "To", None), ("1", "En", None)).version == TWO.version
    assert form(("1", "Nytt navn", None), ("2", "To", None)).version == TWO.version


def test_another_row_a_closed_cell_or_another_table_is_another_version() -> None:
    others = (
        form(("1", "En", None)),
        form(("1", "En", None), ("3", "To", None)),
        form(("1", "En", None), ("2", "To", CLOSED)),
        replace(TWO, table=replace(TABLE, name="brukerrangering")),
    )
    assert TWO.version not in {one.version for one in others}


def test_open_cells_are_those_without_a_value_that_are_asked_for() -> None:
    closed = form(("1", "En", None), ("2", "To", CLOSED))
    assert list(closed.open_cells()) == [(0, 2), (0, 3), (1, 3)]
    assert closed.number(1) == "2"


def test_a_field_is_named_without_a_dot_and_never_like_another() -> None:
    numbers = ("2019/FO24", "2019.FO24", "2019%2EFO24", "2019 FO24", "søknad 1")
    names = [field_name("place", number) for number in numbers]
    assert names[0] == "place 2019/FO24"
    assert len(set(names)) == len(names)
    assert all(name.isascii() and "." not in name for name in names)
