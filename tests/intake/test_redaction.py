"""A call folder is copied without people's names."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from reviewpkg.intake.redaction import LEFT_OUT, write_without_names
from reviewpkg.problems import InputRejected

CALL = """
# Kari Ødegård har satt opp denne.
[call]
id = "prøve" # spør Kari
title = "Nummer # 1"
[grades]
criteria = [{ id = "relevance", label = "Relevans", min = 0, max = 2 }]
[[adjustments]]
reason = "Kari \\"K\\" Ødegård ville det"
[[adjustments]]
reason = '''
Kari
Ødegård'''
"""
TABLES = {
    "fagutvalg.csv": "Medlem;Navn;Par;E-post\nkari;Kari Ødegård;Ødegårdpar;kari@eksempel.no\n"
    "åse;Åse Ås;Åspar;\nbo;Bo By;;bo@eksempel.no\n",
    "soknader.csv": "Prosjektnummer;Prosjektnavn;Prosjektleder;Sammendrag\n1;Søvn;Kari;Kari vil\n",
    "inhabilitet.csv": "Prosjektnummer;Medlem;Stedfortreder\n1;kari;bo\n",
    "karakterer/kari.csv": "Project number;Member;Relevans;Total grade;Comment\n"
    "1;kari;2;7;Bra, Åse\n",
    "karakterer/bo.csv": "Prosjektnummer;Medlem;Relevans;Totalkarakter;Kommentar\n1;bo;1;6;\n",
    "plenum1.csv": "Project number;Second opinion;Second opinion pair;Pair;Leaves the room\n"
    "1;yes;Åspar;Ødegårdpar;Kari Ødegård\n",
    "cv.csv": "Prosjektnummer;Deltaker;Sider\n1;Dag Dal;3\n1;Ada Aa;4\n",
}
NAMES = ("kari", "ødegård", "åse", "bo", "by", "dag", "dal", "ada", "eksempel")


@pytest.fixture
def call(tmp_path: Path) -> Path:
    folder = tmp_path / "call"
    for name, text in {"call.toml": CALL, "notater.csv": "Kari", **TABLES}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def copy(call: Path, tmp_path: Path) -> Path:
    into = tmp_path / "copy"
    into.mkdir()
    write_without_names(call, into)
    return into


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_nobody_is_named_anywhere(copy: Path) -> None:
    paths = [path for path in copy.rglob("*") if path.is_file()]
    texts = [path.name + path.read_text(encoding="utf-8") for path in paths]
    found = {word for text in texts for word in text.casefold().replace(";", " ").split()}

    assert found.isdisjoint(NAMES)
    assert not any(name in text.casefold() for text in texts for name in ("kari", "ødegård"))


def test_members_are_numbered_in_the_order_of_their_ids(copy: Path) -> None:
    assert [(row["Medlem"], row["Navn"]) for row in rows(copy / "fagutvalg.csv")] == [
        ("p2", "Person p2"),
        ("p3", "Person p3"),
        ("p1", "Person p1"),
    ]
    assert rows(copy / "inhabilitet.csv") == [
        {"Prosjektnummer": "1", "Medlem": "p2", "Stedfortreder": "p1"}
    ]


def test_pairs_are_numbered_in_the_order_of_their_ids_wherever_they_are_named(copy: Path) -> None:
    assert [row["Par"] for row in rows(copy / "fagutvalg.csv")] == ["par2", "par1", ""]
    (noted,) = rows(copy / "plenum1.csv")
    assert (noted["Tilleggspar"], noted["Par"], noted["Går ut"]) == ("par1", "par2", LEFT_OUT)


def test_figures_stay_and_free_words_go(copy: Path) -> None:
    assert rows(copy / "karakterer" / "001.csv")[0] == {
        "Prosjektnummer": "1",
        "Medlem": "p1",
        "Relevans": "1",
        "Totalkarakter": "6",
        "Kommentar": "",
    }
    assert rows(copy / "karakterer" / "002.csv")[0]["Kommentar"] == LEFT_OUT


def test_a_column_that_no_table_has_is_left_out(copy: Path) -> None:
    assert list(rows(copy / "soknader.csv")[0]) == ["Prosjektnummer", "Prosjektnavn", "Sammendrag"]
    assert not (copy / "notater.csv").exists()


def test_the_call_keeps_its_numbers_and_loses_remarks_and_reasons(copy: Path) -> None:
    kept = tomllib.loads((copy / "call.toml").read_text(encoding="utf-8"))

    assert kept["call"] == {"id": "prøve", "title": "Nummer # 1"}
    assert [one["reason"] for one in kept["adjustments"]] == [LEFT_OUT, LEFT_OUT]


@pytest.mark.parametrize("written", [b"[call]\nid = \xe5", b"[call]\nid = 'Kari", None])
def test_a_call_file_that_cannot_be_read_is_told_of(
    written: bytes | None, call: Path, tmp_path: Path
) -> None:
    (call / "call.toml").unlink()
    if written is None:
        (call / "call.toml").symlink_to("/dev/zero")
    else:
        (call / "call.toml").write_bytes(written)
    with pytest.raises(InputRejected):
        write_without_names(call, tmp_path)


def test_a_file_that_cannot_be_read_is_told_of(call: Path, tmp_path: Path) -> None:
    (call / "fagutvalg.csv").rename(call / "fagutvalg.pdf")
    into = tmp_path / "into"
    into.mkdir()

    with pytest.raises(InputRejected):
        write_without_names(call, into)
