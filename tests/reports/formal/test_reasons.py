"""K1: every formal fault in a sentence, with the value found and the bound."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from reviewpkg.languages.language import Language
from reviewpkg.languages.words import Words
from reviewpkg.procedure.formal_faults import (
    AmountTooLarge,
    AmountTooSmall,
    ApplicantNotEligible,
    CvTooLong,
    Fault,
    Late,
    LeaderWithoutCv,
    MarkersMissing,
    NotAnchored,
    NoUserInvolvement,
    OtherChannel,
    OtherLanguage,
    PatientsFromSomeRegions,
    RegionWithoutCv,
    RegionWithoutPartner,
    TooLong,
)
from reviewpkg.reports.formal.reasons import reason
from tests.procedure.panel.build_panel import DEADLINE

WORDS = Words(Language.BOKMAL)
SENTENCES = (
    (
        Late(DEADLINE + timedelta(minutes=1), DEADLINE),
        "Innsendt 15. mai 2024 kl. 16:01 (norsk tid), som er etter fristen 15. mai 2024 kl. 16:00.",
    ),
    (AmountTooSmall(6_900_000, 7_000_000), "Søknadssummen på 6 900 000 kr er under 7 000 000 kr."),
    (
        AmountTooLarge(26_400_000, 25_000_000),
        "Søknadssummen på 26 400 000 kr er over 25 000 000 kr.",
    ),
    (TooLong(61, 60), "Varigheten på 61 måneder er over 60 måneder."),
    (
        OtherLanguage("norsk", "engelsk"),
        "Prosjektbeskrivelse og vedlegg skal være på engelsk; språket er oppgitt som «norsk».",
    ),
    (
        ApplicantNotEligible("Klinikk AS"),
        "Søkerinstitusjonen Klinikk AS er ikke søknadsberettiget.",
    ),
    (
        NotAnchored("Helse Bergen HF"),
        "Prosjektet er ikke forankret i forskningsledelsen ved Helse Bergen HF.",
    ),
    (NoUserInvolvement(), "Prosjektet har ikke brukermedvirkning."),
    (
        RegionWithoutPartner("Nord", ()),
        "Prosjektet har ingen søknadsberettiget deltaker fra helseregion Nord.",
    ),
    (
        RegionWithoutPartner("Vest", ("Klinikk AS",)),
        (
            "Prosjektet har ingen søknadsberettiget deltaker fra helseregion Vest; "
            "Klinikk AS er ikke søknadsberettiget."
        ),
    ),
    (
        RegionWithoutPartner("Vest", ("A", "B", "C")),
        (
            "Prosjektet har ingen søknadsberettiget deltaker fra helseregion Vest; "
            "A, B og C er ikke søknadsberettiget."
        ),
    ),
    (
        PatientsFromSomeRegions(),
        "Prosjektet er ikke åpent for pasienter fra alle helseregionene.",
    ),
    (LeaderWithoutCv(()), "Prosjektlederen har ikke levert CV med publikasjonsliste."),
    (
        LeaderWithoutCv(("Kari Nordmann",)),
        "Publikasjonsliste mangler i CV-en til prosjektlederen, Kari Nordmann.",
    ),
    (
        RegionWithoutCv("Nord", ()),
        "Ingen partner fra helseregion Nord har levert CV med publikasjonsliste.",
    ),
    (
        RegionWithoutCv("Vest", ("Åse Ørn", "Bo Berg")),
        "Publikasjonsliste mangler i CV-en til Åse Ørn og Bo Berg, fra helseregion Vest.",
    ),
    (
        CvTooLong("Bo Berg", 7, 5),
        "CV-en til Bo Berg er på 7 sider; den kan være på høyst 5.",
    ),
    (
        MarkersMissing(),
        "Søknaden sier ikke noe om eksplorative markører, som er relevante her.",
    ),
    (
        OtherChannel("e-post", "eSøknad"),
        "Søknaden kom inn gjennom «e-post», ikke gjennom eSøknad.",
    ),
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


IDS = tuple(f"{place}-{type(fault).__name__}" for place, (fault, _) in enumerate(SENTENCES))


@pytest.mark.parametrize(("fault", "sentence"), SENTENCES, ids=IDS)
def test_sentence(fault: Fault, sentence: str) -> None:
    assert plain(reason(WORDS, fault)) == sentence


def test_every_fault_there_is_has_a_sentence_here() -> None:
    assert {type(fault) for fault, _ in SENTENCES} == set(get_args(Fault))


def test_no_amount_date_or_time_is_parted_at_a_line_s_end() -> None:
    assert "26\u00a0400\u00a0000\u00a0kr" in reason(WORDS, AmountTooLarge(26_400_000, 25_000_000))
    assert "15.\u00a0mai 2024 kl.\u00a016:01" in reason(WORDS, SENTENCES[0][0])


def test_another_time_zone_is_named_as_it_is() -> None:
    there = DEADLINE.astimezone(ZoneInfo("Atlantic/Reykjavik"))
    late = reason(WORDS, Late(there + timedelta(minutes=1), there))
    assert "kl.\u00a014:01 (tidssone Atlantic/Reykjavik)" in late


def test_seconds_are_not_told_since_the_deadline_is_over_with_its_minute() -> None:
    late = Late(DEADLINE + timedelta(minutes=1, seconds=7), DEADLINE)
    assert reason(WORDS, late) == reason(WORDS, SENTENCES[0][0])
