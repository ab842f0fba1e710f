"""2.6: an e-mail per person with the ranking list, opened as a mail program would."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from reviewpkg.rendering.email_draft import email_draft
from reviewpkg.reports.ranking_drafts import usable
from reviewpkg.reports.ranking_packet import ranking_list_packet
from tests.reports.ranking_call import FURNITURE, awards, decided

PDF = {"rangeringsliste-ks.pdf": b"%PDF-1.7 liste"}


def drafts(*, ruled: bool = True) -> dict[str, EmailMessage]:
    packet = ranking_list_packet(decided(), awards(ruled=ruled), FURNITURE)
    return {one.path: opened(email_draft(one, PDF)) for one in packet.drafts}


def opened(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    assert message.defects == []
    return message


def body(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def test_everyone_with_an_address_has_one_draft() -> None:
    assert list(drafts()) == [
        "e-post/kontrollutvalg/ku",
        "e-post/leder/led",
        "e-post/fagutvalg/m1a",
        "e-post/fagutvalg/m1b",
        "e-post/fagutvalg/m2a",
        "e-post/fagutvalg/m2b",
        "e-post/fagutvalg/m3a",
        "e-post/fagutvalg/m4b",
    ]


def test_each_goes_to_one_person_with_the_list_attached() -> None:
    for message in drafts().values():
        assert len(message["To"].addresses) == 1
        assert message["X-Unsent"] == "1"
        assert message["Subject"] == "Rangeringsliste for Forskning i det små: KS"
        assert message["Date"].datetime.date().isoformat() == "2019-11-20"
        (attached,) = message.iter_attachments()
        assert attached.get_filename() == "rangeringsliste-ks.pdf"
        assert attached.get_content_type() == "application/pdf"
        assert attached.get_content() == PDF["rangeringsliste-ks.pdf"]


def test_norwegian_names_and_domains_survive() -> None:
    message = drafts()["e-post/fagutvalg/m2a"]
    assert message["To"].addresses[0].display_name == "Ingrid Sæther Ås"
    assert message["To"].addresses[0].addr_spec == "ingrid@xn--brum-voa.example"
    assert body(message).startswith("Hei, Ingrid Sæther Ås!")


def test_a_name_never_becomes_a_header() -> None:
    message = drafts()["e-post/fagutvalg/m3a"]
    assert message["Bcc"] is None
    assert [one.addr_spec for one in message["To"].addresses] == ["siri@eksempel.example"]


def test_it_says_what_is_attached_and_what_is_not_ready() -> None:
    text = body(drafts()["e-post/fagutvalg/m1a"])
    assert "Rangeringen i Forskning i det små er gjort opp for KS." in text
    assert "Annet er ikke rangert ennå." in text
    assert "står likt" not in text
    assert "2019/KS12 og 2019/KS13" in body(drafts(ruled=False)["e-post/leder/led"])


def test_the_control_committee_is_told_of_rulings() -> None:
    told = body(drafts()["e-post/kontrollutvalg/ku"])
    assert "Lederen har bestemt plassen til 2019/KS06 og 2019/KS13." in told
    assert "Lederen har bestemt" not in body(drafts()["e-post/fagutvalg/m1a"])
    unruled = body(drafts(ruled=False)["e-post/kontrollutvalg/ku"])
    assert "Lederen har ikke endret noe i rangeringen." in unruled


def test_without_a_list_there_is_nothing_to_send() -> None:
    packet = ranking_list_packet(decided(), awards()[1:], FURNITURE)
    assert (packet.documents, packet.drafts, packet.warnings) == ((), (), ())


@pytest.mark.parametrize(
    "address",
    [
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example, c@d.example",
        "a@b.example\x00",
        "a b@c.example",
        "<a@b.example>",
        "a..b@c.example",
        ".a@b.example",
        f"a@{'x' * 64}.example",
        f"a@{'x.' * 130}example",
        "a@b_.example\u202e",
        "a@x\u0300\u00ad.example",
        "a@b",
        "",
    ],
)
def test_what_is_not_one_address_gets_no_draft(address: str) -> None:
    assert not usable(address)


@pytest.mark.parametrize("address", ["a.b+c@d.example", "o'neil@sykehus-x.example"])
def test_an_address_that_is_used_can_be_written(address: str) -> None:
    (draft, *_) = ranking_list_packet(decided(), awards(), FURNITURE).drafts
    draft = replace(draft, to_address=address)
    assert usable(address)
    assert [one.addr_spec for one in opened(email_draft(draft, PDF))["To"].addresses] == [address]
