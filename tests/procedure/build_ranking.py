"""Build ranking lists from ballots written as words: `ABC` puts A first."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from reviewpkg.procedure.two_round.step_2_6_ranking import Ranked, RankingList, ranking_list
from tests.procedure.build_conference import application, conference

Case = tuple[str, list[str], str, list[tuple[str, int]]]


def ranked_by(
    pool: str,
    ballots: Sequence[str],
    users: str = "",
    rulings: Sequence[tuple[str, int]] = (),
) -> RankingList:
    """Rank a pool of one-letter numbers from one ballot per pair, each best first."""
    pair_places = {f"P{nth}": in_places(ballot) for nth, ballot in enumerate(ballots, start=1)}
    ruled = conference(rulings=rulings).rulings
    return ranking_list([application(one) for one in pool], pair_places, in_places(users), ruled)


def in_places(ballot: str) -> dict[str, int]:
    """Return the places of a ballot, best first."""
    return {number: place for place, number in enumerate(ballot, start=1)}


def text(ranked: Sequence[Ranked]) -> str:
    """Return the project numbers, in the order given."""
    return "".join(one.project_number for one in ranked)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a pool of up to six, up to four short ballots, the users' order and rulings."""
    pool = "ABCDEF"[: draw(st.integers(1, 6))]
    shortened = st.permutations(pool).flatmap(
        lambda order: st.integers(0, len(pool)).map(lambda size: "".join(order[:size]))
    )
    rulings = st.tuples(st.sampled_from(pool), st.integers(1, len(pool)))
    return (
        pool,
        draw(st.lists(shortened, max_size=4)),
        draw(shortened),
        draw(st.lists(rulings, max_size=4)),
    )
