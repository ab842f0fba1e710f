"""File names of ids that people, or somebody who means harm, have thought of."""

import hashlib
import re

import pytest

from reviewpkg.reports.names import file_names

RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
HARMFUL = (
    *("../../x", "..", "/etc/passwd", "C:\\x", 'a/b\\c:d*e?f"g<h>i|j', "-rf", "~", "$(x)", "`x`"),
    *("CON", "con", "Nul", "AUX.txt", "com1", "COM¹", "lpt9", "PRN ", "con.", "x.", "x..", " x "),
    *("x" * 500, "æøå", "Ærø", "東京", "\u202egnp.exe", "\x1b[2J", "\0", "\n", "", "😀", "\ud800"),
    *("2019/FO1", "2019-FO1", "2019_fo1", "2019/fo1", "K", "k", "\u212a"),
)


def test_every_name_is_safe_on_every_system() -> None:
    for name in file_names(HARMFUL).values():
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)
        assert len(name) <= 64
        assert not RESERVED.fullmatch(name)


def test_no_two_are_alike_and_no_order_matters() -> None:
    names = file_names(HARMFUL)
    assert len(set(names.values())) == len(set(HARMFUL))
    assert file_names(reversed(HARMFUL)) == names


@pytest.mark.parametrize("digits", [6, 7])
def test_an_id_that_is_another_s_name_is_told_apart(digits: int) -> None:
    digest = hashlib.sha256(b"A").hexdigest()
    names = file_names(["A", "a", *(f"a-{digest[:n]}" for n in range(6, digits + 1))])
    assert len(set(names.values())) == len(names)
    assert names["A"] == f"a-{digest[: digits + 1]}"


def test_an_ordinary_id_is_its_own_name() -> None:
    names = file_names(["2019/FO241234", "Par 3", "KS"])
    assert list(names.values()) == ["2019-fo241234", "ks", "par-3"]
