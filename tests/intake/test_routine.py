"""What a call says of itself before it is checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewpkg.intake.routine import language_of
from reviewpkg.languages.language import Language


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ('[call]\nlanguage = "en"\n', Language.ENGLISH),
        ('[call]\nlanguage = "nn"\n', Language.NYNORSK),
        ('[call]\nlanguage = "sv"\n', Language.BOKMAL),
        ("[call]\nlanguage = 7\n", Language.BOKMAL),
        ("[call\n", Language.BOKMAL),
        ("", Language.BOKMAL),
    ],
)
def test_a_call_is_told_of_in_its_language(
    written: str, language: Language, tmp_path: Path
) -> None:
    (tmp_path / "call.toml").write_text(written, encoding="utf-8")
    assert language_of(tmp_path) is language


def test_a_call_without_a_file_is_told_of_in_bokmal(tmp_path: Path) -> None:
    assert language_of(tmp_path) is Language.BOKMAL
