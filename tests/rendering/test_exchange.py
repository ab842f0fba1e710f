"""A folder takes another's place in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewpkg.rendering import exchange
from reviewpkg.rendering.exchange import put_in_place


def folders(tmp_path: Path) -> tuple[Path, Path]:
    built, folder = tmp_path / ".new", tmp_path / "round1"
    for one, text in ((built, "new"), (folder, "old")):
        one.mkdir()
        (one / "list.csv").write_text(text)
    return built, folder


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_system_exchange", lambda: None)


def test_the_old_folder_is_handed_back(tmp_path: Path) -> None:
    built, folder = folders(tmp_path)

    old = put_in_place(built, folder)

    assert (folder / "list.csv").read_text() == "new"
    assert old is not None
    assert (old / "list.csv").read_text() == "old"


def test_a_first_folder_replaces_none(tmp_path: Path) -> None:
    built, folder = folders(tmp_path)

    assert put_in_place(built, tmp_path / "award") is None
    assert (tmp_path / "award" / "list.csv").read_text() == "new"
    assert (folder / "list.csv").read_text() == "old"


def test_two_renames_do_where_the_system_cannot_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_exchange(monkeypatch)
    built, folder = folders(tmp_path)

    old = put_in_place(built, folder)

    assert (folder / "list.csv").read_text() == "new"
    assert old is not None
    assert (old / "round1" / "list.csv").read_text() == "old"


def test_the_first_rename_is_undone_where_the_second_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_exchange(monkeypatch)
    built, folder = folders(tmp_path)
    rename = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self == built:
            raise PermissionError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(PermissionError):
        put_in_place(built, folder)

    assert (folder / "list.csv").read_text() == "old"
    assert sorted(one.name for one in tmp_path.iterdir()) == [".new", "round1"]


def test_a_folder_that_cannot_be_exchanged_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_system_exchange", lambda: lambda _one, _other: -1)
    built, folder = folders(tmp_path)

    assert put_in_place(built, folder) is not None
    assert (folder / "list.csv").read_text() == "new"
