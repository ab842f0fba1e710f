"""The same call gives the same bytes: who makes them, where, when and on what changes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.test_packet import ROOT, SCENARIOS, contents

SMALL = SCENARIOS / "2.6-the-chair-breaks-a-tie-and-moves-another"
PANEL = SCENARIOS / "D20-tie-at-the-line-is-ruled"
STEP = ("award",)  # which runs through everything before it
# One process for all steps, since starting takes longer than a step
PROGRAM = """
import sys
from reviewpkg.command_line.commands import main
for words in sys.argv[1:]:
    main(words.split("\\t"), standalone_mode=False)
"""


def as_it_is(call: Path) -> None:
    """Change nothing in the call folder."""


def touched(call: Path) -> None:
    """Give every file of the call another age and other rights."""
    for number, path in enumerate(sorted(call.rglob("*"))):
        os.utime(path, (number, 10**9 + number))
        path.chmod(0o755 if path.is_dir() else 0o600)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Be how a run differs: in its environment, in what it meets, in where its folders lie."""

    environment: dict[str, str] = field(default_factory=dict)
    meets: tuple[str, ...] = ()
    place: str = "her"
    changed: Callable[[Path], None] = as_it_is


DIFFERENT = {
    "another day": Elsewhere(meets=("another_day",)),
    "another time zone": Elsewhere({"TZ": "Pacific/Kiritimati"}),
    "another locale": Elsewhere({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
    "no locale and no utf-8": Elsewhere(
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ),
    "another user": Elsewhere(
        {"USER": "kari", "LOGNAME": "kari", "HOME": "/", "XDG_CONFIG_HOME": "/", "HOSTNAME": "x"}
    ),
    "a long path": Elsewhere(place="/".join(("En mappe med mellomrom, æøå og mer " * 3,) * 3)),
    "one processor": Elsewhere({"POLARS_MAX_THREADS": "1"}, meets=("one_processor",)),
    "files in another order": Elsewhere(meets=("another_order",)),
    "another hash seed": Elsewhere({"PYTHONHASHSEED": "4294967295"}),
    "files of another age and other rights": Elsewhere(meets=("strict_mask",), changed=touched),
}
EVERYTHING = Elsewhere(
    {
        **DIFFERENT["another locale"].environment,
        **DIFFERENT["another user"].environment,
        "TZ": "Asia/Tokyo",
        "PYTHONHASHSEED": "1",
    },
    meets=("another_day", "many_processors", "another_order", "strict_mask"),
    place=DIFFERENT["a long path"].place,
    changed=touched,
)


def made(
    call: Path, steps: tuple[str, ...], formats: str, here: Elsewhere, at: Path
) -> dict[str, bytes]:
    """Make packets as they are made elsewhere, and return every file of them."""
    copy, output = at / here.place / "utlysning", at / here.place / "ut"
    shutil.copytree(call, copy)
    here.changed(copy)
    site = at / "site"
    site.mkdir()
    shutil.copy(Path(__file__).with_name("elsewhere.py"), site / "sitecustomize.py")
    words = (
        "\t".join((step, "--input", str(copy), "--output", str(output), "--formats", formats))
        for step in steps
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        **here.environment,
        "PYTHONPATH": os.pathsep.join((str(site), str(ROOT))),
        "ELSEWHERE": " ".join(here.meets),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        cwd=at,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return contents(output)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(SMALL, STEP, "csv,html", Elsewhere(), tmp_path_factory.mktemp("her"))


@pytest.mark.parametrize("what", DIFFERENT)
def test_the_bytes_are_the_same(what: str, here: dict[str, bytes], tmp_path: Path) -> None:
    assert {name.rpartition(".")[2] for name in here} == {"csv", "html", "json"}
    assert _unlike(made(SMALL, STEP, "csv,html", DIFFERENT[what], tmp_path), here) == []


def test_printed_documents_e_mails_and_joined_prints_are_the_same(tmp_path: Path) -> None:
    one, other = here_and_there(SMALL, ("ranking-list",), "html,pdf", tmp_path)
    assert _unlike(one, other) == []
    assert {name.rpartition(".")[2] for name in one} >= {"pdf", "eml", "html", "json"}


@pytest.mark.parametrize(
    ("call", "steps"),
    [
        (SMALL, ("round1", "ranking")),
        (PANEL, ("screening", "forms", "panel")),
    ],
    ids=lambda one: one.name if isinstance(one, Path) else "",
)
def test_workbooks_are_the_same_where_everything_is_different(
    call: Path, steps: tuple[str, ...], tmp_path: Path
) -> None:
    one, other = here_and_there(call, steps, "xlsx", tmp_path)
    assert _unlike(one, other) == []
    assert any(name.endswith(".xlsx") for name in one)


def here_and_there(
    call: Path, steps: tuple[str, ...], formats: str, at: Path
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Make packets on one processor here, and where everything is different at once."""
    for name in ("her", "der"):
        (at / name).mkdir()
    here = made(call, steps, formats, Elsewhere(meets=("one_processor",)), at / "her")
    return here, made(call, steps, formats, EVERYTHING, at / "der")


def _unlike(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one | other if one.get(name) != other.get(name))


PROBE = """
import datetime, os, sys, time
mask, processors = os.umask(0), (os.cpu_count(), len(getattr(os, "sched_getaffinity", repr)(0)))
days = datetime.date.today(), datetime.datetime.now().date(), time.strftime("%Y-%j")
print(days, processors, os.listdir(sys.argv[1]), [*os.scandir(sys.argv[1])], mask)
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("another_day", "one_processor"),
        ("many_processors", "one_processor"),
        ("another_order", "one_processor"),
        ("strict_mask", "loose_mask"),
    ],
)
def test_elsewhere_is_another_place(one: str, other: str, tmp_path: Path) -> None:
    shutil.copy(Path(__file__).with_name("elsewhere.py"), tmp_path / "sitecustomize.py")
    told = {
        subprocess.run(
            [sys.executable, "-c", PROBE, str(SMALL)],
            env={**os.environ, "PYTHONPATH": str(tmp_path), "ELSEWHERE": meets},
            capture_output=True,
            check=True,
        ).stdout
        for meets in (one, other)
    }
    assert len(told) == 2
