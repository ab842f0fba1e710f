"""Show the secretariat who is proposed for what, how much each has, and what has too few (K2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewpkg.domain.steps import PanelStep
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.reports.document import Document, Frame, Furniture
from reviewpkg.reports.panel.expert_form import STEP_NAME
from reviewpkg.reports.panel.proposal import ExpertWork, Proposal, Proposed


@dataclass(frozen=True, slots=True)
class ExpertLoad:
    """Be the whole proposal; `wanted` experts should grade each application, `least` must.

    `few` are the applications that conflicts leave fewer for, `idle` the experts without any.
    `fewest` and `most` are the smallest and the largest load.
    """

    frame: Frame
    wanted: int
    least: int
    applications: tuple[Proposed, ...]
    work: tuple[ExpertWork, ...]
    fewest: int
    most: int
    few: tuple[Proposed, ...]
    idle: tuple[str, ...]


def expert_load(proposed: Proposal, furniture: Furniture, wanted: int, least: int) -> Document:
    """Lay the proposal out by expert and by application."""
    words = furniture.words
    frame = furniture.frame(
        step=PanelStep.GRADING.value,
        step_name=words.retell(STEP_NAME),
        title=words.say("Fordeling av søknader på ekspertene"),
        recipient=words.say("Sekretariatet"),
    )
    loads = [len(one.applications) for one in proposed.work]
    page = ExpertLoad(
        frame=frame,
        wanted=wanted,
        least=least,
        applications=proposed.applications,
        work=proposed.work,
        fewest=min(loads, default=0),
        most=max(loads, default=0),
        few=tuple(one for one in proposed.applications if one.few),
        idle=tuple(one.expert.name for one in proposed.work if not one.applications),
    )
    return Document("fordeling", "panel/expert_load.html", page)


def load_warnings(proposed: Proposal, wanted: int, least: int) -> tuple[Sentence, ...]:
    """Warn of applications that conflicts leave fewer experts for than wanted, or than demanded."""
    return tuple(_warnings(proposed, wanted, least))


def _warnings(proposed: Proposal, wanted: int, least: int) -> Iterator[Sentence]:
    too_few = [one for one in proposed.applications if one.too_few]
    few = [one for one in proposed.applications if one.few and not one.too_few]
    if too_few:
        yield sentence(
            "Utlysningen krever karakter fra minst {least} eksperter, men så mange habile "
            "eksperter har ikke {applications}. Uten flere i fagutvalg kan panelmøtet "
            "ikke forberedes.",
            least=least,
            applications=_counted(too_few),
        )
    if few:
        yield sentence(
            "Hver søknad skulle hatt {wanted} eksperter, men så mange habile eksperter har ikke "
            "{applications}.",
            wanted=wanted,
            applications=_counted(few),
        )


def _counted(applications: list[Proposed]) -> Sentence:
    return enumerated(f"{one.project_number} ({len(one.experts)})" for one in applications)
