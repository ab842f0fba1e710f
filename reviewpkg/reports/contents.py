"""Say in a packet's manifest what its files are, so that a later overview can be made from disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reviewpkg.languages.words import Words
from reviewpkg.reports.packet_index import Reader, Shelf


@dataclass(frozen=True, slots=True)
class Content:
    """Be a document of a packet: who reads it, what it is, whose copy, its files by path.

    What is for programs has no title but its file.
    """

    reader: Reader
    title: str
    recipient: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Be what a packet holds, and what was noticed when it was made."""

    documents: tuple[Content, ...]
    warnings: tuple[str, ...]

    def seal(self) -> dict[str, object]:
        """Return what stands in the manifest; equal contents give equal words."""
        documents = [
            {
                "reader": one.reader.name.lower().replace("_", "-"),
                "title": one.title,
                "recipient": one.recipient,
                "files": list(one.files),
            }
            for one in self.documents
        ]
        return {"documents": documents, "warnings": list(self.warnings)}


def contents(words: Words, shelves: Iterable[Shelf], warnings: Iterable[str]) -> Contents:
    """Gather what stands on a packet's shelves, and what was noticed, as it is read."""
    documents = tuple(
        Content(shelf.reader, one.title, one.recipient, tuple(link.href for link in one.links))
        for shelf in shelves
        for one in shelf.documents
    )
    return Contents(documents, tuple(map(words.retell, warnings)))


def read_contents(manifest: Mapping[str, Any]) -> Contents | None:
    """Return what a manifest says of its packet, None where it says nothing that can be used."""
    try:
        documents = tuple(
            Content(
                Reader[str(one["reader"]).upper().replace("-", "_")],
                str(one["title"]),
                str(one["recipient"]),
                tuple(str(file) for file in one["files"]),
            )
            for one in manifest["documents"]
        )
        return Contents(documents, tuple(str(one) for one in manifest["warnings"]))
    except (KeyError, TypeError):
        return None
