"""Load what WeasyPrint rarely uses when it is used: a third of what it loads otherwise.

That is what cuts fonts of the machine down where HarfBuzz cannot, and sets variable ones. A name of
such a module stands for a function that loads it and then does what it says.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

RARE: Final = ("fontTools.subset", "fontTools.varLib.instancer")


class _Rare(ModuleType):
    """Be a module that is loaded when something of it is called."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module has
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the module has it
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
            return getattr(import_module(self.__name__), name)(*given, **named)

        return call


def put_off() -> None:
    """Leave those modules unloaded until they are used; call it before WeasyPrint is loaded."""
    for name in RARE:
        sys.modules.setdefault(name, _Rare(name))
