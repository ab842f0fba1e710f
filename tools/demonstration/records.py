"""Hold what the demonstration is made of, before it becomes spreadsheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

KS: Final = "KS"
ANNET: Final = "Annet"


@dataclass(frozen=True, slots=True)
class Application:
    """Be one application. `amount` is whole kroner; `from_step` belongs to a withdrawal."""

    number: str
    title: str
    organisation: str
    area: str
    amount: int
    pair: str
    summary: str
    withdrawn: bool = False
    from_step: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Be a person of the call: reviewer (with a pair), chair, controller or user representative."""

    id: str
    name: str
    email: str
    pair: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Be a conflict of interest; without `from_step` it holds from 1.1."""

    number: str
    member: str
    substitute: str = ""
    from_step: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """Be what one reviewer gave one application in 1.1."""

    number: str
    member: str
    scores: tuple[int, ...]
    total: int
    comment: str = ""
