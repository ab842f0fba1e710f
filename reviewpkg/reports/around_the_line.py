"""Say how an area's frame falls on order O: award 1, the ranking pool, rejection 2 (2.5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from reviewpkg.languages.words import Words
from reviewpkg.procedure.funding_line import running_sums
from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round.round_2 import AreaConference
from reviewpkg.procedure.two_round.step_2_5_around_the_line import Basis, Pool
from reviewpkg.procedure.two_round.step_2_5_windows import Window, line_row
from reviewpkg.reports.award_problems import pool_problems
from reviewpkg.reports.document import Frame, Furniture
from reviewpkg.reports.parts import Item, PartFrame
from reviewpkg.reports.pictures import running_sum
from reviewpkg.reports.pictures.running_sum import RunningSum
from reviewpkg.reports.pool_proof import Proof, proof
from reviewpkg.reports.ranking_notices import pool_deviations


class Outcome(Enum):
    """Tell what 2.5 decides; undecided where no pool can be used."""

    AWARD_1 = "award-1"
    RANKING = "ranking"
    REJECTION_2 = "rejection-2"
    UNDECIDED = ""


class Edge(Enum):
    """Tell what a line across order O stands for."""

    AWARD_1 = "above it is awarded"
    BUDGET = "above it is within the frame"
    REJECTION_2 = "below it is rejected"


@dataclass(frozen=True, slots=True)
class Row:
    """Be a row of order O; `level` tells that the row below is its equal."""

    row: int
    standing: Standing
    level: bool
    running_sum: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Line:
    """Be a line across the list: the sum down to it, and what that leaves of the frame."""

    edge: Edge
    rows_above: int
    spent: int
    left: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Be a run of rows and the lines drawn below it."""

    rows: tuple[Row, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class AroundTheLine:
    """Be an area's page of 2.5; amounts in whole kroner.

    `proof` is None where there is no pool, `sums` in a part that is not the first. `others` are the
    windows to choose from instead, the one the program likes best first; `would_propose` is that
    one, where it is not the one in use.
    """

    frame: Frame
    area: str
    budget: int
    share: Fraction | None
    budget_frame: int
    basis: Basis
    window: Window | None
    proof: Proof | None
    refusal: str
    deviations: tuple[str, ...]
    ignored_setting: bool
    sums: RunningSum | None
    stretches: tuple[Stretch, ...]
    others: tuple[Window, ...]
    nearest: tuple[Window, ...]
    would_propose: Window | None
    award_1: int
    rejection_2: int

    def items(self) -> tuple[Item, ...]:
        """Return the applications of order O by place, equals together."""
        words = self.frame.words
        return tuple(
            Item(words.say("plass {place}", place=row.standing.position), row.level)
            for stretch in self.stretches
            for row in stretch.rows
        )

    def portion(self, frame: PartFrame) -> AroundTheLine:
        """Return the page with a part of order O: the pool and its proof stand before it.

        What could be chosen instead stands after it.
        """
        here = replace(self, frame=frame, stretches=frame.part.of_stretches(self.stretches))
        if not frame.opens:
            here = replace(here, proof=None, refusal="", deviations=(), sums=None)
            here = replace(here, ignored_setting=False)
        return here if frame.closes else replace(here, others=(), nearest=())


def around_the_line(conference: AreaConference, pool: Pool, furniture: Furniture) -> AroundTheLine:
    """Show order O with running sums, the budget line, the pool and its proof (2.5, D12 to D17)."""
    area, words = conference.area, furniture.words
    window = None if pool.refusals else pool.window
    frame = furniture.frame(
        step="2.5",
        step_name=words.say("Rundt budsjettlinjen"),
        title=words.say("Rundt budsjettlinjen – {area}", area=area.id),
        recipient=words.say("Sekretariatet og utvalgets leder"),
        landscape=True,
    )
    return AroundTheLine(
        frame=frame,
        area=area.id,
        budget=furniture.call.budget,
        share=area.share,
        budget_frame=pool.frame,
        basis=pool.basis,
        window=window,
        proof=proof(pool) if window else None,
        refusal=_refusal(words, conference),
        deviations=tuple(map(words.retell, pool_deviations(pool))),
        ignored_setting=pool.ignored_setting,
        sums=running_sum.at_the_line(pool),
        stretches=_stretches(pool),
        others=pool.others,
        nearest=pool.nearest,
        would_propose=_would_propose(pool),
        award_1=len(pool.award_1),
        rejection_2=len(pool.rejection_2),
    )


def _refusal(words: Words, conference: AreaConference) -> str:
    """Return why the pool cannot be used, as sentences (D16)."""
    said = " ".join(words.retell(problem.sentence) for problem in pool_problems([conference]))
    return said[:1].upper() + said[1:]


def _would_propose(pool: Pool) -> Window | None:
    """Return what the program would propose instead of what the secretariat set (D16)."""
    if pool.basis is not Basis.SET or not pool.others:
        return None
    best = pool.others[0]
    one = pool.window
    if one and one.admissible and one.preference < best.preference:
        return None
    return best


def _stretches(pool: Pool) -> tuple[Stretch, ...]:
    """Cut order O where a line is drawn; the first stretch may have no rows."""
    rows = _rows(pool)
    lines = _lines(pool, rows)
    cuts = sorted({line.rows_above for line in lines} | {len(rows)})
    starts = [0, *cuts]
    return tuple(
        Stretch(rows[start:end], tuple(line for line in lines if line.rows_above == end))
        for start, end in zip(starts, cuts, strict=False)
    )


def _rows(pool: Pool) -> tuple[Row, ...]:
    standings = pool.standings
    sums = running_sums([one.application.amount for one in standings])
    next_positions = [*(one.position for one in standings[1:]), 0][: len(standings)]
    return tuple(
        Row(row, one, next_position == one.position, total, outcome(pool, row))
        for row, (one, next_position, total) in enumerate(
            zip(standings, next_positions, sums, strict=True), start=1
        )
    )


def outcome(pool: Pool, row: int) -> Outcome:
    """Say what 2.5 decides about a row of order O, counted from 1."""
    if pool.refusals:
        return Outcome.UNDECIDED
    if pool.basis is Basis.NOT_NEEDED or pool.window is None:
        return Outcome.AWARD_1
    if row < pool.window.first:
        return Outcome.AWARD_1
    return Outcome.RANKING if row <= pool.window.last else Outcome.REJECTION_2


def _lines(pool: Pool, rows: tuple[Row, ...]) -> tuple[Line, ...]:
    edges = []
    window = None if pool.refusals else pool.window
    if window and window.first > 1:
        edges.append((Edge.AWARD_1, window.first - 1))
    edges.append((Edge.BUDGET, line_row(pool.standings, pool.frame)))
    if window and window.last < len(rows):
        edges.append((Edge.REJECTION_2, window.last))
    sums = (0, *(row.running_sum for row in rows))
    return tuple(Line(edge, row, sums[row], pool.frame - sums[row]) for edge, row in edges)
