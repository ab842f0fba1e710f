"""The committee by pair and by name."""

from __future__ import annotations

from reviewpkg.domain.people import Committee, Reviewer, Role, UserRepresentative

COMMITTEE = Committee(
    (
        Reviewer("m4", "Dag", "P2"),
        Reviewer("m3", "Cato", "P1"),
        Reviewer("m1", "Anne", role=Role.CHAIR),
        Reviewer("m2", "Berit", "P1"),
        Reviewer("k1", "Kari", role=Role.CONTROL_COMMITTEE),
        Reviewer("m5", "Eva", "P2"),
    ),
    (UserRepresentative("u1", "Frida"),),
)


def test_pairs_and_their_members_stand_in_order_of_their_ids() -> None:
    pairs = COMMITTEE.pairs
    assert list(pairs) == ["P1", "P2"]
    assert [[one.member for one in members] for members in pairs.values()] == [
        ["m2", "m3"],
        ["m4", "m5"],
    ]


def test_every_person_has_a_name_lay_reviewers_and_those_without_a_pair_too() -> None:
    expected = {"k1": "Kari", "m1": "Anne", "m2": "Berit", "m3": "Cato"}
    assert COMMITTEE.names == expected | {"m4": "Dag", "m5": "Eva", "u1": "Frida"}
