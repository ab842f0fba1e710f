"""Calls changed at random are read, or refused in words; the longer runs are `tools.fuzz`'s own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from tools.fuzz import runs
from tools.fuzz.bases import SCENARIOS, Base, bases
from tools.fuzz.folder import read
from tools.fuzz.runs import Fuzzer

SEED, RUNS = 2019, 200
SMALL = next(path for path in SCENARIOS if path.name.startswith("2.6-the-chair"))


def test_a_changed_call_is_read_or_refused_in_words_and_nothing_is_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWPKG_DEBUG", "1")
    fuzzer = Fuzzer(bases(), SEED, tmp_path)

    assert [found for index in range(RUNS) if (found := fuzzer.run(index))] == []
    assert fuzzer.codes.keys() == {0, 1}


@pytest.fixture
def fuzzer(tmp_path: Path) -> Fuzzer:
    return Fuzzer([Base(SMALL.name, "two-round", read(SMALL))], SEED, tmp_path)


def test_the_same_seed_changes_the_same_calls_the_same_way(tmp_path: Path, fuzzer: Fuzzer) -> None:
    def changed(index: int) -> dict[str, bytes]:
        fuzzer.run(index)
        return read(tmp_path / "run" / "call").files

    first = [changed(index) for index in range(5)]
    assert [changed(index) for index in range(5)] == first
    assert len({tuple(files.items()) for files in first}) == 5


def crash(out: Path) -> None:
    raise RuntimeError(out)


def mumble(_: Path) -> None:
    click.echo("karakterer.csv: ventet None.", err=True)
    click.echo("Ingenting er skrevet. Rett opp og kjør igjen (1 feil).", err=True)
    raise SystemExit(1)


def shrug(_: Path) -> None:
    click.echo("Ingenting er skrevet. Rett opp og kjør igjen (0 feil).", err=True)
    raise SystemExit(1)


def stumble(out: Path) -> None:
    (out / "award" / "decisions.csv").write_text("b\n")
    click.echo("karakterer.csv: filen er tom.", err=True)
    click.echo("Ingenting er skrevet. Rett opp og kjør igjen (1 feil).", err=True)
    raise SystemExit(1)


def repeat(out: Path) -> None:
    (out / "award" / "decisions.csv").write_text("project_number,area\n1,KS\n1,KS\n")


def babble(_: Path) -> None:
    click.echo("Noe er galt", err=True)


def leave(_: Path) -> None:
    raise SystemExit(70)


@pytest.mark.parametrize("wrong", [crash, mumble, shrug, stumble, repeat, babble, leave])
def test_what_goes_wrong_is_found(
    wrong: Callable[[Path], None], fuzzer: Fuzzer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @click.command(context_settings={"ignore_unknown_options": True})
    @click.argument("words", nargs=-1)
    def main(words: tuple[str, ...]) -> None:
        assert words
        wrong(tmp_path / "run" / "out")

    monkeypatch.setattr(runs, "main", main)
    found = fuzzer.run(0)
    assert found is not None
    assert found.faults
    assert os.fspath(tmp_path) in " ".join(found.words)
