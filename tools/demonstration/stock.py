"""Read the word stock: what the demonstration's titles, people and remarks are put together from.

The words lie in TOML files beside this module, so that one who knows the field better than the
code can improve them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER: Final = Path(__file__).parent / "stock"
KINDS: Final = ("service", "treatment", "marker", "factor")


@dataclass(frozen=True, slots=True)
class Theme:
    """Be a field of research: whom it is about, and its topics by kind of study.

    `unfit` names the designs that would read as nonsense here.
    """

    people: str
    condition: str
    background: str
    topics: tuple[tuple[str, str], ...]
    unfit: frozenset[str]


@dataclass(frozen=True, slots=True)
class Design:
    """Be a kind of study, as patterns for a title and the middle of a summary."""

    kind: str
    name: str
    title: str
    aim: str
    method: str


@dataclass(frozen=True, slots=True)
class FixedProposal:
    """Be a proposal whose title and summary are not composed."""

    kind: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Designs:
    """Be all that proposals share, whatever their theme."""

    designs: tuple[Design, ...]
    fixed: tuple[FixedProposal, ...]
    backgrounds: tuple[str, ...]
    involvement: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Be an applicant; `about` are words of the titles it applies for, empty for any."""

    name: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Be the remarks that go with total grades from `lowest` up to the next band."""

    lowest: int
    overall: tuple[str, ...]
    detail: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remarks:
    """Be the remarks by band, best first, and the keywords of terse reviewers."""

    bands: tuple[Band, ...]
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Be the names of the call's people; reviewers two by two in the order of the pairs."""

    reviewers: tuple[str, ...]
    chair: str
    control_committee: str
    user_representatives: tuple[str, ...]


def read(name: str) -> dict[str, Any]:
    """Return one file of the stock."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def themes(area: str) -> tuple[Theme, ...]:
    """Return the themes of an area."""
    return tuple(
        Theme(
            people=entry["people"],
            condition=entry.get("condition", ""),
            background=entry["background"],
            topics=tuple((kind, topic) for kind in KINDS for topic in entry.get(kind, ())),
            unfit=frozenset(entry.get("unfit", ())),
        )
        for entry in read(f"themes-{area.lower()}")["themes"]
    )


def designs() -> Designs:
    """Return the designs and the sentences that proposals share."""
    stock = read("designs")
    return Designs(
        designs=tuple(Design(**{"name": "", **entry}) for entry in stock["designs"]),
        fixed=tuple(FixedProposal(**entry) for entry in stock["fixed"]),
        backgrounds=tuple(stock["backgrounds"]),
        involvement=tuple(stock["involvement"]),
    )


def organisations() -> tuple[Organisation, ...]:
    """Return the applicants."""
    return tuple(
        Organisation(entry["name"], tuple(entry.get("about", ())))
        for entry in read("organisations")["organisations"]
    )


def remarks() -> Remarks:
    """Return what reviewers write."""
    stock = read("remarks")
    return Remarks(
        bands=tuple(
            Band(entry["lowest"], tuple(entry["overall"]), tuple(entry["detail"]))
            for entry in stock["bands"]
        ),
        strengths=tuple(stock["lists"]["strengths"]),
        weaknesses=tuple(stock["lists"]["weaknesses"]),
    )


def phrases(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return what a file of the stock has people write down, by occasion."""
    return {occasion: tuple(said) for occasion, said in read(name).items()}


def names() -> Names:
    """Return the names of the call's people."""
    stock = read("people")
    return Names(
        reviewers=tuple(stock["reviewers"]),
        chair=stock["chair"],
        control_committee=stock["control_committee"],
        user_representatives=tuple(stock["user_representatives"]),
    )
