"""Check that each adjustment (1.2.9) changes one thing that exists, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewpkg.intake.call_checks import high_grade_warning
from reviewpkg.intake.call_model import AdjustmentTable, AreaTable, GradesTable
from reviewpkg.intake.call_tables import call_problem
from reviewpkg.intake.cells import decimal, shown
from reviewpkg.intake.names import did_you_mean
from reviewpkg.problems import Problem


def adjustment_faults(
    adjustments: Sequence[AdjustmentTable | None],
    areas: Sequence[AreaTable | None],
    grades: GradesTable | None,
) -> Iterator[Problem]:
    """Check each adjustment for itself, and that no two are about the same thing."""
    sound = {area.id: area for area in areas if area is not None}
    known = sound if None not in areas else None
    seen: dict[tuple[str | None, ...], int] = {}
    for place, change in enumerate(adjustments, start=1):
        if change is None:
            continue
        key = f"adjustments[{place}]"
        if not _is_whole(change):
            sentence = "ventet enten area, field og value, eller project og decision."
            yield call_problem(key, sentence)
            continue
        subject = (change.area, change.field, change.project)
        if subject in seen:
            yield call_problem(
                key, f"det samme er allerede justert i adjustments[{seen[subject]}]."
            )
        seen.setdefault(subject, place)
        yield from _area_faults(key, change, known)
        yield from _value_faults(key, change, grades)
    yield from _adjusted_caps(adjustments, sound)


def _is_whole(change: AdjustmentTable) -> bool:
    of_area = (change.area, change.field, change.value)
    of_project = (change.project, change.decision)
    if of_project == (None, None):
        return None not in of_area
    return None not in of_project and of_area == (None, None, None)


def _area_faults(
    key: str, change: AdjustmentTable, known: Mapping[str, AreaTable] | None
) -> Iterator[Problem]:
    if change.area is not None and known is not None and change.area not in known:
        near = did_you_mean(change.area, known)
        yield call_problem(f"{key}.area", f"området {shown(change.area)} er ukjent.{near}")


def _value_faults(
    key: str, change: AdjustmentTable, grades: GradesTable | None
) -> Iterator[Problem]:
    if change.value is None:
        return
    if change.field == "high_grade":
        if grades is not None:
            yield from high_grade_warning(f"{key}.value", change.value, grades)
    elif change.value.denominator != 1 or change.value < 0:
        found = shown(decimal(change.value))
        yield call_problem(f"{key}.value", f"ventet et helt tall, 0 eller mer, fant {found}.")


def _adjusted_caps(
    adjustments: Sequence[AdjustmentTable | None], areas: Mapping[str, AreaTable]
) -> Iterator[Problem]:
    """Check that `top_cap` is not under `top` when all adjustments are made."""
    numbers = {
        name: {"top": area.top, "top_cap": area.top_cap}
        for name, area in areas.items()
        if area.top <= area.top_cap
    }
    last_key: dict[str, str] = {}
    for place, change in enumerate(adjustments, start=1):
        if change is None or change.area not in numbers or change.value is None:
            continue
        if change.field in {"top", "top_cap"}:
            numbers[change.area][change.field] = int(change.value)
            last_key[change.area] = f"adjustments[{place}].value"
    for area, key in last_key.items():
        top, top_cap = numbers[area]["top"], numbers[area]["top_cap"]
        if top_cap < top:
            sentence = f"top_cap ({top_cap}) blir mindre enn top ({top}) for området {shown(area)}."
            yield call_problem(key, sentence)
