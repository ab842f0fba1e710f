"""Both demonstrations from end to end in nynorsk and in English."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reviewpkg.command_line.commands import main
from reviewpkg.languages.language import Language
from tests.left_in_bokmal import given, left_in_bokmal, said
from tests.test_packet import ROOT

STEPS = {
    "dam-forskning-2019": (
        *("forms", "round1", "joint", "plenary1", "second-opinion", "plenary2"),
        *("ranking", "ranking-list", "award", "explain 2019/FO249264", "status"),
    ),
    "klinbeforsk-2024": (
        *("screening", "forms", "panel", "award", "explain KLIN-2024/0118", "status"),
    ),
}
EXPERTS = "en"
"""What the demonstration says that its experts read."""
OF_EXPERTS = "forms/eksperter/"


@dataclass(frozen=True)
class Made:
    """Be a call taken through all its steps: its folder, what was made, what each command told."""

    language: str
    source: Path
    target: Path
    told: Mapping[str, Result]

    def pages(self) -> dict[str, str]:
        """Return every page of every packet, and the call's overview, by path."""
        return {
            path.relative_to(self.target).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(self.target.rglob("*.html"))
        }


@pytest.fixture(
    scope="module",
    params=[(language, call) for language in ("nn", "en") for call in STEPS],
    ids="-".join,
)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    language, call = request.param
    folder = tmp_path_factory.mktemp(f"{language}-{call}")
    source, target = folder / "inn", folder / "ut"
    shutil.copytree(ROOT / "input" / call, source)
    text = (source / "call.toml").read_text(encoding="utf-8")
    spoken = text.replace("[call]\n", f'[call]\nlanguage = "{language}"\n', 1)
    (source / "call.toml").write_text(spoken, encoding="utf-8")
    told = {step: _run(step, source, target) for step in STEPS[call]}
    return Made(language, source, target, told)


def _run(step: str, source: Path, target: Path) -> Result:
    words = [*step.split(), "--input", str(source), "--output", str(target)]
    words += [] if step == "status" else ["--formats", "html,csv,xlsx"]
    return CliRunner().invoke(main, words, prog_name="generate.py")


def test_every_step_is_taken(made: Made) -> None:
    refused = {step: done.stderr for step, done in made.told.items() if done.exit_code}
    assert refused == {}


def test_every_page_says_what_language_it_is_in(made: Made) -> None:
    pages = made.pages()
    said = {path: re.findall(r'<html lang="(\w+)">', page) for path, page in pages.items()}
    meant = {path: EXPERTS if path.startswith(OF_EXPERTS) else made.language for path in pages}
    assert said == {path: [language] for path, language in meant.items()}


def test_every_step_has_an_overview_and_so_has_the_call(made: Made) -> None:
    packets = [step for step in made.told if (made.target / step).is_dir()]
    assert len(packets) == len(made.told) - len(("explain", "status"))
    assert {"index.html", *(f"{step}/index.html" for step in packets)} <= set(made.pages())


def test_no_bokmal_is_left_on_a_page_outside_of_the_input(made: Made) -> None:
    known, names = given(made.source), frozenset(path.stem for path in made.target.rglob("*.csv"))
    found = {
        path: left_in_bokmal(said(page), language, known, names)
        for path, page in made.pages().items()
        for language in [Language(EXPERTS if path.startswith(OF_EXPERTS) else made.language)]
    }
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_no_bokmal_is_left_in_what_the_commands_tell(made: Made) -> None:
    texts = (done.output for done in made.told.values())
    assert left_in_bokmal(texts, Language(made.language), given(made.source)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kreft og helse: 3 søknader", ["X: 3 søknader"]),
        ("Kreft og helse", []),
        ("The table “karakterer” lacks rows from karakterer/m05a.xlsx and avslag-alle.csv", []),
        ("avslag-alle", []),
        ("Kreft eller helse", ["Kreft eller helse"]),
    ],
)
def test_bokmal_is_seen_beside_the_input_and_names_are_not_taken_for_it(
    text: str, found: list[str]
) -> None:
    known = frozenset({"Kreft og helse"})
    assert left_in_bokmal([text], Language.ENGLISH, known, frozenset({"avslag-alle"})) == found
