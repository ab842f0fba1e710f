"""Say what each acting pair is to agree on (2.1): both grades side by side, and room to write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewpkg.domain import tables
from reviewpkg.domain.applications import Grade, Review, conflicted_members
from reviewpkg.domain.call import Scale
from reviewpkg.domain.forms import Shown
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.two_round.round_1 import Round1
from reviewpkg.procedure.two_round.step_1_1_grading import Graded, in_order
from reviewpkg.reports import form_texts
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.form_document import (
    FormDocument,
    form_document,
    form_workbook,
    workbook_file,
)
from reviewpkg.reports.names import file_names


@dataclass(frozen=True, slots=True)
class Recipients:
    """Be those a form goes to, by member id: who takes part, and whose conflict keeps them away.

    `pair` is the pair whose two members these are, blank where a substitute is among them.
    """

    present: tuple[str, ...]
    absent: tuple[str, ...]
    pair: str

    @property
    def members(self) -> tuple[str, ...]:
        """Return the two who graded, by id: «Karakter 1» and «Karakter 2»."""
        return tuple(sorted((*self.present, *self.absent)))

    @property
    def regular(self) -> bool:
        """Tell whether these are a pair's two members, both taking part."""
        return bool(self.pair) and not self.absent


@dataclass(frozen=True, slots=True)
class Given:
    """Be what one of the two gave an application; `scores` follow the call's criteria."""

    name: str
    scores: tuple[Fraction | None, ...]
    total: Fraction
    comment: str


@dataclass(frozen=True, slots=True)
class JointCard:
    """Be an application with what its two reviewers gave it, by member id; `pair` is the owner."""

    project_number: str
    title: str
    applicant: str
    area: str
    pair: str
    summary: str
    given: tuple[Given, ...]
    mean: Fraction
    difference: Fraction

    @property
    def comments(self) -> str:
        """Return what the two have said, a paragraph each, blank where they have said nothing."""
        return "\n".join(f"{one.name}: {one.comment}" for one in self.given if one.comment)


@dataclass(frozen=True, slots=True)
class JointForm:
    """Be one acting pair's form; `file` is the workbook that may be filled in instead."""

    frame: Frame
    names: tuple[str, ...]
    absent: tuple[str, ...]
    pair: str
    scale: Scale
    criteria: tuple[str, ...]
    file: str
    cards: tuple[JointCard, ...]


@dataclass(frozen=True, slots=True)
class JointForms:
    """Be all forms of 2.1, and the applications that no one is left to assess."""

    forms: tuple[FormDocument, ...]
    without_anyone: tuple[Graded, ...]


def joint_forms(round_1: Round1, furniture: Furniture) -> JointForms:
    """Make a form of 2.1 for every acting pair that has a selected application.

    A member whose conflict has come into force since the grading gets nothing on that application:
    it goes on a form for the other one alone, or on none if both are kept away (D24).
    """
    selected = in_order(
        outcome.graded
        for outcome in round_1.to_round_2
        if outcome.graded and not outcome.application.withdrawn_at(Step.JOINT)
    )
    groups = _groups(selected, round_1.review)
    names = file_names(_key(recipients) for recipients in groups)
    forms = tuple(
        _form(recipients, graded, names[_key(recipients)], round_1.review, furniture)
        for recipients, graded in sorted(groups.items(), key=_regular_first)
        if recipients.present
    )
    no_one = (graded for recipients, graded in groups.items() if not recipients.present)
    return JointForms(forms, in_order(one for graded in no_one for one in graded))


def _groups(selected: Iterable[Graded], review: Review) -> dict[Recipients, tuple[Graded, ...]]:
    """Bring together, in order, what the same two people graded and may now assess."""
    pairs = {
        frozenset(reviewer.member for reviewer in members): pair
        for pair, members in review.committee.pairs.items()
    }
    conflicted = conflicted_members(review.conflicts, Step.JOINT)
    groups: dict[Recipients, tuple[Graded, ...]] = {}
    for graded in selected:
        members = sorted(grade.member for grade in graded.grades)
        away = conflicted.get(graded.project_number, frozenset())
        recipients = Recipients(
            present=tuple(member for member in members if member not in away),
            absent=tuple(member for member in members if member in away),
            pair=pairs.get(frozenset(members), ""),
        )
        groups[recipients] = (*groups.get(recipients, ()), graded)
    return groups


def _regular_first(group: tuple[Recipients, tuple[Graded, ...]]) -> tuple[bool, str]:
    return not group[0].regular, _key(group[0])


def _key(recipients: Recipients) -> str:
    """Return what tells one form from all others; file names are made from it."""
    if recipients.regular:
        return recipients.pair
    without = ("uten", *recipients.absent) if recipients.absent else ()
    return "\t".join((*recipients.present, *without))


def _form(
    recipients: Recipients,
    applications: tuple[Graded, ...],
    name: str,
    review: Review,
    furniture: Furniture,
) -> FormDocument:
    folder = f"par-{name}" if recipients.regular else name
    path = f"par/{folder}/samlet-{name}"
    file = workbook_file(path)
    people = review.committee.names
    present = tuple(people[member] for member in recipients.present)
    absent = tuple(people[member] for member in recipients.absent)
    graders = tuple(people[member] for member in recipients.members)
    words = furniture.words
    recipient = names = words.figures.join_and(present)
    title = words.say("Samlet vurdering – {names}", names=names)
    if recipients.regular:
        recipient = words.say("{names}, par {pair}", names=names, pair=recipients.pair)
        title = words.say("Samlet vurdering – par {pair}", pair=recipients.pair)
    frame = furniture.frame(
        step=Step.JOINT.value,
        step_name=words.say("Samlet vurdering"),
        title=title,
        recipient=recipient,
    )
    grading = furniture.call.grading
    cards = tuple(_card(graded, people, len(grading.criteria)) for graded in applications)
    workbook = form_workbook(
        frame,
        sheet=words.say("Samlet vurdering"),
        table=tables.joint_grades(grading),
        prefilled=("project_number",),
        records=[_record(card) for card in cards],
        explanation=form_texts.joint(words, present, absent, graders, len(cards), file=file),
    )
    criteria = tuple(criterion.label for criterion in grading.criteria)
    page = JointForm(frame, present, absent, recipients.pair, grading.joint, criteria, file, cards)
    return form_document(path, frame, workbook, "joint_form.html", page)


def _card(graded: Graded, people: Mapping[str, str], criteria: int) -> JointCard:
    application = graded.application
    return JointCard(
        application.project_number,
        application.title,
        application.applicant,
        application.area,
        application.pair,
        application.summary,
        tuple(
            Given(people[grade.member], _scores(grade, criteria), grade.total, grade.comment)
            for grade in sorted(graded.grades, key=lambda grade: grade.member)
        ),
        graded.mean_grade,
        graded.grade_difference,
    )


def _scores(grade: Grade, criteria: int) -> tuple[Fraction | None, ...]:
    """Return a score or None for every criterion, also where none were given at all."""
    return (*grade.scores, *(None,) * criteria)[:criteria]


def _record(card: JointCard) -> dict[str, Shown]:
    first, second = card.given
    return {
        tables.NUMBER.heading: card.project_number,
        tables.TITLE: card.title,
        tables.APPLICANT: card.applicant,
        tables.GRADE_1: first.total,
        tables.GRADE_2: second.total,
        tables.MEAN: card.mean,
        tables.DIFFERENCE: card.difference,
    }
