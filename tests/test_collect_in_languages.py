"""Forms in nynorsk and English come back as the same answers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reviewpkg.domain.forms import FormWorkbook, Shown
from reviewpkg.domain.headings import word_in
from reviewpkg.domain.tables import Word
from reviewpkg.jobs.collect import Errand, run_collect
from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from tests.filling_in import answers_in, filled_pdf, filled_workbook, forms_of
from tests.test_packet import DEMONSTRATION


@pytest.mark.parametrize("language", ["nn", "en"])
@pytest.mark.parametrize(
    ("step", "kind"), [("2.2", "plenum1-"), ("2.6", "rangeringsskjema-")], ids=["2.2", "2.6"]
)
def test_a_form_in_another_language_is_the_same_form(
    language: str, step: str, kind: str, tmp_path: Path
) -> None:
    call, inbox = Path(shutil.copytree(DEMONSTRATION, tmp_path / "utlysning")), tmp_path / "inn"
    speak(language, call)
    forms = {name: one for name, one in forms_of(call, step).items() if name.startswith(kind)}
    given = {name: answers_in(DEMONSTRATION, one.workbook) for name, one in forms.items()}
    table = next(iter(forms.values())).workbook.table.name
    lying = next(path for path in call.iterdir() if path.stem == table)
    shutil.rmtree(lying) if lying.is_dir() else lying.unlink()
    inbox.mkdir()
    for at, (name, form) in enumerate(forms.items()):
        assert form.workbook.language == language
        said = in_the_forms_words(form.workbook, given[name])
        if form.printed and at == 0:
            (inbox / f"{name}.pdf").write_bytes(filled_pdf(form, said))
        else:
            (inbox / f"{name}.xlsx").write_bytes(filled_workbook(form, said))

    _, lines = run_collect(Errand(call, inbox))

    read = ("{count} skjema er lest inn.", "{count} skjemaer er lest inn.")
    assert lines[-1] == Words(Language(language)).plural(*read, len(forms))
    assert {name: answers_in(call, one.workbook) for name, one in forms.items()} == given


def test_a_form_that_was_out_is_read_after_the_call_has_changed_language(tmp_path: Path) -> None:
    call, inbox = Path(shutil.copytree(DEMONSTRATION, tmp_path / "utlysning")), tmp_path / "inn"
    form = forms_of(call, "2.2")["plenum1-ks"]
    given = answers_in(call, form.workbook)
    (call / "plenum1.xlsx").unlink()
    inbox.mkdir()
    (inbox / "plenum1-ks.xlsx").write_bytes(filled_workbook(form, given))
    speak("en", call)

    _, lines = run_collect(Errand(call, inbox))

    assert lines[-1] == "1 form has been read in."
    assert answers_in(call, form.workbook) == given


def speak(language: str, call: Path) -> None:
    text = (call / "call.toml").read_text(encoding="utf-8")
    spoken = text.replace("[call]\n", f'[call]\nlanguage = "{language}"\n', 1)
    (call / "call.toml").write_text(spoken, encoding="utf-8")


def in_the_forms_words(
    form: FormWorkbook, given: dict[tuple[int, int], Shown]
) -> dict[tuple[int, int], Shown]:
    """Say the words that were delivered as the form has them to choose from."""
    return {
        cell: word_in(form.language, str(value))
        if isinstance(form.columns[cell[1]].asks, Word)
        else value
        for cell, value in given.items()
    }
