"""Pictures: what they look like, that they can be read without seeing them, and the same bytes."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from html import unescape
from pathlib import Path

import pytest
from markupsafe import Markup
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from reviewpkg.languages.language import Language
from reviewpkg.procedure.panel.panel import meet, screen
from reviewpkg.procedure.two_round.round_1 import run
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import pair_loads
from reviewpkg.rendering.html import _environment
from reviewpkg.rendering.pictures import SPECIFICATIONS, Drawing, drawn
from reviewpkg.reports.formal.notices import failures
from reviewpkg.reports.panel.screening_packet import screened_call
from reviewpkg.reports.pictures.expert_spread import expert_spreads
from reviewpkg.reports.pictures.failed_criteria import failed_criteria
from reviewpkg.reports.pictures.grade_map import grade_map
from reviewpkg.reports.pictures.pair_bars import pair_bars
from reviewpkg.reports.pictures.ranked_places import ranked_places
from reviewpkg.reports.pictures.running_sum import at_the_award, at_the_recommendation
from reviewpkg.reports.pictures.two_round_flow import flow
from tests.reports import award_call, ranking_call, small_call
from tests.reports.left_over import left_over
from tests.reports.panel import award_case, panel_call, screening_call

ROOT = Path(__file__).resolve().parents[2]


class SvgFile(SingleFileSnapshotExtension):
    file_extension = "svg"
    _write_mode = WriteMode.TEXT


def _sums() -> object:
    award = ranking_call.awards()[0]
    assert award.conference.pool
    assert award.final
    return at_the_award(award.conference.pool, award.final)


def _places() -> object:
    ranking = ranking_call.awards()[0].ranking
    assert ranking
    return ranked_places(ranking.computed, 4)


def _spread() -> object:
    review = panel_call.REVIEW
    (made,) = expert_spreads(meet(screen(review)), review.call.grading.total, Fraction(7, 2))
    return made


def _failed() -> object:
    return failed_criteria(failures(screened_call(screening_call.SCREENED)))


def _flow() -> object:
    award = award_call.awards()[0]
    return flow(award_call.decided(), "KS", award.conference, award)


def _map() -> object:
    review = small_call.review()
    return grade_map(run(review).selections[0], review.call.grading.total)


VALUES: dict[str, Callable[[], object]] = {
    "expert_spread": _spread,
    "failed_criteria": _failed,
    "flow": _flow,
    "grade_map": _map,
    "pair_bars": lambda: pair_bars(pair_loads(run(small_call.review()).selections[0])),
    "ranked_places": _places,
    "running_sum": _sums,
}


CALLS = {
    "expert_spread": "p.expert_spreads([value])",
    "failed_criteria": "p.failed_criteria('id', value)",
    "flow": "p.flow('id', value)",
    "grade_map": "p.grade_map('id', value, 'KS')",
    "pair_bars": "p.pair_bars('id', value, 'KS')",
    "ranked_places": "p.ranked_places('id', value, 'KS')",
    "running_sum": "p.running_sum('id', value, 'KS', '')",
}
SVG = re.compile(
    r'<svg[^>]* width="([^"]+)" height="([^"]+)"[^>]*>.*?</desc>\n(.*)\n</svg>', re.DOTALL
)


def on_page(name: str, value: object, language: Language = Language.BOKMAL) -> Drawing:
    """Return the picture as a page has it, with the words that the page gives it."""
    source = f"{{% import 'pictures.html' as p %}}{{{{ {CALLS[name]} }}}}"
    found = SVG.search(_environment(language).from_string(source).render(value=value))
    assert found
    return Drawing(found[1], found[2], Markup(found[3]))  # noqa: S704 - our own drawing


def picture(name: str, language: Language = Language.BOKMAL) -> Drawing:
    return on_page(name, VALUES[name](), language)


def words(drawing: Drawing) -> list[str]:
    return [unescape(one) for one in re.findall(r"<text[^>]*>([^<]+)</text>", drawing.marks)]


def test_every_specification_is_tested() -> None:
    found = {path.name.removesuffix(".vl.json") for path in SPECIFICATIONS.iterdir()}
    assert found == {*VALUES, "config"}


@pytest.mark.parametrize("name", VALUES)
def test_picture(name: str, snapshot: SnapshotAssertion) -> None:
    one = picture(name)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{one.width}" height="{one.height}">'
    lines = str(one.marks).replace("><", ">\n<")
    assert f"{svg}\n{lines}\n</svg>\n" == snapshot(extension_class=SvgFile)


@pytest.mark.parametrize("name", VALUES)
def test_letters_are_letters_in_our_font(name: str) -> None:
    assert words(picture(name))
    families = set(re.findall(r'font-family="([^"]+)"', picture(name).marks))
    assert families == {"Reviewpkg Sans, sans-serif"}


@pytest.mark.parametrize("name", VALUES)
def test_nothing_is_told_by_colour(name: str) -> None:
    found = set(re.findall(r'(?:fill|stroke)="([^"]+)"', picture(name).marks))
    greys = {one for one in found if re.fullmatch(r"#(\w)\1\1|#(\w\w)\2\2", one)}
    assert found - greys <= {"currentColor", "none", "transparent"}


@pytest.mark.parametrize("name", VALUES)
def test_a_picture_fits_a_page_and_brings_nothing_that_could_meet_the_page_s_own(name: str) -> None:
    one = picture(name)
    assert float(one.width) <= (
        987 if name in {"ranked_places", "expert_spread"} else 639
    )  # 261 and 169 mm
    assert not re.search(r'\b(id|class|role|style|href)="|<script|<style', one.marks)


@pytest.mark.parametrize("language", [Language.NYNORSK, Language.ENGLISH])
@pytest.mark.parametrize("name", VALUES)
def test_no_bokmal_is_left_in_a_picture_in_another_language(name: str, language: Language) -> None:
    shown = " | ".join(words(picture(name, language)))
    assert left_over(shown, language) == []


def test_figures_are_written_as_the_language_of_the_page_does() -> None:
    _, found = award_case.decided()
    english = words(on_page("running_sum", at_the_recommendation(found), Language.ENGLISH))
    assert "budget NOK\u00a060,000,000" in english
    assert "worthy of support from 3.5" in words(picture("expert_spread", Language.ENGLISH))
    assert "støtteverdig fra 3,5" in words(picture("expert_spread"))


def test_a_label_is_the_text_it_was_whatever_signs_it_has() -> None:
    bars = pair_bars(pair_loads(run(small_call.review()).selections[0]))
    assert bars
    strange = tuple(replace(bar, pair=f"<{bar.pair}> & $&") for bar in bars.bars)
    shown = words(on_page("pair_bars", replace(bars, bars=strange)))
    assert f"<{bars.bars[0].pair}> & $&: " in shown[0]


def test_every_row_of_a_table_has_its_text() -> None:
    with pytest.raises(ValueError, match="shorter"):
        drawn(VALUES["pair_bars"](), "pair_bars", Language.BOKMAL, {"bars": ["one"]})


def test_amounts_are_written_as_in_norwegian() -> None:
    assert "rammen 8\u00a0000\u00a0000\u00a0kr" in words(picture("running_sum"))


def test_a_panel_s_sums_mark_its_theme_and_the_equals_at_the_line() -> None:
    _, found = award_case.decided()
    said = words(on_page("running_sum", at_the_recommendation(found)))
    assert {"prioritert tema", "står likt", "innstilt: 4 søknader"} <= set(said)


def test_a_dot_s_area_tells_its_size() -> None:
    radii = re.findall(r'd="M([\d.]+),0A', picture("grade_map").marks)
    areas = sorted({round(float(radius) ** 2, 1) for radius in radii})
    assert areas[-1] / areas[0] == pytest.approx(2, rel=0.01)


def test_the_same_bytes_in_another_process_after_other_pictures() -> None:
    program = (
        "import hashlib; from tests.rendering import test_pictures as t;"
        "print(*(hashlib.sha256(t.picture(n).marks.encode()).hexdigest() for n in {names}))"
    )
    seen = set()
    for seed, names in (("1", list(VALUES)), ("2", list(VALUES)[::-1])):
        done = subprocess.run(
            [sys.executable, "-c", program.format(names=names)],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"},
            capture_output=True,
            text=True,
            check=True,
        )
        seen.add(tuple(sorted(done.stdout.split())))
    assert len(seen) == 1
