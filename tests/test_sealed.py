"""Packets are verified, bundled and signed as their users do it."""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.certificate import PASSWORD, key_file
from tests.test_packet import SCENARIOS, SMALL, contents, generate

AFTER_THE_BALLOTS = SCENARIOS / "2.6-the-chair-breaks-a-tie-and-moves-another"
PAIRS = {"P1": "Nordmannpar", "P2": "Sarapar", "P3": "Øyenpar"}
LIST = "round1/utvelgelse-ks.pdf"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the call, and its packets of two steps."""
    folder = tmp_path_factory.mktemp("sealed")
    shutil.copytree(SMALL, folder / "call")
    for step in ("forms", "round1"):
        done = generate(step, "--input", folder / "call", "--output", folder / "output")
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "copy"))


def ran(command: str, folder: Path, *more: str | Path) -> tuple[int, str]:
    where = ("--input", folder / "call", "--output", folder / "output")
    done = generate(command, *where, *more)
    return done.returncode, done.stdout + done.stderr


def signed(folder: Path) -> Path:
    (folder / "leder.p12").write_bytes(key_file("Kari Ødegård"))
    (folder / "passord").write_text(f"{PASSWORD}\n", encoding="utf-8")
    options = ("--certificate", folder / "leder.p12", "--password-file", folder / "passord")
    code, told = ran("sign", folder, *options, LIST)
    assert code == 0, told
    (found,) = (folder / "output" / "signert").rglob("*.pdf")
    return found


def test_a_packet_is_the_same_when_it_is_made_again(made: Path) -> None:
    before = contents(made)
    code, told = ran("verify", made)

    assert code == 0, told
    assert "forms: " in told
    assert "er som da pakken ble forseglet, og blir de samme når den lages på nytt." in told
    assert contents(made) == before


def test_one_packet_can_be_verified_alone(copy: Path) -> None:
    shutil.copytree(copy / "output" / "forms", copy / "elsewhere")
    done = generate("verify", "--input", copy / "call", "--output", copy / "elsewhere")

    assert done.returncode == 0, done.stderr
    assert "elsewhere: " in done.stdout


def test_a_changed_byte_is_named_with_its_place(copy: Path) -> None:
    path = copy / "output" / LIST
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)

    code, told = ran("verify", copy)

    assert code == 1
    assert f"{LIST}: filen er endret siden pakken ble forseglet (byte 100)." in told


def test_a_forged_document_whose_digest_was_forged_too_is_found(copy: Path) -> None:
    packet = copy / "output" / "round1"
    decisions = packet / "decisions.csv"
    forged = decisions.read_bytes().replace(b"selected", b"rejection-1")
    decisions.write_bytes(forged)
    manifest = json.loads((packet / "manifest.json").read_text(encoding="utf-8"))
    for one in manifest["outputs"]:
        if one["file"] == "decisions.csv":
            one["sha256"], one["size"] = hashlib.sha256(forged).hexdigest(), len(forged)
    manifest["seal"] = "0" * 64
    (packet / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    code, told = ran("verify", copy)

    assert code == 1
    assert "round1/decisions.csv: filen er som da den ble forseglet, men blir en annen" in told
    assert "round1: seglet i manifestet er et annet enn det inndataene og vedtakene gir." in told


def test_missing_and_added_files_and_changed_inputs_are_named(copy: Path) -> None:
    (copy / "output" / LIST).unlink()
    (copy / "output" / "forms" / "notat.txt").write_text("hei", encoding="utf-8")
    with (copy / "call" / "call.toml").open("a", encoding="utf-8") as file:
        file.write("# endret\n")

    code, told = ran("verify", copy)

    assert code == 1
    assert f"{LIST}: filen mangler i pakken." in told
    assert "forms/notat.txt: filen hører ikke til pakken." in told
    assert "round1: call.toml i utlysningsmappen er endret siden pakken ble laget." in told


def test_where_there_is_no_packet_there_is_nothing_to_verify(tmp_path: Path) -> None:
    done = generate("verify", "--input", SMALL, "--output", tmp_path / "none")

    assert done.returncode == 1
    assert "her ligger ingen pakke; ventet en mappe med manifest.json." in done.stderr


def test_the_seal_is_printed_and_stands_in_the_manifest(made: Path) -> None:
    packet = made / "output" / "round1"
    manifest = json.loads((packet / "manifest.json").read_text(encoding="utf-8"))
    page = (packet / "vedtaksprotokoll.html").read_text(encoding="utf-8")

    assert re.fullmatch("[0-9a-f]{64}", manifest["seal"])
    assert manifest["seal"] in page


def test_a_bundle_is_the_same_every_time_and_verifies_where_it_is_unpacked(
    copy: Path, tmp_path: Path
) -> None:
    signed(copy)
    code, told = ran("bundle", copy)
    assert code == 0, told
    (archive,) = (copy / "output").glob("*.zip")
    first = archive.read_bytes()
    assert ran("bundle", copy)[0] == 0
    assert archive.read_bytes() == first

    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path / "there")
    there = tmp_path / "there"
    assert "generate.py verify --input inndata --output pakker" in (
        there / "LES-MEG.txt"
    ).read_text(encoding="utf-8")
    done = generate("verify", "--input", there / "inndata", "--output", there / "pakker")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "signert av Kari Ødegård, og uendret siden." in done.stdout


def test_what_was_changed_is_not_bundled(copy: Path) -> None:
    (copy / "output" / LIST).write_bytes(b"%PDF-")

    code, told = ran("bundle", copy)

    assert code == 1
    assert "pakken er endret siden den ble forseglet; kjør trinnet på nytt før du samler." in told
    assert not list((copy / "output").glob("*.zip"))


def test_a_signed_copy_is_checked_and_the_packet_stays_as_it_was(copy: Path) -> None:
    before = (copy / "output" / LIST).read_bytes()
    path = signed(copy)
    assert (copy / "output" / LIST).read_bytes() == before
    assert ran("verify", copy)[0] == 0

    data = bytearray(path.read_bytes())
    data[len(before) // 2] ^= 1
    path.write_bytes(data)
    code, told = ran("verify", copy)

    assert code == 1
    assert "signaturen til Kari Ødegård holder ikke" in told


def test_a_signed_copy_is_told_by_the_document_it_is_a_copy_of(copy: Path) -> None:
    path = signed(copy)
    path.rename(copy / "output" / "signert" / "avslagsliste.pdf")

    code, told = ran("verify", copy)

    assert code == 0
    assert f"signert/avslagsliste.pdf: kopi av {LIST}." in told


def test_an_expired_certificate_is_told_of_when_it_signs_and_afterwards(copy: Path) -> None:
    (copy / "leder.p12").write_bytes(key_file("Kari Ødegård", 2001, 2002))
    (copy / "passord").write_text(PASSWORD, encoding="utf-8")
    options = ("--certificate", copy / "leder.p12", "--password-file", copy / "passord")

    for command, more in (("sign", (*options, LIST)), ("verify", ())):
        code, told = ran(command, copy, *more)
        assert code == 0
        assert "sertifikatet til Kari Ødegård gjaldt ikke da det ble signert" in told


def test_what_is_no_file_among_the_signed_is_named_and_not_read(copy: Path) -> None:
    (copy / "output" / "signert").mkdir()
    os.mkfifo(copy / "output" / "signert" / "a.pdf")

    code, told = ran("verify", copy)

    assert code == 1
    assert "signert/a.pdf: dette er ingen vanlig fil." in told


def test_links_pipes_and_empty_folders_in_a_packet_are_named_and_not_read(copy: Path) -> None:
    shutil.rmtree(copy / "output" / "round1")
    packet = copy / "output" / "forms"
    sealed = next(path for path in sorted(packet.rglob("*.xlsx")))
    sealed.rename(copy / "elsewhere.xlsx")
    sealed.symlink_to(copy / "elsewhere.xlsx")
    os.mkfifo(packet / "pipe.pdf")
    (packet / "tom").mkdir()

    code, told = ran("verify", copy)

    assert code == 1
    name = sealed.relative_to(copy / "output").as_posix()
    assert f"{name}: dette er en snarvei og hører ikke til pakken." in told
    assert "forms/pipe.pdf: dette er ingen vanlig fil." in told
    assert "forms/tom: mappen hører ikke til pakken." in told


def test_only_a_document_of_a_packet_can_be_signed(copy: Path) -> None:
    (copy / "leder.p12").write_bytes(key_file("Kari Ødegård"))
    (copy / "passord").write_text("feil", encoding="utf-8")
    options = ("--certificate", copy / "leder.p12", "--password-file", copy / "passord")

    code, told = ran("sign", copy, *options, "../call/call.toml")

    assert code == 1
    assert "../call/call.toml: ventet en PDF i en pakke" in told
    assert "leder.p12: passordet åpner ikke filen" in told
    assert not (copy / "output" / "signert").exists()


@pytest.mark.parametrize("key", ["nope.p12", "call"])
def test_a_key_file_that_is_not_there_is_named_before_a_password_is_asked_for(
    key: str, copy: Path
) -> None:
    code, told = ran("sign", copy, "--certificate", copy / key, LIST)

    assert code == 1
    assert f"{key}: filen finnes ikke eller kan ikke leses; ventet en PKCS #12-fil" in told
    assert "passord" not in told.casefold()


def test_a_packet_without_names_decides_the_same(made: Path, tmp_path: Path) -> None:
    where = ("--input", made / "call", "--output", tmp_path)
    done = generate("round1", *where, "--redacted", "--formats", "csv,html")
    assert done.returncode == 0, done.stderr

    apart = tmp_path / "uten-navn"
    decisions = (apart / "round1" / "decisions.csv").read_text(encoding="utf-8")
    named = (made / "output" / "round1" / "decisions.csv").read_text(encoding="utf-8")
    assert decisions == re.sub(r"\bP([1-3])\b", r"par\1", named)
    names = re.findall(
        r"(?m)^[^;,]+[;,]([^;,]+ [^;,]+)[;,]", (made / "call" / "fagutvalg.csv").read_text()
    )
    assert names
    pages = [path.read_text(encoding="utf-8") for path in apart.rglob("*.html")]
    assert pages
    assert not [name for name in names for page in pages if name in page]


@pytest.mark.parametrize("text", [None, "", "[]", "[" * 100_000, '{"outputs": [], "inputs": 5}'])
def test_a_packet_whose_manifest_cannot_be_used_is_named(text: str | None, copy: Path) -> None:
    manifest = copy / "output" / "round1" / "manifest.json"
    manifest.unlink()
    if text is not None:
        manifest.write_text(text, encoding="utf-8")
    shutil.rmtree(copy / "output" / "forms")

    for command in ("verify", "bundle"):
        code, told = ran(command, copy)
        assert code == 1
        assert re.search("round1: manifest.json mangler eller kan ikke leses", told)
    assert not list((copy / "output").glob("*.zip"))


def test_a_folder_with_a_manifest_of_no_step_is_named(copy: Path) -> None:
    shutil.rmtree(copy / "output" / "round1")
    for name in ("annet", "explain-1", "utskrift", "uten-navn", "forms-egne-filer", "notater"):
        (copy / "output" / name).mkdir(exist_ok=True)
    (copy / "output" / "annet" / "manifest.json").write_text('{"outputs": []}', encoding="utf-8")

    code, told = ran("verify", copy)

    assert code == 1
    named = re.findall("(?m)^(.*): manifest.json mangler eller kan ikke leses", told)
    assert named == ["annet", "explain-1"]


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text + "\n",
        lambda text: text.replace('"reviewpkg"', '"another"', 1),
        lambda text: text.replace('"formats": [', '"formats": ["docx", ', 1),
        lambda text: re.sub('"size": [0-9]+', '"size": 1', text, count=1),
        lambda text: text.replace("{", '{"more": 1,', 1),
        lambda text: json.dumps(json.loads(text)),
    ],
    ids=("newline", "program", "formats", "size", "more", "spaces"),
)
def test_a_manifest_that_somebody_edited_is_named(edit: Callable[[str], str], copy: Path) -> None:
    shutil.rmtree(copy / "output" / "round1")
    manifest = copy / "output" / "forms" / "manifest.json"
    manifest.write_text(edit(manifest.read_text(encoding="utf-8")), encoding="utf-8")

    code, told = ran("verify", copy)

    assert code == 1
    assert "forms/manifest.json: filen er endret siden pakken ble forseglet (byte " in told


@pytest.mark.parametrize("step", ["panel", "nothing"])
def test_a_manifest_of_a_step_that_the_routine_has_not_is_named(step: str, copy: Path) -> None:
    shutil.rmtree(copy / "output" / "round1")
    (copy / "output" / "forms").rename(copy / "output" / step)
    manifest = copy / "output" / step / "manifest.json"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace('"step": "forms"', f'"step": "{step}"'), encoding="utf-8")

    code, told = ran("verify", copy)

    assert code == 1
    assert "denne utgaven av programmet har ikke dette trinnet." in told


def test_a_packet_in_the_folder_of_another_step_is_named(copy: Path) -> None:
    shutil.rmtree(copy / "output" / "round1")
    (copy / "output" / "forms").rename(copy / "output" / "round1")

    code, told = ran("verify", copy)

    assert code == 1
    assert "round1: pakken er av trinnet forms." in told
    assert ran("bundle", copy)[0] == 1


def test_a_packet_without_names_has_no_piece_of_what_a_pair_is_called(tmp_path: Path) -> None:
    call = Path(shutil.copytree(AFTER_THE_BALLOTS, tmp_path / "call"))
    for path in call.glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        for pair, named in PAIRS.items():
            text = re.sub(rf"\b{pair}\b", named, text)
        path.write_text(text, encoding="utf-8")
    assert sum("Nordmannpar" in path.read_text() for path in call.glob("*.csv")) > len(PAIRS) - 1
    output = tmp_path / "output"
    for step, words in itertools.product(("ranking", "ranking-list"), ((), ("--redacted",))):
        formats = "csv,html,xlsx,pdf" if words and step == "ranking" else "csv,html"
        where = ("--input", call, "--output", output)
        done = generate(step, *where, *words, "--formats", formats)
        assert done.returncode == 0, done.stderr

    numbered = {named: f"par{at}" for at, named in enumerate(sorted(PAIRS.values()), start=1)}
    decided = output / "ranking-list" / "decisions.csv"
    expected = decided.read_text(encoding="utf-8")
    for named, number in numbered.items():
        expected = expected.replace(named, number)
    apart = output / "uten-navn" / "ranking-list" / "decisions.csv"
    assert apart.read_text(encoding="utf-8") == expected
    told = dict(_told(output / "uten-navn"))
    assert {Path(name).suffix for name in told} >= {".html", ".xlsx", ".pdf", ".csv"}
    surnames = [named.removesuffix("par").casefold() for named in PAIRS.values()]
    assert not [name for name, text in told.items() for one in surnames if one in text.casefold()]


def _told(folder: Path) -> Iterator[tuple[str, str]]:
    """Give what every file says, its name among it, by its path in the folder."""
    for path in (path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".pdf":
            text = "".join(page.extract_text() for page in PdfReader(path).pages)
        elif path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                text = "".join(book.read(one).decode("utf-8", "replace") for one in book.namelist())
        else:
            text = path.read_text(encoding="utf-8", errors="replace")
        yield name, f"{name} {text}"
