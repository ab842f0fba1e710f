"""Keep each page's snapshot as one HTML file that a browser opens."""

from __future__ import annotations

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode


class HtmlPage(SingleFileSnapshotExtension):
    """Write a snapshot as `<name>.html`."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"
