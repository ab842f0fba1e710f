"""What is said is said in the language that was asked for."""

from __future__ import annotations

import pickle

import pytest

from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words, marked

NB, NN, EN = map(Words, Language)
GIVEN = "Skjemaet er til {names}, par {pair}."


def test_bokmal_is_said_as_it_is_written() -> None:
    assert (
        NB.say("Noe som {who} aldri har sagt før", who="noen") == "Noe som noen aldri har sagt før"
    )


def test_a_text_is_said_in_the_language_with_its_places_filled() -> None:
    assert NB.say(GIVEN, names="Kari", pair=3) == "Skjemaet er til Kari, par 3."
    assert NN.say(marked("Individuell vurdering")) == "Individuell vurdering"
    assert EN.say(GIVEN, names="Kari", pair=3) == "This form is for Kari, pair 3."


def test_what_fills_a_place_is_taken_as_it_is() -> None:
    hostile = "{pair} %(name)s {0.__class__}"
    assert EN.say(GIVEN, names=hostile, pair=3) == f"This form is for {hostile}, pair 3."


@pytest.mark.parametrize("count", [0, 2, 21])
def test_one_is_told_from_any_other_number(count: int) -> None:
    forms = ("én søknad", "{count} søknader")
    assert [one.plural(*forms, 1) for one in (NB, NN, EN)] == [
        "én søknad",
        "éin søknad",
        "one application",
    ]
    assert NB.plural(*forms, count) == NN.plural(*forms, count) == f"{count} søknader"
    assert EN.plural(*forms, count) == f"{count} applications"


def test_what_no_catalogue_has_is_a_fault_in_the_program() -> None:
    with pytest.raises(LookupError, match="make messages"):
        EN.say("Noe ingen har oversatt")


def test_words_are_a_value() -> None:
    assert Words(Language.ENGLISH) == EN != NB
    assert pickle.loads(pickle.dumps(EN)).say(GIVEN, names="A", pair=1) == EN.say(  # noqa: S301
        GIVEN, names="A", pair=1
    )
