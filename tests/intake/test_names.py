import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.intake.names import Ids, letters, nearest, plain, suggesting
from reviewpkg.languages.sentence import sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Par   1 ", "Par 1"),
        ("Par\u00a01", "Par 1"),
        ("Par\u202f1\n", "Par 1"),
        ("m\u200b03\ufeff", "m03"),
        ("Omra\u030ade", "Område"),
        ("\u00ad", ""),
    ],
)
def test_a_name_loses_what_no_eye_sees(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_a_plain_name_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    "alike",
    [
        "\uff12\uff10\uff11\uff19\uff0f\uff34\uff10\uff14",
        "2019/\u042204",
        "2019/\u03a404",
        "2019/t-04",
    ],
    ids=["full width", "Cyrillic", "Greek", "case and signs"],
)
def test_ids_that_look_the_same_have_the_same_letters(alike: str) -> None:
    assert letters(alike) == letters("2019/T04")
    assert letters("2019/\u041004") != letters(alike)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Anet", "Annet"), ("annet", "Annet"), ("KS ", "KS"), ("Helse", ""), ("x" * 1000, "")],
)
def test_the_nearest_of_a_few_words(text: str, meant: str) -> None:
    assert nearest(text, ["KS", "Annet"]) == meant


def test_a_suggestion_is_a_sentence_after_what_is_wrong() -> None:
    told = sentence("nøkkelen er ukjent.")
    assert suggesting(told, "Annet") == "nøkkelen er ukjent. Mente du «Annet»?"
    assert suggesting(told, "") == told


IDS = Ids(["m01", "m03", "2019/FO100001", "2019/FO100022", "2019/FO100033", "2019/FO100034"])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("m3", "m03"),
        ("M-03", "m03"),
        ("m 01", "m01"),
        ("2019-FO100001", "2019/FO100001"),
        ("2019/FO10001", "2019/FO100001"),
        ("2019/F0100022", "2019/FO100022"),
        ("2091/FO100022", "2019/FO100022"),
        ("2019/FO1000022", "2019/FO100022"),
        ("2019/FO100035", ""),
        ("2018/FO200001", ""),
        ("", ""),
    ],
)
def test_an_id_is_suggested_for_one_slip_if_it_is_the_only_one(text: str, meant: str) -> None:
    assert IDS.meant(text) == meant


def test_ids_are_told_as_written() -> None:
    assert "m01" in IDS
    assert "M01" not in IDS
    assert Ids(["m01", "M01"]).meant("m1") == ""


def test_after_some_hundred_slips_only_what_looks_the_same_is_suggested() -> None:
    ids = Ids(["m03", "m44"])
    assert ids.meant("n44") == "m44"
    for number in range(500):
        ids.meant(f"2018/XX{number}")
    assert ids.meant("n03") == ""
    assert ids.meant("M-3") == "m03"


@given(st.text(), st.lists(st.text(), max_size=4))
def test_no_text_is_too_odd_to_compare(text: str, known: list[str]) -> None:
    assert Ids(known).meant(text) in {"", *known}
    assert nearest(text, known) in {"", *known}
