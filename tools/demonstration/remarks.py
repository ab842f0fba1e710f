"""Let reviewers comment their grades, in the tone of the grade."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tools.demonstration.stock import Remarks, remarks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from tools.demonstration.records import Grade

COMMENTED: Final = 0.6
TERSE: Final = 0.12
TWO_SENTENCES: Final = 0.65
MIDDLE: Final = 4


def comment(random: Random, grades: Sequence[Grade]) -> list[Grade]:
    """Return the grades, about three in five of them with a comment."""
    stock = remarks()
    return [
        replace(grade, comment=draw_remark(random, grade.total, stock))
        if random.random() < COMMENTED
        else grade
        for grade in grades
    ]


def draw_remark(random: Random, total: int, stock: Remarks) -> str:
    """Return a remark; keyword lists begin with a plus or a minus, as people write them."""
    band = next(band for band in stock.bands if total >= band.lowest)
    if random.random() < TERSE:
        praise = f"+ {', '.join(random.sample(stock.strengths, 2))}"
        blame = f"- {random.choice(stock.weaknesses)}"
        return f"{praise} {blame}" if total >= MIDDLE else f"{blame} {praise}"
    sentences = [random.choice(band.overall)]
    if random.random() < TWO_SENTENCES:
        sentences.append(random.choice(band.detail))
    return " ".join(sentences)
