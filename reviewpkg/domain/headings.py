"""Name the headings and words of all tables in every language: what forms say and what is read.

They are agreements with those who fill in and send back, so they stand here and not among the
translations: a better wording there must not make a form unreadable that is already out. A heading
that is missing here, such as a criterion's label, is the call's own and the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from reviewpkg.languages.language import Language
from reviewpkg.languages.spelled import Spelled

_Glossary = Mapping[str, Mapping[Language, str]]


def _glossary(lines: Iterable[tuple[str, str, str]]) -> _Glossary:
    return MappingProxyType(
        {line[0]: MappingProxyType(dict(zip(Language, line, strict=True))) for line in lines}
    )


HEADINGS: Final = _glossary(
    (
        (
            "Antallet prioriterte områder (fra «Innstille samlet»)",
            "Talet på prioriterte område (frå «Innstille samla»)",
            "Number of priority areas (from the joint recommendation)",
        ),
        ("Begrunnelse", "Grunngiving", "Reason"),
        ("Besluttet av", "Avgjort av", "Decided by"),
        ("Brukerkarakter", "Brukarkarakter", "User grade"),
        ("Brukermedvirkning", "Brukarmedverknad", "User involvement"),
        (
            "Brukerrepresentantenes siste karakter",
            "Siste karakter frå brukarrepresentantane",
            "Latest grade from the user representatives",
        ),
        (
            "Brukerrepresentantens karakter fra første runde",
            "Karakter frå brukarrepresentanten i første runde",
            "Grade from the user representative in the first round",
        ),
        ("Deltaker", "Deltakar", "Participant"),
        ("Differanse", "Differanse", "Difference"),
        ("E-post", "E-post", "E-mail"),
        ("Ekspertenes karakter", "Karakter frå ekspertane", "Grade from the experts"),
        ("Felles plassering", "Felles plassering", "Joint place"),
        ("Fra trinn", "Frå trinn", "From step"),
        ("Gjennomsnitt", "Gjennomsnitt", "Mean"),
        (
            "Gjennomsnittskarakteren fra første vurderingsrunde",
            "Gjennomsnittskarakteren frå første vurderingsrunde",
            "Mean grade from the first round",
        ),
        ("Går ut", "Går ut", "Leaves the room"),
        ("Helseregion", "Helseregion", "Health region"),
        ("Hvorfor", "Kvifor", "Why"),
        ("Inhabilitet", "Inhabilitet", "Conflict of interest"),
        ("Innsendt", "Innsend", "Submitted"),
        ("Institusjon", "Institusjon", "Institution"),
        ("Kanal", "Kanal", "Channel"),
        ("Karakter", "Karakter", "Grade"),
        ("Karakter 1", "Karakter 1", "Grade 1"),
        ("Karakter 2", "Karakter 2", "Grade 2"),
        ("Kommentar", "Kommentar", "Comment"),
        ("Kvalitet", "Kvalitet", "Quality"),
        ("Ledelsesforankring", "Leiingsforankring", "Management commitment"),
        ("Markører", "Markørar", "Markers"),
        ("Medlem", "Medlem", "Member"),
        ("Navn", "Namn", "Name"),
        ("Ny brukerkarakter", "Ny brukarkarakter", "New user grade"),
        ("Ny karakter", "Ny karakter", "New grade"),
        ("Ny plassering", "Ny plassering", "New place"),
        ("Nytte", "Nytte", "Benefit"),
        ("Område", "Område", "Area"),
        ("Par", "Par", "Pair"),
        ("Parets karakter", "Karakter frå paret", "Grade from the pair"),
        ("Pasientinklusjon", "Pasientinklusjon", "Patient inclusion"),
        ("Plass", "Plass", "Position"),
        ("Plassering", "Plassering", "Place"),
        ("Prioriterte områder", "Prioriterte område", "Priority areas"),
        ("Prosjektnavn", "Prosjektnamn", "Project title"),
        ("Prosjektnummer", "Prosjektnummer", "Project number"),
        ("Publikasjonsliste", "Publikasjonsliste", "Publication list"),
        ("Rolle", "Rolle", "Role"),
        ("Samlet karakter", "Samla karakter", "Joint grade"),
        ("Samlet vurdering fra paret", "Samla vurdering frå paret", "Joint assessment by the pair"),
        ("Sammendrag", "Samandrag", "Summary"),
        ("Sider", "Sider", "Pages"),
        ("Spredning", "Spreiing", "Spread"),
        ("Språk", "Språk", "Language"),
        ("Status", "Status", "Status"),
        ("Stedfortreder", "Stadfortredar", "Substitute"),
        ("Søkerinstitusjon", "Søkjarinstitusjon", "Applicant institution"),
        ("Søkerorganisasjon", "Søkjarorganisasjon", "Applicant organisation"),
        ("Søknadssum", "Søknadssum", "Amount applied for"),
        ("Tema", "Tema", "Theme"),
        ("Tilleggskarakter", "Tilleggskarakter", "Second opinion grade"),
        ("Tilleggspar", "Tilleggspar", "Second opinion pair"),
        ("Tilleggsvurdering", "Tilleggsvurdering", "Second opinion"),
        ("Totalkarakter", "Totalkarakter", "Total grade"),
        ("Varighet", "Varigheit", "Duration"),
    )
)
WORDS: Final = _glossary(
    (
        ("ikke relevant", "ikkje relevant", "not relevant"),
        ("ja", "ja", "yes"),
        ("kontrollutvalg", "kontrollutval", "control committee"),
        ("leder", "leiar", "chair"),
        ("Midt-Norge", "Midt-Noreg", "Central Norway"),
        ("nei", "nei", "no"),
        ("Nord", "Nord", "Northern Norway"),
        ("par", "par", "pair"),
        ("partner", "partnar", "partner"),
        ("prosjektleder", "prosjektleiar", "project leader"),
        ("Sør-Øst", "Sør-Aust", "South-Eastern Norway"),
        ("trukket", "trekt", "withdrawn"),
        ("Vest", "Vest", "Western Norway"),
    )
)


def heading_in(language: Language, heading: str) -> str:
    """Return a heading, given in bokmål, in a language."""
    return _in(HEADINGS, language, heading)


def every_heading(heading: str) -> tuple[str, ...]:
    """Return a heading, given in bokmål, in every language, bokmål first."""
    return _every(HEADINGS, heading)


def word_in(language: Language, word: str) -> str:
    """Return a cell's word, given in bokmål, in a language."""
    return _in(WORDS, language, word)


def every_word(word: str) -> tuple[str, ...]:
    """Return a cell's word, given in bokmål, in every language, bokmål first."""
    return _every(WORDS, word)


def heading_told(heading: str) -> str:
    """Return a heading, given in bokmål, as a value of a sentence that may be retold."""
    return Spelled(every_heading(heading)) if heading in HEADINGS else heading


def word_told(word: str) -> str:
    """Return a cell's word, given in bokmål, as a value of a sentence that may be retold."""
    return Spelled(every_word(word)) if word in WORDS else word


def _in(glossary: _Glossary, language: Language, text: str) -> str:
    return glossary[text][language] if text in glossary else text


def _every(glossary: _Glossary, text: str) -> tuple[str, ...]:
    return tuple(glossary[text].values()) if text in glossary else (text,)
