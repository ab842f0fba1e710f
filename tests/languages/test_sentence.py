"""A sentence is told in bokmål, and can be retold."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewpkg.languages import words
from reviewpkg.languages.language import Language
from reviewpkg.languages.sentence import Sentence, joined, plural_sentence, sentence
from reviewpkg.languages.words import Words

ENGLISH = Words(Language.ENGLISH)
TOLD = st.recursive(
    st.text(max_size=5) | st.integers(),
    lambda inside: st.builds(
        lambda values, number: Sentence(
            "Om {one} og {other}.",
            "Om {one}, {other} og {count}." if number else "",
            number,
            (("one", values[0]), ("other", values[1])),
        ),
        st.tuples(inside, inside),
        st.integers(0, 3),
    ),
    max_leaves=6,
).filter(lambda told: isinstance(told, Sentence))


@pytest.fixture(autouse=True)
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the English catalogue hold what these tests say."""
    known = {
        "Fila {name} mangler.": ("The file {name} is missing.",),
        "{count} rad": ("{count} row", "{count} rows"),
        "I {what} mangler noe.": ("Something is missing in {what}.",),
    }
    monkeypatch.setattr(words, "translations", lambda _: known)


def test_a_sentence_is_its_text_in_bokmal() -> None:
    told = sentence("Fila {name} mangler.", name="{a}.csv")

    assert told == "Fila {a}.csv mangler."
    assert ENGLISH.retell(told) == "The file {a}.csv is missing."


@pytest.mark.parametrize(
    ("count", "told", "retold"),
    [(0, "0 rader", "0 rows"), (1, "1 rad", "1 row"), (2, "2 rader", "2 rows")],
)
def test_a_count_is_told_in_its_number(count: int, told: str, retold: str) -> None:
    rows = plural_sentence("{count} rad", "{count} rader", count)

    assert rows == told
    assert ENGLISH.retell(rows) == retold


def test_a_sentence_within_a_sentence_is_retold_with_it() -> None:
    told = sentence(
        "I {what} mangler noe.", what=plural_sentence("{count} rad", "{count} rader", 2)
    )

    assert told == "I 2 rader mangler noe."
    assert ENGLISH.retell(told) == "Something is missing in 2 rows."


def test_what_is_no_sentence_is_left_as_it_is() -> None:
    assert ENGLISH.retell("Åse Ødegård") == "Åse Ødegård"


def test_a_sentence_survives_the_way_to_another_process() -> None:
    told = sentence("Fila {name} mangler.", name="a.csv")

    assert ENGLISH.retell(pickle.loads(pickle.dumps(told))) == "The file a.csv is missing."  # noqa: S301


def test_places_in_a_row_need_no_translation() -> None:
    row = joined(["a.csv", plural_sentence("{count} rad", "{count} rader", 2)])

    assert row == "a.csv, 2 rader"
    assert ENGLISH.retell(row) == "a.csv, 2 rows"


def test_a_message_that_the_catalogue_lacks_is_a_fault() -> None:
    with pytest.raises(LookupError, match="lacks 'Ukjent'"):
        ENGLISH.retell(sentence("Ukjent"))


@given(TOLD)
def test_a_sentence_retold_in_bokmal_is_the_sentence(told: Sentence) -> None:
    assert Words(Language.BOKMAL).retell(told) == told


@given(TOLD)
def test_nothing_of_a_sentence_is_lost_on_the_way(told: Sentence) -> None:
    """A language that says everything as bokmål does says the same sentence."""
    alike = {
        "Om {one} og {other}.": ("Om {one} og {other}.", "Om {one}, {other} og {count}."),
    }
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(words, "translations", lambda _: alike)
        assert ENGLISH.retell(pickle.loads(pickle.dumps(told))) == told  # noqa: S301
