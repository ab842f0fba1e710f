"""Keep templates beside them as they were compiled, as Python keeps its modules.

A template is compiled for its language, and anew when anything of the program or its packages has
changed. Where nothing can be written beside the templates, or Python is told to keep nothing, they
are compiled each time.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from reviewpkg.languages.language import Language
from reviewpkg.rendering.kept import digest_of
from reviewpkg.rendering.made_with import made_with


class Compiled(FileSystemBytecodeCache):
    """Be where the templates of one language are kept; one file a template, the last compiled."""

    def __init__(self, templates: Path, language: Language) -> None:
        self._folder = templates / "__pycache__"
        self._tools = None if sys.dont_write_bytecode else made_with()
        super().__init__(str(self._folder), f"%s.{language}.pyc")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name of a template's file, without ending."""
        del filename
        return name.removesuffix(".html").replace("/", ".")

    def get_source_checksum(self, source: str) -> str:
        """Return a digest of all that the compiled template follows from."""
        return digest_of(source, self._tools or "")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template as it was compiled, if it is there and all is as it was."""
        if not self._tools:
            return
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template as it was compiled, if that can be."""
        if not self._tools:
            return
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            super().dump_bytecode(bucket)

    def clear(self) -> None:
        """Delete what is kept."""
        for path in self._folder.glob(self.pattern % "*"):
            path.unlink(missing_ok=True)
