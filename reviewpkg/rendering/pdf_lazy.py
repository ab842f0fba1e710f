"""Read a PDF's objects one by one, as they are asked for.

pypdf reads all that stand in one stream with the first of them: in a document of ours thousands of
elements of its structure, which nobody asks for who wants its pages.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final, cast

import pypdf
from pypdf.generic import IndirectObject, PdfObject, StreamObject, read_object

KNOWN: Final = "7.1.0"
"""The version of pypdf that this is made for."""

Objects = tuple[BytesIO, dict[int, int]]
"""A stream of objects, and where each begins in it, by its number."""


def reader(pdf: bytes) -> pypdf.PdfReader:
    """Return what reads a PDF; raise pypdf.errors.PyPdfError if it is none."""
    reads = LazyReader if pypdf.__version__ == KNOWN else pypdf.PdfReader
    return reads(BytesIO(pdf))


class LazyReader(pypdf.PdfReader):
    """Read a PDF that is whole, such as one of ours."""

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - as theirs
        self._objects: dict[int, Objects] = {}
        super().__init__(*arguments)

    def _get_object_from_stream(self, indirect_reference: IndirectObject) -> PdfObject:
        """Return an object that stands in a stream of objects."""
        number = indirect_reference.idnum
        holder, _ = self.xref_objStm[number]
        if holder not in self._objects:
            self._objects[holder] = self._read_objects(holder)
        data, places = self._objects[holder]
        if number not in places:
            return super()._get_object_from_stream(indirect_reference)
        data.seek(places[number])
        found = read_object(data, self)
        self.cache_indirect_object(0, number, found)
        return found

    def _read_objects(self, holder: int) -> Objects:
        """Return what stands in a stream of objects."""
        stream = cast("StreamObject", IndirectObject(holder, 0, self).get_object())
        data, first = stream.get_data(), cast("int", stream["/First"])
        numbers = [int(one) for one in data[:first].split()]
        places = (first + place for place in numbers[1::2])
        return BytesIO(data), dict(zip(numbers[::2], places, strict=True))
