"""Say for the grant administration system who was awarded and who was rejected (2.7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import chain

from reviewpkg.domain.steps import Step
from reviewpkg.domain.tables import APPLICANT, AREA, NUMBER, TITLE
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.round_2 import AreaAward
from reviewpkg.reports.csv_table import CsvTable
from reviewpkg.reports.rejection_list import EXTRA_WEB_HEADER
from reviewpkg.reports.verdicts import AWARDS, REJECTED_IN, REJECTIONS, Verdict, fates

FORMALLY = "formelle krav"
"""What stands for the step of a rejection that came before 1.1."""
AWARD_HEADER = (NUMBER.heading, TITLE, APPLICANT, AREA, "Beløp", "Vedtak", "Trinn", "Dato")
_AWARD_WORDS = {
    Verdict.AWARD_1: ("Innvilgelse 1", Step.AROUND_THE_LINE),
    Verdict.AWARD_2: ("Innvilgelse 2", Step.FINAL_AWARD),
}


def award_export(round_1: Round1, awards: Iterable[AreaAward]) -> CsvTable:
    """List the awards of the finished areas, in the order of the award list (2.7)."""
    date = round_1.review.call.date.isoformat()
    rows = []
    for fate in chain.from_iterable(fates(round_1, award) for award in awards):
        if fate.verdict in AWARDS:
            one = fate.application
            word, step = _AWARD_WORDS[fate.verdict]
            about = (one.project_number, one.title, one.applicant, one.area)
            rows.append((*about, one.amount, word, step.value, date))
    return CsvTable(AWARD_HEADER, tuple(rows))


def rejection_export(
    round_1: Round1,
    awards: Iterable[AreaAward],
    kinds: Collection[Verdict] = (Verdict.FORMALLY_REJECTED, *REJECTIONS),
) -> CsvTable:
    """List the rejections of the finished areas as ExtraWeb takes them in (1.3, 2.5, 2.7).

    By area, then the step that rejected, then project number.
    """
    date = round_1.review.call.date.isoformat()
    rows = []
    for award in awards:
        rejected = [one for one in fates(round_1, award) if one.verdict in kinds]
        in_order = sorted(rejected, key=lambda one: (one.verdict.value, one.project_number))
        for fate in in_order:
            one, step = fate.application, REJECTED_IN.get(fate.verdict, FORMALLY)
            about = (one.project_number, one.title, one.applicant, one.area)
            rows.append((*about, str(step), date))
    return CsvTable(EXTRA_WEB_HEADER, tuple(rows))
