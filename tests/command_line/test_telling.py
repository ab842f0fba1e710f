"""What a command tells of a call is told in the call's language, and in no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewpkg.command_line.commands import main
from tests.intake.folders import CallFolder
from tests.intake.folders import valid as valid_two_round
from tests.intake.panel.panel_folders import valid

REFUSED = {
    "nb": "Ingenting er skrevet. Rett opp og kjør igjen (1 feil).",
    "nn": "Ingenting er skrive. Rett opp og køyr igjen (1 feil).",
    "en": "Nothing has been written. Correct this and run again (1 fault).",
}
NO_SUCH_STEP = {
    "nb": "Trinnet finnes ikke i rutinen «panel», som utlysningen følger.",
    "nn": "Trinnet finst ikkje i rutinen «panel», som utlysinga følgjer.",
    "en": "There is no such step in the procedure “panel”, which the call follows.",
}
MADE = {"nb": "filer ligger i", "nn": "filer ligg i", "en": "files are in"}
FIRST_STEP = {
    "nb": "  screening  kan kjøres    formell vurdering (K1)",
    "nn": "  screening  kan køyrast   formell vurdering (K1)",
    "en": "  screening  can be run    formal screening (K1)",
}
LANGUAGES = sorted(REFUSED)


def told(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], prog_name="generate.py")


def speaking(language: str) -> CallFolder:
    folder = valid()
    folder.replace("[call]\n", f'[call]\nlanguage = "{language}"\n')
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_refused_and_why(language: str, tmp_path: Path) -> None:
    folder = speaking(language)
    folder.put("soknader", 2, "Varighet", "lenge")
    source = folder.write(tmp_path / "inn")

    done = told("award", "--input", source, "--output", tmp_path / "ut", "--formats", "csv")

    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == REFUSED[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_step_of_the_other_routine(language: str, tmp_path: Path) -> None:
    source = speaking(language).write(tmp_path / "inn")

    done = told("round1", "--input", source, "--output", tmp_path / "ut")

    assert done.exit_code == 2
    assert done.stderr.startswith(NO_SUCH_STEP[language])
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_made_and_how_far_the_call_has_come(language: str, tmp_path: Path) -> None:
    source = speaking(language).write(tmp_path / "inn")
    folders = ("--input", source, "--output", tmp_path / "ut")

    status = told("status", *folders)
    made = told("screening", *folders, "--formats", "csv")

    assert FIRST_STEP[language] in status.stdout.splitlines()
    assert MADE[language] in made.stdout.splitlines()[0]


def test_a_language_that_is_none_of_ours_is_refused_in_bokmal(tmp_path: Path) -> None:
    source = speaking("sv").write(tmp_path / "inn")

    done = told("screening", "--input", source, "--output", tmp_path / "ut")

    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == REFUSED["nb"]


def test_an_overview_that_is_not_ours_is_left_alone_and_that_is_told(tmp_path: Path) -> None:
    source, target = speaking("en").write(tmp_path / "inn"), tmp_path / "ut"
    target.mkdir()
    (target / "index.html").write_text("Min egen side", encoding="utf-8")

    done = told("screening", "--input", source, "--output", target, "--formats", "html")

    left = f"Warning: {target / 'index.html'} was not made by the program and has been left alone."
    assert done.exit_code == 0, done.stderr
    assert done.stderr.splitlines()[-1] == left


@pytest.mark.parametrize("step", ["forms", "round1"])
def test_an_output_that_is_a_file_is_told_as_such(step: str, tmp_path: Path) -> None:
    folder = valid_two_round()
    folder.replace("[call]\n", '[call]\nlanguage = "en"\n')
    source = folder.write(tmp_path / "inn")
    (tmp_path / "ut").write_text("", encoding="utf-8")

    done = told(step, "--input", source, "--output", tmp_path / "ut", "--formats", "csv")

    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1].endswith(": there is a file where the folder should be.")
