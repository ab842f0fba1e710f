from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from reviewpkg.domain.drafts import Draft
from reviewpkg.rendering.email_draft import email_draft, one_line

DRAFT = Draft(
    path="e-post/kari",
    to_name="Kåre Ødegård",
    to_address="kare@eksempel.example",
    subject="Rangeringsliste – æøå",
    body="Hei!\n\nFrom en lang linje " + "æ" * 200 + "\n.\n",
    date=date(2019, 11, 20),
    attachments=("lister/a.pdf",),
)
FILES = {"lister/a.pdf": bytes(range(256))}


def test_the_body_comes_through_as_written() -> None:
    message = message_from_bytes(email_draft(DRAFT, FILES), policy=default)
    part = message.get_body(("plain",))
    assert part is not None
    assert part.get_content().replace("\r\n", "\n") == DRAFT.body


def test_lines_end_and_fit_as_mail_servers_want() -> None:
    data = email_draft(DRAFT, FILES)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 78
    assert data.isascii()


@pytest.mark.parametrize(
    "hostile",
    [
        "Kari\r\nBcc: alle@x.example",
        "Kari\nTo: x@y.example",
        "Kari\x00\u2028Cc: a@b.example",
        "\r\n",
    ],
)
def test_a_newline_cannot_add_a_header(hostile: str) -> None:
    draft = replace(DRAFT, to_name=hostile, subject=hostile)
    message = message_from_bytes(email_draft(draft, FILES), policy=default)
    assert set(message.keys()) == {
        "X-Unsent",
        "Date",
        "To",
        "Subject",
        "MIME-Version",
        "Content-Type",
    }
    assert [one.addr_spec for one in message["To"].addresses] == [DRAFT.to_address]


@pytest.mark.parametrize("address", ["a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example"])
def test_an_address_that_is_not_one_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        email_draft(replace(DRAFT, to_address=address), FILES)


def test_a_missing_attachment_is_refused() -> None:
    with pytest.raises(KeyError):
        email_draft(DRAFT, {})


def test_a_name_keeps_its_letters() -> None:
    assert one_line("  Áile\tMárjá \n Sæther ") == "Áile Márjá Sæther"


def test_the_boundary_follows_from_the_content() -> None:
    again, other = email_draft(DRAFT, FILES), email_draft(DRAFT, {"lister/a.pdf": b"annet"})
    assert email_draft(DRAFT, FILES) == again
    first, second = (message_from_bytes(one).get_boundary() for one in (again, other))
    assert first != second


def test_bytes_are_the_same_in_every_process() -> None:
    program = (
        "import sys; from tests.rendering.test_email_draft import DRAFT, FILES; "
        "from reviewpkg.rendering.email_draft import email_draft; "
        "sys.stdout.buffer.write(email_draft(DRAFT, FILES))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert made == {email_draft(DRAFT, FILES)}
