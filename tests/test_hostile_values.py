"""Whole packets of a call that somebody has filled with harm: nothing of it is more than text."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from tests.hostile_call import hostile
from tests.in_process import generate
from tests.test_packet import SCENARIOS, contents

TWO_ROUND = SCENARIOS / "2.6-the-chair-breaks-a-tie-and-moves-another"
PANEL = SCENARIOS / "D20-tie-at-the-line-is-ruled"
ROUNDS = ("forms", "round1", "joint", "plenary1", "second-opinion", "plenary2", "ranking")
HIDDEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
FORMULA = re.compile("[=+@＝＋－＠\t\r]|-(?![0-9]+(?:[.,][0-9]+)?$)")  # noqa: RUF001
ACTIVE_CELL = re.compile(r"<f[ >]|<hyperlink|TargetMode=|<ddeLink|(?<!_x005F)_x00(?!5F)")
ACTIVE = ("/JavaScript", "/JS", "/Launch", "/URI", "/SubmitForm", "/GoToR", "/OpenAction", "/AA")


def made(scenario: Path, steps: Sequence[str], formats: str, at: Path) -> dict[str, bytes]:
    call = hostile(scenario, at / "utlysning")
    for step in steps:
        folders = ("--input", call, "--output", at / "ut")
        done = generate(step, *folders, "--formats", formats)
        assert done.returncode == 0, done.stderr
    return contents(at / "ut")


@pytest.fixture(scope="module")
def packets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    at = tmp_path_factory.mktemp("fiendtlig")
    steps = (*ROUNDS, "ranking-list", "award")
    two_rounds = made(TWO_ROUND, steps, "csv,xlsx,html", at / "a")
    panel = made(PANEL, ("screening", "forms", "panel", "award"), "csv,xlsx,html", at / "b")
    return two_rounds | {f"panel/{name}": data for name, data in panel.items()}


def of_kind(files: dict[str, bytes], ending: str) -> Iterator[tuple[str, bytes]]:
    found = [(name, data) for name, data in files.items() if name.endswith(ending)]
    assert found
    return iter(found)


def test_every_file_has_a_harmless_name(packets: dict[str, bytes]) -> None:
    for name in packets:
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*\.[a-z]+", name)


def test_nothing_is_hidden_or_reordered(packets: dict[str, bytes]) -> None:
    for name, data in packets.items():
        if not name.endswith(".xlsx"):
            found = HIDDEN.search(data.decode("utf-8").removeprefix("\ufeff"))
            assert found is None, (name, found)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_of_a_csv_is_a_formula_whatever_separates(
    packets: dict[str, bytes], separator: str
) -> None:
    for name, data in of_kind(packets, ".csv"):
        text = data.decode("utf-8-sig")
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            assert not [cell for cell in cells if FORMULA.match(cell)], name


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(packets: dict[str, bytes]) -> None:
    for name, data in of_kind(packets, ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                xml = archive.read(part).decode()
                shown = "".join(ET.fromstring(xml).itertext())  # noqa: S314 - our own file
                assert HIDDEN.search(shown + xml) is None, (name, part)
                assert ACTIVE_CELL.search(xml) is None, (name, part)


class Tags(HTMLParser):
    """Gather what a page makes a browser do."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_a_page_runs_nothing_and_leads_nowhere_else(packets: dict[str, bytes]) -> None:
    for name, data in of_kind(packets, ".html"):
        page = Tags()
        page.feed(data.decode("utf-8"))
        assert page.tags.isdisjoint({"script", "img", "iframe", "object", "embed", "form", "base"})
        assert not [one for one in page.attributes if one.startswith("on")], name
        for link in page.links:
            folder, _, _ = name.rpartition("/")
            path = Path("/ut", folder, link.partition("#")[0]).as_posix()
            assert not re.match(r"[a-z]+:|//", link), (name, link)
            assert ".." not in link
            assert path.startswith("/ut")
        assert "1337" not in data.decode("utf-8")


def test_a_manifest_is_told_in_json(packets: dict[str, bytes]) -> None:
    for _, data in of_kind(packets, "manifest.json"):
        assert json.loads(data)["program"] == "reviewpkg"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(TWO_ROUND, ("ranking-list",), "pdf", tmp_path_factory.mktemp("trykt"))


def test_a_pdf_runs_nothing_and_hides_nothing(printed: dict[str, bytes]) -> None:
    for name, data in of_kind(printed, ".pdf"):
        pdf = PdfReader(io.BytesIO(data))
        about: Any = pdf.xmp_metadata
        told = [page.extract_text() for page in pdf.pages]
        told += [str(value) for value in (pdf.metadata or {}).values()]
        told += [about.stream.get_data().decode(), *map(str, outlined(pdf.outline))]
        for attached in pdf.attachment_list:
            told += [attached.name, attached.content.decode("utf-8-sig")]
        assert HIDDEN.search("".join(told)) is None, name
        assert not [one for one in ACTIVE if one.encode() in data], name


def outlined(entries: Any) -> Iterator[str]:  # noqa: ANN401 - a list of lists of what it pleases
    for one in entries:
        yield from outlined(one) if isinstance(one, list) else [str(one.title)]


def test_an_e_mail_goes_to_one_person_and_has_our_headers(printed: dict[str, bytes]) -> None:
    for name, data in of_kind(printed, ".eml"):
        message = message_from_bytes(data, policy=default)
        assert message.defects == []
        assert set(message.keys()) == {
            *("X-Unsent", "Date", "To", "Subject", "MIME-Version", "Content-Type")
        }
        assert len(message["To"].addresses) == 1
        assert HIDDEN.search(str(message["To"]) + str(message["Subject"])) is None, name
        body: Any = message.get_body(("plain",))
        assert HIDDEN.search(body.get_content().replace("\r\n", "\n")) is None
