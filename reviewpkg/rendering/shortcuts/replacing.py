"""Say which functions of a library are replaced, wherever its modules have imported them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Replacement:
    """Be a name in a module or class, and what it stands for instead."""

    owner: Any
    name: str
    by: Any


def everywhere(theirs: Callable[..., Any], ours: Callable[..., Any]) -> list[Replacement]:
    """Replace a function of WeasyPrint's in all of its modules that know it."""
    modules = [module for name, module in sys.modules.items() if name.startswith("weasyprint")]
    return [
        Replacement(module, name, ours)
        for module in modules
        for name, value in vars(module).items()
        if value is theirs
    ]
