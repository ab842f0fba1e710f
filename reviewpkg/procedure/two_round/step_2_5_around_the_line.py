"""Step 2.5, second half: the ranking pool, awards above it and rejections below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from reviewpkg.domain.two_round import PoolRange
from reviewpkg.procedure.standing import Standing
from reviewpkg.procedure.two_round.step_2_5_windows import (
    SMALLEST,
    Safety,
    Window,
    line_row,
    nearest,
    window,
    windows,
)

RULE = "2.5"


class Basis(IntEnum):
    """Say where the ranking pool comes from."""

    PROPOSED = 0
    SET = 1
    ALL_OF_FEW = 2
    NOT_NEEDED = 3


class Refusal(IntEnum):
    """Say what keeps a pool from being used (D13, D14, D16)."""

    OUTSIDE_THE_LIST = 0
    TIE_AT_EDGE = 1
    OVER_FRAME = 2
    LINE_OUTSIDE = 3
    UNUSUAL_SIZE = 4
    IMPOSSIBLE = 5
    NONE_ADMISSIBLE = 6


class Deviation(IntEnum):
    """Say which wish of the routine a pool departs from (D15, D16, D17)."""

    UNUSUAL_SIZE = 0
    LINE_OUTSIDE = 1
    NOT_SAFE = 2
    IMPOSSIBLE = 3


@dataclass(frozen=True, slots=True)
class Pool:
    """Be an area's ranking pool and what 2.5 decides around it.

    `window` is None where no pool is needed (D17) or none can be used; then `refusals` say why and
    `nearest` are the windows that come closest. `others` are the remaining admissible ones.
    """

    area: str
    frame: int
    standings: tuple[Standing, ...]
    basis: Basis
    window: Window | None
    refusals: tuple[Refusal, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    reason: str = ""
    others: tuple[Window, ...] = ()
    nearest: tuple[Window, ...] = ()
    ignored_setting: bool = False

    @property
    def award_1(self) -> tuple[Standing, ...]:
        """Return what ranks above the pool, or everything where no pool is needed (D17)."""
        if self.basis is Basis.NOT_NEEDED:
            return self.standings
        return self.standings[: self.window.first - 1] if self.window else ()

    @property
    def ranking(self) -> tuple[Standing, ...]:
        """Return the pool, in order O."""
        return self.standings[self.window.first - 1 : self.window.last] if self.window else ()

    @property
    def rejection_2(self) -> tuple[Standing, ...]:
        """Return what ranks below the pool."""
        return self.standings[self.window.last :] if self.window else ()


def pool(area: str, standings: tuple[Standing, ...], frame: int, setting: PoolRange | None) -> Pool:
    """Choose an area's ranking pool (2.5, D13 to D17).

    `standings` is order O with everything adjusted; `setting` is what the secretariat set.
    """
    if line_row(standings, frame) == len(standings):
        ignored = setting is not None
        return Pool(area, frame, standings, Basis.NOT_NEEDED, None, ignored_setting=ignored)
    admissible = windows(standings, frame)
    if setting:
        return _set_pool(area, standings, frame, setting, admissible)
    if len(standings) < SMALLEST:
        whole = window(standings, frame, 1, len(standings))
        return Pool(area, frame, standings, Basis.ALL_OF_FEW, whole, deviations=_deviations(whole))
    if not admissible:
        return Pool(
            area,
            frame,
            standings,
            Basis.PROPOSED,
            None,
            refusals=(Refusal.NONE_ADMISSIBLE,),
            nearest=nearest(standings, frame),
        )
    best = admissible[0]
    return Pool(
        area,
        frame,
        standings,
        Basis.PROPOSED,
        best,
        deviations=_deviations(best),
        others=tuple(admissible[1:]),
    )


def _deviations(one: Window) -> tuple[Deviation, ...]:
    departs = (
        (not one.holds_line, Deviation.LINE_OUTSIDE),
        (not one.usual_size, Deviation.UNUSUAL_SIZE),
        (one.safety is Safety.IMPOSSIBLE, Deviation.IMPOSSIBLE),
        (one.safety is Safety.POSSIBLE, Deviation.NOT_SAFE),
    )
    return tuple(deviation for found, deviation in departs if found)


def _set_pool(
    area: str,
    standings: tuple[Standing, ...],
    frame: int,
    setting: PoolRange,
    admissible: Sequence[Window],
) -> Pool:
    """Use the secretariat's pool, or say what it breaks (D16)."""
    close = nearest(standings, frame)
    if setting.last > len(standings):
        return Pool(
            area,
            frame,
            standings,
            Basis.SET,
            None,
            refusals=(Refusal.OUTSIDE_THE_LIST,),
            others=tuple(admissible),
            nearest=() if admissible else close,
        )
    chosen = window(standings, frame, setting.first, setting.last)
    whole_of_few = chosen.size == len(standings) < SMALLEST
    hard = ((chosen.ties_closed, Refusal.TIE_AT_EDGE), (chosen.within_frame, Refusal.OVER_FRAME))
    soft = (
        (chosen.holds_line, Refusal.LINE_OUTSIDE),
        (chosen.usual_size, Refusal.UNUSUAL_SIZE),
        (chosen.safety is not Safety.IMPOSSIBLE, Refusal.IMPOSSIBLE),
    )
    broken = [refusal for kept, refusal in hard if not kept]
    if not (setting.deviation or whole_of_few):
        broken += [refusal for kept, refusal in soft if not kept]
    return Pool(
        area,
        frame,
        standings,
        Basis.SET,
        None if broken else chosen,
        refusals=tuple(broken),
        deviations=_deviations(chosen),
        reason=setting.deviation,
        others=tuple(one for one in admissible if one != chosen),
        nearest=close if broken and not admissible else (),
    )
