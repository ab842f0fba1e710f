"""What is wrong with a call folder is told in the language of its call."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.intake.loading import survey
from reviewpkg.intake.routine import language_of
from reviewpkg.languages.words import Words
from reviewpkg.problems import sentences
from reviewpkg.procedure.two_round.step_0_screening import failing
from tests.intake.faults import add, drop, every, put
from tests.intake.folders import CallFolder, valid

BROKEN = every(
    put("soknader", 2, "Søknadssum", "2,3 mill."),
    put("soknader", 3, "Område", "Anet"),
    put("soknader", 4, "Par", None),
    put("karakterer/m03", 2, "Totalkarakter", 9),
    put("karakterer/m03", 3, "Totalkarakter", "2024-05-04"),
    put("karakterer/m04", 2, "Medlem", "m4"),
    drop("karakterer/m06", 3),
    put("fagutvalg", 8, "Rolle", "formann"),
    add("inhabilitet", "2019/FO100001", "m02", None, None),
    add("inhabilitet", "2019/FO100001", "m02", "m06", None),
)


def broken(language: str) -> CallFolder:
    folder = valid()
    folder.replace("[call]", f'[call]\nlanguage = "{language}"')
    folder.replace("high_grade = 7", "high_grade = 7.5")
    folder.replace("top_cap = 3", "top_cap = 1")
    folder.replace("budget = 12_000_000", "bugdet = 12_000_000")
    BROKEN(folder)
    return folder


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_folder_is_told_of_in_its_language(
    language: str, tmp_path: Path, messages: SnapshotAssertion
) -> None:
    written = broken(language).write(tmp_path / "utlysning")
    words = Words(language_of(written))

    lines = sentences(survey(written, failing, graded=True).problems)

    assert "\n".join(map(words.retell, lines)) == messages
