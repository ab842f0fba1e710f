"""K1: the criteria in words, with the bounds that a call sets."""

from __future__ import annotations

from dataclasses import replace

from reviewpkg.domain.screening import CRITERIA, Screening
from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from reviewpkg.reports.formal.criteria import bounded, left_out, reading
from tests.procedure.panel.build_panel import RULES

WORDS = Words(Language.BOKMAL)


def said(criterion: str, rules: Screening = RULES) -> str:
    return bounded(WORDS, criterion, rules).replace("\u00a0", " ")


def test_each_criterion_names_its_bound() -> None:
    assert [said(one) for one in CRITERIA] == [
        "F1 Innsendt innen 15. mai 2024 kl. 16:00 (norsk tid)",
        "F2 Søknadssum fra 7 000 000 til 25 000 000 kr",
        "F3 Varighet på høyst 60 måneder",
        "F4 Prosjektbeskrivelse og vedlegg på engelsk",
        "F5 Ledet fra en søknadsberettiget institusjon, forankret i dens forskningsledelse",
        "F6 Brukermedvirkning",
        "F7 Søknadsberettigede deltakere fra Sør-Øst, Vest, Midt-Norge og Nord",
        "F8 Åpent for pasienter fra alle helseregionene",
        (
            "F9 CV med publikasjonsliste for prosjektlederen og for en partner fra hver av de "
            "andre helseregionene, hver på høyst 5 sider"
        ),
        "F10 Omtale av eksplorative markører der de er relevante",
        "F11 Sendt inn gjennom eSøknad",
    ]


def test_an_amount_may_have_one_bound() -> None:
    assert said("F2", Screening(amount_min=500_000)) == "F2 Søknadssum på minst 500 000 kr"
    assert said("F2", Screening(amount_max=500_000)) == "F2 Søknadssum på høyst 500 000 kr"


def test_without_regions_only_the_leader_s_cv_is_asked_for() -> None:
    rules = replace(RULES, regions=(), cv_max_pages=1)
    assert said("F9", rules) == "F9 CV med publikasjonsliste for prosjektlederen, på høyst 1 side"


def test_what_a_call_does_not_ask_for_is_named() -> None:
    rules = replace(RULES, deadline=None, omitted=frozenset({"F10"}))
    assert left_out(WORDS, RULES) == ()
    assert left_out(WORDS, rules) == ("F1 Frist", "F10 Eksplorative markører")


def test_how_a_bound_is_read_is_told_where_it_leaves_that_open() -> None:
    assert reading(WORDS, "F1", RULES).replace("\u00a0", " ") == (
        "I tide til og med hele minuttet kl. 16:00."
    )
    assert not reading(WORDS, "F2", RULES)
