"""Read who assesses: `fagutvalg` and `brukerrepresentanter`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from reviewpkg.domain.people import Committee, Reviewer, Role, UserRepresentative
from reviewpkg.intake.cells import choice, shown
from reviewpkg.intake.expected import mismatch
from reviewpkg.intake.names import Ids, suggesting
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.lists import enumerated
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import Problem

PAIR_SIZE = 2
NO_MEMBERS = sentence("tabellen har ingen medlemmer.")
ROLES = {"": Role.REVIEWER, "leder": Role.CHAIR, "kontrollutvalg": Role.CONTROL_COMMITTEE}


@dataclass(frozen=True)
class People:
    """Hold who assesses, and how much of it can be relied on.

    Where `members_known` or `pairs_known` is false a table is in doubt, and nobody can be called
    unknown for its sake. `pairs` are the members' ids; a pair that is not two is already reported.
    """

    committee: Committee
    members_known: bool
    pairs_known: bool

    @cached_property
    def pairs(self) -> dict[str, frozenset[str]]:
        """Return each pair's members."""
        return {
            pair: frozenset(person.member for person in members)
            for pair, members in self.committee.pairs.items()
        }

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Return every person's name by member id."""
        return self.committee.names

    @cached_property
    def ids(self) -> Ids:
        """Return every member id, for suggestions."""
        return Ids(self.names)

    @cached_property
    def reviewers(self) -> dict[str, Reviewer]:
        """Return those of the committee's own table by member id."""
        return {person.member: person for person in self.committee.reviewers}

    @cached_property
    def users(self) -> frozenset[str]:
        """Return the user representatives' member ids."""
        return frozenset(person.member for person in self.committee.user_representatives)

    def is_pair(self, pair: str) -> bool:
        """Tell whether a pair is known and has two members."""
        return self.pairs_known and len(self.pairs.get(pair, ())) == PAIR_SIZE


def unknown_pair(pair: str, pairs: Ids) -> Sentence:
    """Say that there is no such pair, and which was probably meant."""
    told = mismatch(sentence("et par som står i fagutvalg"), shown(pair))
    return suggesting(told, pairs.meant(pair))


def unknown_reviewer(member: str, ids: Ids) -> Sentence:
    """Say that somebody is not in the committee, and who was probably meant."""
    told = sentence("{member} står ikke i fagutvalg.", member=shown(member))
    return suggesting(told, ids.meant(member))


def people(reviewer_rows: Rows, user_rows: Rows) -> tuple[People, list[Problem]]:
    """Return who assesses, by member id, and what is wrong with the two tables."""
    reviewers, problems = _reviewers(reviewer_rows)
    users = [
        UserRepresentative(row.text("member"), row.text("name"), row.text("email"))
        for row in user_rows.rows
        if row.text("member")
    ]
    repeated = repeated_members(reviewer_rows, user_rows)
    problems += repeated
    if not reviewer_rows.rows and not reviewer_rows.unread and not reviewer_rows.missing:
        problems.append(Problem(reviewer_rows.place, NO_MEMBERS))
    shared = Counter(person.name for person in reviewers)
    shared.update(person.name for person in users)
    committee = Committee(
        tuple(
            replace(person, name=told_apart(person.name, person.member, shared))
            for person in sorted(reviewers, key=lambda person: person.member)
        ),
        tuple(
            replace(person, name=told_apart(person.name, person.member, shared))
            for person in sorted(users, key=lambda person: person.member)
        ),
    )
    users_known = user_rows.missing or user_rows.complete("member")
    sound = bool(reviewers) and not repeated
    found = People(
        committee,
        members_known=sound and reviewer_rows.complete("member") and users_known,
        pairs_known=sound and reviewer_rows.complete("member", "pair", "role"),
    )
    return found, problems + _wrong_pairs(reviewer_rows, found)


def told_apart(name: str, member: str, shared: Counter[str]) -> str:
    """Add the id to a name that two people have."""
    return f"{name} ({member})" if shared[name] > 1 else name


def _reviewers(table: Rows) -> tuple[list[Reviewer], list[Problem]]:
    """Return the committee's members; a reviewer has a pair, the other roles have none."""
    found: list[Reviewer] = []
    problems: list[Problem] = []
    for row in table.rows:
        member, pair, role = row.text("member"), row.text("pair"), ROLES[row.text("role")]
        if role is not Role.REVIEWER and pair:
            wanted = sentence("tom celle for rollen {role}", role=choice(role.value))
            problems.append(Problem(table.at(row, "pair"), mismatch(wanted, shown(pair))))
        if role is Role.REVIEWER and not pair and row.usable("member", "pair", "role"):
            told = sentence(
                "cellen er tom; bare «leder» og «kontrollutvalg» i kolonnen «Rolle» er uten par, "
                "og {member} er ingen av dem.",
                member=shown(member),
            )
            problems.append(Problem(table.at(row, "pair"), told))
        if member:
            pair = pair if role is Role.REVIEWER else ""
            found.append(Reviewer(member, row.text("name"), pair, row.text("email"), role))
    return found, problems


def repeated_members(*tables: Rows) -> list[Problem]:
    """Report member ids that stand for two people, in one table or across both."""
    first: dict[str, Row] = {}
    problems = []
    for table in tables:
        for row in table.rows:
            member = row.text("member")
            if member and member in first:
                place = first[member].place
                told = sentence(
                    "{member} står allerede i {file}, rad {row}; hver person må ha sin egen id.",
                    member=shown(member),
                    file=place.file,
                    row=place.row,
                )
                problems.append(Problem(table.at(row, "member"), told))
            first.setdefault(member, row)
    return problems


def _wrong_pairs(table: Rows, found: People) -> list[Problem]:
    """Report pairs that are not two; a pair short of someone without a pair is reported already."""
    if not found.pairs_known:
        return []
    pairless = any(not (row.text("pair") or row.text("role")) for row in table.rows)
    problems = []
    for pair, of_pair in sorted(_rows_by_pair(table).items()):
        if len(of_pair) == PAIR_SIZE or (pairless and len(of_pair) < PAIR_SIZE):
            continue
        members = (
            sentence("{member} (rad {row})", member=row.text("member"), row=row.place.row)
            for row in of_pair
        )
        told = sentence(
            "par {pair} må ha nøyaktig to medlemmer, fant {found}: {members}.",
            pair=shown(pair),
            found=len(of_pair),
            members=enumerated(members),
        )
        problems.append(Problem(table.place, told))
    return problems


def _rows_by_pair(table: Rows) -> Mapping[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in _in_order(table.rows):
        if row.text("pair") and not row.text("role"):
            rows.setdefault(row.text("pair"), []).append(row)
    return rows


def _in_order(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row.place.file, row.place.row))
