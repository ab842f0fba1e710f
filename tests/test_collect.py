"""Collecting forms: what is taken, what is refused and why, and that nothing is overwritten."""

from __future__ import annotations

import re
import shutil
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reviewpkg.domain.form_identity import FormIdentity
from reviewpkg.domain.forms import CLOSED, FormWorkbook, Shown
from reviewpkg.jobs.collect import Errand, run_collect
from reviewpkg.jobs.placing import place
from reviewpkg.problems import InputRejected, sentences
from reviewpkg.rendering.xlsx import form_workbook
from tests.filling_in import filled_pdf, filled_workbook, forms_of, with_identity
from tests.test_packet import SCENARIOS, contents, generate

CALL = SCENARIOS / "2.6-a-tie-only-the-chair-can-break-stops-the-award"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Be a call that waits for its ballots, and the folder in which they come back."""

    call: Path
    inbox: Path
    name: str

    @property
    def form(self) -> FormWorkbook:
        return forms_of(self.call, "2.6")[self.name].workbook

    @property
    def ballot(self) -> dict[tuple[int, int], Shown]:
        """Return a ballot in the order of the rows."""
        at = next(at for at, one in enumerate(self.form.columns) if one.field == "place")
        rows = [row for row, place in self.form.open_cells() if place == at]
        return {(row, at): place for place, row in enumerate(rows, start=1)}

    def deliver(self, data: bytes, file: str = "") -> None:
        (self.inbox / (file or f"{self.name}.xlsx")).write_bytes(data)

    def collect(self, *, step: str = "", replaces: bool = False) -> tuple[str, ...]:
        return run_collect(Errand(self.call, self.inbox, step, replaces))[1]

    def refused(self, *, step: str = "", replaces: bool = False) -> list[str]:
        """Return why the forms are refused, having seen that nothing was written."""
        before = contents(self.call)
        with pytest.raises(InputRejected) as rejected:
            self.collect(step=step, replaces=replaces)
        assert contents(self.call) == before
        return list(sentences(rejected.value.problems))


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    call, inbox = tmp_path / "utlysning", tmp_path / "innboks"
    shutil.copytree(CALL, call)
    (call / "rangering.csv").unlink()
    inbox.mkdir()
    name = min(name for name in forms_of(call, "2.6") if name.startswith("rangeringsskjema"))
    return Meeting(call, inbox, name)


def filled(meeting: Meeting, given: dict[tuple[int, int], Shown] | None = None) -> bytes:
    form = forms_of(meeting.call, "2.6")[meeting.name]
    return filled_workbook(form, meeting.ballot if given is None else given)


def as_pdf(meeting: Meeting, given: dict[tuple[int, int], Shown] | None = None) -> bytes:
    form = forms_of(meeting.call, "2.6")[meeting.name]
    return filled_pdf(form, meeting.ballot if given is None else given)


def test_a_workbook_is_kept_as_it_came_under_the_name_of_its_form(meeting: Meeting) -> None:
    data = filled(meeting)
    meeting.deliver(data, "Fra Kari (2).xlsx")
    lines = meeting.collect()

    assert (meeting.call / "rangering" / f"{meeting.name}.xlsx").read_bytes() == data
    assert "Fra Kari (2).xlsx" in lines[2]
    assert f"rangering/{meeting.name}.xlsx" in lines[2]
    assert f"{len(meeting.ballot)} av {len(meeting.ballot)}  lest inn" in lines[2]
    assert lines[-1] == "1 skjema er lest inn."


def test_a_pdf_becomes_the_workbook_it_stands_for(meeting: Meeting) -> None:
    meeting.deliver(as_pdf(meeting), f"{meeting.name}.pdf")
    meeting.collect()
    kept = (meeting.call / "rangering" / f"{meeting.name}.xlsx").read_bytes()
    assert kept == filled(meeting)


def test_rows_without_an_answer_are_told_and_a_blank_form_is_not_taken(meeting: Meeting) -> None:
    ballot = meeting.ballot
    row, at = next(iter(ballot))
    meeting.deliver(
        as_pdf(meeting, {key: n for key, n in ballot.items() if key != (row, at)}), "a.pdf"
    )
    lines = meeting.collect()
    assert f"a.pdf: 1 rad uten svar: {meeting.form.number(row)}." in lines
    assert f"{len(ballot) - 1} av {len(ballot)}" in lines[2]


def test_a_form_that_nobody_has_filled_in_is_left_where_it_is(meeting: Meeting) -> None:
    meeting.deliver(filled(meeting, {}))
    before = contents(meeting.call)
    lines = meeting.collect()
    assert "tomt, ikke lest inn" in lines[2]
    assert lines[-1] == "Ingen nye skjemaer er lest inn."
    assert contents(meeting.call) == before


def test_the_same_again_is_said_and_changes_nothing(meeting: Meeting) -> None:
    meeting.deliver(as_pdf(meeting), "a.pdf")
    meeting.collect()
    before = contents(meeting.call)
    meeting.deliver(filled(meeting), "b.xlsx")

    lines = meeting.collect()

    assert "allerede lest inn" in lines[2]
    assert "samme svar som i en annen fil" in lines[3]
    assert contents(meeting.call) == before


def test_other_answers_never_overwrite_and_are_shown(meeting: Meeting) -> None:
    meeting.deliver(filled(meeting))
    meeting.collect()
    swapped = _swapped(meeting.ballot)
    meeting.deliver(filled(meeting, swapped))

    (line,) = meeting.refused()

    first = meeting.form.number(next(iter(swapped))[0])
    assert line.startswith(f"{meeting.name}.xlsx: rangering/{meeting.name}.xlsx har andre svar")
    assert f"{first}, «Plassering»: 1 ligger der, 2 er kommet" in line


def test_a_replaced_form_is_kept_where_nothing_reads_it(meeting: Meeting) -> None:
    first, second = filled(meeting), filled(meeting, _swapped(meeting.ballot))
    for data in (first, second, first):
        meeting.deliver(data)
        lines = meeting.collect(replaces=True)

    lies = contents(meeting.call)
    kept = f"erstattet/rangering/{meeting.name}.før-"
    assert lies[f"rangering/{meeting.name}.xlsx"] == first
    assert lies[f"{kept}1.xlsx"] == first
    assert lies[f"{kept}2.xlsx"] == second
    assert f"er nå {kept}2.xlsx" in lines[-2]
    assert (
        "erstattet"
        not in generate(
            "ranking-list",
            "--input",
            meeting.call,
            "--output",
            meeting.inbox / "ut",
            "--formats",
            "csv",
        ).stderr
    )


def _swapped(ballot: dict[tuple[int, int], Shown]) -> dict[tuple[int, int], Shown]:
    (one, first), (two, second), *_ = ballot.items()
    return {**ballot, one: second, two: first}


def test_answers_delivered_by_hand_under_another_name_are_found(meeting: Meeting) -> None:
    (meeting.call / "rangering").mkdir()
    (meeting.call / "rangering" / "fra p1.xlsx").write_bytes(filled(meeting))
    meeting.deliver(filled(meeting))
    assert "rangering/fra p1.xlsx" in meeting.collect()[2]
    meeting.deliver(filled(meeting, _swapped(meeting.ballot)))
    assert "fra p1.xlsx har andre svar" in meeting.refused()[0]


def test_a_table_that_is_one_file_is_not_added_to(meeting: Meeting) -> None:
    shutil.copy(CALL / "rangering.csv", meeting.call)
    meeting.deliver(filled(meeting, _swapped(meeting.ballot)))
    assert "én fil, rangering.csv" in meeting.refused(replaces=True)[0]


def test_a_file_with_others_rows_is_not_replaced(meeting: Meeting) -> None:
    (meeting.call / "rangering").mkdir()
    shutil.copy(CALL / "rangering.csv", meeting.call / "rangering" / "alle.csv")
    meeting.deliver(filled(meeting, _swapped(meeting.ballot)))
    assert meeting.refused(replaces=True) == [
        "rangering/alle.csv: filen har rader fra andre også; rett den for hånd."
    ]


def test_one_refused_form_keeps_all_out(meeting: Meeting) -> None:
    meeting.deliver(filled(meeting))
    meeting.deliver(b"%PDF-1.7 ikke mer", "ødelagt.pdf")
    assert len(meeting.refused()) == 1


def test_the_same_form_twice_with_different_answers_is_refused(meeting: Meeting) -> None:
    meeting.deliver(filled(meeting), "a.xlsx")
    meeting.deliver(as_pdf(meeting, _swapped(meeting.ballot)), "b.pdf")
    assert meeting.refused() == ["b.pdf: a.xlsx er det samme skjemaet med andre svar; behold ett."]


def test_a_form_of_another_call_is_refused(meeting: Meeting) -> None:
    meeting.deliver(_as(meeting, call="en annen utlysning"))
    (line,) = meeting.refused()
    assert "hører til «en annen utlysning», ikke «" in line


def test_a_form_of_another_step_is_refused(meeting: Meeting) -> None:
    meeting.deliver(filled(meeting))
    assert meeting.refused(step="2.1")[0].endswith("skjemaet er til trinn 2.6, ikke 2.1.")
    assert meeting.collect(step="2.6")[-1] == "1 skjema er lest inn."


def test_a_step_without_forms_is_refused(meeting: Meeting) -> None:
    meeting.deliver(_as(meeting, step="2.5"))
    assert "trinn 2.5, som utlysningen ikke har skjemaer til" in meeting.refused()[0]


def test_a_step_that_the_call_has_not_come_to_is_refused(meeting: Meeting) -> None:
    data = filled(meeting)
    (meeting.call / "samlet.csv").unlink()
    meeting.deliver(data)
    lines = meeting.refused()
    assert any("ikke kommet til trinn 2.6" in line for line in lines)
    assert any(line.startswith("samlet") for line in lines)


def test_a_form_of_a_pair_that_has_none_is_refused(meeting: Meeting) -> None:
    meeting.deliver(_as(meeting, name="rangeringsskjema-ks-par-p99"))
    assert "«rangeringsskjema-ks-par-p99» er ikke blant skjemaene" in meeting.refused()[0]


def test_a_form_under_another_pairs_file_name_is_refused(meeting: Meeting) -> None:
    other = max(name for name in forms_of(meeting.call, "2.6") if name.startswith("rangerings"))
    meeting.deliver(filled(meeting), f"{other} (1).xlsx")
    assert f"heter som skjemaet «{other}», men er skjemaet" in meeting.refused()[0]


def test_rows_that_say_another_pair_are_refused(meeting: Meeting) -> None:
    form = meeting.form
    at = next(at for at, one in enumerate(form.columns) if one.field == "pair")
    rows = tuple((*row[:at], "P7", *row[at + 1 :]) for row in form.rows)
    meeting.deliver(form_workbook(replace(form, rows=rows), meeting.ballot))
    (line,) = meeting.refused()
    assert "kolonne «Par»" in line
    assert line.endswith("men her står «P7».")


def _renumbered(meeting: Meeting, *, basis: str = "", title: str = "") -> bytes:
    """Return a ballot on which two project numbers have changed places, or a title has changed."""
    form = meeting.form
    assert form.identity is not None
    at = next(at for at, one in enumerate(form.columns) if one.field == "project_number")
    named = next(at for at, one in enumerate(form.columns) if one.heading == "Prosjektnavn")
    rows = [list(row) for row in form.rows]
    if title:
        rows[0][named] = title
    else:
        rows[0][at], rows[1][at] = rows[1][at], rows[0][at]
    identity = replace(form.identity, basis=basis or form.identity.basis)
    moved = replace(form, rows=tuple(map(tuple, rows)), identity=identity)
    return form_workbook(moved, meeting.ballot)


def _titles(meeting: Meeting) -> list[tuple[str, str]]:
    form = meeting.form
    named = next(at for at, one in enumerate(form.columns) if one.heading == "Prosjektnavn")
    return [(form.number(row), str(values[named])) for row, values in enumerate(form.rows)]


@pytest.mark.parametrize("basis", ["", "000000000000"])
def test_numbers_that_changed_places_between_titles_are_refused(
    basis: str, meeting: Meeting
) -> None:
    meeting.deliver(_renumbered(meeting, basis=basis))
    (one, first), (two, second), *_ = _titles(meeting)
    assert [line for line in meeting.refused() if "her står" in line] == [
        f"{meeting.name}.xlsx, ark «{meeting.form.sheet}», rad {row}, kolonne «Prosjektnavn»: her "
        f"står «{found}», men for «{number}» viser skjemaet «{expected}»; svarene på raden kan "
        "høre til en annen søknad."
        for row, found, number, expected in ((2, first, two, second), (3, second, one, first))
    ]


def test_a_title_that_was_written_over_is_refused(meeting: Meeting) -> None:
    meeting.deliver(_renumbered(meeting, title="Noe annet"))
    (line,) = meeting.refused()
    assert "her står «Noe annet», men for «" in line


def test_a_title_that_was_corrected_since_the_form_was_sent_out_is_warned_of(
    meeting: Meeting,
) -> None:
    meeting.deliver(_renumbered(meeting, title="Noe annet", basis="000000000000"))
    told, lines = run_collect(Errand(meeting.call, meeting.inbox))
    assert any("her står «Noe annet», men for «" in line for line in told)
    assert lines[-1] == "1 skjema er lest inn."


def test_a_title_may_be_saved_with_other_spaces_and_composed_letters(meeting: Meeting) -> None:
    title = unicodedata.normalize("NFD", f" {_titles(meeting)[0][1]}".replace(" ", "\u00a0 "))
    meeting.deliver(_renumbered(meeting, title=title))
    assert meeting.collect()[-1] == "1 skjema er lest inn."


def test_a_form_that_was_made_as_anothers_is_refused(meeting: Meeting) -> None:
    names = [name for name in forms_of(meeting.call, "2.6") if name.startswith("rangeringsskjema")]
    other = max(names)
    basis = forms_of(meeting.call, "2.6")[other].workbook.identity
    assert basis is not None
    meeting.deliver(_as(meeting, basis=basis.basis))
    (line,) = meeting.refused()
    assert line == (
        f"{meeting.name}.xlsx: skjema-id-en er endret: skjemaet er laget som «{other}», men id-en "
        f"sier «{meeting.name}»."
    )


def _as(meeting: Meeting, **other: str) -> bytes:
    form = meeting.form
    assert form.identity is not None
    identity: FormIdentity = replace(form.identity, **other)
    return form_workbook(replace(form, identity=identity), meeting.ballot)


def test_a_form_without_an_identity_or_with_a_torn_one_is_refused(meeting: Meeting) -> None:
    meeting.deliver(form_workbook(replace(meeting.form, identity=None), meeting.ballot), "a.xlsx")
    pdf = as_pdf(meeting)
    meeting.deliver(with_identity(pdf, ""), "b.pdf")
    meeting.deliver(with_identity(pdf, "klipt av"), "c.pdf")
    first, second, third = meeting.refused()
    assert "a.xlsx: filen har ingen skjema-id" in first
    assert "b.pdf: filen har ingen skjema-id" in second
    assert "c.pdf: skjema-id-en «klipt av» er endret" in third


def test_a_form_of_another_version_is_refused_with_the_rows_that_differ(meeting: Meeting) -> None:
    workbook, pdf = filled(meeting), as_pdf(meeting)
    form = meeting.form
    row = next(iter(meeting.ballot))[0]
    gone = form.number(row)
    _conflicted(meeting, gone)
    meeting.deliver(workbook)
    meeting.deliver(pdf, "a.pdf")
    lines = meeting.refused()
    assert len(lines) == 2
    assert all("av en annen utgave" in line for line in lines)
    assert all(f"det spør om {gone}, som ikke skal være med nå" in line for line in lines)


def _conflicted(meeting: Meeting, number: str) -> None:
    """Let both members of the pair be conflicted on an application they were to rank."""
    table = meeting.call / "inhabilitet.csv"
    lines = "".join(f"{number};{member};;2.6\n" for member in _members(meeting))
    table.write_text(table.read_text(encoding="utf-8") + lines, encoding="utf-8")


def _members(meeting: Meeting) -> list[str]:
    pair = meeting.form.rows[0][
        next(at for at, one in enumerate(meeting.form.columns) if one.field == "pair")
    ]
    lines = (meeting.call / "fagutvalg.csv").read_text(encoding="utf-8").splitlines()
    heading = lines[0].split(";")
    people = [dict(zip(heading, line.split(";"), strict=False)) for line in lines[1:]]
    return [one["Medlem"] for one in people if one["Par"] == pair]


def test_an_older_basis_that_asks_for_the_same_is_taken_and_said(meeting: Meeting) -> None:
    data = filled(meeting)
    call = meeting.call / "call.toml"
    before = call.read_text(encoding="utf-8")
    call.write_text(re.sub(r'(?m)^title = "', 'title = "Rettet: ', before), encoding="utf-8")
    assert call.read_text(encoding="utf-8") != before
    meeting.deliver(data)
    told, lines = run_collect(Errand(meeting.call, meeting.inbox))
    assert lines[-1] == "1 skjema er lest inn."
    assert any("det spør om det samme og er lest" in line for line in told)


def test_a_change_that_the_form_does_not_show_leaves_its_basis(meeting: Meeting) -> None:
    data = filled(meeting)
    call = meeting.call / "call.toml"
    call.write_text(call.read_text(encoding="utf-8") + "\n# en merknad\n", encoding="utf-8")
    meeting.deliver(data)
    told, lines = run_collect(Errand(meeting.call, meeting.inbox))
    assert lines[-1] == "1 skjema er lest inn."
    assert not any("grunnlag" in line for line in told)


def test_a_place_outside_the_form_or_used_twice_is_refused_in_its_field(meeting: Meeting) -> None:
    ballot = meeting.ballot
    one, two, three, *_ = ballot
    wrong = {**ballot, one: len(ballot) + 1, two: "første", three: 4}
    meeting.deliver(as_pdf(meeting, wrong), "a.pdf")
    lines = meeting.refused()
    number = meeting.form.number(one[0])
    assert (
        f"a.pdf, felt «Plassering for {number}»: ventet et helt tall fra 1 til {len(ballot)}, "
        f"fant «{len(ballot) + 1}»."
    ) in lines
    assert any("fant «første»" in line for line in lines)
    assert sum("4 er brukt på flere rader" in line for line in lines) == 2


def test_a_row_that_is_not_on_the_form_is_refused(meeting: Meeting) -> None:
    form = meeting.form
    rows = (*form.rows[:-1], ("2019/FREMMED", *form.rows[-1][1:]))
    meeting.deliver(form_workbook(replace(form, rows=rows), meeting.ballot))
    assert "rad" in (line := meeting.refused()[0])
    assert "søknaden «2019/FREMMED» er ikke på dette skjemaet" in line


def test_a_form_with_other_fields_is_refused(meeting: Meeting) -> None:
    form = forms_of(meeting.call, "2.6")[meeting.name]
    page = form.printed
    assert page is not None
    rows = page.page.rows[:-1]  # type: ignore[attr-defined]
    cut = replace(form, printed=replace(page, page=replace(page.page, rows=rows)))
    meeting.deliver(filled_pdf(cut, {}), "a.pdf")
    assert "feltene i PDF-en er endret" in meeting.refused()[0]


def test_what_is_no_form_is_refused_and_an_empty_folder_said(meeting: Meeting) -> None:
    assert meeting.refused() == [f"{meeting.inbox}: mappen har ingen skjemaer."]
    meeting.deliver(b"hei", "brev.docx")
    assert "ikke et skjema som kan leses inn" in meeting.refused()[0]


def test_a_later_table_is_warned_of(meeting: Meeting) -> None:
    (meeting.call / "lederbeslutning.csv").write_text("Prosjektnummer;Ny plassering;Begrunnelse\n")
    meeting.deliver(filled(meeting))
    told, _ = run_collect(Errand(meeting.call, meeting.inbox))
    assert any(line.startswith("Advarsel: lederbeslutning: ") for line in told)


def test_the_command_tells_what_it_took_and_exits_with_1_when_it_refuses(meeting: Meeting) -> None:
    meeting.deliver(filled(meeting))
    words = ("collect", "--input", meeting.call, "--from", meeting.inbox)
    done = generate(*words)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "1 skjema er lest inn."
    meeting.deliver(filled(meeting, _swapped(meeting.ballot)))
    refused = generate(*words)
    assert refused.returncode == 1
    assert "blir ikke overskrevet" in refused.stderr
    assert generate(*words, "--replace").returncode == 0


def test_a_disk_that_fails_leaves_everything_as_it_was(tmp_path: Path) -> None:
    old = tmp_path / "rangering" / "a.xlsx"
    old.parent.mkdir()
    old.write_bytes(b"gammel")
    blocked = tmp_path / "samlet"
    blocked.write_bytes(b"en fil der mappen skulle ligget")
    with pytest.raises(OSError, match="samlet"):
        place(
            {old: b"ny", blocked / "b.xlsx": b"ny"},
            {old: tmp_path / "erstattet" / "rangering" / "a.før-1.xlsx"},
        )
    assert contents(tmp_path) == {
        "rangering/a.xlsx": b"gammel",
        "samlet": blocked.read_bytes(),
    }


def test_nothing_is_put_in_place_of_another_file(tmp_path: Path) -> None:
    there = tmp_path / "a.xlsx"
    there.write_bytes(b"gammel")
    with pytest.raises(FileExistsError):
        place({there: b"ny"}, {})
    assert contents(tmp_path) == {"a.xlsx": b"gammel"}


def test_a_closed_cell_that_is_filled_in_is_refused(meeting: Meeting) -> None:
    ballot = meeting.ballot
    (row, at), *_ = ballot
    _conflicted(meeting, meeting.form.number(row))
    form = meeting.form
    assert form.rows[row][at] == CLOSED
    opened = tuple(None if one == CLOSED else one for one in form.rows[row])
    rows = tuple(opened if n == row else one for n, one in enumerate(form.rows))
    meeting.deliver(form_workbook(replace(form, rows=rows), {(row, at): 1}))
    (line,) = meeting.refused()
    assert line.endswith("kolonne «Plassering»: cellen skal stå tom på dette skjemaet.")
