"""A list is signed, and what was signed cannot be changed unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
from weasyprint import HTML

from reviewpkg.rendering.signature import KeyRefusedError, open_key, signatures, signed
from tests.certificate import PASSWORD, key_file

LEADER, SECOND = "Kari Ødegård", "Per Ås"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return HTML(string="<html lang=nb><title>Liste</title><p>Plass 1</p>").write_pdf() or b""


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "leder.p12"
    path.write_bytes(key_file(LEADER))
    return path


@pytest.fixture
def second_key(tmp_path: Path) -> Path:
    path = tmp_path / "styret.p12"
    path.write_bytes(key_file(SECOND))
    return path


def test_an_unsigned_list_has_no_signatures(pdf: bytes) -> None:
    assert signatures(pdf) == ()
    assert signatures(b"not a PDF") == ()


def test_a_signature_names_who_gave_it_and_leaves_the_document_as_it_was(
    pdf: bytes, key: Path
) -> None:
    made = signed(pdf, open_key(key, PASSWORD))

    (found,) = signatures(made)
    assert found.intact
    assert found.name == LEADER
    assert len(found.fingerprint) == 64
    assert made.startswith(pdf)


@pytest.mark.parametrize(
    ("first", "last", "held"),
    [(2020, 2120, True), (2001, 2002, False), (2119, 2120, False)],
    ids=("valid", "expired", "not yet valid"),
)
def test_a_signature_tells_whether_its_certificate_held_then(
    first: int, last: int, *, held: bool, pdf: bytes, tmp_path: Path
) -> None:
    (tmp_path / "key.p12").write_bytes(key_file(LEADER, first, last))

    (found,) = signatures(signed(pdf, open_key(tmp_path / "key.p12", PASSWORD)))

    assert found.in_period is held
    assert found.intact


def test_several_may_sign(pdf: bytes, key: Path, second_key: Path) -> None:
    first = signed(pdf, open_key(key, PASSWORD))
    both = signed(first, open_key(second_key, PASSWORD))

    assert [(one.name, one.intact) for one in signatures(both)] == [(LEADER, True), (SECOND, True)]
    assert both.startswith(first)


def test_a_changed_byte_breaks_a_signature(pdf: bytes, key: Path) -> None:
    made = bytearray(signed(pdf, open_key(key, PASSWORD)))
    at = made.index(b"/Title")
    made[at + 8] ^= 1

    assert [one.intact for one in signatures(bytes(made))] == [False]


def test_what_is_put_behind_a_signature_breaks_it(pdf: bytes, key: Path) -> None:
    made = signed(pdf, open_key(key, PASSWORD))

    assert [one.intact for one in signatures(made + b"\n%more")] == [False]


@pytest.mark.parametrize("data", [b"", b"not a key", None])
def test_what_is_no_key_or_not_opened_by_its_password_is_refused(
    data: bytes | None, key: Path
) -> None:
    if data is not None:
        key.write_bytes(data)
    with pytest.raises(KeyRefusedError):
        open_key(key, "feil")
