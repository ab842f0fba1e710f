from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reviewpkg.rendering.packet import publish, write_page

FILES = {"a.txt": b"en", "b/c.txt": b"to"}


def listed(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def inodes(folder: Path) -> set[int]:
    return {path.stat().st_ino for path in (folder, *folder.rglob("*"))}


def test_a_packet_that_would_be_the_same_is_left_as_it_lies(tmp_path: Path) -> None:
    publish(tmp_path / "p", FILES, {"call": "x"})
    before = inodes(tmp_path)
    assert publish(tmp_path / "p", FILES, {"call": "x"}) is None
    assert inodes(tmp_path) == before


@pytest.mark.parametrize(
    ("files", "seal"),
    [({**FILES, "a.txt": b"tre"}, "x"), ({"a.txt": b"en"}, "x"), (FILES, "y")],
)
def test_a_packet_that_differs_in_anything_replaces_the_one_that_lies_there(
    files: dict[str, bytes], seal: str, tmp_path: Path
) -> None:
    publish(tmp_path / "p", FILES, {"call": "x"})
    publish(tmp_path / "p", files, {"call": seal})
    found = listed(tmp_path / "p")
    assert f'"call": "{seal}"'.encode() in found.pop("manifest.json")
    assert found == files


def test_a_file_that_someone_put_there_is_moved_aside_though_all_else_is_the_same(
    tmp_path: Path,
) -> None:
    publish(tmp_path / "p", FILES, {})
    (tmp_path / "p" / "eget.txt").write_text("mitt")
    assert publish(tmp_path / "p", FILES, {}) == tmp_path / "p-egne-filer"
    assert "eget.txt" not in listed(tmp_path / "p")


def test_a_page_that_would_be_the_same_is_left_as_it_lies(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    write_page(page, b"en")
    before = inodes(tmp_path)
    write_page(page, b"en")
    assert inodes(tmp_path) == before
    write_page(page, b"to")
    assert page.read_bytes() == b"to"


def test_many_runs_at_once_leave_one_whole_packet(tmp_path: Path) -> None:
    faults: list[BaseException] = []

    def run(number: int) -> None:
        try:
            for _ in range(20):
                publish(tmp_path / "p", {f"{number}.txt": b"x"}, {})
        except BaseException as fault:  # noqa: BLE001 - told by the test
            faults.append(fault)

    runs = [threading.Thread(target=run, args=(number,)) for number in range(3)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert faults == []
    assert len(listed(tmp_path / "p")) == 2
    assert not list(tmp_path.glob(".p-*"))
