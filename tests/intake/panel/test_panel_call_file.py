"""The `call.toml` of a panel call: every fault at once, each with its key."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.panel import PanelCall
from reviewpkg.domain.screening import Screening
from reviewpkg.intake.panel.call_file import read_panel_call
from reviewpkg.languages.language import Language
from reviewpkg.problems import Severity, sentences
from tests.intake.panel.panel_folders import CALL

Changes = list[tuple[str, str]]


def changed(*changes: tuple[str, str]) -> str:
    text = CALL
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def said(text: str) -> str:
    read = read_panel_call(text.encode())
    errors = [one for one in read.problems if one.severity is Severity.ERROR]
    assert (read.call is None) == bool(errors)
    return "\n".join(sentences(read.problems))


def call_of(*changes: tuple[str, str]) -> PanelCall:
    read = read_panel_call(changed(*changes).encode())
    assert read.call is not None, sentences(read.problems)
    return read.call


def bounds(*changes: tuple[str, str]) -> Screening:
    return call_of(*changes).screening


SCREENING = CALL[CALL.index("[screening]") : CALL.index("[panel]")]
PANEL = CALL[CALL.index("[panel]") :]
LAST = 'channel = "eSøknad"\n'

FAULTS: dict[str, Changes] = {
    "no screening": [(SCREENING, "")],
    "no panel": [(PANEL, "")],
    "areas of the other routine": [("[panel]", '[[areas]]\nid = "KS"\n\n[panel]')],
    "a table misspelt": [("[screening]", "[sceening]")],
    "a key of screening misspelt": [("amount_max", "amount_maks")],
    "a key of panel misspelt": [("min_experts", "min_expert")],
    "a key of another table": [("min_experts = 2", "min_experts = 2\nchannel = 'e-post'")],
    "every type wrong in screening": [
        ("deadline = 2024-05-15T16:00:00", 'deadline = "15.05.2024 16:00"'),
        ('timezone = "Europe/Oslo"', 'timezone = "Norge"'),
        ("amount_min = 7_000_000", 'amount_min = "7 000 000"'),
        ("amount_max = 25_000_000", "amount_max = 25_000_000.5"),
        ("duration_max_months = 60", "duration_max_months = -1"),
        ('language = "engelsk"', 'language = " "'),
        ('regions = ["Sør-Øst", "Vest", "Midt-Norge", "Nord"]', 'regions = "Nord"'),
        ("cv_max_pages = 5", "cv_max_pages = true"),
        ('channel = "eSøknad"', 'channel = 1\nomit = ["F12"]'),
    ],
    "every type wrong in panel": [
        ("support_worthy_min = 3.5", 'support_worthy_min = "3,5"'),
        ('priority_theme = "protonterapi"', 'priority_theme = ""'),
        ("min_experts = 2", "min_experts = 0\nexperts = 1.5"),
    ],
    "a deadline without a time": [("2024-05-15T16:00:00", "2024-05-15")],
    "a deadline that is a time only": [("2024-05-15T16:00:00", "16:00:00")],
    "a deadline that the clock skips": [("2024-05-15T16:00:00", "2024-03-31T02:30:00")],
    "a deadline that the clock shows twice": [("2024-05-15T16:00:00", "2024-10-27T02:30:00")],
    "a time zone that is none": [("Europe/Oslo", "Europe/Bergen")],
    "a time zone out of the way": [("Europe/Oslo", "../Europe/Oslo")],
    "a time zone that is a number": [('"Europe/Oslo"', "2")],
    "bounds upside down": [("amount_max = 25_000_000", "amount_max = 6_999_999")],
    "a region twice": [('"Nord"]', '"Nord", "Vest"]')],
    "regions in other letters": [
        ('"Sør-Øst", "Vest", "Midt-Norge", "Nord"]', '"SØR-ØST", "vest", "Midt Norge", "Nor"]')
    ],
    "a region of nothing": [('"Nord"]', '""]')],
    "a criterion that is none": [(LAST, LAST + 'omit = ["F5", "f6"]\n')],
    "a threshold off the scale": [("support_worthy_min = 3.5", "support_worthy_min = 5.1")],
    "a threshold below the scale": [("support_worthy_min = 3.5", "support_worthy_min = 0.9")],
    "no threshold": [("support_worthy_min = 3.5\n", "")],
    "fewer proposed than asked for": [("min_experts = 2", "min_experts = 3\nexperts = 2")],
    "criteria of the other routine": [
        ("joint_step = 0.1", "joint_step = 0.1\ncriteria = [{id='a', label='A', min=0, max=2}]")
    ],
    "a scale upside down": [("min = 1\n", "min = 6\n")],
    "a joint step that does not fit": [("joint_step = 0.1", "joint_step = 0.3")],
    "a decimal comma": [("support_worthy_min = 3.5", "support_worthy_min = 3,5")],
    "languages that are none": [
        ("budget = 20_000_000", 'budget = 20_000_000\nlanguage = "no"'),
        ("min_experts = 2", 'min_experts = 2\nexpert_language = "engelsk"'),
    ],
    "a language that is no text": [("budget = 20_000_000", "budget = 20_000_000\nlanguage = 1")],
    "faults of all tables": [
        ("budget = 20_000_000", "budget = 0"),
        ("joint_step = 0.1", "joint_step = 0"),
        ("amount_max = 25_000_000", "amount_max = 1"),
        ("min_experts = 2", "min_experts = 3\nexperts = 2"),
    ],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_panel_call_file(fault: str, messages: SnapshotAssertion) -> None:
    assert said(changed(*FAULTS[fault])) == messages


def test_k1_the_bounds_are_read_exactly() -> None:
    found = bounds()
    assert found == Screening(
        deadline=datetime(2024, 5, 15, 16, tzinfo=ZoneInfo("Europe/Oslo")),
        amount_min=7_000_000,
        amount_max=25_000_000,
        duration_max_months=60,
        language="engelsk",
        regions=("Sør-Øst", "Vest", "Midt-Norge", "Nord"),
        cv_max_pages=5,
        channel="eSøknad",
    )
    assert found.criteria == tuple(f"F{at}" for at in range(1, 12))


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2024-05-15T16:00:00", datetime(2024, 5, 15, 14, tzinfo=UTC)),
        ("2024-05-15 16:00:00", datetime(2024, 5, 15, 14, tzinfo=UTC)),
        ("2024-01-17T16:00:00", datetime(2024, 1, 17, 15, tzinfo=UTC)),
        ("2024-05-15T14:00:00Z", datetime(2024, 5, 15, 14, tzinfo=UTC)),
        ("2024-05-15T16:00:00+01:00", datetime(2024, 5, 15, 15, tzinfo=UTC)),
        ("2024-10-27T02:30:00+01:00", datetime(2024, 10, 27, 1, 30, tzinfo=UTC)),
    ],
)
def test_f1_a_deadline_is_in_the_calls_zone_or_says_its_own(written: str, utc: datetime) -> None:
    deadline = bounds(("2024-05-15T16:00:00", written)).deadline
    assert deadline is not None
    assert deadline.astimezone(UTC) == utc
    assert str(deadline.tzinfo) == "Europe/Oslo"


def test_f1_the_zone_is_norways_unless_the_call_says_another() -> None:
    assert bounds(('timezone = "Europe/Oslo"\n', "")) == bounds()
    other = bounds(("Europe/Oslo", "Europe/Helsinki")).deadline
    assert other is not None
    assert other.astimezone(UTC) == datetime(2024, 5, 15, 13, tzinfo=UTC)


LINES = {
    "F1": "deadline = 2024-05-15T16:00:00\n",
    "F3": "duration_max_months = 60\n",
    "F4": 'language = "engelsk"\n',
    "F7": 'regions = ["Sør-Øst", "Vest", "Midt-Norge", "Nord"]\n',
    "F9": "cv_max_pages = 5\n",
    "F11": LAST,
}


@pytest.mark.parametrize("criterion", LINES)
def test_k1_without_its_line_a_criterion_is_not_asked(criterion: str) -> None:
    rest = tuple(one for one in bounds().criteria if one != criterion)
    assert bounds((LINES[criterion], "")).criteria == rest


def test_f2_is_asked_as_long_as_one_bound_stands() -> None:
    least, most = "amount_min = 7_000_000\n", "amount_max = 25_000_000\n"
    assert "F2" in bounds((least, "")).criteria
    assert "F2" in bounds((most, "")).criteria
    assert "F2" not in bounds((least, ""), (most, "")).criteria


def test_k1_any_criterion_may_be_omitted_by_name() -> None:
    omitted = bounds((LAST, LAST + 'omit = ["F10", "F1"]\n'))
    assert omitted.criteria == tuple(one for one in bounds().criteria if one not in {"F1", "F10"})
    assert replace(omitted, omitted=frozenset()) == bounds()


def test_f7_a_call_may_have_regions_of_its_own() -> None:
    regions = ("Nord", "Svalbard", "Nordland")
    written = ('["Sør-Øst", "Vest", "Midt-Norge", "Nord"]', '["Nord", "Svalbard", "Nordland"]')
    assert bounds(written).regions == regions


def test_k4_the_panels_own_numbers_are_exact() -> None:
    call = call_of(("support_worthy_min = 3.5", "support_worthy_min = 3.1"))
    assert call.support_worthy_min == Fraction(31, 10)
    assert (call.priority_theme, call.min_experts, call.experts_proposed) == ("protonterapi", 2, 2)
    assert call.grading.joint.step == Fraction(1, 10)
    assert call.budget == 20_000_000


@pytest.mark.parametrize("ends", [1, 5])
def test_k4_a_threshold_may_be_either_end_of_the_scale(ends: int) -> None:
    found = call_of(("support_worthy_min = 3.5", f"support_worthy_min = {ends}"))
    assert found.support_worthy_min == ends


def test_k4_a_call_may_be_without_a_theme_and_propose_more_experts() -> None:
    call = call_of(('priority_theme = "protonterapi"\n', "experts = 3\n"))
    assert (call.priority_theme, call.min_experts, call.experts_proposed) == ("", 2, 3)


def test_a_call_is_in_bokmal_and_its_experts_read_what_it_is_in() -> None:
    assert (call_of().language, call_of().expert_language) == (Language.BOKMAL, Language.BOKMAL)
    nynorsk = call_of(("budget = 20_000_000", 'budget = 20_000_000\nlanguage = "nn"'))
    assert (nynorsk.language, nynorsk.expert_language) == (Language.NYNORSK, Language.NYNORSK)
    english = call_of(("min_experts = 2", 'min_experts = 2\nexpert_language = "en"'))
    assert (english.language, english.expert_language) == (Language.BOKMAL, Language.ENGLISH)
