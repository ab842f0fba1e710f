"""The overview of a call as its users meet it: rewritten by every step, true, never in the way."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.test_packet import DEMONSTRATION, contents, generate, links

SCENARIOS = Path(__file__).parent / "scenarios"
WHOLE = SCENARIOS / "2.6-the-chair-breaks-a-tie-and-moves-another"
PANEL = SCENARIOS / "D20-tie-at-the-line-is-ruled"
STEPS = (
    *("forms", "round1", "joint", "plenary1", "second-opinion", "plenary2"),
    *("ranking", "ranking-list", "award"),
)


def run(step: str, source: Path, target: Path, formats: str, *more: str) -> str:
    done = generate(step, *more, "--input", source, "--output", target, "--formats", formats)
    assert done.returncode == 0, done.stderr
    return done.stderr


def dead(target: Path) -> list[str]:
    """Return the links of a call's overview that lead nowhere."""
    paths = (link.partition("#")[0] for link in links(target / "index.html"))
    return [path for path in paths if not (target / path).exists()]


def page(target: Path) -> str:
    return (target / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def call(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WHOLE, tmp_path / "utlysning"))


def test_the_demonstration_has_every_document_under_its_reader(tmp_path: Path) -> None:
    for step in ("forms", "round1", "second-opinion", "award"):
        run(step, DEMONSTRATION, tmp_path, "csv,html")
    run("joint", DEMONSTRATION, tmp_path, "xlsx,html,pdf")

    found = set(links(tmp_path / "index.html"))
    made = {name for name in contents(tmp_path) if not name.startswith("utskrift/manifest")}
    assert dead(tmp_path) == []
    assert made - {"index.html"} == found
    for name in ("Par P03", "Yusuf Warsame Dahlen", "Kontrollutvalget", "Styret", "ExtraWeb"):
        assert f">{name}</h" in page(tmp_path)
    assert "Søknadenes vei, KS" in page(tmp_path)
    assert "kolonnen er ukjent og ikke lest" in page(tmp_path)


def test_every_step_leaves_an_overview_whose_links_lead_somewhere(
    call: Path, tmp_path: Path
) -> None:
    for step in STEPS:
        run(step, call, tmp_path / "ut", "html")
        assert dead(tmp_path / "ut") == []
        assert f'href="{step}/index.html"' in page(tmp_path / "ut")
    run("explain", call, tmp_path / "ut", "html", "2019/T01")
    assert "Enkeltsøknader" in page(tmp_path / "ut")
    assert dead(tmp_path / "ut") == []


def test_a_panel_s_call_has_an_overview_too(tmp_path: Path) -> None:
    for step in ("screening", "forms", "panel", "award"):
        run(step, PANEL, tmp_path, "csv,html")

    assert dead(tmp_path) == []
    for reader in ("Hver ekspert", "Programstyret", "Direktørmøtet", "Saksbehandlingssystemet"):
        assert f">{reader}</h2>" in page(tmp_path)
    assert "Innstilt (K4)" in page(tmp_path)


def test_a_panel_s_way_goes_no_further_than_the_steps_that_can_be_taken(tmp_path: Path) -> None:
    run("panel", SCENARIOS / "D20-tie-at-the-line-stops-the-award", tmp_path, "html")

    assert "Til vurdering" in page(tmp_path)
    assert "Innstilt (K4)" not in page(tmp_path)


def test_two_runs_give_the_same_overview_and_the_same_prints(tmp_path: Path) -> None:
    for name in ("a", "b"):
        run("ranking", WHOLE, tmp_path / name, "html,pdf")

    assert page(tmp_path / "a") == page(tmp_path / "b")
    assert contents(tmp_path / "a" / "utskrift") == contents(tmp_path / "b" / "utskrift")


def test_a_reader_s_prints_are_all_in_one_file(tmp_path: Path) -> None:
    run("round1", WHOLE, tmp_path, "html,pdf")
    run("ranking", WHOLE, tmp_path, "html,pdf")

    pair = next((tmp_path / "utskrift" / "parene").glob("*.pdf"))
    titles = [getattr(one, "title", "") for one in PdfReader(pair).outline]
    assert [title.partition(" – ")[0] for title in titles] == ["Rangering", "Samlet vurdering"]
    assert f'href="utskrift/parene/{pair.name}"' in page(tmp_path)


def test_prints_are_joined_again_only_when_their_parts_change(call: Path, tmp_path: Path) -> None:
    target = tmp_path / "ut"
    run("round1", call, target, "html,pdf")
    before = (target / "utskrift").stat().st_ino
    run("joint", call, target, "html")
    same = (target / "utskrift").stat().st_ino
    run("joint", call, target, "html,pdf")

    assert before == same != (target / "utskrift").stat().st_ino


def test_prints_go_when_what_they_were_made_of_is_outdated(call: Path, tmp_path: Path) -> None:
    target = tmp_path / "ut"
    run("round1", call, target, "html,pdf")
    assert 'href="utskrift/' in page(target)
    with (call / "call.toml").open("a", encoding="utf-8") as file:
        file.write("\n# endret\n")
    run("forms", call, target, "html")

    assert 'href="utskrift/' not in page(target)
    assert "utdatert" in page(target)
    assert set(contents(target / "utskrift")) == {"manifest.json"}


def test_without_html_no_overview_is_made_and_none_is_touched(call: Path, tmp_path: Path) -> None:
    run("round1", call, tmp_path / "a", "csv")
    assert not (tmp_path / "a" / "index.html").exists()
    run("round1", call, tmp_path / "b", "html")
    before = page(tmp_path / "b")
    run("joint", call, tmp_path / "b", "csv")

    assert page(tmp_path / "b") == before


def test_a_rejected_input_leaves_the_overview_as_it_was(call: Path, tmp_path: Path) -> None:
    target = tmp_path / "ut"
    run("round1", call, target, "html")
    before = contents(target)
    (call / "soknader.csv").write_text("Noe annet\n")
    done = generate("round1", "--input", call, "--output", target, "--formats", "html")

    assert done.returncode == 1
    assert contents(target) == before


def test_a_page_of_someone_else_s_is_left_alone_and_said(call: Path, tmp_path: Path) -> None:
    target = tmp_path / "ut"
    target.mkdir()
    (target / "index.html").write_text("Min egen side")
    told = run("round1", call, target, "html")

    assert page(target) == "Min egen side"
    assert "index.html er ikke laget av programmet" in told


def test_what_someone_has_changed_in_a_packet_is_said_and_not_printed(
    call: Path, tmp_path: Path
) -> None:
    target = tmp_path / "ut"
    run("round1", call, target, "html,pdf")
    changed = next((target / "round1" / "par").rglob("*.pdf"))
    changed.write_bytes(b"Noe annet")
    run("forms", call, target, "html")

    assert "endret av noen" in page(target)
    joined = json.loads((target / "utskrift" / "manifest.json").read_text())["joined"]
    assert joined
    assert dead(target) == []


def test_another_call_s_packets_in_the_same_folder_are_not_listed(
    call: Path, tmp_path: Path
) -> None:
    target = tmp_path / "ut"
    run("round1", call, target, "html")
    toml = call / "call.toml"
    text = toml.read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.startswith("id = "))
    toml.write_text(text.replace(name, 'id = "en-annen"', 1), encoding="utf-8")
    run("forms", call, target, "html")

    assert 'href="round1/' not in page(target)
    assert 'href="forms/index.html"' in page(target)
