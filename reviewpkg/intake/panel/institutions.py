"""Read which institutions may apply, and recognise them where they are named: `institusjoner`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviewpkg.domain.panel_tables import HEALTH_REGIONS
from reviewpkg.domain.screening import Institution, Screening
from reviewpkg.intake.call_tables import call_problem
from reviewpkg.intake.cells import choice, shown
from reviewpkg.intake.rows import Row, Rows
from reviewpkg.languages.lists import either
from reviewpkg.languages.sentence import sentence
from reviewpkg.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Institutions:
    """Hold the institutions that may apply, each under its name in lower case, by region."""

    by_name: Mapping[str, tuple[Institution, ...]]

    @property
    def eligible(self) -> frozenset[Institution]:
        """Return all that may apply."""
        return frozenset(one for alike in self.by_name.values() for one in alike)

    def named(self, row: Row) -> Institution:
        """Return the institution of a row, in the list's own spelling where it is on it."""
        name, region = row.text("institution"), row.text("region")
        alike = self.by_name.get(name.casefold(), ())
        return next((one for one in alike if one.region == region), Institution(name, region))

    def region_fault(self, table: Rows, row: Row) -> Problem | None:
        """Report a region that contradicts the list: which of the two is right is not guessed."""
        alike = self.by_name.get(row.text("institution").casefold(), ())
        region = row.text("region")
        if not alike or not region or any(one.region == region for one in alike):
            return None
        told = sentence(
            "ventet {regions}, som {institution} står med i institusjoner, fant {found}.",
            regions=either(choice(one.region) for one in alike),
            institution=shown(row.text("institution")),
            found=choice(region),
        )
        return Problem(table.at(row, "region"), told)


def regions_without_anyone(
    bounds: Screening, eligible: frozenset[Institution]
) -> Iterator[Problem]:
    """Report regions that nobody can cover, so that every application would fail F7.

    Where the region is not one of the country's it is a slip in the call file.
    """
    if "F7" not in bounds.criteria or not eligible:
        return
    covered = {one.region for one in eligible}
    for place, region in enumerate(bounds.regions, start=1):
        if region not in covered:
            known = region in HEALTH_REGIONS
            told = sentence(
                "ingen institusjon i institusjoner ligger i {region}, så ingen søknad kan oppfylle "
                "F7.",
                region=shown(region),
            )
            severity = Severity.WARNING if known else Severity.ERROR
            yield call_problem(f"screening.regions[{place}]", told, severity)


def institutions(table: Rows) -> tuple[Institutions, list[Problem]]:
    """Return the institutions that may apply; one with branches stands once for each region."""
    found: dict[str, list[Institution]] = {}
    for row in table.rows:
        one = Institution(row.text("institution"), row.text("region"))
        alike = found.setdefault(one.name.casefold(), [])
        if one.name and one.region and one.region not in [other.region for other in alike]:
            alike.append(one)
    problems = []
    if not (table.rows or table.unread or table.missing):
        problems.append(Problem(table.place, sentence("tabellen har ingen institusjoner.")))
    return Institutions({name: tuple(alike) for name, alike in found.items()}), problems
