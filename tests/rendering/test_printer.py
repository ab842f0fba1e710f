from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from reviewpkg.rendering import made_with as tools
from reviewpkg.rendering.kept import Kept
from reviewpkg.rendering.made_with import made_with
from reviewpkg.rendering.pdf import DataFile, PdfJob, write_pdf
from reviewpkg.rendering.printer import Printer

DAY = date(2019, 11, 20)
MINIMAL = '<html lang="nb"><title>t</title><body style="font-family: Reviewpkg Sans">'
ONE = PdfJob("en.pdf", f"{MINIMAL}<p>en")
Print = Callable[..., tuple[dict[str, bytes], list[str]]]


@pytest.fixture
def prints(tmp_path: Path) -> Print:
    """Return a function that prints jobs as a run does: the PDFs, and the names of those made."""

    def run(*jobs: PdfJob) -> tuple[dict[str, bytes], list[str]]:
        made: list[str] = []
        kept = Kept(tmp_path / "k")
        with Printer(kept, 1) as printer:
            for job in jobs:
                printer.ask_for(job)
            done = printer.printed(lambda _done, _total, name: made.append(name))
        kept.write()
        return done, made

    return run


@pytest.fixture
def _other_tools() -> Iterator[None]:
    made_with.cache_clear()
    yield
    made_with.cache_clear()


def test_a_kept_document_is_the_fresh_one_byte_for_byte(prints: Print) -> None:
    fresh, made = prints(ONE)
    again, made_again = prints(ONE)
    assert fresh == again == {"en.pdf": write_pdf(ONE.html)}
    assert (made, made_again) == (["en.pdf"], [])


def test_only_what_differs_is_printed(prints: Print) -> None:
    two = PdfJob("to.pdf", f"{MINIMAL}<p>to")
    prints(ONE, two)
    changed = PdfJob("to.pdf", f"{MINIMAL}<p>to, rettet")
    done, made = prints(ONE, changed)
    assert made == ["to.pdf"]
    assert done == {job.name: write_pdf(job.html) for job in (ONE, changed)}


def test_the_same_document_under_another_name_is_not_printed_again(prints: Print) -> None:
    prints(ONE)
    assert prints(PdfJob("eins.pdf", ONE.html)) == ({"eins.pdf": write_pdf(ONE.html)}, [])


@pytest.mark.parametrize(
    "file",
    [
        DataFile("a.csv", "Tabell", b"a;b\n", DAY),
        DataFile("b.csv", "Tabell", b"a\n", DAY),
        DataFile("a.csv", "Tabellen", b"a\n", DAY),
        DataFile("a.csv", "Tabell", b"a\n", date(2019, 11, 21)),
    ],
)
def test_other_data_in_a_document_makes_it_another(prints: Print, file: DataFile) -> None:
    prints(PdfJob("en.pdf", ONE.html, (DataFile("a.csv", "Tabell", b"a\n", DAY),)))
    assert prints(PdfJob("en.pdf", ONE.html, (file,)))[1] == ["en.pdf"]


@pytest.mark.usefixtures("_other_tools")
def test_with_other_tools_everything_is_printed_again(
    prints: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    prints(ONE)
    monkeypatch.setattr(tools, "_version", lambda _names, function: f"{function} 99")
    made_with.cache_clear()
    assert prints(ONE)[1] == ["en.pdf"]


@pytest.mark.usefixtures("_other_tools")
def test_where_the_tools_are_not_known_nothing_is_kept(
    prints: Print, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools, "_version", lambda _names, _function: None)
    made_with.cache_clear()
    for _ in range(2):
        assert prints(ONE)[1] == ["en.pdf"]


def test_what_the_machine_s_fonts_had_a_part_in_is_printed_each_time(prints: Print) -> None:
    foreign = PdfJob("en.pdf", f"{MINIMAL}<p>東京")
    for _ in range(2):
        assert prints(foreign)[1] == ["en.pdf"]


def test_what_is_kept_may_be_damaged_or_gone(prints: Print, tmp_path: Path) -> None:
    fresh, _ = prints(ONE)
    for entry in (tmp_path / "k").iterdir():
        entry.write_bytes(entry.read_bytes()[:-1] + b"x")
    assert prints(ONE) == (fresh, ["en.pdf"])
    shutil.rmtree(tmp_path / "k")
    assert prints(ONE) == (fresh, ["en.pdf"])
    assert prints(ONE) == (fresh, [])
