"""Tables are read in bokmål, nynorsk and English alike, and mixed."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewpkg.domain.headings import every_heading, heading_in, word_in
from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.language import Language
from tests.intake.folders import CallFolder, loaded, told, valid
from tests.intake.panel import panel_folders

GRADES = "karakterer/m03"
ENGLISH = Language.ENGLISH


def translated(folder: CallFolder, *languages: Language) -> CallFolder:
    """Put every heading and word into a language; with several, one after the other in turn."""
    turn = 0
    for rows in folder.tables.values():
        for at, cell in enumerate(rows[0]):
            turn += 1
            rows[0][at] = heading_in(languages[turn % len(languages)], str(cell))
        for row in rows[1:]:
            for at, cell in enumerate(row):
                turn += 1
                if isinstance(cell, str):
                    row[at] = word_in(languages[turn % len(languages)], cell)
    return folder


LANGUAGES = [(Language.NYNORSK,), (ENGLISH,), (ENGLISH, Language.BOKMAL, Language.NYNORSK)]
IDS = ["nynorsk", "English", "mixed"]


@pytest.mark.parametrize("languages", LANGUAGES, ids=IDS)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_call_in_two_rounds_reads_the_same(
    languages: tuple[Language, ...], ending: str, tmp_path: Path
) -> None:
    folder = translated(valid(), *languages)
    assert folder.tables != valid().tables
    assert told(folder, tmp_path, ending) == ""
    found = loaded(folder.write(tmp_path / "b", ending)).review
    assert found == loaded(valid().write(tmp_path / "c", ending)).review


@pytest.mark.parametrize("languages", LANGUAGES, ids=IDS)
def test_a_panels_call_reads_the_same(languages: tuple[Language, ...], tmp_path: Path) -> None:
    plain = panel_folders.valid()
    folder = translated(panel_folders.valid(), *languages)
    assert folder.tables != plain.tables
    found = panel_folders.read(folder.write(tmp_path / "a"), PanelStep.MEETING)
    expected = panel_folders.read(plain.write(tmp_path / "b"), PanelStep.MEETING)
    assert (found.review, found.problems) == (expected.review, expected.problems)


def test_a_fault_is_told_under_the_heading_that_the_file_has(tmp_path: Path) -> None:
    folder = valid()
    folder.put(GRADES, 3, "Totalkarakter", 9)
    folder.put(GRADES, 2, "Prosjektnummer", "2019/FO999999")
    folder.put("karakterer/m04", 2, "Totalkarakter", 8)
    folder.tables[GRADES][0] = [heading_in(ENGLISH, str(one)) for one in folder.tables[GRADES][0]]
    unknown = "søknaden «2019/FO999999» står ikke i soknader."
    expected = "ventet et helt tall fra 1 til 7, fant"
    assert told(folder, tmp_path, "csv").splitlines() == [
        f"karakterer/m03.csv, rad 2, kolonne «Project number»: {unknown}",
        f"karakterer/m03.csv, rad 3, kolonne «Total grade»: {expected} «9».",
        f"karakterer/m04.csv, rad 2, kolonne «Totalkarakter»: {expected} «8».",
    ]


def test_what_is_missing_is_named_in_the_language_of_the_file(tmp_path: Path) -> None:
    folder = valid()
    folder.tables[GRADES][0] = ["Project number", "Member", "Relevans", "Totl grade", "Coment"]
    assert told(folder, tmp_path, "csv") == (
        "karakterer/m03.csv, rad 1: kolonnen «Total grade» mangler. Er det den som heter "
        "«Totl grade»?\n"
        "Advarsel: karakterer/m03.csv, rad 1, kolonne «Coment»: kolonnen er ukjent og ikke lest. "
        "Mente du «Comment»?"
    )


def test_a_column_twice_is_one_too_many_in_two_languages_too(tmp_path: Path) -> None:
    folder = valid()
    for at, cells in enumerate(folder.tables[GRADES]):
        cells.append(5 if at else "Total grade")
    assert told(folder, tmp_path, "csv") == (
        "karakterer/m03.csv, rad 1: kolonnen «Totalkarakter» står flere ganger (D og F); "
        "behold bare én."
    )


def test_a_sheet_without_headings_is_asked_for_them_in_bokmal(tmp_path: Path) -> None:
    folder = valid()
    folder.drop(GRADES, 1)
    assert "«Prosjektnummer», «Medlem» og «Totalkarakter»" in told(folder, tmp_path, "csv")


@pytest.mark.parametrize("heading", every_heading("Prosjektnavn"))
def test_what_a_form_only_shows_is_known_in_every_language(heading: str, tmp_path: Path) -> None:
    folder = valid()
    for at, cells in enumerate(folder.tables[GRADES]):
        cells.append("Søvn og helse" if at else heading)
    assert told(folder, tmp_path, "csv") == ""


@pytest.mark.parametrize("label", ["Totalkarakter", "Total grade", "Prosjektnamn"])
def test_no_criterion_may_be_named_as_a_column_in_any_language(label: str, tmp_path: Path) -> None:
    folder = valid()
    folder.replace('label = "Relevans"', f'label = "{label}"')
    assert f"«{label}» er navnet på en annen kolonne i karakterer." in told(folder, tmp_path)


@pytest.mark.parametrize("word", ["leder", "leiar", "chair", "CHAIR"])
def test_a_word_is_read_without_regard_to_language_and_case(word: str, tmp_path: Path) -> None:
    folder = valid()
    folder.put("fagutvalg", 8, "Rolle", word)
    review = loaded(folder.write(tmp_path / "a")).review
    assert review == loaded(valid().write(tmp_path / "b")).review
