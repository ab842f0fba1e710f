"""Hold an e-mail that is ready to send; nothing is sent by the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Draft:
    """Be an e-mail to one person: `path` in the packet without ending, `attachments` files of it.

    `date` is the call's, since nothing in a packet depends on the clock.
    """

    path: str
    to_name: str
    to_address: str
    subject: str
    body: str
    date: date
    attachments: tuple[str, ...] = ()
