from fractions import Fraction
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewpkg.domain.two_round import MoveAdjustment, NumberAdjustment, SelectionClauses
from reviewpkg.intake.call_file import read_call
from reviewpkg.problems import Severity, sentences
from tests.intake.folders import CALL, told, valid

THIRD = """
[[areas]]
id = "Nytt"
share = "0"
top = 0
top_cap = 0
contested = 0
high_grade = 7
minimum = 0
user_review = 0
"""


def adjusted(*lines: str) -> tuple[str, str]:
    return ("", "") if not lines else (CALL, CALL + "\n[[adjustments]]\n" + "\n".join(lines) + "\n")


def changed(*changes: tuple[str, str]) -> str:
    text = CALL
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def said(text: str | bytes) -> str:
    read = read_call(text.encode() if isinstance(text, str) else text)
    errors = [one for one in read.problems if one.severity is Severity.ERROR]
    assert (read.call is None) == bool(errors)
    return "\n".join(sentences(read.problems))


MOVE = ('project = "2019/FO100003"', 'decision = "selected"', 'reason = "Etter råd"')
NUMBER = ('area = "KS"', 'field = "minimum"', "value = 4", 'reason = "Få søknader"')

FAULTS = {
    "an unknown key": [("top = 2", "top = 2\nmaximum = 7")],
    "a language that is none": [("budget = 12_000_000", 'budget = 12_000_000\nlanguage = "sv"')],
    "a key misspelt": [("user_review = 2", "user_revew = 2")],
    "a key misspelt in a criterion": [('label = "Relevans"', 'lable = "Relevans"')],
    "an unknown table": [("[[areas]]", "[notater]\na = 1\n\n[[areas]]")],
    "a table misspelt": [("[grades]", "[grade]")],
    "the table of the routine misspelt": [("[call]", "[ccall]")],
    "the table of the routine in capitals": [("[call]", "[CALL]")],
    "a table missing": [(CALL[CALL.index("[grades]") : CALL.index("[[areas]]")], "")],
    "no areas": [(CALL[CALL.index("[[areas]]") :], "")],
    "an empty list of areas": [
        (CALL[CALL.index("[[areas]]") :], ""),
        ("[call]", "areas = []\n[call]"),
    ],
    "areas as one table": [
        (CALL[CALL.index("[[areas]]") :], CALL[CALL.index("[[areas]]") :].split("\n\n")[0] + "\n"),
        ("[[areas]]", "[areas]"),
    ],
    "a key missing": [("top_cap = 3\n", "")],
    "every type wrong in call": [
        ('id = "prove"', "id = 2019"),
        ('title = "Prøveutlysning"', 'title = " "'),
        ('funder = "Stiftelsen"', 'funder = ["Stiftelsen"]'),
        ('procedure = "two-round"', 'procedure = "to-round"'),
        ("date = 2019-11-20", 'date = "20.11.2019"'),
        ("budget = 12_000_000", "budget = 12_000_000.0"),
    ],
    "every type wrong in grades": [
        ("min = 1", 'min = "1"'),
        ("max = 7", "max = true"),
        ("step = 1", "step = 0"),
        ("joint_step = 0.5", "joint_step = nan"),
        ('id = "relevance", label = "Relevans", min = 0, max = 2', "id = 1, label = 2, min = 'a'"),
    ],
    "every type wrong in an area": [
        ('id = "KS"', "id = true"),
        ('share = "2/3"', 'share = "to tredjedeler"'),
        ("top = 2", "top = true"),
        ("top_cap = 3", 'top_cap = "3"'),
        ("contested = 3", "contested = 3.5"),
        ("high_grade = 6", 'high_grade = "seks"'),
        ("minimum = 3", "minimum = -1"),
        ("user_review = 2", "user_review = [2]\nclauses = ['1.2.1']\nranking_pool = 7"),
    ],
    "a date with a time": [("date = 2019-11-20", "date = 2019-11-20T12:00:00")],
    "a budget of nothing": [("budget = 12_000_000", "budget = 0")],
    "a budget beyond reason": [("budget = 12_000_000", "budget = 0xffffffffffffffffffffffffffff")],
    "a number beyond reason": [("max = 7", "max = 1e999999999")],
    "a number too small to write": [("step = 1", "step = 1e-999999999")],
    "a share beyond reason": [('share = "2/3"', 'share = "1e999999999"')],
    "a share above one": [('share = "2/3"', 'share = "3/2"')],
    "a share of nothing": [('share = "2/3"', 'share = "1/0"')],
    "a scale upside down": [("min = 1\n", "min = 8\n")],
    "a step that does not fit": [("step = 1\n", "step = 4\n")],
    "a joint step that does not fit": [("joint_step = 0.5", "joint_step = 0.7")],
    "a scale of a million grades": [("joint_step = 0.5", "joint_step = 0.000001")],
    "a criterion upside down": [("min = 0, max = 2", "min = 2, max = 0")],
    "a criterion with half a step": [("min = 0, max = 2", "min = 0, max = 2.5")],
    "a criterion named as a column": [('label = "Relevans"', 'label = "totalkarakter"')],
    "two criteria of the same name": [
        ("max = 2 }]", "max = 2 }, { id = 'relevance', label = 'RELEVANS ', min = 0, max = 2 }]")
    ],
    "top_cap below top": [("top_cap = 3", "top_cap = 1")],
    "shares that are not one": [('share = "1/3"', 'share = "1/4"')],
    "a share and a frame": [('share = "2/3"', 'share = "2/3"\nframe = 8_000_000')],
    "neither share nor frame": [('share = "2/3"\n', "")],
    "shares and frames": [('share = "1/3"', "frame = 4_000_000")],
    "frames above the budget": [
        ('share = "2/3"', "frame = 9_000_000"),
        ('share = "1/3"', "frame = 4_000_000"),
    ],
    "an area twice": [('id = "Annet"', 'id = "ks"')],
    "a third area without clauses": [(CALL, CALL + THIRD)],
    "a high grade off the scale": [("high_grade = 6", "high_grade = 60")],
    "a ranking pool upside down": [
        ("user_review = 2", "user_review = 2\nranking_pool = { first = 23, last = 14 }")
    ],
    "a ranking pool with an unknown key": [
        ("user_review = 2", "user_review = 2\nranking_pool = { fist = 1, last = 14 }")
    ],
    "faults of both kinds": [("top = 2", 'top = "2"'), ("top_cap = 1", "top_cap = 0")],
    "an adjustment without a reason": [adjusted(*NUMBER[:3])],
    "an adjustment with an empty reason": [adjusted(*NUMBER[:3], 'reason = ""')],
    "an adjustment of an unknown area": [adjusted('area = "Anet"', *NUMBER[1:])],
    "an adjustment of an unknown number": [adjusted(NUMBER[0], 'field = "minium"', *NUMBER[2:])],
    "an adjustment to half an application": [adjusted(*NUMBER[:2], "value = 2.5", NUMBER[3])],
    "an adjustment to a text": [adjusted(*NUMBER[:2], 'value = "fire"', NUMBER[3])],
    "an adjustment to true": [adjusted(*NUMBER[:2], "value = true", NUMBER[3])],
    "an adjustment below zero": [adjusted(*NUMBER[:2], "value = -4", NUMBER[3])],
    "an adjustment to a grade off the scale": [
        adjusted(NUMBER[0], 'field = "high_grade"', "value = 8", NUMBER[3])
    ],
    "an adjustment that says too little": [adjusted(NUMBER[0], NUMBER[3])],
    "an adjustment that says too much": [adjusted(*NUMBER[:3], MOVE[0], NUMBER[3])],
    "an adjustment twice": [adjusted(*MOVE, "[[adjustments]]", *MOVE)],
    "an adjustment that lifts top above its cap": [
        adjusted(NUMBER[0], 'field = "top"', "value = 5", NUMBER[3])
    ],
    "a move to nowhere": [adjusted(MOVE[0], 'decision = "rejected"', MOVE[2])],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_call_file(fault: str, messages: SnapshotAssertion) -> None:
    assert said(changed(*FAULTS[fault])) == messages


SYNTAX = {
    "spaces in a number": ("budget = 12_000_000", "budget = 12 000 000"),
    "no quotation marks": ('id = "KS"', "id = KS"),
    "no closing quotation mark": ('title = "Prøveutlysning"', 'title = "Prøveutlysning'),
    "no equals sign": ("top = 2", "top 2"),
    "a key twice": ("top = 2", "top = 2\ntop = 3"),
    "a table twice": ("[grades]", "[call]\n[grades]"),
    "a list that is not closed": ("max = 2 }]", "max = 2 }"),
    "a table name that is not closed": ("[grades]", "[grades"),
    "a date that does not exist": ("date = 2019-11-20", "date = 2019-11-31"),
    "a backslash": ('"Stiftelsen"', '"C:\\Stiftelsen"'),
    "a value missing": ("top = 2", "top ="),
    "typographic quotation marks": ('"KS"', "“KS”"),
    "a decimal comma": ("joint_step = 0.5", "joint_step = 0,5"),
    "lists in lists": ("criteria = [", "criteria = [" + "[" * 5000),
    "too many digits": ("budget = 12_000_000", "budget = " + "9" * 5000),
    "an end too soon": (CALL[CALL.index("max = 2 }]") :], "max = 2 "),
}


@pytest.mark.parametrize("fault", SYNTAX)
def test_syntax(fault: str, messages: SnapshotAssertion) -> None:
    assert said(changed(SYNTAX[fault])) == messages


def test_bytes_that_are_no_utf_8(messages: SnapshotAssertion) -> None:
    assert said(CALL.encode("cp1252")) == messages


def test_a_byte_order_mark_is_passed_over() -> None:
    assert said(CALL.encode("utf-8-sig")) == ""


def test_windows_line_ends() -> None:
    assert said(CALL.replace("\n", "\r\n")) == ""


def test_numbers_are_exact() -> None:
    call = read_call(changed(("step = 1\n", "step = 0.1\n")).encode()).call
    assert call is not None
    assert call.grading.total.step == Fraction(1, 10)
    assert call.grading.joint.step == Fraction(1, 2)
    assert [area.share for area in call.areas] == [Fraction(2, 3), Fraction(1, 3)]


@pytest.mark.parametrize(("one", "other"), [('"0.25"', '"0,75"'), ("0.25", "0.75"), ('"1"', "0")])
def test_a_share_may_be_a_fraction_or_a_decimal(one: str, other: str) -> None:
    assert said(changed(('"2/3"', one), ('"1/3"', other))) == ""


def test_clauses_are_the_routines_own_or_the_files() -> None:
    clauses = 'user_review = 0\nclauses = ["a", "b", "c", "d"]'
    call = read_call((CALL + THIRD.replace("user_review = 0", clauses)).encode()).call
    assert call is not None
    assert [area.clauses.top for area in call.areas] == ["1.2.1", "1.2.5", "a"]
    assert call.areas[2].clauses == SelectionClauses("a", "b", "c", "d")


def test_adjustments_are_kept_in_order() -> None:
    call = read_call(changed(adjusted(*NUMBER, "[[adjustments]]", *MOVE)).encode()).call
    assert call is not None
    assert call.number_adjustments == (NumberAdjustment("KS", "minimum", 4, "Få søknader"),)
    assert call.moves == (MoveAdjustment("2019/FO100003", selected=True, reason="Etter råd"),)


@pytest.mark.parametrize("project", ["2019/FO10003", "2018/FO200001"], ids=["near", "far"])
def test_a_move_of_an_unknown_application(
    project: str, tmp_path: Path, messages: SnapshotAssertion
) -> None:
    folder = valid()
    folder.call = changed(adjusted(f'project = "{project}"', *MOVE[1:]))
    assert told(folder, tmp_path) == messages


def test_a_move_of_a_withdrawn_application(tmp_path: Path, messages: SnapshotAssertion) -> None:
    folder = valid()
    folder.call = changed(adjusted(*MOVE))
    for at, cells in enumerate(folder.tables["soknader"]):
        cells.append("Status" if at == 0 else "trukket" if at == 3 else None)
    assert told(folder, tmp_path) == messages


CRITERION = '{ id = "c", label = "C", min = 0, max = 2 }, '
BEYOND = {
    "a long name": [('title = "Prøveutlysning"', f'title = "{"x" * 201}"')],
    "a name that reorders": [('id = "prove"', r'id = "a\u202egnp.exe"')],
    "a name that commands": [('funder = "Stiftelsen"', r'funder = "\u001b[2JStiftelsen"')],
    "a name on two lines": [('id = "KS"', 'id = """K\nS"""')],
    "a label on two lines": [('label = "Relevans"', r'label = "Rele\r\nvans"')],
    "fifty-one criteria": [("criteria = [", "criteria = [" + CRITERION * 50)],
    "a thousand and one areas": [("[[areas]]", "[[areas]]\n" * 1000)],
    "a key of a hundred parts": [("[grades]", "a" + ".a" * 100 + " = 1\n[grades]")],
    "a table of a hundred parts": [("[grades]", "[grades" + " . 'x y'" * 100 + "]")],
    "lists in lists": [("[grades]", "a = " + "[" * 5000 + "\n[grades]")],
    "a number of 5000 digits": [("budget = 12_000_000", f"budget = {'9' * 5000}")],
}


@pytest.mark.parametrize("fault", BEYOND)
def test_what_no_call_file_holds(fault: str, messages: SnapshotAssertion) -> None:
    assert said(changed(*BEYOND[fault])) == messages


def test_a_reason_may_be_long_and_full_of_points() -> None:
    reason = "Etter råd. " * 200 + "..." * 200
    lines = (*MOVE[:2], f'reason = """{reason}\nSide 2."""')
    assert said(adjusted(*lines)[1]) == ""
