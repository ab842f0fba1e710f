"""Tell one form from all others, in a line that people and programs read alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from reviewpkg.languages.language import Language

LABEL: Final = "Skjema-id"
"""What a PDF's field with the identity is named, in whatever language the form is."""
LABELS: Final[Mapping[Language, str]] = MappingProxyType(
    {Language.BOKMAL: LABEL, Language.NYNORSK: LABEL, Language.ENGLISH: "Form ID"}
)
"""What stands before the identity in a workbook; a returned one is known by any of them."""


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """Be a form's call, step and name in its packet, and what it was made from.

    `basis` is the fingerprint of all that it says, `version` that of what it asks for: a form on an
    older basis may still ask for the same.
    """

    call: str
    step: str
    name: str
    basis: str
    version: str

    def __str__(self) -> str:
        """Write the identity on one line; only a call's id may hold spaces."""
        call = " ".join(self.call.split())
        return f"{call} {self.step} {self.name} {self.basis}-{self.version}"

    @property
    def form(self) -> tuple[str, str]:
        """Return what names the form within its call: the step and the name."""
        return self.step, self.name


def identity_from(text: str) -> FormIdentity | None:
    """Read a line that `FormIdentity` wrote; None where it is something else."""
    parts = " ".join(text.split()).rsplit(" ", 3)
    if len(parts) != 4:  # noqa: PLR2004 - call, step, name, basis and version
        return None
    call, step, name, made_from = parts
    basis, dash, version = made_from.partition("-")
    if not (dash and basis and version):
        return None
    return FormIdentity(call, step, name, basis, version)
