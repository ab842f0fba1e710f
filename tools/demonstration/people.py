"""Seat the people of the call."""

from __future__ import annotations

import re
from typing import Final

from tools.demonstration.records import Member
from tools.demonstration.stock import names

DOMAIN: Final = "fagutvalg.example"
USER_DOMAIN: Final = "brukerutvalg.example"
PLAIN: Final = str.maketrans(
    {"æ": "ae", "þ": "th"} | dict(zip("øåáäöðéíóú", "oaaaodeiou", strict=True))
)


def draw_committee() -> list[Member]:
    """Return the reviewers pair by pair, then the chair and the control committee's contact.

    Pairs are called P01, not 01: a spreadsheet takes the zero off what looks like a number.
    """
    stock = names()
    reviewers = [
        Member(
            id=f"m{place // 2 + 1:02}{'ab'[place % 2]}",
            name=name,
            email=address(name, DOMAIN),
            pair=f"P{place // 2 + 1:02}",
        )
        for place, name in enumerate(stock.reviewers)
    ]
    chair = Member("leder", stock.chair, address(stock.chair, DOMAIN), role="leder")
    contact = Member(
        "kontroll",
        stock.control_committee,
        address(stock.control_committee, "kontrollutvalg.example"),
        role="kontrollutvalg",
    )
    return [*reviewers, chair, contact]


def draw_user_representatives() -> list[Member]:
    """Return the user representatives, b1 to b4."""
    return [
        Member(f"b{place}", name, address(name, USER_DOMAIN))
        for place, name in enumerate(names().user_representatives, start=1)
    ]


def address(name: str, domain: str) -> str:
    """Return an address made of the name, under a top domain reserved for examples (RFC 2606)."""
    plain = re.sub(r"[^a-z]+", ".", name.casefold().translate(PLAIN))
    return f"{plain}@{domain}"
