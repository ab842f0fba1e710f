"""Say for other systems what was recommended, and to whom a letter is due, and why (K4).

What reads the tables need not know the language of the call: headings, outcomes and figures are the
same in all. Only the reasons are for people, and follow it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reviewpkg.domain.panel import PanelCall
from reviewpkg.domain.panel_tables import AMOUNT, BENEFIT, INSTITUTION, QUALITY, REGION
from reviewpkg.domain.tables import NUMBER, REASON, TITLE
from reviewpkg.languages.figures import Figures
from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from reviewpkg.procedure.panel.panel import Screening
from reviewpkg.procedure.panel.step_k4_recommendation import Recommendation, is_priority
from reviewpkg.reports.csv_table import Cell, CsvTable
from reviewpkg.reports.panel.directors_list import DirectorsList
from reviewpkg.reports.panel.endings import End
from reviewpkg.reports.panel.panel_reasons import Keys, PanelReason, panel_reasons

RECOMMENDATION: Final = "innstilling"
NOT_RECOMMENDED: Final = "avslag-ikke-innstilt"
ABOUT: Final = (NUMBER.heading, TITLE, INSTITUTION, REGION, AMOUNT)
RECOMMENDATION_HEADER: Final = (
    "Plass",
    *ABOUT,
    "Løpende sum",
    "Karakter",
    QUALITY,
    BENEFIT,
    "Prioritert tema",
    "Utfall",
    "Innstilt beløp",
    "Trinn",
    "Dato",
)
DIRECTORS_HEADER: Final = ("Plass", *ABOUT, "Løpende sum", "Prioritert tema", "Utfall")
NOT_RECOMMENDED_HEADER: Final = (*ABOUT, "Utfall", "Karakter", REASON.heading, "Trinn", "Dato")
_YES_OR_NO: Final = {True: "ja", False: "nei"}
_grade: Final = Figures(Language.BOKMAL).grade


def recommendation_export(screened: Screening, found: Recommendation) -> CsvTable:
    """List every application of the call with its end, in the final order (K4).

    Amounts are whole kroner without spaces, grades have a decimal comma.
    """
    rows = _recommendation_rows(panel_reasons(screened, found), screened.review.call)
    return CsvTable(RECOMMENDATION_HEADER, tuple(rows))


def graded_export(screened: Screening, found: Recommendation) -> CsvTable:
    """Return the rows of the recommendation that the programme board's list shows (K4).

    It names nobody that K1 turned down, so neither does a table that goes along with it.
    """
    graded = (one for one in panel_reasons(screened, found) if one.keys)
    return CsvTable(
        RECOMMENDATION_HEADER, tuple(_recommendation_rows(graded, screened.review.call))
    )


def directors_export(page: DirectorsList) -> CsvTable:
    """Return what the directors' list shows, row for row: no grades, and none without support."""
    ends = ((page.recommended, End.RECOMMENDED), (page.below, End.SUPPORT_WORTHY))
    rows = tuple(
        (
            one.place,
            one.project_number,
            one.title,
            one.institution,
            one.region,
            one.amount,
            one.running_sum,
            _YES_OR_NO[one.priority],
            end.value,
        )
        for listed, end in ends
        for one in listed
    )
    return CsvTable(DIRECTORS_HEADER, rows)


def _recommendation_rows(
    reasons: Iterable[PanelReason], call: PanelCall
) -> Iterator[tuple[Cell, ...]]:
    for one in reasons:
        standing, application = one.standing, one.ending.application
        placed = (standing.place, standing.running_sum) if standing else ("", "")
        yield (
            placed[0],
            *_about(one),
            placed[1],
            *_grades(one.keys),
            _YES_OR_NO[is_priority(application, call)],
            one.ending.end.value,
            application.amount if one.ending.end is End.RECOMMENDED else "",
            one.ending.clause,
            call.date.isoformat(),
        )


def not_recommended_export(screened: Screening, found: Recommendation) -> CsvTable:
    """List those that were graded and not recommended, each with a reason for its letter (K4).

    By project number: the order gives no ranking away. What K1 turned down is on a list of its own.
    """
    call = screened.review.call
    graded = (one for one in panel_reasons(screened, found) if _turned_down(one))
    return CsvTable(NOT_RECOMMENDED_HEADER, tuple(_letter_rows(Words(call.language), graded, call)))


def _turned_down(one: PanelReason) -> bool:
    return one.ending.end in {End.SUPPORT_WORTHY, End.NOT_SUPPORT_WORTHY}


def _letter_rows(
    words: Words, graded: Iterable[PanelReason], call: PanelCall
) -> Iterable[tuple[Cell, ...]]:
    for one in sorted(graded, key=lambda one: one.ending.project_number):
        if one.keys:
            end = one.ending.end
            about = (end.value, _grade(one.keys.grade), _letter(words, end, one.keys, call))
            yield (*_about(one), *about, one.ending.clause, call.date.isoformat())


def _about(one: PanelReason) -> tuple[Cell, ...]:
    application = one.ending.application
    return (
        application.project_number,
        application.title,
        application.institution,
        application.region,
        application.amount,
    )


def _grades(keys: Keys | None) -> tuple[str, str, str]:
    if keys is None:
        return ("", "", "")
    return _grade(keys.grade), _grade(keys.quality), _grade(keys.benefit)


def _letter(words: Words, end: End, keys: Keys, call: PanelCall) -> str:
    """Say why an application is not recommended, without a word of any other application."""
    grade, scale = words.figures.grade, call.grading.total
    given = {"grade": grade(keys.grade), "min": grade(scale.min), "max": grade(scale.max)}
    if end is End.NOT_SUPPORT_WORTHY:
        return words.say(
            "Søknaden har fått karakteren {grade} på en skala fra {min} til {max}. Støtteverdig er "
            "{threshold} eller høyere. Den er derfor ikke innstilt.",
            **given,
            threshold=grade(call.support_worthy_min),
        )
    budget = words.figures.kroner(call.budget)
    if call.priority_theme:
        return words.say(
            "Søknaden har fått karakteren {grade} på en skala fra {min} til {max}. Den er "
            "støtteverdig, men rammen på {budget} er fordelt ovenfra, støtteverdige søknader "
            "innenfor {theme} først, deretter etter karakter, og rakk ikke til den. Den er derfor "
            "ikke innstilt.",
            **given,
            budget=budget,
            theme=call.priority_theme,
        )
    return words.say(
        "Søknaden har fått karakteren {grade} på en skala fra {min} til {max}. Den er "
        "støtteverdig, men rammen på {budget} er fordelt ovenfra, etter karakter, og rakk "
        "ikke til den. Den er derfor ikke innstilt.",
        **given,
        budget=budget,
    )
