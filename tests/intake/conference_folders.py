"""Write small call folders with what comes back from a conference, to break one thing at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from reviewpkg.domain.applications import conflicted_members
from reviewpkg.domain.conference import Conference
from reviewpkg.domain.steps import Step
from reviewpkg.intake.ballots import Duty, PoolBallots
from reviewpkg.intake.conference_loading import check_ballots, load_conference
from reviewpkg.intake.loading import load_round_1
from reviewpkg.intake.scope import Scope
from reviewpkg.languages.sentence import Sentence, sentence
from reviewpkg.problems import InputRejected, sentences
from reviewpkg.procedure.two_round.step_0_screening import failing
from reviewpkg.procedure.two_round.step_2_6_ballots import reversals
from tests.intake.folders import CallFolder, Rows, valid

SELECTED = frozenset(f"2019/FO10000{at}" for at in range(1, 6))
KS = tuple(f"2019/FO10000{at}" for at in range(1, 5))
ANNET = "2019/FO100005"
UNSELECTED = "2019/FO100006"
FOREIGN = "2018/FO200001"
RETURNED: dict[str, Rows] = {
    "brukerkarakterer/b01": [
        ["Prosjektnummer", "Medlem", "Karakter", "Kommentar"],
        ["2019/FO100001", "b01", 5, "Godt forankret"],
        ["2019/FO100002", "b01", "4,5", None],
    ],
    "brukerkarakterer/b02": [
        ["Prosjektnummer", "Medlem", "Karakter", "Kommentar"],
        ["2019/FO100001", "b02", 4, None],
        ["2019/FO100003", "b02", 6, None],
    ],
    "samlet/par-1": [
        ["Prosjektnummer", "Samlet karakter", "Prioriterte områder", "Begrunnelse"],
        ["2019/FO100001", "5,5", 2, "Enige"],
        ["2019/FO100002", 4, 0, None],
    ],
    "samlet/par-2": [
        ["Prosjektnummer", "Samlet karakter", "Prioriterte områder", "Begrunnelse"],
        ["2019/FO100003", 6.5, 1, None],
        ["2019/FO100004", 3.5, 1, None],
    ],
    "samlet/par-3": [
        ["Prosjektnummer", "Samlet karakter", "Prioriterte områder"],
        ["2019/FO100005", 6, 3],
    ],
    "brukersamlet": [
        ["Prosjektnummer", "Samlet karakter", "Begrunnelse"],
        ["2019/FO100001", 4.5, None],
        ["2019/FO100003", 6, None],
    ],
    "plenum1": [
        [
            "Prosjektnummer",
            "Ny karakter",
            "Ny brukerkarakter",
            "Tilleggsvurdering",
            "Tilleggspar",
            "Begrunnelse",
        ],
        ["2019/FO100001", None, None, "ja", "2", "Uenighet"],
        ["2019/FO100002", 4.5, None, None, None, "Justert"],
        ["2019/FO100003", None, 5.5, "Ja", None, None],
        ["2019/FO100004", None, None, "nei", None, None],
        ["2019/FO100005", None, None, None, None, None],
    ],
    "tilleggsvurdering/par-1": [
        ["Prosjektnummer", "Par", "Karakter", "Begrunnelse"],
        ["2019/FO100003", "1", 6, "Solid"],
    ],
    "tilleggsvurdering/par-2": [
        ["Prosjektnummer", "Par", "Karakter", "Begrunnelse"],
        ["2019/FO100001", "2", 4, "Svak metode"],
    ],
    "brukertillegg": [
        ["Prosjektnummer", "Karakter", "Begrunnelse"],
        ["2019/FO100004", 3, None],
    ],
    "plenum2": [
        ["Prosjektnummer", "Ny karakter", "Besluttet av", "Begrunnelse"],
        ["2019/FO100001", 5, "leder", "Metoden holder"],
        ["2019/FO100003", None, None, None],
    ],
    "rangering/par-1": [
        ["Prosjektnummer", "Par", "Felles plassering", "Plassering"],
        ["2019/FO100001", "1", 1, 1],
        ["2019/FO100002", "1", None, 2],
        ["2019/FO100003", "1", 2, 3],
        ["2019/FO100004", "1", 3, 4],
    ],
    "rangering/par-2": [
        ["Prosjektnummer", "Par", "Felles plassering", "Plassering"],
        ["2019/FO100001", "2", None, 3],
        ["2019/FO100002", "2", None, 1],
        ["2019/FO100003", "2", None, 2],
        ["2019/FO100004", "2", None, None],
    ],
    "rangering/par-3": [
        ["Prosjektnummer", "Par", "Felles plassering", "Plassering"],
        ["2019/FO100001", "3", None, 2],
        ["2019/FO100002", "3", 1, 1],
        ["2019/FO100003", "3", 3, 4],
        ["2019/FO100004", "3", 2, 3],
    ],
    "brukerrangering": [
        ["Prosjektnummer", "Plassering"],
        ["2019/FO100001", 2],
        ["2019/FO100002", 1],
        ["2019/FO100003", 4],
        ["2019/FO100004", 3],
    ],
    "lederbeslutning": [
        ["Prosjektnummer", "Ny plassering", "Begrunnelse"],
        ["2019/FO100002", 1, "Faglige innvendinger"],
    ],
}


def returned() -> CallFolder:
    """Return a call folder without a fault, with every table of the conference.

    All of KS and one application in Annet are selected. From 2.2 both of pair 2 are conflicted on
    2019/FO100004, one of pair 3 on 2019/FO100001; m05 graded 2019/FO100002 for m01 of pair 1.
    """
    folder = valid()
    folder.add("inhabilitet", "2019/FO100004", "m04", None, "2.2")
    folder.add("inhabilitet", "2019/FO100001", "m05", None, "2.2")
    folder.tables |= {name: [list(row) for row in rows] for name, rows in RETURNED.items()}
    return folder


def withdraw(folder: CallFolder, number: str, step: str) -> None:
    """Let an application be withdrawn from a step on."""
    rows = folder.tables["soknader"]
    if "Status" not in rows[0]:
        rows[0] += ["Status", "Fra trinn"]
        for row in rows[1:]:
            row += [None, None]
    at = next(at for at, row in enumerate(rows, start=1) if row[0] == number)
    folder.put("soknader", at, "Status", "trukket")
    folder.put("soknader", at, "Fra trinn", step)


def scope_of(folder: Path) -> Scope:
    """Return the scope of a written call folder."""
    return Scope(load_round_1(folder, failing).review, SELECTED)


def conference(folder: CallFolder, at: Path, step: Step = Step.RANKING) -> Conference:
    """Write a call folder and read its conference."""
    written = folder.write(at / "utlysning")
    return load_conference(written, scope_of(written), step).conference


def ks_pool(scope: Scope, outside: Collection[str] = ()) -> PoolBallots:
    """Return the ballots of KS: all is ranked but what is `outside` or withdrawn by 2.5."""
    ranked = set(KS).difference(outside)
    pool = [one.project_number for one in scope.taking_part(Step.AROUND_THE_LINE)]
    pool = [number for number in pool if number in ranked]
    left = [one.project_number for one in scope.taking_part(Step.RANKING)]
    left = [number for number in left if number in ranked]
    conflicted = conflicted_members(scope.review.conflicts, Step.RANKING)
    users = {person.member for person in scope.review.committee.user_representatives}
    duties = {
        pair: _duty(sentence("par «{pair}»", pair=pair), members, left, conflicted)
        for pair, members in scope.pairs.items()
    }
    by_users = _duty(sentence("brukerrepresentantene"), users, left, conflicted)
    struck = frozenset(pool).difference(left)
    return PoolBallots("KS", frozenset(KS), frozenset(pool), struck, duties, by_users)


def _duty(
    who: Sentence,
    members: Collection[str],
    pool: Sequence[str],
    conflicted: dict[str, frozenset[str]],
) -> Duty:
    unfit = {number: conflicted.get(number, frozenset()).intersection(members) for number in pool}
    ranked = tuple(number for number in pool if len(unfit[number]) < len(members))
    return Duty(who, ranked, frozenset(number for number in ranked if not unfit[number]))


def annet_without_pool() -> PoolBallots:
    """Return the ballots of Annet, where everything fits within the frame."""
    nobody = Duty(sentence("brukerrepresentantene"), (), frozenset())
    return PoolBallots("Annet", frozenset([ANNET]), frozenset(), frozenset(), {}, nobody)


def said(
    folder: CallFolder,
    at: Path,
    ending: str = "csv",
    others: Sequence[PoolBallots] = (),
    outside: Collection[str] = (),
) -> str:
    """Write a call folder, read and check its conference up to 2.6, and return what is said."""
    at.mkdir(exist_ok=True)
    return said_of(folder.write(at / "utlysning", ending), others, outside)


def said_of(
    written: Path, others: Sequence[PoolBallots] = (), outside: Collection[str] = ()
) -> str:
    """Read and check a written call folder, and return what is said of it."""
    scope = scope_of(written)
    try:
        loaded = load_conference(written, scope, Step.RANKING)
        noticed = check_ballots(loaded, scope, [ks_pool(scope, outside), *others], reversals)
    except InputRejected as rejected:
        return "\n".join(sentences(rejected.problems))
    return "\n".join((*sentences(loaded.problems), *sentences(noticed)))
