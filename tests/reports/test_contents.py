"""What a manifest says of its packet's files is enough to list them again."""

from __future__ import annotations

import json

import pytest

from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from reviewpkg.reports.contents import Content, Contents, contents, read_contents
from reviewpkg.reports.packet_index import Link, Listed, Reader, Shelf

BOKMAL = Words(Language.BOKMAL)
FORM = Listed("Rangering – KS", "Kari Nordmann", (Link("PDF", "par/p1/a.pdf"),))
SHELVES = (
    Shelf(Reader.USER_REPRESENTATIVES, (FORM,)),
    Shelf(Reader.PROGRAMS, (Listed("", "", (Link("decisions.csv", "decisions.csv"),)),)),
)


def test_a_document_is_said_with_its_reader_title_copy_and_files() -> None:
    found = contents(BOKMAL, SHELVES, ("Advarsel: par P1 avviker.",))

    assert found.documents[0] == Content(
        Reader.USER_REPRESENTATIVES, "Rangering – KS", "Kari Nordmann", ("par/p1/a.pdf",)
    )
    assert found.seal() == {
        "documents": [
            {
                "reader": "user-representatives",
                "title": "Rangering – KS",
                "recipient": "Kari Nordmann",
                "files": ["par/p1/a.pdf"],
            },
            {"reader": "programs", "title": "", "recipient": "", "files": ["decisions.csv"]},
        ],
        "warnings": ["Advarsel: par P1 avviker."],
    }


def test_what_was_sealed_is_read_back_the_same() -> None:
    found = contents(BOKMAL, SHELVES, ("Advarsel: par P1 avviker.",))

    assert read_contents(json.loads(json.dumps(found.seal()))) == found


@pytest.mark.parametrize("reader", list(Reader), ids=lambda one: one.name)
def test_every_reader_is_read_back(reader: Reader) -> None:
    found = Contents((Content(reader, "Liste", "", ("liste.pdf",)),), ())

    assert read_contents(found.seal()) == found


@pytest.mark.parametrize(
    "manifest",
    [
        {},
        {"documents": [], "warnings": None},
        {"documents": [{"reader": "nobody", "title": "", "recipient": "", "files": []}]},
        {"documents": ["liste.pdf"], "warnings": []},
    ],
)
def test_a_manifest_of_another_make_says_nothing(manifest: dict[str, object]) -> None:
    assert read_contents(manifest) is None
