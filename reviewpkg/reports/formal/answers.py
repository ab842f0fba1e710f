"""Say what an application answers to each formal criterion, beside the bound it is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewpkg.domain.screening import Cv, Screening, Submission
from reviewpkg.procedure.screening import Screened
from reviewpkg.reports.amounts_and_times import counted, date_and_clock, kroner
from reviewpkg.reports.formal.criteria import bound, named
from reviewpkg.reports.formal.reasons import reason

_YES_NO = ("nei", "ja")


@dataclass(frozen=True, slots=True)
class FormalAnswer:
    """Be one criterion in force: its id and name, its bound, what the application answers.

    `sentences` say how it fails, none where it is met.
    """

    named: str
    bound: str
    answer: str
    sentences: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Tell whether the application meets the criterion."""
        return not self.sentences


def formal_answers(one: Screened, rules: Screening) -> tuple[FormalAnswer, ...]:
    """Return every criterion in force with an application's answer, in order (F1 to F11)."""
    answers = _answers(one.submission)
    return tuple(
        FormalAnswer(
            named(criterion),
            bound(criterion, rules),
            answers[criterion],
            tuple(reason(fault) for fault in one.faults if fault.criterion == criterion),
        )
        for criterion in rules.criteria
    )


def _answers(one: Submission) -> dict[str, str]:
    anchored = "forankret" if one.anchored else "ikke forankret"
    return {
        "F1": date_and_clock(one.submitted) if one.submitted else "",
        "F2": kroner(one.amount),
        "F3": counted(one.duration_months, "måned", "måneder"),
        "F4": one.language,
        "F5": f"{one.applicant.name}, {anchored}",
        "F6": _YES_NO[one.user_involvement],
        "F7": _by_region(one),
        "F8": _YES_NO[one.patients_from_all_regions],
        "F9": _cvs(one.cvs),
        "F10": one.markers.value,
        "F11": one.channel,
    }


def _by_region(one: Submission) -> str:
    """List the applicant, then the partners as they stand, by region."""
    found: dict[str, list[str]] = {one.applicant.region: [f"{one.applicant.name} (søker)"]}
    for partner in one.partners:
        found.setdefault(partner.region, []).append(partner.name)
    return "; ".join(f"{region}: {', '.join(names)}" for region, names in found.items())


def _cvs(cvs: Iterable[Cv]) -> str:
    return "; ".join(_cv(one) for one in cvs) or "ingen"


def _cv(one: Cv) -> str:
    role = "prosjektleder" if one.leader else one.region
    listed = "med" if one.publications else "uten"
    pages = counted(one.pages, "side", "sider")
    return f"{one.participant} ({role}, {pages}, {listed} publikasjonsliste)"
