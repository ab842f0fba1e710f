"""Write an e-mail as a draft that a mail program opens: the same bytes for the same value."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import PurePosixPath
from typing import Final

from reviewpkg.domain.drafts import Draft
from reviewpkg.languages.visible import visible

NOON: Final = time(12)
BOUNDARY_DIGITS: Final = 32
_SUBTYPES: Final = {".pdf": ("application", "pdf"), ".html": ("text", "html")}


def email_draft(draft: Draft, files: Mapping[str, bytes]) -> bytes:
    """Return a draft as `.eml`, with its attachments out of `files` (2.6).

    It has no sender, so that it becomes whose it is when it is opened (`X-Unsent`). A name or a
    subject never becomes a second header. Raise ValueError where the address is not one, KeyError
    where `files` lacks an attachment.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = format_datetime(datetime.combine(draft.date, NOON, UTC))
    message["To"] = Address(display_name=one_line(draft.to_name), addr_spec=_ascii(draft))
    message["Subject"] = one_line(draft.subject)
    message.set_content(visible(draft.body), charset="utf-8", cte="quoted-printable")
    for path in draft.attachments:
        main, sub = _SUBTYPES.get(PurePosixPath(path).suffix, ("application", "octet-stream"))
        name = PurePosixPath(path).name
        message.add_attachment(files[path], maintype=main, subtype=sub, filename=name)
    if draft.attachments:
        message.set_boundary(_boundary(draft, files))
    return message.as_bytes()


def one_line(text: str) -> str:
    """Return a text as one line without hidden characters, as a header must be."""
    return " ".join(visible(text).split())


def _ascii(draft: Draft) -> str:
    """Return the address with its domain in the letters that mail servers understand."""
    local, _, domain = draft.to_address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode()}"


def _boundary(draft: Draft, files: Mapping[str, bytes]) -> str:
    """Derive a boundary from the content; `=_` stands in no encoded part."""
    said = (draft.path, draft.to_name, draft.to_address, draft.subject, draft.body)
    told = (*said, draft.date.isoformat(), *draft.attachments)
    digest = hashlib.sha256("\0".join(told).encode("utf-8", "replace"))
    for path in draft.attachments:
        digest.update(files[path])
    return f"=_{digest.hexdigest()[:BOUNDARY_DIGITS]}"
