"""A call of any size is the same from the same seed, and round 1 takes it as any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewpkg.intake.loading import load_round_1
from reviewpkg.procedure.two_round import round_1
from reviewpkg.procedure.two_round.step_0_screening import failing
from tools.bench.corrections import one_grade
from tools.bench.synthetic import make_call

SIZE = 150


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def decided(folder: Path) -> list[tuple[str, str]]:
    loaded = load_round_1(folder, failing)
    assert loaded.problems == ()
    return [
        (one.application.project_number, one.rule) for one in round_1.run(loaded.review).outcomes
    ]


def test_the_same_seed_makes_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "other"):
        make_call(tmp_path / name, SIZE)
    make_call(tmp_path / "third", SIZE, seed=7)
    assert files(tmp_path / "one") == files(tmp_path / "other")
    assert files(tmp_path / "one") != files(tmp_path / "third")


def test_workbooks_and_text_files_say_the_same(tmp_path: Path) -> None:
    for ending in ("csv", "xlsx"):
        make_call(tmp_path / ending, SIZE, ending)
    assert decided(tmp_path / "csv") == decided(tmp_path / "xlsx")
    assert len(decided(tmp_path / "csv")) == SIZE


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_one_corrected_grade_is_all_that_a_correction_changes(tmp_path: Path, ending: str) -> None:
    make_call(tmp_path / "call", SIZE, ending)
    before = load_round_1(tmp_path / "call", failing).review.grades
    one_grade(tmp_path / "call")
    after = load_round_1(tmp_path / "call", failing).review.grades
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
