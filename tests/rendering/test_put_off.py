from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from reviewpkg.rendering.pdf import write_pdf
from reviewpkg.rendering.put_off import RARE

ROOT = Path(__file__).resolve().parents[2]
FOREIGN = "<html lang='nb'><title>t</title><body><p>東京 😀 Ελλάδα"
WITHOUT_HARFBUZZ = """
import sys, hashlib
from reviewpkg.rendering import press_worker
import weasyprint.pdf.fonts
before = sorted(name for name in sys.modules if name.startswith("fontTools.subset."))
weasyprint.pdf.fonts.harfbuzz_subset = None
from reviewpkg.rendering.pdf import write_pdf
pdf = write_pdf(sys.stdin.read())
print(before, hashlib.sha256(pdf).hexdigest())
"""


def test_what_is_rarely_used_is_loaded_when_it_is_used_and_does_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # fontTools would write the time of day
    for name in RARE:
        __import__(name)
    monkeypatch.setattr("weasyprint.pdf.fonts.harfbuzz_subset", None)
    here = hashlib.sha256(write_pdf(FOREIGN)).hexdigest()
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", WITHOUT_HARFBUZZ],
        input=FOREIGN,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["[]", here]
