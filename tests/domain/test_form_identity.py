from __future__ import annotations

from dataclasses import replace

import pytest

from reviewpkg.domain.form_identity import FormIdentity, identity_from

IDENTITY = FormIdentity(
    "dam-forskning-2019", "2.6", "rangeringsskjema-ks-par-p03", "1a2b3c4d", "5e6f7a8b"
)


def test_an_identity_is_one_line_that_is_read_back() -> None:
    line = "dam-forskning-2019 2.6 rangeringsskjema-ks-par-p03 1a2b3c4d-5e6f7a8b"
    assert str(IDENTITY) == line
    assert identity_from(f"  {line}\n") == IDENTITY


def test_a_calls_id_may_hold_spaces() -> None:
    spaced = replace(IDENTITY, call="Forskning  2019 \n høst")
    assert identity_from(str(spaced)) == replace(spaced, call="Forskning 2019 høst")


@pytest.mark.parametrize(
    "text",
    ["", "skjema", "a b c", "a b c d", "a b c -d", "a b c d-", "2.6 navn 1a2b-3c4d"],
)
def test_what_is_no_identity_is_none(text: str) -> None:
    assert identity_from(text) is None
