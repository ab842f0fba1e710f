from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reviewpkg.rendering.manifest import MANIFEST, read_manifest
from reviewpkg.rendering.packet import publish, sealed_inputs, sealed_packet

FILE = {"file": "par/a b.csv", "sha256": "0" * 64, "size": 1}
WHOLE: dict[str, object] = {"outputs": [FILE], "inputs": [FILE], "formats": ["csv"], "step": "x"}
NAMES = (
    "",
    ".",
    "..",
    "../a",
    "/a",
    "a//b",
    "a/",
    "a/./b",
    "a\0b",
    "x" * 5000,
    "y/" * 2000 + "y",
    "\ud800",
    5,
    None,
)
DAMAGED: tuple[dict[str, object], ...] = (
    {"outputs": 5},
    {"outputs": [5]},
    {"outputs": [{"file": "a"}]},
    {"outputs": [{"file": "a", "sha256": 5}]},
    {"inputs": 5},
    {"inputs": "abc"},
    {"formats": 5},
    {"formats": [5]},
    {"step": 5},
    {"about": ["1"]},
    {"joined": []},
)


def written(folder: Path, text: str) -> Path:
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return folder


def test_a_manifest_of_the_right_shape_is_returned_as_it_was_written(tmp_path: Path) -> None:
    assert read_manifest(written(tmp_path, json.dumps(WHOLE))) == WHOLE


@pytest.mark.parametrize("damage", DAMAGED, ids=str)
def test_a_manifest_with_a_field_of_another_kind_cannot_be_used(
    damage: dict[str, object], tmp_path: Path
) -> None:
    folder = written(tmp_path, json.dumps({**WHOLE, **damage}))

    assert read_manifest(folder) is None
    assert sealed_packet(folder) is None
    assert sealed_inputs(folder) is None


@pytest.mark.parametrize("field", ["inputs", "outputs"])
@pytest.mark.parametrize("name", NAMES, ids=lambda name: str(name)[:8].encode(errors="replace"))
def test_a_name_that_is_no_plain_path_in_the_folder_cannot_be_used(
    name: object, field: str, tmp_path: Path
) -> None:
    whole = {**WHOLE, field: [{**FILE, "file": name}]}

    assert read_manifest(written(tmp_path, json.dumps(whole))) is None


@pytest.mark.parametrize("text", ["", "{", "5", "[]", "{}", "[" * 100_000, "\udcff", "9" * 5000])
def test_what_is_no_manifest_at_all_cannot_be_used(text: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(text.encode(errors="surrogateescape"))

    assert read_manifest(tmp_path) is None


def test_neither_a_link_nor_what_is_no_file_is_read_as_a_manifest(tmp_path: Path) -> None:
    (tmp_path / "else.json").write_text(json.dumps(WHOLE), encoding="utf-8")
    (tmp_path / MANIFEST).symlink_to(tmp_path / "else.json")
    assert read_manifest(tmp_path) is None
    (tmp_path / MANIFEST).unlink()
    os.mkfifo(tmp_path / MANIFEST)
    assert read_manifest(tmp_path) is None


def test_a_damaged_packet_is_replaced_and_its_files_are_kept(tmp_path: Path) -> None:
    publish(tmp_path / "p", {"a.txt": b"en"}, {})
    written(tmp_path / "p", "[" * 100_000)

    assert publish(tmp_path / "p", {"a.txt": b"to"}, {}) == tmp_path / "p-egne-filer"
    assert (tmp_path / "p" / "a.txt").read_bytes() == b"to"
