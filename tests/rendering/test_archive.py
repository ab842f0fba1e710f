"""An archive is the same bytes every time."""

from __future__ import annotations

import io
import zipfile

from reviewpkg.rendering.archive import archive

FILES = {"b/æ.csv": b"1", "a.pdf": b"%PDF"}


def test_the_order_of_files_leaves_no_trace() -> None:
    assert archive(FILES) == archive(dict(reversed(FILES.items())))


def test_what_went_in_comes_out() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(FILES))) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == FILES
        assert opened.namelist() == sorted(FILES)


def test_a_file_names_neither_day_nor_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(FILES))) as opened:
        entries = opened.infolist()
    assert {(one.date_time, one.create_system, one.external_attr >> 16) for one in entries} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o100644)
    }
