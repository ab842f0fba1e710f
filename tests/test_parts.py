"""A packet whose lists are longer than one document may be, from tables to PDFs."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from reviewpkg.jobs.order import Order
from reviewpkg.jobs.round_1 import run_round_1
from reviewpkg.jobs.signing import RANKING_LISTS
from reviewpkg.reports import parts
from tools.bench.synthetic import make_call

MOST = 12
NUMBER = re.compile(r"2019/FO\d{6}")
LISTS = ("utvelgelse-ks", "utvelgelse-annet", "avslag-1-ks", "avslag-1-annet", "vedtaksprotokoll")


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("calls") / "call"
    make_call(folder, 75)
    return folder


@pytest.fixture(scope="module")
def packet(call: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("output")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "MOST_ROWS", MOST)
        return run_round_1(Order(call, target, ("pdf", "html", "csv"))).folder


def printed(packet: Path, name: str) -> list[Path]:
    """Return the PDFs of a list's parts, in order."""
    found = packet.glob(f"{name}_del-*.pdf")
    return sorted(found, key=lambda one: int(one.stem.rpartition("-")[2]))


def words(pdf: Path) -> str:
    """Return what a part says, without the sentence that names its first and last application."""
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    return re.sub(r"Del \d+ av \d+: .*?\. ", "", " ".join(text.split()), count=1)


def applications(call: Path, area: str = "") -> list[str]:
    with (call / "soknader.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return [one["Prosjektnummer"] for one in rows if one["Område"] == area or not area]


@pytest.mark.parametrize(("area", "name"), [("KS", "ks"), ("Annet", "annet")])
def test_the_parts_of_a_selection_list_have_every_application_once(
    packet: Path, call: Path, area: str, name: str
) -> None:
    lists = printed(packet, f"utvelgelse-{name}")
    assert len(lists) > 1
    assert not (packet / f"utvelgelse-{name}.pdf").exists()
    numbers = [NUMBER.findall(words(one)) for one in lists]
    assert Counter(one for some in numbers for one in some) == Counter(applications(call, area))
    assert all(len(some) <= MOST for some in numbers)


def test_the_parts_of_the_record_have_every_reason_once(packet: Path, call: Path) -> None:
    entry = re.compile(rf"({NUMBER.pattern}) (?:avslag 1|videre|trukket)", re.IGNORECASE)
    told = [entry.findall(words(one)) for one in printed(packet, "vedtaksprotokoll")]
    assert Counter(one for some in told for one in some) == Counter(applications(call))


@pytest.mark.parametrize("name", LISTS)
def test_every_part_counts_its_own_pages_and_has_a_basis_of_its_own(
    packet: Path, name: str
) -> None:
    lists = printed(packet, name)
    for one in lists:
        pages = PdfReader(one).pages
        assert f"Side 1 av {len(pages)}" in " ".join(pages[0].extract_text().split())
    basis = json.loads((packet / "manifest.json").read_text())["basis"]
    assert len({basis[one.stem] for one in lists}) == len(lists)
    assert all(f"grunnlag {basis[one.stem]}" in words(one) for one in lists)


def test_every_part_of_the_record_bears_the_seal(packet: Path) -> None:
    seal = json.loads((packet / "manifest.json").read_text())["seal"]
    for one in printed(packet, "vedtaksprotokoll"):
        assert seal in words(one).replace(" ", "")


def test_the_manifest_and_the_overview_name_every_part(packet: Path) -> None:
    documents = json.loads((packet / "manifest.json").read_text())["documents"]
    overview = (packet / "index.html").read_text(encoding="utf-8")
    for name in LISTS:
        for one in printed(packet, name):
            (listed,) = [listed for listed in documents if one.name in listed["files"]]
            assert re.search(rf", del {one.stem.rpartition('-')[2]} av \d+$", listed["title"])
            assert f'href="{one.name}"' in overview


def test_what_other_systems_read_is_not_divided(packet: Path, call: Path) -> None:
    rejected = (packet / "avslag-1-ks-extraweb.csv").read_text(encoding="utf-8-sig")
    given = "".join(map(words, printed(packet, "avslag-1-ks")))
    assert len(printed(packet, "avslag-1-ks")) > 1
    assert sorted(NUMBER.findall(rejected)) == sorted(NUMBER.findall(given))
    assert len((packet / "decisions.csv").read_text().splitlines()) == len(applications(call)) + 1


def test_the_parts_of_a_ranking_list_are_signed_as_the_whole_would_be() -> None:
    (pattern,) = RANKING_LISTS
    assert Path("ranking-list/rangeringsliste-ks_del-2.pdf").match(pattern)
