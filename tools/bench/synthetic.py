"""Make a call of any size: invented applications, pairs, grades and conflicts, by a seed.

Everything grows with the call as in the demonstration: 25 applications a pair, two grading files
a pair, one user representative for every 75 applications, the numbers of 1.2 and 1.4 and the
budget in proportion.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final

import xlsxwriter

SEED: Final = 20191120
A_PAIR: Final = 25
A_USER: Final = 75
USUAL: Final = 300
"""Applications in a call that the routine's numbers are meant for."""
MOST_USERS_OF_ONE: Final = 2
CONFLICTED: Final = 100
"""One application in so many has a member who may not grade it, as many a user representative."""

_NUMBERS: Final = {
    "KS": {"top": 35, "top_cap": 40, "contested": 55, "minimum": 65, "user_review": 40},
    "Annet": {"top": 17, "top_cap": 20, "contested": 25, "minimum": 30, "user_review": 20},
}
_HIGH_GRADE: Final = {"KS": 6, "Annet": 7}
_SHARES: Final = {"KS": "2/3", "Annet": "1/3"}
_BUDGET: Final = 66_000_000
_GRADES: Final = (1, 2, 3, 4, 5, 6, 7)
_HOW_OFTEN: Final = (6, 12, 22, 28, 19, 10, 3)
_COMMENTS: Final = (
    "",
    "",
    "God metode, men urealistisk rekruttering.",
    "Brukermedvirkningen er bare nevnt i en setning.",
)
_WHAT: Final = ("Erfaringer med", "Effekten av", "En vei til", "Hva hemmer", "Fra forsøk til")
_TREATMENT: Final = ("trening i gruppe", "digital oppfølging", "samtaler hjemme", "korsang")
_WHOM: Final = ("unge med kroniske smerter", "eldre med hjertesvikt", "pårørende til barn")
_PLACE: Final = ("tjue kommuner", "tre fylker", "to sykehus og fire legekontor")
_OF_APPLICATIONS: Final = (
    *("Prosjektnummer", "Prosjektnavn", "Søkerorganisasjon", "Område", "Søknadssum", "Par"),
    "Sammendrag",
)
_SUMMARY: Final = (
    "Målet er å finne ut om {treatment} hjelper {whom}. Prosjektet følger deltakerne i {place} "
    "gjennom to år og kombinerer intervjuer med tall fra tjenestene. Brukere er med i alle ledd, "
    "og funnene gjøres tilgjengelige på klart språk."
)

Cells = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Asked:
    """Be one application: its number, area, pair, who grades it, and its texts."""

    number: str
    area: str
    pair: int
    graders: tuple[str, str]
    title: str
    applicant: str
    about: str
    amount: int


