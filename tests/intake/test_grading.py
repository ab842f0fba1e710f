from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.applications import Grade
from tests.intake.folders import CallFolder, Cell, loaded, told, valid


def _total(cell: Cell) -> Callable[[CallFolder], object]:
    return lambda folder: folder.put("karakterer/m03", 3, "Totalkarakter", cell)


def _same_file_again(folder: CallFolder) -> None:
    folder.tables["karakterer/m03 (1)"] = [list(row) for row in folder.tables["karakterer/m03"]]


def _grown_file(folder: CallFolder) -> None:
    rows = folder.tables["karakterer/m05"]
    folder.tables["karakterer/m05 (1)"] = [list(row) for row in rows]
    folder.put("karakterer/m05", 2, "Totalkarakter", 6)


def _many_again(folder: CallFolder) -> None:
    numbers = [f"2019/FO1000{number}" for number in range(10, 30)]
    for number in numbers:
        folder.add("soknader", number, "Tittel", "Foreningen", "KS", 1000, "2")
        for member in ("m03", "m04"):
            folder.add(f"karakterer/{member}", number, member, 1, 4, None)
    folder.tables["karakterer/m03 ny"] = [list(row) for row in folder.tables["karakterer/m03"]]
    folder.put("karakterer/m03 ny", 2, "Totalkarakter", 1)


def _two_criteria_scales(folder: CallFolder) -> None:
    folder.replace("step = 1\n", "step = 0.5\n")
    folder.put("karakterer/m03", 3, "Totalkarakter", "3,25")


def _wrong_grader(folder: CallFolder) -> None:
    folder.drop("karakterer/m05", 2)
    folder.add("karakterer/m01", "2019/FO100002", "m01", 1, 4, None)


FAULTS: dict[str, Callable[[CallFolder], object]] = {
    "a grade off the scale": _total(8),
    "a grade off the step": _total("3,5"),
    "a grade off a step of one half": _two_criteria_scales,
    "a grade in words": _total("tre"),
    "a grade made a date": _total("2019-05-03 00:00:00"),
    "a grade made a date in csv": _total("03.mai"),
    "no grade": _total(None),
    "a criterion off its scale": lambda folder: folder.put("karakterer/m03", 3, "Relevans", 3),
    "an unknown application": lambda folder: folder.put(
        "karakterer/m03", 3, "Prosjektnummer", "2019/FO10004"
    ),
    "an application of another call": lambda folder: folder.add(
        "karakterer/m03", "2018/FO200001", "m03", 1, 4, None
    ),
    "an unknown member": lambda folder: folder.put("karakterer/m03", 3, "Medlem", "m3"),
    "a member who is not of the pair": lambda folder: folder.put(
        "karakterer/m03", 3, "Medlem", "m06"
    ),
    "one grade too many": lambda folder: folder.add(
        "karakterer/m06", "2019/FO100001", "m06", 1, 4, None
    ),
    "a grade by someone conflicted": lambda folder: folder.add(
        "karakterer/m01", "2019/FO100002", "m01", 1, 4, None
    ),
    "a grade by someone conflicted in place of the substitute": _wrong_grader,
    "a grade by a user representative": lambda folder: folder.put(
        "karakterer/m03", 3, "Medlem", "b01"
    ),
    "a grade twice in one file": lambda folder: folder.add(
        "karakterer/m03", *folder.tables["karakterer/m03"][1]
    ),
    "a grade twice in two files": lambda folder: folder.add(
        "karakterer/m04", *folder.tables["karakterer/m03"][1]
    ),
    "the same file twice": _same_file_again,
    "a file and its correction": _grown_file,
    "a long file and its correction": _many_again,
    "nobody's grade": lambda folder: folder.put("karakterer/m03", 3, "Medlem", None),
    "a grade of nothing": lambda folder: folder.put("karakterer/m03", 3, "Prosjektnummer", None),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_grading(fault: str, tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    FAULTS[fault](folder)
    assert told(folder, tmp_path, "xlsx") == messages


def test_the_same_rows_saved_in_another_format_and_order_are_the_same(tmp_path: Path) -> None:
    folder = valid()
    rows = folder.tables["karakterer/m03"]
    again = CallFolder(folder.call, {"karakterer/m03 gammel": rows[:1]})
    for number, member, score, total, comment in reversed(rows[1:]):
        again.add(
            "karakterer/m03 gammel", f" {number}", member, f"{score},0", f"{total}.0", comment
        )
    written = folder.write(tmp_path / "utlysning", "xlsx")
    again.write(written, "csv")
    assert told(CallFolder(folder.call), tmp_path) == (
        "karakterer/m03 gammel.csv: filen har de samme 2 radene som karakterer/m03.xlsx; "
        "fjern den ene."
    )


def test_a_grade_keeps_its_scores_and_comment(tmp_path: Path) -> None:
    folder = valid()
    folder.put("karakterer/m01", 2, "Kommentar", "Klar og\ngod ")
    folder.put("karakterer/m02", 2, "Relevans", None)
    first, second = loaded(folder.write(tmp_path, "xlsx")).review.grades[:2]
    assert first == Grade("2019/FO100001", "m01", Fraction(6), (Fraction(1),), "Klar og\ngod")
    assert second == Grade("2019/FO100001", "m02", Fraction(5), (None,))
