"""Compose the titles and summaries of an area's proposals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tools.demonstration.records import KS
from tools.demonstration.stock import Design, Designs, Theme, designs, themes

if TYPE_CHECKING:
    from random import Random

COUNTS: Final = ("seks", "åtte", "ti", "tolv", "fjorten", "seksten", "atten", "tjue")
OWN_BACKGROUND: Final = 0.5
WITHOUT_BACKGROUND: Final = 0.2
WITHOUT_METHOD: Final = 0.15
WITHOUT_INVOLVEMENT: Final = 0.3


@dataclass(frozen=True, slots=True)
class Proposal:
    """Be what an application is about."""

    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Study:
    """Be a theme, one of its topics and a design that fits them."""

    theme: Theme
    topic: str
    design: Design


def draw_proposals(random: Random, area: str, count: int) -> list[Proposal]:
    """Return `count` proposals with different titles, the fixed ones of the area among them."""
    stock = designs()
    fixed = [
        Proposal(entry.title, entry.summary)
        for entry in stock.fixed
        if (entry.kind == "service") == (area == KS)
    ]
    studies = draw_studies(random, area, stock, count - len(fixed))
    proposals = fixed + [compose(random, study, stock) for study in studies]
    random.shuffle(proposals)
    return proposals


def draw_studies(random: Random, area: str, stock: Designs, count: int) -> list[Study]:
    """Return `count` studies; every topic comes once before any comes twice.

    Within a theme no design comes twice, so that no two titles differ in a word only.
    """
    topics = [
        (place, kind, topic)
        for place, theme in enumerate(themes(area))
        for kind, topic in theme.topics
    ]
    taken: set[tuple[int, str]] = set()
    studies: list[Study] = []
    while len(studies) < count:
        random.shuffle(topics)
        for place, kind, topic in topics[: count - len(studies)]:
            theme = themes(area)[place]
            fitting = [
                design
                for design in stock.designs
                if design.kind == kind
                and design.name not in theme.unfit
                and (place, design.title) not in taken
            ]
            design = random.choice(fitting)
            taken.add((place, design.title))
            studies.append(Study(theme, topic, design))
    return studies


def compose(random: Random, study: Study, stock: Designs) -> Proposal:
    """Return the study's title and a summary of two to four sentences."""
    count = random.choice(COUNTS)
    words = {
        "people": study.theme.people,
        "condition": study.theme.condition,
        "topic": study.topic,
        "Topic": capitalised(study.topic),
        "count": count,
        "Count": capitalised(count),
    }
    own = random.random() < OWN_BACKGROUND
    sentences = [
        study.theme.background if own else random.choice(stock.backgrounds),
        study.design.aim,
        study.design.method,
        random.choice(stock.involvement),
    ]
    for place in left_out(random):
        sentences.pop(place)
    return Proposal(
        title=study.design.title.format(**words),
        summary=" ".join(sentence.format(**words) for sentence in sentences),
    )


def left_out(random: Random) -> tuple[int, ...]:
    """Return the places of the sentences that a summary does without, last first; at most two."""
    share = {3: WITHOUT_INVOLVEMENT, 2: WITHOUT_METHOD, 0: WITHOUT_BACKGROUND}
    return tuple(place for place in share if random.random() < share[place])[:2]


def capitalised(phrase: str) -> str:
    """Return the phrase with a capital first letter, abbreviations left as they are."""
    return phrase[:1].upper() + phrase[1:]
