"""Hold every application against every formal criterion of its call (K1); no fault hides another.

Both routines screen by these rules: the panel as its first step, the two-round one before 1.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from reviewpkg.domain.screening import Cv, Institution, Markers, Screening, Submission
from reviewpkg.procedure.formal_faults import (
    AmountTooLarge,
    AmountTooSmall,
    ApplicantNotEligible,
    CvTooLong,
    Fault,
    Late,
    LeaderWithoutCv,
    MarkersMissing,
    NotAnchored,
    NoUserInvolvement,
    OtherChannel,
    OtherLanguage,
    PatientsFromSomeRegions,
    RegionWithoutCv,
    RegionWithoutPartner,
    TooLong,
)

Eligible = frozenset[Institution]


@dataclass(frozen=True, slots=True)
class Screened:
    """Be an application with everything it fails, in the order of the criteria."""

    submission: Submission
    faults: tuple[Fault, ...]

    @property
    def project_number(self) -> str:
        """Return the application's number."""
        return self.submission.project_number

    @property
    def failed(self) -> tuple[str, ...]:
        """Return the criteria it fails, each once."""
        return tuple(dict.fromkeys(fault.criterion for fault in self.faults))

    @property
    def eligible(self) -> bool:
        """Tell whether it fails nothing."""
        return not self.faults


def screened(
    submissions: Iterable[Submission], rules: Screening, eligible: Eligible
) -> tuple[Screened, ...]:
    """Screen every application, by project number; `eligible` are those that may apply (K1)."""
    return tuple(
        Screened(one, tuple(_faults(one, rules, eligible)))
        for one in sorted(submissions, key=lambda one: one.project_number)
    )


def _faults(one: Submission, rules: Screening, eligible: Eligible) -> Iterator[Fault]:
    checks = {
        "F1": _deadline(one, rules),
        "F2": _amount(one, rules),
        "F3": _duration(one, rules),
        "F4": _language(one, rules),
        "F5": _leadership(one, eligible),
        "F6": () if one.user_involvement else (NoUserInvolvement(),),
        "F7": _partners(one, rules, eligible),
        "F8": () if one.patients_from_all_regions else (PatientsFromSomeRegions(),),
        "F9": _cvs(one, rules),
        "F10": (MarkersMissing(),) if one.markers is Markers.MISSING else (),
        "F11": _channel(one, rules),
    }
    for criterion in rules.criteria:
        yield from checks[criterion]


def _deadline(one: Submission, rules: Screening) -> Iterator[Fault]:
    """F1: in time until the deadline's minute is over; instants are compared, not clocks."""
    if rules.deadline is None or one.submitted is None:
        return
    if _minute(one.submitted) > _minute(rules.deadline):
        yield Late(one.submitted, rules.deadline)


def _minute(moment: datetime) -> float:
    return moment.timestamp() // 60


def _amount(one: Submission, rules: Screening) -> Iterator[Fault]:
    """F2: both bounds are within."""
    if rules.amount_min is not None and one.amount < rules.amount_min:
        yield AmountTooSmall(one.amount, rules.amount_min)
    if rules.amount_max is not None and one.amount > rules.amount_max:
        yield AmountTooLarge(one.amount, rules.amount_max)


def _duration(one: Submission, rules: Screening) -> Iterator[Fault]:
    """F3: the longest duration is within."""
    most = rules.duration_max_months
    if most is not None and one.duration_months > most:
        yield TooLong(one.duration_months, most)


def _language(one: Submission, rules: Screening) -> Iterator[Fault]:
    """F4: description and attachments in the call's language."""
    if _differ(one.language, rules.language):
        yield OtherLanguage(one.language, rules.language)


def _leadership(one: Submission, eligible: Eligible) -> Iterator[Fault]:
    """F5: led from an institution that may apply, whose research management backs it."""
    if one.applicant not in eligible:
        yield ApplicantNotEligible(one.applicant.name)
    if not one.anchored:
        yield NotAnchored(one.applicant.name)


def _partners(one: Submission, rules: Screening, eligible: Eligible) -> Iterator[Fault]:
    """F7: somebody who may apply in every region, the applicant's own counted by the applicant."""
    involved = (one.applicant, *one.partners)
    covered = {institution.region for institution in involved if institution in eligible}
    for region in rules.regions:
        if region not in covered:
            there = [partner.name for partner in one.partners if partner.region == region]
            yield RegionWithoutPartner(region, tuple(dict.fromkeys(there)))


def _cvs(one: Submission, rules: Screening) -> Iterator[Fault]:
    """F9: CVs with publications for the leader and each other region; none of all too long."""
    leaders = [cv for cv in one.cvs if cv.leader]
    if not any(cv.publications for cv in leaders):
        yield LeaderWithoutCv(_participants(leaders))
    for region in rules.regions:
        there = [cv for cv in one.cvs if cv.region == region and not cv.leader]
        if region != one.applicant.region and not any(cv.publications for cv in there):
            yield RegionWithoutCv(region, _participants(there))
    for cv in one.cvs:
        if rules.cv_max_pages is not None and cv.pages > rules.cv_max_pages:
            yield CvTooLong(cv.participant, cv.pages, rules.cv_max_pages)


def _participants(cvs: Iterable[Cv]) -> tuple[str, ...]:
    return tuple(cv.participant for cv in cvs)


def _channel(one: Submission, rules: Screening) -> Iterator[Fault]:
    """F11: submitted where the call says."""
    if _differ(one.channel, rules.channel):
        yield OtherChannel(one.channel, rules.channel)


def _differ(text: str, wanted: str) -> bool:
    return " ".join(text.split()).casefold() != " ".join(wanted.split()).casefold()
