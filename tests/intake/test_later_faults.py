"""The conference's tables are read cell by cell beside what is wrong with earlier ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewpkg.domain.steps import Step
from reviewpkg.intake.later_faults import later_faults
from reviewpkg.problems import sentences
from tests.intake.conference_folders import returned


def said(folder: Path, step: Step = Step.RANKING) -> list[str]:
    return list(sentences(later_faults(folder, step)))


def test_tables_without_faults_of_their_own_have_nothing_told(tmp_path: Path) -> None:
    folder = returned()
    folder.put("soknader", 2, "Søknadssum", "abc")
    assert said(folder.write(tmp_path)) == []


def test_what_a_row_is_about_is_not_looked_at(tmp_path: Path) -> None:
    folder = returned()
    folder.put("samlet/par-1", 2, "Prosjektnummer", "2019/FO999999")
    folder.put("rangering/par-1", 2, "Par", "99")
    assert said(folder.write(tmp_path)) == []


def test_cells_of_every_later_table_are_told_of_each_once(tmp_path: Path) -> None:
    folder = returned()
    folder.put("samlet/par-1", 2, "Samlet karakter", "7,2")
    folder.put("plenum1", 2, "Tilleggsvurdering", "kanskje")
    folder.put("rangering/par-1", 2, "Plassering", "først")
    lines = said(folder.write(tmp_path))
    files = [line.partition(",")[0] for line in lines]
    assert files == ["plenum1.csv", "rangering/par-1.csv", "samlet/par-1.csv"]


def test_a_step_is_told_of_no_table_that_it_does_not_build_on(tmp_path: Path) -> None:
    folder = returned()
    folder.put("samlet/par-1", 2, "Samlet karakter", "7,2")
    folder.put("rangering/par-1", 2, "Plassering", "først")
    written = folder.write(tmp_path)
    assert said(written, Step.JOINT) == []
    assert len(said(written, Step.AROUND_THE_LINE)) == 1


def test_a_place_beyond_all_applications_is_told_of_though_no_pool_is_known(tmp_path: Path) -> None:
    folder = returned()
    folder.put("rangering/par-1", 2, "Plassering", 77)
    (line,) = said(folder.write(tmp_path))
    assert "kolonne «Plassering»: ventet en plass som er høyst " in line
    assert line.endswith("for flere søknader er det ikke, fant «77».")


def test_a_place_is_not_bounded_by_applications_that_nobody_could_read(tmp_path: Path) -> None:
    folder = returned()
    folder.put("rangering/par-1", 2, "Plassering", 77)
    del folder.tables["soknader"]
    assert said(folder.write(tmp_path)) == []


@pytest.mark.parametrize("written", ["", "[call]", None])
def test_without_scales_there_is_nothing_to_say(written: str | None, tmp_path: Path) -> None:
    folder = returned()
    folder.put("samlet/par-1", 2, "Samlet karakter", "7,2")
    where = folder.write(tmp_path)
    (where / "call.toml").unlink()
    if written is not None:
        (where / "call.toml").write_text(written, encoding="utf-8")
    assert said(where) == []


def test_a_folder_that_is_not_there_has_nothing_told(tmp_path: Path) -> None:
    assert said(tmp_path / "ikke") == []
