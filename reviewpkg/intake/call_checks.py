"""Check what the types of `call.toml` cannot say: scales, shares, and adjustments that fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reviewpkg.domain.tables import fixed_headings
from reviewpkg.domain.two_round import SelectionClauses
from reviewpkg.intake.call_model import AreaTable, CallTable, GradesTable
from reviewpkg.intake.call_tables import call_problem
from reviewpkg.intake.cells import decimal, kroner, shown
from reviewpkg.intake.expected import mismatch
from reviewpkg.intake.names import plain
from reviewpkg.languages.lists import either, enumerated
from reviewpkg.languages.sentence import Sentence, quoted, sentence
from reviewpkg.problems import Problem, Severity

ROUTINE_CLAUSES = (
    SelectionClauses("1.2.1", "1.2.2", "1.2.3", "1.2.4"),
    SelectionClauses("1.2.5", "1.2.6", "1.2.7", "1.2.8"),
)
TAKEN_CLAUSES = ("1.2.9", "1.3")
MOST_GRADES = 1000


def scale_faults(grades: GradesTable) -> Iterator[Problem]:
    """Check that the steps divide their scales and that the criteria can be told apart."""
    yield from _step_faults(grades)
    for place, criterion in enumerate(grades.criteria, start=1):
        key = f"grades.criteria[{place}]"
        width = criterion.max - criterion.min
        if width <= 0 or width.denominator != 1 or width > MOST_GRADES:
            wanted = sentence("et helt antall trinn over {low}", low=decimal(criterion.min))
            told = mismatch(wanted, shown(decimal(criterion.max)))
            yield call_problem(f"{key}.max", told)
        if plain(criterion.label).casefold() in fixed_headings():
            told = sentence(
                "{label} er navnet på en annen kolonne i karakterer.", label=shown(criterion.label)
            )
            yield call_problem(f"{key}.label", told)
    for name in ("id", "label"):
        used = [plain(getattr(criterion, name)) for criterion in grades.criteria]
        for place, text in _repeated(used):
            told = sentence("{text} er brukt om et annet kriterium.", text=shown(text))
            yield call_problem(f"grades.criteria[{place}].{name}", told)


def _step_faults(grades: GradesTable) -> Iterator[Problem]:
    low, high = decimal(grades.min), decimal(grades.max)
    if grades.min >= grades.max:
        wanted = sentence("et tall over min ({low})", low=low)
        yield call_problem("grades.max", mismatch(wanted, shown(high)))
        return
    for name, step in (("step", grades.step), ("joint_step", grades.joint_step or grades.step)):
        steps = (grades.max - grades.min) / step
        if steps.denominator != 1:
            wanted = sentence(
                "et trinn som går opp i skalaen fra {low} til {high}", low=low, high=high
            )
        elif steps > MOST_GRADES:
            wanted = sentence("et større trinn; skalaen kan ha høyst {most}", most=MOST_GRADES)
        else:
            continue
        yield call_problem(f"grades.{name}", mismatch(wanted, shown(decimal(step))))
        return


def area_faults(areas: Sequence[AreaTable | None], grades: GradesTable | None) -> Iterator[Problem]:
    """Check each area for itself, and that they can be told apart."""
    for place, area in enumerate(areas, start=1):
        if area is not None:
            yield from _numbers_of(f"areas[{place}]", place, area)
            if grades is not None:
                yield from high_grade_warning(f"areas[{place}].high_grade", area.high_grade, grades)
    for place, text in _repeated([area.id if area else "" for area in areas]):
        told = sentence("området {area} står flere ganger.", area=shown(text))
        yield call_problem(f"areas[{place}].id", told)


def _numbers_of(key: str, place: int, area: AreaTable) -> Iterator[Problem]:
    if area.top_cap < area.top:
        told = mismatch(at_least(area.top, "top"), quoted(area.top_cap))
        yield call_problem(f"{key}.top_cap", told)
    if area.share is None and area.frame is None:
        yield call_problem(key, sentence("ventet enten share eller frame, fant ingen av dem."))
    if area.share is not None and area.frame is not None:
        yield call_problem(key, sentence("ventet enten share eller frame, fant begge."))
    named = (*(area.clauses or ()), *TAKEN_CLAUSES)
    if area.clauses and len(set(named)) < len(named):
        wanted = sentence("fire ulike punkter, og verken {taken}", taken=either(TAKEN_CLAUSES))
        told = mismatch(wanted, enumerated(area.clauses))
        yield call_problem(f"{key}.clauses", told)
    if area.clauses is None and place > len(ROUTINE_CLAUSES):
        told = sentence("nøkkelen mangler; bare de to første områdene har faste punkter i rutinen.")
        yield call_problem(f"{key}.clauses", told)
    pool = area.ranking_pool
    if pool and pool.last < pool.first:
        told = mismatch(at_least(pool.first, "first"), quoted(pool.last))
        yield call_problem(f"{key}.ranking_pool.last", told)


def at_least(least: int, key: str) -> Sentence:
    """Say that a number is to be no less than that of another key."""
    return sentence("{least} ({key}) eller mer", least=least, key=key)


def high_grade_warning(key: str, grade: Fraction, grades: GradesTable) -> Iterator[Problem]:
    """Warn of a high grade that nobody, or everybody, can give."""
    if grades.min < grades.max and not grades.min <= grade <= grades.max:
        told = sentence(
            "{grade} ligger utenfor skalaen fra {low} til {high}.",
            grade=shown(decimal(grade)),
            low=decimal(grades.min),
            high=decimal(grades.max),
        )
        yield call_problem(key, told, Severity.WARNING)


def budget_faults(areas: Sequence[AreaTable], call: CallTable | None) -> Iterator[Problem]:
    """Check that the areas' shares or frames make up the budget (D12)."""
    if any((area.share is None) == (area.frame is None) for area in areas):
        return
    shares = [area.share for area in areas if area.share is not None]
    if shares and len(shares) < len(areas):
        told = sentence("noen områder har share og andre frame; bruk det samme for alle.")
        yield call_problem("areas", told)
    elif shares and sum(shares) != 1:
        wanted = sentence("andeler (share) som blir 1 til sammen")
        parts = " + ".join(str(share) for share in shares)
        yield call_problem("areas", mismatch(wanted, f"{parts} = {sum(shares)}"))
    frames = sum(area.frame or 0 for area in areas)
    if call is not None and frames > call.budget:
        told = sentence(
            "rammene er {frames} til sammen, mer enn budsjettet på {budget}.",
            frames=kroner(frames),
            budget=kroner(call.budget),
        )
        yield call_problem("areas", told, Severity.WARNING)


def _repeated(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give each text that stands before in the list, case apart, with its place from 1."""
    seen: Counter[str] = Counter()
    for place, text in enumerate(texts, start=1):
        if text and seen[text.casefold()]:
            yield place, text
        seen[text.casefold()] += 1
