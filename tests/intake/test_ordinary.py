"""What lies in a folder and is no file of it: nothing of it is read, and all of it is said."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewpkg.intake.collecting.returned import open_inbox
from reviewpkg.intake.files import digests
from reviewpkg.intake.ordinary import LARGEST_CALL, LARGEST_CSV, UnreadableError, contents
from reviewpkg.intake.routine import call_id_of, routine_of
from reviewpkg.problems import sentences
from tests.intake.folders import csv_bytes, loaded, told_of, valid

ROWS = csv_bytes(valid().tables["karakterer/m03"])
LINK = (
    "dette er en snarvei til noe utenfor mappen, og den blir ikke fulgt; legg en kopi her i stedet."
)
NO_FILE = "dette er ingen vanlig fil; legg en kopi av filen her i stedet."
NAME = "filnavnet har tegn som ikke kan leses; gi filen et annet navn."
LARGE = "filen er for stor til å være en tabell; behold bare arket med dataene."


def _link(target: str) -> Callable[[Path], object]:
    return lambda at: at.symlink_to(target)


def _large(at: Path) -> None:
    at.write_bytes(b"")
    os.truncate(at, LARGEST_CSV + 1)


def _socket(at: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        old = Path.cwd()
        os.chdir(at.parent)  # for the name of a socket may not be long
        try:
            one.bind(at.name)
        finally:
            os.chdir(old)


STRANGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link to a file elsewhere": (_link(__file__), LINK),
    "a link that leads up and out": (_link("../../../etc/passwd"), LINK),
    "a link to what never ends": (_link("/dev/zero"), LINK),
    "a link to nothing": (_link("borte.csv"), NO_FILE),
    "a link to itself": (lambda at: at.symlink_to(at.name), NO_FILE),
    "a pipe": (os.mkfifo, NO_FILE),
    "a socket": (_socket, NO_FILE),
    "a file of 200 MB": (_large, LARGE),
}


@pytest.mark.parametrize("what", STRANGE)
def test_what_is_no_file_of_the_folder_is_not_read(what: str, tmp_path: Path) -> None:
    make, said = STRANGE[what]
    at = valid().write(tmp_path / "utlysning")
    (at / "karakterer" / "m03.csv").unlink()
    make(at / "karakterer" / "m03.csv")

    assert told_of(at) == f"karakterer/m03.csv: {said}"
    assert (said == LARGE) == bool(digests(at)["karakterer/m03.csv"])


@pytest.mark.parametrize("what", STRANGE)
def test_a_call_file_that_is_none_is_not_read(what: str, tmp_path: Path) -> None:
    make, said = STRANGE[what]
    at = valid().write(tmp_path)
    (at / "call.toml").unlink()
    make(at / "call.toml")

    assert f"call.toml: {said}" in told_of(at)
    assert (routine_of(at), call_id_of(at)) == ("", "")


def test_a_call_file_of_half_a_megabyte_is_not_read(tmp_path: Path) -> None:
    at = valid().write(tmp_path)
    with (at / "call.toml").open("ab") as file:
        file.write(b"#" * LARGEST_CALL)
    assert f"call.toml: {LARGE}" in told_of(at)


def test_a_folder_elsewhere_is_not_read(tmp_path: Path) -> None:
    at = valid().write(tmp_path / "utlysning")
    (at / "karakterer").rename(tmp_path / "andres")
    (at / "karakterer").symlink_to(tmp_path / "andres")
    (at / "karakterer" / "m07.csv").write_bytes(ROWS)

    assert told_of(at) == f"karakterer: {LINK}"
    assert not any(file.startswith("karakterer/") for file in digests(at))


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    at = valid().write(tmp_path)
    expected = loaded(at).review
    (at / ".eldre").mkdir()
    (at / "karakterer" / "m03.csv").rename(at / ".eldre" / "m03.csv")
    (at / "karakterer" / "m03.csv").symlink_to("../.eldre/m03.csv")
    assert loaded(at).review == expected


def test_a_linked_call_folder_is_a_call_folder(tmp_path: Path) -> None:
    expected = loaded(valid().write(tmp_path / "utlysning")).review
    (tmp_path / "lenke").symlink_to("utlysning")
    assert loaded(tmp_path / "lenke").review == expected


def test_a_name_in_no_encoding_is_said(tmp_path: Path) -> None:
    at = valid().write(tmp_path)
    odd = os.fsdecode(b"karakterer/m\xe5.csv")
    (at / "karakterer" / "m03.csv").rename(at / odd)
    (at / os.fsdecode(b"\xf8vrig.txt")).write_bytes(b"")

    told = told_of(at).splitlines()

    assert told[0] == f"karakterer/m\ufffd.csv: {NAME}"
    assert told[-1].startswith("Merknad: \ufffdvrig.txt: ")
    assert "karakterer/m\ufffd.csv" in digests(at)


def test_a_file_without_access_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = valid().write(tmp_path)
    closed = at / "karakterer" / "m03.csv"
    opened = Path.open

    def refuse(path: Path, *how: str) -> object:
        if path == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *how)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert told_of(at) == "karakterer/m03.csv: filen kan ikke leses; sjekk tilgangen til den."
    assert digests(at)["karakterer/m03.csv"] == ""
    with pytest.raises(UnreadableError):
        contents(at, closed)


@pytest.mark.parametrize("what", STRANGE)
def test_what_comes_back_is_a_file_or_is_not_read(what: str, tmp_path: Path) -> None:
    make, said = STRANGE[what]
    make(tmp_path / "skjema.pdf")

    (line,) = sentences(open_inbox(tmp_path).problems)
    expected = {LARGE: "filen er for stor til å være et skjema; be om en ny."}.get(said, said)
    assert line == f"skjema.pdf: {expected}"


@pytest.mark.parametrize(
    "litter", [".DS_Store", "~$skjema.xlsx", ".~lock.skjema.ods#", "Thumbs.db", "desktop.ini"]
)
def test_what_lies_about_in_any_folder_is_no_form(litter: str, tmp_path: Path) -> None:
    (tmp_path / litter).write_bytes(b"\0\1")
    (tmp_path / "skjema.txt").write_bytes(b"")
    (line,) = sentences(open_inbox(tmp_path).problems)
    assert line.startswith("skjema.txt: ")
