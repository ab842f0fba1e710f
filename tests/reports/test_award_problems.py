"""D16, D20: what stops an award is said with its place, and what to do about it."""

from __future__ import annotations

from dataclasses import replace

from reviewpkg.domain.two_round import PoolRange
from reviewpkg.problems import sentences
from reviewpkg.procedure.two_round.round_2 import confer
from reviewpkg.reports.award_problems import open_tie_problems, pool_problems
from tests.reports.award_call import CALL, CONFERENCE, KS, NO_RULING, awards, decided


def refused(setting: PoolRange | None, frame: int = 5_500_000) -> str:
    call = replace(CALL, areas=(replace(KS, ranking_pool=setting, frame=frame), *CALL.areas[1:]))
    (sentence,) = sentences(pool_problems(confer(decided(call), CONFERENCE)))
    return sentence


def test_tied_applications_are_named_with_what_the_chair_must_do() -> None:
    assert sentences(open_tie_problems(awards(NO_RULING))) == (
        (
            "lederbeslutning: K06 og K07 i KS står likt på rangeringslisten, og bare lederen kan "
            "avgjøre rekkefølgen. Før en ny plassering med begrunnelse for den ene av dem, og kjør "
            "igjen."
        ),
    )


def test_a_tie_that_is_ruled_on_is_no_problem() -> None:
    assert open_tie_problems(awards()) == ()
    assert pool_problems([one.conference for one in awards()]) == ()


def test_a_pool_beyond_the_list() -> None:
    assert "har 12 rader" in refused(PoolRange(3, 13))


def test_a_pool_that_splits_a_tie_names_its_key_and_the_proposal() -> None:
    said = refused(PoolRange(2, 8))
    assert said.startswith("call.toml, nøkkel «areas[1].ranking_pool»: ")
    assert "en kant deler søknader som står likt" in said
    assert "Programmet ville foreslått rad " in said
    assert "deviation" not in said


def test_a_pool_below_awards_that_cost_more_than_the_frame() -> None:
    assert "mer enn rammen på 1 000 000 kr" in refused(PoolRange(3, 10), 1_000_000)


def test_a_pool_of_unusual_size_may_be_kept_with_a_reason() -> None:
    said = refused(PoolRange(4, 6))
    assert "den har ikke 7 til 13 søknader" in said
    assert "«deviation»" in said


def test_where_no_pool_can_be_proposed_the_nearest_are_named() -> None:
    said = refused(None, 50_000)
    assert "Ikke engang den første søknaden får plass i rammen." in said
    assert "Nærmest kommer rad 1–" in said
    assert "søknader, uten linjen; uansett rangering innvilges" in said
