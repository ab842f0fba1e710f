"""What a document was made from is told by digits that follow what it says, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from types import MappingProxyType

import pytest

from reviewpkg.domain.form_identity import FormIdentity
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.document import Document, Enclosure, Frame
from reviewpkg.reports.fingerprint import fingerprint
from tests.reports.small_call import furniture


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Cell:
    value: object


@dataclass(frozen=True)
class Heading:
    value: object


KINDS: tuple[object, ...] = (
    None,
    "",
    "1",
    1,
    True,
    Fraction(1),
    Fraction(1, 2),
    date(2019, 11, 20),
    "2019-11-20",
    Colour.RED,
    Colour.BLUE,
    "red",
    (),
    ("1",),
    ("1", "2"),
    (("1",), "2"),
    ("2", "1"),
    {},
    {"a": 1},
    MappingProxyType({"a": 2}),
    frozenset(),
    frozenset({"a"}),
    frozenset({"a", "b"}),
    Cell("a"),
    Heading("a"),
    Cell(Cell("a")),
    "\ud800",
)


def test_values_that_are_not_the_same_have_other_digits() -> None:
    assert len({fingerprint(value) for value in KINDS}) == len(KINDS)
    assert len({fingerprint(Cell(value)) for value in KINDS}) == len(KINDS)


def test_values_that_are_the_same_have_the_same_digits() -> None:
    assert fingerprint(Cell({"a": Fraction(2, 4)})) == fingerprint(Cell({"a": Fraction(1, 2)}))
    assert fingerprint(frozenset("ab")) == fingerprint(frozenset("ba"))


def test_digits_do_not_follow_the_order_that_a_set_happens_to_have() -> None:
    program = (
        "from reviewpkg.reports.fingerprint import fingerprint;"
        "print(fingerprint(frozenset('abcdefgh')))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1


def test_a_value_of_an_unknown_kind_has_none() -> None:
    with pytest.raises(TypeError, match="no fingerprint is made of"):
        fingerprint(Cell(object()))


def document(title: str = "Utvelgelse", data: str = "x", *, sealed: bool = False) -> Document:
    frame = furniture().frame(step="1.2", step_name="Utvelgelse", title=title, recipient="")
    table = CsvTable(("a",), ((data,),))
    page = Page(frame)
    return Document("utvelgelse", "base.html", page, (Enclosure("a.csv", "a", table),), sealed)


@dataclass(frozen=True)
class Page:
    frame: Frame


def test_a_document_has_the_digits_of_its_page_and_of_the_data_it_carries() -> None:
    assert document().fingerprint == document().fingerprint
    assert document(title="Avslag").fingerprint != document().fingerprint
    assert document(data="y").fingerprint != document().fingerprint


def test_a_printed_document_keeps_its_digits_whatever_its_seal() -> None:
    one, other = (document(sealed=True).bearing(seal * 64) for seal in "ab")
    assert one.page.frame.fingerprint == other.page.frame.fingerprint == document().fingerprint
    assert (one.page.frame.seal, other.page.frame.seal) == ("a" * 64, "b" * 64)
    assert one.fingerprint == document().fingerprint
    assert document().bearing("a" * 64).page.frame.seal == ""


def test_the_digits_of_a_form_are_part_of_its_identity() -> None:
    assert str(FormIdentity("c", "1.1", "skjema", fingerprint("a"), "v")).endswith(
        f" {fingerprint('a')}-v"
    )