def make_call(folder: Path, applications: int, ending: str = "csv", seed: int = SEED) -> None:
    """Write a call folder of so many applications; `ending` is that of its tables, csv or xlsx."""
    chance = Random(f"{seed}/{applications}")
    pairs = max(2, applications // A_PAIR)
    users = max(3, applications // A_USER)
    asked = list(_applications(chance, applications, pairs))
    folder.mkdir(parents=True)
    (folder / "karakterer").mkdir()
    (folder / "call.toml").write_text(_call(applications), encoding="utf-8")
    write = _WRITERS[ending]
    write(
        folder / f"soknader.{ending}",
        _OF_APPLICATIONS,
        (
            (one.number, one.title, one.applicant, one.area, one.amount, _pair(one.pair), one.about)
            for one in asked
        ),
    )
    write(
        folder / f"fagutvalg.{ending}",
        ("Medlem", "Navn", "Par"),
        (
            (_member(pair, side), f"Medlem {pair}{side}", _pair(pair))
            for pair in range(pairs)
            for side in "ab"
        ),
    )
    write(
        folder / f"brukerrepresentanter.{ending}",
        ("Medlem", "Navn"),
        ((f"b{user}", f"Bruker {user}") for user in range(users)),
    )
    write(
        folder / f"inhabilitet.{ending}",
        ("Prosjektnummer", "Medlem", "Stedfortreder"),
        _conflicts(chance, asked, users),
    )
    by_grader: dict[str, list[Asked]] = {}
    for one in asked:
        for member in one.graders:
            by_grader.setdefault(member, []).append(one)
    for member, theirs in by_grader.items():
        write(
            folder / "karakterer" / f"{member}.{ending}",
            ("Prosjektnummer", "Medlem", "Relevans", "Totalkarakter", "Kommentar"),
            _graded(chance, member, theirs),
        )


def _applications(chance: Random, count: int, pairs: int) -> Iterator[Asked]:
    """Give the applications; one in `CONFLICTED` has a substitute from the next pair."""
    for place in range(count):
        pair = place % pairs
        graders = (_member(pair, "a"), _member(pair, "b"))
        if place % CONFLICTED == CONFLICTED // 2:
            graders = (_member((pair + 1) % pairs, "a"), graders[1])
        words = {
            "treatment": chance.choice(_TREATMENT),
            "whom": chance.choice(_WHOM),
            "place": chance.choice(_PLACE),
        }
        yield Asked(
            f"2019/FO{place:06d}",
            "Annet" if chance.randrange(3) == 0 else "KS",
            pair,
            graders,
            f"{chance.choice(_WHAT)} {words['treatment']} for {words['whom']} i {words['place']}",
            f"Foreningen for {words['whom']}",
            _SUMMARY.format(**words),
            chance.randrange(1_000, 4_000) * 1_000,
        )


def _graded(chance: Random, member: str, theirs: Iterable[Asked]) -> Iterator[Cells]:
    totals = chance.choices(_GRADES, _HOW_OFTEN, k=2 * A_PAIR)
    for one, total in zip(theirs, totals, strict=False):
        yield one.number, member, chance.randrange(3), total, chance.choice(_COMMENTS)


def _conflicts(chance: Random, asked: Sequence[Asked], users: int) -> Iterator[Cells]:
    for one in islice(asked, CONFLICTED // 2, None, CONFLICTED):
        yield one.number, _member(one.pair, "a"), one.graders[0]
    for one in islice(asked, 0, None, CONFLICTED):
        yield one.number, f"b{chance.randrange(users)}", ""


def _call(applications: int) -> str:
    """Return the call file, its numbers in proportion to the call."""
    areas = (
        f'[[areas]]\nid = "{area}"\nshare = "{_SHARES[area]}"\nhigh_grade = {_HIGH_GRADE[area]}\n'
        + "".join(f"{name} = {_scaled(number, applications)}\n" for name, number in numbers.items())
        for area, numbers in _NUMBERS.items()
    )
    return (
        '[call]\nid = "vekst"\ntitle = "Vekst"\nfunder = "Stiftelsen Dam"\n'
        f'procedure = "two-round"\ndate = 2019-11-20\nbudget = {_scaled(_BUDGET, applications)}\n'
        "[grades]\nmin = 1\nmax = 7\nstep = 1\njoint_step = 0.5\n"
        'criteria = [{ id = "relevance", label = "Relevans", min = 0, max = 2 }]\n'
    ) + "".join(areas)


def _scaled(number: int, applications: int) -> int:
    return max(1, number * applications // USUAL)


def _pair(pair: int) -> str:
    return f"P{pair:05d}"


def _member(pair: int, side: str) -> str:
    return f"m{pair:05d}{side}"


def _write_csv(path: Path, headings: Sequence[str], rows: Iterable[Cells]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(headings)
        writer.writerows(rows)


def _write_xlsx(path: Path, headings: Sequence[str], rows: Iterable[Cells]) -> None:
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, headings)
        for place, row in enumerate(rows, start=1):
            page.write_row(place, 0, row)


_WRITERS: Final = {"csv": _write_csv, "xlsx": _write_xlsx}
