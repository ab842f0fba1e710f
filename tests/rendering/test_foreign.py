from __future__ import annotations

import os
from pathlib import Path

import pytest

from reviewpkg.rendering.foreign import foreign_files
from reviewpkg.rendering.packet import publish

FILES = {"a.txt": b"en", "b/c.txt": b"to"}


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    publish(tmp_path / "p", FILES, {})
    return tmp_path / "p"


def listed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def again(packet: Path) -> Path | None:
    kept = publish(packet, FILES, {})
    assert listed(packet) == ["a.txt", "b", "b/c.txt", "manifest.json"]
    assert not packet.is_symlink()
    assert not list(packet.parent.glob(".*"))
    return kept


def test_nothing_in_a_packet_as_it_was_written_is_foreign(packet: Path) -> None:
    assert foreign_files(packet) == []


@pytest.mark.parametrize("name", ["link", "b/link", "a.txt"])
def test_a_link_in_a_packet_is_kept_and_leads_where_it_did(name: str, packet: Path) -> None:
    (packet.parent / "else.txt").write_bytes(b"en")
    (packet / name).unlink(missing_ok=True)
    (packet / name).symlink_to(os.path.relpath(packet.parent / "else.txt", (packet / name).parent))

    assert again(packet) == packet.parent / "p-egne-filer"
    kept = packet.parent / "p-egne-filer" / name
    assert kept.is_symlink()
    assert kept.resolve() == (packet.parent / "else.txt").resolve()


def test_what_is_no_file_is_kept_without_being_read(packet: Path) -> None:
    os.mkfifo(packet / "pipe")

    assert again(packet) == packet.parent / "p-egne-filer"
    assert (packet.parent / "p-egne-filer" / "pipe").is_fifo()


def test_an_empty_folder_in_a_packet_goes_with_the_old_one(packet: Path) -> None:
    (packet / "empty").mkdir()

    assert again(packet) is None


def test_a_file_in_the_place_of_a_packet_is_kept_where_it_can_be_seen(tmp_path: Path) -> None:
    for number, words in enumerate(("mine", "mine", "andre")):
        (tmp_path / "p").write_text(words)
        assert again(tmp_path / "p") == tmp_path / "p-egne-filer"
        (tmp_path / "p").rename(tmp_path / f"before-{number}")

    kept = tmp_path / "p-egne-filer"
    assert sorted(path.read_text() for path in kept.iterdir()) == ["andre", "mine"]


@pytest.mark.parametrize("leads", ["there", "nowhere"])
def test_a_link_in_the_place_of_a_packet_is_kept_with_what_it_leads_to(
    leads: str, tmp_path: Path
) -> None:
    publish(tmp_path / "there", FILES, {})
    (tmp_path / "p").symlink_to(leads)

    assert again(tmp_path / "p") == tmp_path / "p-egne-filer"
    kept = tmp_path / "p-egne-filer" / "p"
    assert kept.resolve() == (tmp_path / leads).resolve()
    assert listed(tmp_path / "there") == ["a.txt", "b", "b/c.txt", "manifest.json"]
