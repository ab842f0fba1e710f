import pytest

from reviewpkg.languages.language import Language
from reviewpkg.languages.lists import either, enumerated
from reviewpkg.languages.sentence import Sentence, joined, sentence
from reviewpkg.languages.words import Words
from reviewpkg.problems import InputRejected, Place, Problem, Severity, sentences
from tests.retold import left_in_bokmal

DATA = Place("karakterer/m03.xlsx", "Data")
MISSING = sentence("nøkkelen mangler.")
FORGOTTEN = Problem(Place("a.csv"), joined(["raden mangler."]))


def said(text: str) -> Sentence:
    """Say something of no language at all."""
    return joined([text])


def test_a_problem_is_one_line_that_names_its_place() -> None:
    place = Place("karakterer/m03.xlsx", "Data", 4).at("Totalkarakter")
    (line,) = sentences([Problem(place, said("5 = 6"))])
    where = "karakterer/m03.xlsx, ark «Data», rad 4, kolonne «Totalkarakter»"
    assert line == f"{where}: 5 = 6"


def test_a_key_of_the_call_file() -> None:
    problem = Problem(Place("call.toml", key="areas[1].top"), MISSING)
    assert sentences([problem]) == ("call.toml, nøkkel «areas[1].top»: nøkkelen mangler.",)


def test_the_same_fault_on_many_rows_is_one_line() -> None:
    rows = [9, 2, 30, 4]
    problems = [Problem(Place("a.csv", row=row, column="Par"), said("tom.")) for row in rows]
    assert sentences(problems) == ("a.csv, rad 2, 4, 9 og 30, kolonne «Par»: tom.",)


def test_lines_stand_in_the_order_of_the_rows() -> None:
    problems = [
        Problem(Place("b.csv", row=2), said("b.")),
        Problem(Place("a.csv", row=10), said("sist.")),
        Problem(Place("a.csv", row=3, column="Par"), said("midt.")),
        Problem(Place("a.csv", row=10, column="Par"), said("midt.")),
        Problem(Place("a.csv"), said("først.")),
    ]
    assert sentences(problems) == (
        "a.csv: først.",
        "a.csv, rad 3 og 10, kolonne «Par»: midt.",
        "a.csv, rad 10: sist.",
        "b.csv, rad 2: b.",
    )


def test_what_stops_a_run_stands_first() -> None:
    problems = [
        Problem(Place("a.csv"), said("notert."), Severity.NOTICE),
        Problem(Place("b.csv"), said("advart om."), Severity.WARNING),
        Problem(Place("c.csv"), said("galt.")),
    ]
    assert sentences(problems) == (
        "c.csv: galt.",
        "Advarsel: b.csv: advart om.",
        "Merknad: a.csv: notert.",
    )


def test_a_fault_said_twice_is_said_once() -> None:
    rejected = InputRejected([Problem(DATA, said("tom.")), Problem(DATA, said("tom."))])
    assert rejected.problems == (Problem(DATA, said("tom.")),)
    assert str(rejected) == "1 problems"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.NYNORSK, "Åtvaring: a.csv, ark «A», rad 3 og 4, kolonne «B»: nøkkelen manglar."),
        (
            Language.ENGLISH,
            "Warning: a.csv, sheet “A”, rows 3 and 4, column “B”: the key is missing.",
        ),
    ],
)
def test_a_line_is_retold_with_its_place(language: Language, line: str) -> None:
    places = (Place("a.csv", "A", row, "B") for row in (3, 4))
    (told,) = sentences(Problem(place, MISSING, Severity.WARNING) for place in places)
    assert Words(language).retell(told) == line


def test_what_is_left_in_bokmal_is_found() -> None:
    assert left_in_bokmal([FORGOTTEN]) == ["a.csv: raden mangler."] * 2


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, ""),
        (1, "1"),
        (2, "1 og 2"),
        (3, "1, 2 og 3"),
        (12, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 og 12"),
        (13, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 og 1 til"),
    ],
)
def test_lists_in_sentences(count: int, text: str) -> None:
    assert enumerated(range(1, count + 1)) == text


def test_alternatives_in_sentences() -> None:
    assert either(["a", "b"]) == "a eller b"
