"""Forms made to fill the memory, to never end or to run something: a sentence, or their fields."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[2]
MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 300
PAGES = b"<</Type/Pages/Kids[]/Count 0>>"
FIELD = b"<</FT/Tx/T(a)/V(1)>>"
BROKEN = "filen er skadet eller avkortet og kan ikke åpnes; hent den på nytt fra avsenderen."
TOO_LONG = "et felt har mer tekst enn et regneark tar imot; be om et kortere svar."
Bomb: TypeAlias = tuple[str, bytes, object]


def numbered(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def stream(about: bytes, data: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (about, len(data), data)


def with_table(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Write a PDF whose objects are found by a table of plain text."""
    written, places = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        places[number] = len(written)
        written += numbered(number, body)
    rows = b"".join(b"%010d 00000 n \n" % places.get(n, 0) for n in range(1, max(places) + 1))
    size = max(places) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, rows)
    end = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF"
    return written + table + end % (size, trailer, len(written))


def with_stream(about: bytes, data: bytes, *, beside: bytes = b"") -> bytes:
    """Write a PDF whose objects are found by a packed table."""
    written = b"%PDF-1.7\n" + beside
    packed = numbered(9, stream(b"/Type/XRef/Root 1 0 R" + about, data))
    return written + packed + b"startxref\n%d\n%%%%EOF" % len(written)


def form(*, catalogue: bytes = b"", fields: bytes = b"3 0 R", field: bytes = FIELD) -> bytes:
    named = b"<</Type/Catalog%b/AcroForm<</Fields[%b]>>/Pages 2 0 R>>" % (catalogue, fields)
    return with_table({1: named, 2: PAGES, 3: field})


def _packed() -> Iterator[Bomb]:
    """Give files of which a part unpacks to two hundred megabytes, or says that it holds more."""
    bomb = zlib.compress(b"\0" * 200_000_000, 9)
    once, twice = b"/Size 10/W[1 2 1]/Filter/FlateDecode", b"[/FlateDecode/FlateDecode]"
    yield "packed", with_stream(once, bomb), BROKEN
    again = once.replace(b"/FlateDecode", twice)
    yield "packed twice", with_stream(again, zlib.compress(bomb)), BROKEN
    runs = b"\x81\0" * 2_000_000 + b"\x80"
    yield "runs", with_stream(b"/Size 10/W[1 2 1]/Filter/RunLengthDecode", runs), BROKEN
    nothing = b"/Size 1000000000/W[0 0 0]/Index[0 1000000000]"
    yield "a thousand million objects of nothing", with_stream(nothing, b""), BROKEN
    inside = numbered(5, stream(b"/Type/ObjStm/N 1000000000/First 5", b"1 0 " * 1000))
    entries = b"\0\0\0\0" + b"".join(b"\2\0\5%c" % n for n in range(5))
    objects = with_stream(b"/Size 10/W[1 2 1]", entries, beside=inside)
    yield "a thousand million objects in one", objects, BROKEN
    yield "a table of everything", b"%PDF-1.7\nxref\n0 100000000\nstartxref\n9\n%%EOF", BROKEN


def _endless() -> Iterator[Bomb]:
    """Give files that lead back to themselves, or down without end."""
    loop = with_table({1: b"<<>>", 2: PAGES, 3: FIELD}, b"/Prev 9")
    yield "a table before itself", loop.replace(b"<<>>", b"1 0 R"), BROKEN
    yield "lists in lists", with_table({1: b"[" * 1_000_000}), BROKEN
    yield "tables in tables", with_table({1: b"<</a" * 200_000}), BROKEN
    yield "fields without end", form(fields=b"3 0 R " * 1_000_000), BROKEN
    itself = b"<</T(a)/Kids[" + b"3 0 R " * 1_000_000 + b"]>>"
    yield "a field that holds itself", form(field=itself), BROKEN
    yield "spaces without end", b"%PDF-1.7\n" + b" " * 10_000_000, BROKEN
    yield "beginnings without end", b"%PDF-1.7\n" + b"1 0 obj " * 1_000_000, BROKEN
    yield "a number without end", with_table({1: b"9" * 5_000_000}), BROKEN
    yield "a name without end", with_table({1: b"/" + b"#41" * 3_000_000}), BROKEN
    long = b"<</FT/Tx/T(a)/V(" + b"\\(" * 2_000_000 + b")>>"
    yield "a text without end", form(field=long), TOO_LONG


def _running() -> Iterator[Bomb]:
    """Give forms that would have a program do something when they are opened."""
    for what in (
        b"<</S/JavaScript/JS(app.alert(1))>>",
        b"<</S/Launch/F(/bin/sh)>>",
        b"<</S/URI/URI(http://127.0.0.1:9/)>>",
        b"<</S/SubmitForm/F(http://127.0.0.1:9/)>>",
    ):
        named = what.split(b"/")[2].decode()
        yield named, form(catalogue=b"/OpenAction" + what), {"a": "1"}
        acting = b"<</FT/Tx/T(a)/V(1)/AA<</K" + what + b">>>>"
        yield f"{named} at a key", form(field=acting), {"a": "1"}
    locked = b"/Encrypt<</Filter/Standard/V 5/R 6/Length 256/O(x)/U(x)>>/ID[(x)(x)]"
    yield "a lock that is none", with_table({1: b"<<>>", 2: PAGES, 3: FIELD}, locked), BROKEN


_READ = """
import json, resource, sys
from pathlib import Path
root, folder, most = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_AS, (int(most), int(most)))
sys.path.insert(0, root)
from reviewpkg.intake.collecting.pdf_file import read_fields
from reviewpkg.problems import Problem
told = {}
for path in Path(folder).iterdir():
    found = read_fields(path.name, path.read_bytes())
    told[path.name] = found.sentence if isinstance(found, Problem) else dict(found)
print(json.dumps(told))
"""


def test_each_is_one_sentence_or_its_fields_soon_and_in_little_memory(tmp_path: Path) -> None:
    expected = {}
    for name, data, said in (*_packed(), *_endless(), *_running()):
        (tmp_path / name).write_bytes(data)
        expected[name] = said

    done = subprocess.run(
        [sys.executable, "-c", _READ, str(ROOT), str(tmp_path), str(MOST_MEMORY)],
        env={**os.environ, "POLARS_MAX_THREADS": "2"},
        capture_output=True,
        text=True,
        check=False,
        timeout=MOST_SECONDS,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == expected
