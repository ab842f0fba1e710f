"""Which routine a call follows, and a step of the other one refused as wrong use."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewpkg.command_line.commands import main
from reviewpkg.command_line.steps import PANEL, STEPS, TWO_ROUND
from reviewpkg.intake.routine import routine_of
from tests.intake.folders import valid as valid_two_round
from tests.intake.panel.panel_folders import valid

OF_PANEL = [step.name for step in STEPS if PANEL in step.jobs]
OF_TWO_ROUND = [step.name for step in STEPS if TWO_ROUND in step.jobs]


def generated(step: str, folder: Path, target: Path) -> Result:
    arguments = [step, "--input", str(folder), "--output", str(target), "--formats", "csv"]
    return CliRunner().invoke(main, arguments, prog_name="generate.py")


def said(result: Result) -> str:
    """Return the last line on standard error, which says what is wrong with the command."""
    return result.stderr.strip().splitlines()[-1]


def test_a_call_names_its_routine(tmp_path: Path) -> None:
    assert routine_of(valid().write(tmp_path / "a")) == "panel"
    assert routine_of(valid_two_round().write(tmp_path / "b")) == "two-round"


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('procedure = "panel"', 'procedure = "paneel"', "paneel"),
        ('procedure = "panel"', "procedure = 2", ""),
        ('procedure = "panel"\n', "", ""),
        ("[call]", "[call", "panel"),
        ("[call]", "[cal]", ""),
    ],
)
def test_a_call_file_at_fault_names_as_much_as_can_be_read(
    old: str, new: str, named: str, tmp_path: Path
) -> None:
    folder = valid()
    folder.replace(old, new)
    assert routine_of(folder.write(tmp_path)) == named


def test_a_call_that_names_no_routine_is_told_that_and_nothing_else(tmp_path: Path) -> None:
    folder = valid()
    folder.replace('procedure = "panel"', 'procedure = "panl"')
    done = generated("award", folder.write(tmp_path / "inn"), tmp_path / "ut")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        (
            'call.toml, nøkkel «call.procedure»: ventet «two-round» eller «panel», fant «"panl"». '
            "Mente du «panel»?"
        ),
        "Ingenting er skrevet. Rett opp og kjør igjen (1 feil).",
    ]


def test_a_folder_without_a_call_file_names_no_routine(tmp_path: Path) -> None:
    assert routine_of(tmp_path) == routine_of(tmp_path / "finnes-ikke") == ""


@pytest.mark.parametrize("step", [step for step in OF_TWO_ROUND if step not in OF_PANEL])
def test_a_two_round_step_of_a_panel_call_is_wrong_use(step: str, tmp_path: Path) -> None:
    done = generated(step, valid().write(tmp_path / "inn"), tmp_path / "ut")
    assert done.exit_code == 2
    assert "Trinnet finnes ikke i rutinen «panel», som utlysningen følger." in said(done)
    assert all(other in said(done) for other in OF_PANEL)
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("step", [step for step in OF_PANEL if step not in OF_TWO_ROUND])
def test_a_panel_step_of_a_two_round_call_is_wrong_use(step: str, tmp_path: Path) -> None:
    done = generated(step, valid_two_round().write(tmp_path / "inn"), tmp_path / "ut")
    assert done.exit_code == 2
    assert "Trinnet finnes ikke i rutinen «two-round», som utlysningen følger." in said(done)
    assert all(other in said(done) for other in OF_TWO_ROUND)
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("step", OF_PANEL)
def test_a_panel_call_with_a_fault_is_refused_and_nothing_is_written(
    step: str, tmp_path: Path
) -> None:
    folder = valid()
    folder.put("soknader", 2, "Varighet", "lenge")
    done = generated(step, folder.write(tmp_path / "inn"), tmp_path / "ut")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "soknader.csv, rad 2, kolonne «Varighet»: ventet et helt tall, 0 eller mer, fant «lenge».",
        "Ingenting er skrevet. Rett opp og kjør igjen (1 feil).",
    ]
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize("step", OF_PANEL)
def test_a_panel_call_without_a_fault_is_run(step: str, tmp_path: Path) -> None:
    done = generated(step, valid().write(tmp_path / "inn"), tmp_path / "ut")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "ut" / step / "manifest.json").is_file()
