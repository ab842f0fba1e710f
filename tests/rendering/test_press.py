from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path

import pytest

from reviewpkg.rendering.pdf import PdfJob, RenderingFault, write_pdf
from reviewpkg.rendering.press import Press

ROOT = Path(__file__).resolve().parents[2]
MINIMAL = '<html lang="nb"><title>t</title><body style="font-family: Reviewpkg Sans">'
FAULTY = f"{MINIMAL}<style>p {{ colour: red }}</style>"


def nothing(_done: int, _total: int, _name: str) -> None:
    """Show no progress."""


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_documents_come_back_whole_with_their_progress(processes: int) -> None:
    jobs = [PdfJob(f"d{size}", f"{MINIMAL}{'<p>x' * size}") for size in (1, 50, 5)]
    seen: list[tuple[int, int, str]] = []

    def progress(done: int, total: int, name: str) -> None:
        seen.append((done, total, name))

    press = Press(processes)
    for job in jobs:
        press.ask_for(job)
    done = list(press.printed(progress))
    press.close()
    assert {one.name: one.pdf for one in done} == {job.name: write_pdf(job.html) for job in jobs}
    assert all(one.ours for one in done)
    assert [(number, total) for number, total, _ in seen] == [(1, 3), (2, 3), (3, 3)]
    assert [name for _, _, name in seen] == [one.name for one in done]
    if processes == 1:
        assert [one.name for one in done] == ["d50", "d5", "d1"]


def test_a_document_that_the_machine_s_fonts_had_a_part_in_is_told_apart() -> None:
    press = Press(1)
    for name, text in (("a", "東京"), ("b", "\U000f0000"), ("c", "Čáhppes ŋuolga")):
        press.ask_for(PdfJob(name, f"{MINIMAL}<p>{text}</p>"))
    assert {one.name: one.ours for one in press.printed(nothing)} == {
        "a": False,
        "b": False,
        "c": True,
    }


@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_names_the_document(processes: int) -> None:
    press = Press(processes)
    press.ask_for(PdfJob("good", MINIMAL))
    press.ask_for(PdfJob("bad", FAULTY))
    with pytest.raises(RenderingFault, match=r"bad: .*colour"):
        list(press.printed(nothing))
    press.close()


def test_a_press_that_is_not_asked_for_anything_has_nothing_to_do() -> None:
    press = Press(2)
    assert list(press.printed(nothing)) == []
    press.close()


def test_a_process_that_dies_is_a_fault_and_not_a_wait_for_ever() -> None:
    press = Press(2)
    for number in range(6):
        press.ask_for(PdfJob(f"d{number}", f"{MINIMAL}{'<p>x' * 500}"))
    for process in active_children():
        process.kill()
    with pytest.raises(RuntimeError):
        list(press.printed(nothing))
    press.close()


def test_processes_are_forked_from_one_that_has_loaded_what_prints_wherever_a_run_is_begun(
    tmp_path: Path,
) -> None:
    program = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
from multiprocessing import forkserver
from reviewpkg.rendering import press
def loaded(): return "weasyprint" in sys.modules
if __name__ == "__main__":
    press.warm_up()
    with press._context().Pool(1) as pool: print(pool.apply(loaded))
"""
    file = tmp_path / "program.py"
    file.write_text(program)
    (tmp_path / "reviewpkg").mkdir()
    (tmp_path / "reviewpkg" / "__init__.py").write_text("raise SystemExit('another program')")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(file)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["True"]


def test_a_process_that_prints_loads_nothing_of_the_rest_of_the_program() -> None:
    program = (
        "import sys; import reviewpkg.rendering.press_worker;"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "weasyprint" in loaded
    others = {
        "click",
        "fastexcel",
        "highspy",
        "jinja2",
        "polars",
        "pydantic",
        "pypdf",
        "vl_convert",
    }
    assert not loaded & others
