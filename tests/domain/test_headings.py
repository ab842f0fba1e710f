"""Every table can be written and read in every language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewpkg.domain import conference_tables, panel_tables, tables
from reviewpkg.domain.forms import FormColumn, spoken
from reviewpkg.domain.headings import (
    HEADINGS,
    WORDS,
    every_heading,
    heading_in,
    heading_told,
    word_in,
    word_told,
)
from reviewpkg.domain.screening import Screening
from reviewpkg.domain.tables import Table, Word
from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from tests.domain.test_panel_tables import TABLES as OF_THE_PANEL
from tests.domain.test_tables import GRADING, SCREENED
from tests.domain.test_tables import TABLES as OF_ROUND_1

WITHOUT_CRITERIA = replace(GRADING, criteria=())
ALL = (
    *OF_ROUND_1,
    *SCREENED.values(),
    tables.grades(WITHOUT_CRITERIA),
    conference_tables.user_joint_grades(GRADING),
    conference_tables.plenary_1(GRADING),
    conference_tables.second_opinions(GRADING),
    conference_tables.user_supplements(GRADING),
    conference_tables.plenary_2(GRADING),
    conference_tables.BALLOTS,
    conference_tables.USER_PLACES,
    conference_tables.RULINGS,
    *OF_THE_PANEL,
    panel_tables.applications(Screening()),
)
LABELS = {criterion.label for criterion in GRADING.criteria}


def headings(table: Table) -> tuple[str, ...]:
    return (*(column.heading for column in table.columns), *table.shown)


def words(table: Table) -> tuple[str, ...]:
    cells = (column.cell for column in table.columns)
    return tuple(word for cell in cells if isinstance(cell, Word) for word in cell.words)


def test_every_heading_and_word_is_said_in_every_language_and_no_other() -> None:
    assert {one for table in ALL for one in headings(table)} - LABELS == set(HEADINGS)
    assert {one for table in ALL for one in words(table)} == set(WORDS)
    for glossary in (HEADINGS, WORDS):
        for bokmal, said in glossary.items():
            assert tuple(said) == tuple(Language)
            assert said[Language.BOKMAL] == bokmal
            assert all(text == " ".join(text.split()) != "" for text in said.values())


@pytest.mark.parametrize("table", ALL, ids=[f"{at}-{table.name}" for at, table in enumerate(ALL)])
def test_no_heading_means_two_columns_of_a_table_in_whatever_language(table: Table) -> None:
    meanings = [{said.casefold() for said in every_heading(heading)} for heading in headings(table)]
    assert len(set().union(*meanings)) == sum(map(len, meanings))


def test_a_words_translation_is_no_other_word() -> None:
    said = [{text.casefold() for text in one.values()} for one in WORDS.values()]
    assert len(set().union(*said)) == sum(map(len, said))


def test_what_the_glossary_does_not_know_is_the_calls_own() -> None:
    assert heading_in(Language.ENGLISH, "Relevans") == "Relevans"
    assert word_in(Language.ENGLISH, "Svalbard") == "Svalbard"


def test_a_form_asks_in_its_language() -> None:
    column = FormColumn("Tilleggsvurdering", Word(("ja", "nei")), optional=True)
    (english,) = spoken([column], Language.ENGLISH)
    assert english == FormColumn("Second opinion", Word(("yes", "no")), optional=True)
    assert spoken([column], Language.BOKMAL) == (column,)


def test_a_heading_or_word_in_a_sentence_is_retold_as_the_forms_say_it() -> None:
    english = Words(Language.ENGLISH)

    assert heading_told("Fra trinn") == "Fra trinn"
    assert english.retell(heading_told("Fra trinn")) == "From step"
    assert english.retell(word_told("trukket")) == "withdrawn"
    assert english.retell(heading_told("Relevans")) == "Relevans"
