"""Keep a page as a file of its own, which a browser opens.

The stylesheet is linked to, and pictures are left empty but for their words: pages change when
their words do. What pictures look like is kept once each, by the tests of rendering. The number of
a seal follows the version of the program and of all it is built on, and the basis on every page
follows all that stands on it; both are left out.
"""

from __future__ import annotations

import re
from typing import Any

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class HtmlFile(SingleFileSnapshotExtension):
    file_extension = "html"
    root = "../../../.."
    stylesheet = "print.css"
    _write_mode = WriteMode.TEXT

    def serialize(self, data: str, **options: Any) -> str | bytes:  # noqa: ANN401 - syrupy's own
        link = f'<link rel="stylesheet" href="{self.root}/templates/{self.stylesheet}">'
        linked = re.sub(r"<style>.*?</style>", link, data, count=1, flags=re.DOTALL)
        linked = re.sub(r"(</desc>).*?(</svg>)", r"\1\2", linked, flags=re.DOTALL)
        return super().serialize(without_seal(linked), **options)


def without_seal(text: str) -> str:
    """Return a page or text without the number of a seal and without its basis."""
    unsealed = re.sub(r"(Segl(?:</b> <span class=\"id\">| ))[0-9a-f]{64}", r"\1…", text)
    return re.sub(r"\b(grunnlag|based on) (?:[0-9a-f]{8})?(?=[\"<\s]|$)", r"\1 …", unsealed)
