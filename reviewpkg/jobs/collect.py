"""Read filled-in forms back into the call folder's tables: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reviewpkg.intake.collecting.answers import read_answers
from reviewpkg.intake.collecting.asked import unknown_fields
from reviewpkg.intake.collecting.existing import Existing, existing, in_the_way
from reviewpkg.intake.collecting.returned import open_inbox
from reviewpkg.intake.files import SET_ASIDE
from reviewpkg.intake.ordinary import strange
from reviewpkg.intake.routine import CALL_FILE, call_id_of, language_of, routine_of
from reviewpkg.jobs.placing import place
from reviewpkg.jobs.recognition import Recogniser
from reviewpkg.jobs.shelving import Read, Shelves, target_of
from reviewpkg.jobs.todays_forms import TodaysForms
from reviewpkg.languages.sentence import sentence
from reviewpkg.languages.words import Words
from reviewpkg.problems import InputRejected, Place, Problem, Severity, sentences
from reviewpkg.reports.collected import Fate, collected_lines

_NEW: Final = frozenset({Fate.TAKEN, Fate.REPLACED})
_TABLES: Final = (
    ("karakterer",),
    ("brukerkarakterer",),
    ("samlet", "brukersamlet"),
    ("plenum1",),
    ("tilleggsvurdering", "brukertillegg"),
    ("plenum2",),
    ("rangering", "brukerrangering"),
    ("lederbeslutning",),
)
"""The tables that come back, in the order of the steps."""


@dataclass(frozen=True, slots=True)
class Errand:
    """Be what was asked: the call folder, the folder of returned forms, and how strictly.

    `step` is the only step whose forms are taken, blank for any; `replaces` lets a form take the
    place of one that was collected before.
    """

    call: Path
    inbox: Path
    step: str = ""
    replaces: bool = False


def run_collect(errand: Errand) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Collect the forms; return what was noticed, and lines that tell what was taken from where.

    Raise InputRejected where any form is refused, before anything is written.
    """
    known = Recogniser(_call_id(errand.call), _todays(errand.call), errand.step)
    inbox = open_inbox(errand.inbox)
    problems = list(inbox.problems)
    read: list[Read] = []
    for returned in inbox.forms:
        form, said = known.form(returned)
        problems += said
        if form is not None:
            answers, faults = read_answers(form, returned)
            problems += [*unknown_fields(form, returned), *faults]
            read.append(Read(returned, form, answers))
    decided = _decided(read, problems, errand)
    aside = errand.call / SET_ASIDE
    if os.path.lexists(aside) and (why := strange(errand.call, aside)):
        problems.append(Problem(Place(SET_ASIDE), why))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise InputRejected(problems)
    shelves = Shelves(errand.call)
    told = [shelves.put(one, fate, lying) for one, fate, lying in decided]
    problems += _late(errand.call, [one for one, fate, _ in decided if fate in _NEW])
    place(shelves.files, shelves.moves)
    words = Words(language_of(errand.call))
    return sentences(problems), tuple(collected_lines(words, str(errand.inbox), told))


def _call_id(call: Path) -> str:
    """Return the call's id; raise InputRejected where the folder has none."""
    if not call.is_dir():
        raise InputRejected([Problem(Place(str(call)), sentence("mappen finnes ikke."))])
    told = call_id_of(call)
    if not told:
        refused = sentence("filen mangler eller kan ikke leses, eller [call] har ingen id.")
        raise InputRejected([Problem(Place(CALL_FILE), refused)])
    return told


def _todays(call: Path) -> TodaysForms:
    return TodaysForms(call, routine_of(call))


def _decided(
    read: list[Read], problems: list[Problem], errand: Errand
) -> list[tuple[Read, Fate, Existing | None]]:
    """Say what becomes of every form; what keeps one out is added to the problems."""
    decided: list[tuple[Read, Fate, Existing | None]] = []
    first: dict[tuple[str, str], Read] = {}
    for one in read:
        if not one.unanswered:
            first.setdefault(one.returned.identity.form, one)
    for one in read:
        counts = first.get(one.returned.identity.form)
        at = Place(one.returned.file)
        if one.unanswered or counts is None:
            decided.append((one, Fate.BLANK, None))
        elif counts is not one and counts.answers.rows == one.answers.rows:
            decided.append((one, Fate.SAME, None))
        elif counts is not one:
            twice = sentence(
                "{file} er det samme skjemaet med andre svar; behold ett.",
                file=counts.returned.file,
            )
            problems.append(Problem(at, twice))
        else:
            lying = existing(errand.call, one.form)
            fate, faults = _fate(one, lying, errand)
            problems += faults
            decided.append((one, fate, lying))
    return decided


def _fate(one: Read, lying: Existing, errand: Errand) -> tuple[Fate, list[Problem]]:
    """Hold a form against what lies in its table; nothing is overwritten unasked."""
    at = Place(one.returned.file)
    if lying.problems:
        unread = sentence(
            "tabellen «{table}» kan ikke leses slik den ligger.", table=one.form.table.name
        )
        return Fate.TAKEN, [Problem(at, unread), *lying.problems]
    if lying.files and lying.rows == one.answers.rows:
        return Fate.ALREADY, []
    free = not lying.files and not target_of(errand.call, one).exists()
    if lying.single:
        whole = sentence(
            "tabellen ligger i én fil, {file}; flytt den inn i en mappe med navnet «{table}» "
            "først.",
            file=lying.single,
            table=one.form.table.name,
        )
        problems = [Problem(at, whole)]
    elif not free and not errand.replaces:
        problems = [in_the_way(one.form, lying, one.answers, at.file)]
    else:
        mixed = sentence("filen har rader fra andre også; rett den for hånd.")
        problems = [Problem(Place(file), mixed) for file in lying.shared]
    return Fate.TAKEN if free else Fate.REPLACED, problems


def _late(call: Path, taken: list[Read]) -> Iterator[Problem]:
    """Warn where a form is taken in though the call has gone on to later tables."""
    there = {(path.name if path.is_dir() else path.stem).casefold() for path in call.iterdir()}
    for one in taken:
        at = next((n for n, names in enumerate(_TABLES) if one.form.table.name in names), None)
        later = [name for names in _TABLES[at + 1 :] for name in names] if at is not None else []
        if found := next((name for name in later if name in there), ""):
            late = sentence(
                "tabellen er fra et senere trinn enn skjemaer som er lest inn; kjør trinnene etter "
                "{step} på nytt.",
                step=one.returned.identity.step,
            )
            yield Problem(Place(found), late, Severity.WARNING)
