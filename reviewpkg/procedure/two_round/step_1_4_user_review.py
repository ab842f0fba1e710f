"""Step 1.4: which of the selected the user representatives assess, and who assesses which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewpkg.domain.people import UserRepresentative
from reviewpkg.domain.steps import Step
from reviewpkg.procedure.assignment import even_assignment
from reviewpkg.procedure.cut_line import at_least, groups_of_equals
from reviewpkg.procedure.two_round.step_1_1_grading import Graded
from reviewpkg.procedure.two_round.step_1_2_9_adjustments import AdjustedSelection
from reviewpkg.procedure.two_round.step_1_2_selection import by_mean

EACH = 2


@dataclass(frozen=True, slots=True)
class UserReview:
    """Be the applications of 1.4, in order over all areas, and who assesses each.

    `assigned` maps a project number to member ids, `by_member` a member id to applications;
    `fewer` are the applications that conflicts leave with fewer than two.
    """

    applications: tuple[Graded, ...]
    assigned: Mapping[str, tuple[str, ...]]
    by_member: Mapping[str, tuple[Graded, ...]]

    @property
    def fewer(self) -> tuple[Graded, ...]:
        """Return the applications that have fewer than two user representatives (D7)."""
        return tuple(
            graded
            for graded in self.applications
            if len(self.assigned[graded.project_number]) < EACH
        )

    def of(self, member: str) -> tuple[Graded, ...]:
        """Return what one user representative assesses, by project number.

        Not by mean grade: their order must not give the committee's view away (1.4).
        """
        return self.by_member.get(member, ())


def for_user_review(selection: AdjustedSelection) -> tuple[Graded, ...]:
    """Return an area's applications for the user representatives (1.4, D6).

    Of the selected, by mean grade, until `user_review` are in; the last group comes in whole.
    Those withdrawn by then take no part (D24).
    """
    present = tuple(
        graded
        for graded in selection.selected
        if not graded.application.withdrawn_at(Step.USER_REVIEW)
    )
    groups = groups_of_equals(present, by_mean)
    count = at_least(selection.adjusted.numbers.user_review, [len(group) for group in groups])
    return tuple(graded for group in groups[:count] for graded in group)


def assign(
    applications: Sequence[Graded],
    representatives: Sequence[UserRepresentative],
    conflicted: Mapping[str, frozenset[str]],
) -> UserReview:
    """Give each application two user representatives who are not conflicted (1.4, D7).

    The loads over all areas are as even as conflicts allow: smallest maximum, then smallest sum of
    squares. `conflicted` maps a project number to the members conflicted on it at 1.4.
    """
    members = sorted(person.member for person in representatives)
    everyone = frozenset(members)
    assigned = even_assignment(
        {
            graded.project_number: everyone - barred
            if (barred := conflicted.get(graded.project_number))
            else everyone
            for graded in applications
        },
        members,
        EACH,
    )
    by_member: dict[str, list[Graded]] = {}
    for graded in sorted(applications, key=lambda graded: graded.project_number):
        for member in assigned[graded.project_number]:
            by_member.setdefault(member, []).append(graded)
    return UserReview(
        tuple(applications),
        assigned,
        {member: tuple(theirs) for member, theirs in by_member.items()},
    )
