from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from reviewpkg.rendering.kept import Kept, digest_of

ONE, TWO, THREE = (digest_of(str(number)) for number in (1, 2, 3))


def kept(folder: Path, **data: bytes) -> Kept:
    """Return a folder with what is to be in it, written."""
    made = Kept(folder, most=1000)
    for key, one in zip((ONE, TWO, THREE), data.values(), strict=False):
        made.keep(key, one)
    made.write()
    return made


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    kept(tmp_path / "k", one=b"en", two=b"")
    again = Kept(tmp_path / "k")
    assert (again.take(ONE), again.take(TWO), again.take(THREE)) == (b"en", b"", None)


def test_nothing_is_written_before_it_is_asked_for(tmp_path: Path) -> None:
    made = Kept(tmp_path / "k")
    made.keep(ONE, b"en")
    assert made.take(ONE) == b"en"
    assert not (tmp_path / "k").exists()


def test_no_folder_keeps_nothing() -> None:
    none = Kept(None)
    none.keep(ONE, b"en")
    none.write()
    assert none.take(ONE) is None


@pytest.mark.parametrize("data", [b"", b"kort", b"\0" * 34, b"x" * 100])
def test_a_damaged_entry_is_not_used_and_is_replaced(tmp_path: Path, data: bytes) -> None:
    made = kept(tmp_path, one=b"en")
    (tmp_path / ONE).write_bytes(data)
    assert made.take(ONE) is None
    made.keep(ONE, b"en")
    made.write()
    assert Kept(tmp_path).take(ONE) == b"en"


def test_an_entry_under_another_name_is_not_used(tmp_path: Path) -> None:
    made = kept(tmp_path, one=b"en")
    (tmp_path / ONE).rename(tmp_path / TWO)
    assert made.take(TWO) is None


def test_the_folder_may_vanish_at_any_time(tmp_path: Path) -> None:
    made = kept(tmp_path / "k", one=b"en")
    shutil.rmtree(tmp_path / "k")
    assert made.take(ONE) is None
    made.keep(ONE, b"en")
    made.write()
    assert Kept(tmp_path / "k").take(ONE) == b"en"


def test_where_nothing_can_be_written_nothing_is_kept_or_said(tmp_path: Path) -> None:
    (tmp_path / "k").write_text("en fil")
    made = kept(tmp_path / "k", one=b"en")
    assert Kept(tmp_path / "k").take(ONE) is None
    assert made.take(THREE) is None


def test_what_was_used_longest_ago_goes_first_when_it_gets_too_much(tmp_path: Path) -> None:
    made = kept(tmp_path, one=b"1" * 400, two=b"2" * 400)
    os.utime(tmp_path / ONE, (1, 1))
    os.utime(tmp_path / TWO, (2, 2))
    assert made.take(ONE)
    made.keep(THREE, b"3" * 400)
    made.write()
    again = Kept(tmp_path)
    assert [bool(again.take(key)) for key in (ONE, TWO, THREE)] == [True, False, True]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 1000


def test_one_thing_larger_than_the_bound_is_not_kept(tmp_path: Path) -> None:
    kept(tmp_path, one=b"1" * 1001)
    assert list(tmp_path.iterdir()) == []


def test_only_an_old_leftover_of_a_broken_run_is_cleared_away(tmp_path: Path) -> None:
    for name, age in ((".unfinished-old", 1), (".unfinished-new", None)):
        (tmp_path / name).write_text("halv")
        if age:
            os.utime(tmp_path / name, (age, age))
    kept(tmp_path, one=b"en")
    assert {path.name for path in tmp_path.iterdir()} == {ONE, ".unfinished-new"}


def test_many_at_once_write_whole_entries_and_disturb_no_one(tmp_path: Path) -> None:
    faults: list[BaseException] = []

    def run() -> None:
        try:
            for _ in range(30):
                made = Kept(tmp_path, most=700)
                for key in (ONE, TWO, THREE):
                    assert made.take(key) in {None, key.encode() * 4}
                    made.keep(key, key.encode() * 4)
                made.write()
        except BaseException as fault:  # noqa: BLE001 - told by the test
            faults.append(fault)

    runs = [threading.Thread(target=run) for _ in range(4)]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert faults == []


def test_a_digest_tells_apart_what_only_looks_alike_when_joined() -> None:
    assert digest_of("ab", "c") != digest_of("a", "bc") != digest_of("abc")
    assert digest_of("æ") == digest_of("æ".encode())
