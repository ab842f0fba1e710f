"""Say what the priority theme changed: who came in, who stayed out, what hangs on a tie (K4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewpkg.domain.panel import PanelCall
from reviewpkg.procedure.panel.step_k4_recommendation import Outcome, Recommendation, Recommended


@dataclass(frozen=True, slots=True)
class ThemeShown:
    """Be the theme's effect, compared with the same rules without it.

    `worthy` and `recommended` count the support-worthy ones within the theme; the others are
    project numbers, in the final order.
    """

    theme: str
    worthy: int
    recommended: int
    came_in: tuple[str, ...]
    fell_out: tuple[str, ...]
    undecided: tuple[str, ...]


def theme_shown(call: PanelCall, found: Recommendation) -> ThemeShown | None:
    """Return what the theme changed, None where the call has no theme (K4)."""
    if found.theme is None:
        return None
    within = [one for one in found.ranked if one.priority]
    return ThemeShown(
        theme=call.priority_theme,
        worthy=len(within),
        recommended=sum(one.outcome is Outcome.RECOMMENDED for one in within),
        came_in=_numbers(found.theme.came_in),
        fell_out=_numbers(found.theme.fell_out),
        undecided=_numbers(found.theme.undecided),
    )


def _numbers(listed: Iterable[Recommended]) -> tuple[str, ...]:
    return tuple(one.project_number for one in listed)
