"""The overview of a call, and what is told of it, in the language of the call."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewpkg.languages.language import Language
from reviewpkg.languages.sentence import sentence, warning
from reviewpkg.languages.words import Words
from reviewpkg.problems import notice
from reviewpkg.rendering.html import in_language
from reviewpkg.reports.call_index import call_index
from reviewpkg.reports.call_sections import sections
from reviewpkg.reports.collected import Collected, Fate, collected_lines
from reviewpkg.reports.packet_index import Reader
from tests.reports.call_packets import STEPS, document, packet, state
from tests.reports.small_call import CALL

PURPOSES = {one.command: one.purpose for one in STEPS}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.NYNORSK, ("Berre til sekretariatet.", "Karakterar som manglar", "Kvar ekspert")),
        (Language.ENGLISH, ("For the secretariat only.", "Missing grades", "Each expert")),
    ],
)
def test_the_page_is_in_the_language_of_the_call(
    language: Language, words: tuple[str, ...]
) -> None:
    forms_of_experts = packet("forms", document(Reader.EXPERTS, "eksperter/e1/skjema", "Skjema"))
    told = replace(state(), call=replace(CALL, language=language))
    page = in_language("call_index.html", call_index(told, (forms_of_experts,)), language)

    assert f'<html lang="{language}">' in page
    assert all(one in page for one in words)


@pytest.mark.parametrize(
    ("language", "recipient", "pair"),
    [
        (Language.BOKMAL, "Kari Nordmann og Ola Hansen, par P1", "Par P1"),
        (Language.ENGLISH, "Kari Nordmann and Ola Hansen, pair P1", "Pair P1"),
    ],
)
def test_a_pair_goes_by_its_own_name(language: Language, recipient: str, pair: str) -> None:
    form = document(Reader.PAIRS, "par/par-p1/samlet-p1", "Skjema", recipient)
    found = sections(Words(language), (packet("round1", form),), PURPOSES)

    (whose,) = (one for one in found if one.reader is Reader.PAIRS)
    assert [(one.name, one.about) for one in whose.blocks] == [(pair, recipient.partition(",")[0])]


@pytest.mark.parametrize(
    ("language", "office"),
    [(Language.NYNORSK, "Sekretariatet"), (Language.ENGLISH, "The secretariat")],
)
def test_what_is_the_secretariat_s_own_does_not_say_so(language: Language, office: str) -> None:
    own = document(Reader.SECRETARIAT, "avslag-1-ks", "Avslag 1", office)
    (found, _) = sections(Words(language), (packet("round1", own),), PURPOSES)

    assert [one.recipient for block in found.blocks for one in block.documents] == [""]


def test_what_is_wrong_is_told_once_and_before_what_is_only_noticed() -> None:
    call = replace(CALL, language=Language.ENGLISH)
    faults = (
        notice(sentence("mappen finnes ikke.")),
        warning(sentence("filen har rader fra andre også; rett den for hånd.")),
    )
    before = packet("round1", warnings=("Note: the folder does not exist.",))

    found = call_index(replace(state(*faults), call=call), (before,)).noticed

    assert [(one.sentence, one.steps) for one in found] == [
        ("Warning: the file has rows from others too; correct it by hand.", ()),
        ("Note: the folder does not exist.", ("round1",)),
    ]


def test_what_was_collected_stands_in_columns_as_wide_as_their_words() -> None:
    form = Collected("a.pdf", "2.6", "Pair P1", "rangering", "", 3, ("K1", "K2"), Fate.TAKEN)
    late = replace(form, file="b.pdf", blank=(), fate=Fate.REPLACED, kept=("erstattet/b.xlsx",))

    lines = list(collected_lines(Words(Language.ENGLISH), "innboks", (form, late)))

    assert lines == [
        "Forms in innboks:",
        "From   Step  Who      To  Filled in",
        "a.pdf  2.6   Pair P1  –   1 of 3     read in",
        "b.pdf  2.6   Pair P1  –   3 of 3     read in, the former one is kept",
        "a.pdf: 2 rows without an answer: K1 and K2.",
        "b.pdf: what was there before is now erstattet/b.xlsx.",
        "2 forms have been read in.",
    ]
