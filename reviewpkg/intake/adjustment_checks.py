"""Check that each adjustment (1.2.9) changes one thing that exists, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewpkg.intake.call_checks import high_grade_warning
from reviewpkg.intake.call_model import AdjustmentTable, AreaTable, GradesTable
from reviewpkg.intake.call_tables import call_problem
from reviewpkg.intake.cells import decimal, shown
from reviewpkg.intake.expected import mismatch
from reviewpkg.intake.names import nearest, suggesting
from reviewpkg.languages.sentence import sentence
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
            told = sentence("ventet enten area, field og value, eller project og decision.")
            yield call_problem(key, told)
            continue
        subject = (change.area, change.field, change.project)
        if subject in seen:
            told = sentence(
                "det samme er allerede justert i adjustments[{place}].", place=seen[subject]
            )
            yield call_problem(key, told)
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
        told = sentence("området {area} er ukjent.", area=shown(change.area))
        near = nearest(change.area, known)
        yield call_problem(f"{key}.area", suggesting(told, near))


def _value_faults(
    key: str, change: AdjustmentTable, grades: GradesTable | None
) -> Iterator[Problem]:
    if change.value is None:
        return
    if change.field == "high_grade":
        if grades is not None:
            yield from high_grade_warning(f"{key}.value", change.value, grades)
    elif change.value.denominator != 1 or change.value < 0:
        wanted = sentence("et helt tall, {least} eller mer", least=0)
        told = mismatch(wanted, shown(decimal(change.value)))
        yield call_problem(f"{key}.value", told)


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
            told = sentence(
                "top_cap ({top_cap}) blir mindre enn top ({top}) for området {area}.",
                top_cap=top_cap,
                top=top,
                area=shown(area),
            )
            yield call_problem(key, told)
