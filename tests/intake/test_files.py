from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.intake import files
from tests.intake.folders import csv_bytes, loaded, ods_bytes, told_of, valid, xlsx_bytes


def _renamed(old: str, new: str) -> Callable[[Path], object]:
    return lambda at: (at / old).rename(at / new)


def _written(name: str, data: bytes = b"x") -> Callable[[Path], object]:
    def write(at: Path) -> None:
        (at / name).parent.mkdir(exist_ok=True)
        (at / name).write_bytes(data)

    return write


def _copied(old: str, new: str) -> Callable[[Path], object]:
    return lambda at: (at / new).write_bytes((at / old).read_bytes())


def _emptied(at: Path) -> None:
    for path in (at / "karakterer").iterdir():
        path.unlink()


def _no_grades(at: Path) -> None:
    _emptied(at)
    (at / "karakterer").rmdir()


def _a_folder_and_a_file(at: Path) -> None:
    rows = [row for member in "123456" for row in valid().tables[f"karakterer/m0{member}"][1:]]
    headings = valid().tables["karakterer/m01"][0]
    (at / "karakterer.xlsx").write_bytes(xlsx_bytes([headings, *rows]))


def _a_call_file_that_is_a_folder(at: Path) -> None:
    (at / "call.toml").unlink()
    (at / "call.toml").mkdir()


FAULTS: dict[str, Callable[[Path], object]] = {
    "no applications' table": lambda at: (at / "soknader.csv").unlink(),
    "no grades": _no_grades,
    "an empty folder of grades": _emptied,
    "a table with a Norwegian letter": _renamed("soknader.csv", "søknader.csv"),
    "a table as it was downloaded": _renamed("fagutvalg.csv", "fagutvalg (1).csv"),
    "an optional table misnamed": _renamed("inhabilitet.csv", "inhabiliteter.csv"),
    "a table in an old format": _renamed("soknader.csv", "soknader.xls"),
    "a table as pdf beside the real one": _written("soknader.pdf"),
    "a table twice": _copied("soknader.csv", "soknader.ods"),
    "a file and a folder": _a_folder_and_a_file,
    "an old format in the folder": _renamed("karakterer/m03.csv", "karakterer/m03.xls"),
    "a letter in the folder": _written("karakterer/les meg.txt"),
    "a table with an ending after its own": _renamed("soknader.csv", "soknader.csv.bak"),
    "a misspelt table that no ending tells of": _renamed("soknader.csv", "sokander.txt"),
    "a folder in the folder": lambda at: (at / "karakterer" / "gamle").mkdir(),
    "a file of something else": _written("Program.docx"),
    "a folder of something else": lambda at: (at / "karakterer.gammel").mkdir(),
    "an empty file": _written("karakterer/m03.csv", b""),
    "a call file that Windows renamed": _renamed("call.toml", "call.toml.txt"),
    "no call file": lambda at: (at / "call.toml").unlink(),
    "a call file that is a folder": _a_call_file_that_is_a_folder,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_files(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    at = valid().write(tmp_path)
    FAULTS[fault](at)
    assert told_of(at) == messages


@pytest.mark.parametrize(
    "litter",
    [".DS_Store", "~$m03.xlsx", "._m03.csv", "Thumbs.db", "desktop.ini", ".~lock.m03#"],
)
def test_what_lies_about_in_any_shared_folder_is_passed_over(litter: str, tmp_path: Path) -> None:
    at = valid().write(tmp_path)
    (at / litter).write_bytes(b"\0\1")
    (at / "karakterer" / litter).write_bytes(b"\0\1")
    assert told_of(at) == ""


def test_a_table_may_be_a_folder_of_every_kind(tmp_path: Path) -> None:
    at = valid().write(tmp_path)
    expected = loaded(at).review
    (at / "karakterer" / "m03.csv").unlink()
    (at / "karakterer" / "m04.csv").unlink()
    (at / "karakterer" / "M03.XLSX").write_bytes(xlsx_bytes(valid().tables["karakterer/m03"]))
    (at / "karakterer" / "fra David.ods").write_bytes(ods_bytes(valid().tables["karakterer/m04"]))
    assert loaded(at).review == expected


def test_any_table_may_be_a_folder(tmp_path: Path) -> None:
    at = valid().write(tmp_path)
    expected = loaded(at).review
    for name in ("soknader", "fagutvalg"):
        (at / f"{name}.csv").unlink()
        (at / name).mkdir()
        headings, *rows = valid().tables[name]
        (at / name / "a.csv").write_bytes(csv_bytes([headings, *rows[:2]]))
        (at / name / "b.xlsx").write_bytes(xlsx_bytes([headings, *rows[2:]]))
    assert loaded(at).review == expected


def test_names_are_read_without_regard_to_case(tmp_path: Path) -> None:
    at = valid().write(tmp_path)
    (at / "soknader.csv").rename(at / "Soknader.CSV")
    (at / "karakterer").rename(at / "KARAKTERER")
    assert told_of(at) == ""


def test_every_file_read_is_sealed(tmp_path: Path) -> None:
    sources = loaded(valid().write(tmp_path)).sources
    assert [source.file for source in sources][:3] == [
        "brukerrepresentanter.csv",
        "call.toml",
        "fagutvalg.csv",
    ]
    assert len(sources) == 11
    users = sources[0]
    assert users.size == len((tmp_path / users.file).read_bytes())
    assert len(users.sha256) == 64


def test_no_folder(tmp_path: Path) -> None:
    missing = tmp_path / "2019"
    assert told_of(missing) == f"{missing}: mappen finnes ikke."


BOUNDS = {"samlet.csv": "LARGEST_CSV", "samlet.xlsx": "LARGEST"}


@pytest.mark.parametrize("name", BOUNDS)
@pytest.mark.parametrize(("size", "sources"), [(99, 1), (100, 1), (101, 0)])
def test_a_table_may_be_as_large_as_its_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: int, sources: int
) -> None:
    monkeypatch.setattr(files, BOUNDS[name], 100)
    (tmp_path / name).write_bytes(b"a" * size)
    assert len(files.open_table(tmp_path, "samlet").sources) == sources
