"""Every kind of form: made, filled in on screen, collected, and the same decisions after it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from reviewpkg.domain.forms import FormWorkbook, Shown, field_name
from reviewpkg.domain.tables import Number
from reviewpkg.intake.collecting.pdf_file import read_fields
from reviewpkg.intake.routine import routine_of
from reviewpkg.jobs import panel, round_2
from reviewpkg.jobs.collect import Errand, run_collect
from reviewpkg.jobs.order import Order
from tests.filling_in import answers_in, filled_pdf, filled_workbook, forms_of
from tests.test_packet import DEMONSTRATION, ROOT, contents

PANEL = ROOT / "input" / "klinbeforsk-2024"
KINDS = [
    (DEMONSTRATION, "1.1", "karakterer-"),
    (DEMONSTRATION, "1.4", "brukerkarakterer-"),
    (DEMONSTRATION, "2.1", "samlet-"),
    (DEMONSTRATION, "2.1", "brukersamlet-"),
    (DEMONSTRATION, "2.2", "plenum1-"),
    (DEMONSTRATION, "2.3", "tilleggsvurdering-"),
    (DEMONSTRATION, "2.3", "brukertillegg-"),
    (DEMONSTRATION, "2.4", "plenum2-"),
    (DEMONSTRATION, "2.6", "rangeringsskjema-"),
    (DEMONSTRATION, "2.6", "brukerrangering-"),
    (PANEL, "K2", "karakterskjema-"),
    (PANEL, "K3", ""),
]


def decided(call: Path, target: Path, step: str) -> dict[str, bytes]:
    """Return what is decided from a call folder, or how the panel's meeting stands after K2."""
    dam = routine_of(call) == "two-round"
    run = round_2.run_award if dam else panel.run_panel if step == "K2" else panel.run_award
    formats = ("html",) if step == "K2" else ("csv",)
    made = run(Order(call, target, formats, lambda _done, _total, _name: None))
    return {
        name: re.sub(rb"grunnlag [0-9a-f]{8}", b"", data)
        for name, data in contents(made.folder).items()
        if name.endswith((".csv", ".html"))
    }


def _given(source: Path, form: FormWorkbook) -> dict[tuple[int, int], Shown]:
    """Return what was delivered; of what the program proposed to other experts, a grade of 4."""
    given = answers_in(source, form)
    if form.table.name == "karakterer" and source == PANEL:
        numbers = (
            cell for cell in form.open_cells() if isinstance(form.columns[cell[1]].asks, Number)
        )
        given = {**dict.fromkeys(numbers, 4), **given}
    return given


@pytest.mark.parametrize(("source", "step", "kind"), KINDS, ids=lambda value: str(value)[-24:])
def test_collected_forms_decide_as_the_delivered_ones(
    source: Path, step: str, kind: str, tmp_path: Path
) -> None:
    call, inbox = tmp_path / source.name, tmp_path / "innboks"
    by_hand = tmp_path / "for hånd" / source.name
    forms = {name: form for name, form in forms_of(source, step).items() if name.startswith(kind)}
    table = next(iter(forms.values())).workbook.table.name
    for copy in (call, by_hand):
        shutil.copytree(source, copy)
        lying = next(path for path in copy.iterdir() if path.stem == table)
        shutil.rmtree(lying) if lying.is_dir() else lying.unlink()
    inbox.mkdir()
    (by_hand / table).mkdir()
    given = {name: _given(source, form.workbook) for name, form in forms.items()}
    printed = [name for name, form in forms.items() if form.printed and given[name]]
    for name, form in forms.items():
        (by_hand / table / f"{name}.xlsx").write_bytes(filled_workbook(form, given[name]))
        if name in printed[:2]:
            (inbox / f"{name}.pdf").write_bytes(filled_pdf(form, given[name]))
        else:
            (inbox / f"{name}.xlsx").write_bytes(filled_workbook(form, given[name]))

    _, lines = run_collect(Errand(call, inbox))

    assert lines[-1].endswith("lest inn.")
    delivered = by_hand if step == "K2" else source
    assert decided(call, tmp_path / "a", step) == decided(delivered, tmp_path / "b", step)
    _, again = run_collect(Errand(call, inbox))
    assert again[-1] == "Ingen nye skjemaer er lest inn."


@pytest.mark.parametrize(("source", "step", "kind"), KINDS, ids=lambda value: str(value)[-24:])
def test_a_printed_form_has_a_field_for_every_open_cell_of_its_workbook(
    source: Path, step: str, kind: str
) -> None:
    for name, form in sorted(forms_of(source, step).items()):
        if not (name.startswith(kind) and form.printed):
            continue
        fields = read_fields(f"{name}.pdf", filled_pdf(form, {}))
        book = form.workbook
        assert isinstance(fields, dict)
        assert fields.pop("Skjema-id") == str(book.identity)
        assert set(fields) == {
            field_name(book.columns[at].field, book.number(row)) for row, at in book.open_cells()
        }
        break
