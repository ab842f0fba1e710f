"""A small file is opened once in a run, whoever reads it; a large one each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewpkg.intake import files
from reviewpkg.intake.opened_before import LARGEST, MOST, OpenedBefore
from reviewpkg.intake.sheets import Opened, Sheet


class Reader:
    """Count what is read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, file: str, data: bytes) -> Opened:
        self.read.append(file)
        return Opened((Sheet(file, "", ((data.decode(),),)),))


def test_the_same_bytes_of_the_same_name_are_read_once() -> None:
    reader, opened = Reader(), OpenedBefore()
    first = opened(reader, "m01.csv", b"a", "1")
    assert opened(reader, "m01.csv", b"a", "1") is first
    assert reader.read == ["m01.csv"]


def test_other_bytes_and_another_name_are_read() -> None:
    reader, opened = Reader(), OpenedBefore()
    opened(reader, "m01.csv", b"a", "1")
    assert opened(reader, "m01.csv", b"b", "2").sheets[0].rows == (("b",),)
    assert opened(reader, "m02.csv", b"a", "1").sheets[0].file == "m02.csv"
    assert reader.read == ["m01.csv", "m01.csv", "m02.csv"]


@pytest.mark.parametrize(("size", "times"), [(LARGEST - 1, 1), (LARGEST, 1), (LARGEST + 1, 2)])
def test_what_is_large_is_not_remembered(size: int, times: int) -> None:
    reader, opened = Reader(), OpenedBefore()
    for _ in range(2):
        opened(reader, "m01.csv", b"x" * size, "1")
    assert len(reader.read) == times


def test_no_more_than_so_many_are_remembered() -> None:
    reader, opened = Reader(), OpenedBefore()
    for number in (*range(MOST + 1), MOST, 1, 0):
        opened(reader, f"{number}.csv", b"", "1")
    assert len(reader.read) == MOST + 2
    assert reader.read[-1] == "0.csv"


def test_a_table_that_is_corrected_meanwhile_is_read_as_it_is(tmp_path: Path) -> None:
    table = tmp_path / "samlet.csv"
    for text in ("Karakter\n5\n", "Karakter\n6\n"):
        table.write_text(text)
        (opened,) = files.open_table(tmp_path, "samlet").opened
        assert opened.sheets[0].rows[1] == (text.split()[1],)
