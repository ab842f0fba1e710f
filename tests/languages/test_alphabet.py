import pytest

from reviewpkg.languages.alphabet import alphabetical
from reviewpkg.languages.language import Language

NORWEGIAN = (Language.BOKMAL, Language.NYNORSK)


def order(language: Language, *names: str) -> list[str]:
    return sorted(names, key=lambda name: alphabetical(name, language))


@pytest.mark.parametrize("language", NORWEGIAN)
def test_the_norwegian_letters_come_last_and_aa_is_one_of_them(language: Language) -> None:
    names = ("Zahl", "Ærlig", "Østby", "Aasen", "Åstad", "Abel")
    expected = ["Abel", "Zahl", "Ærlig", "Østby", "Aasen", "Åstad"]
    assert order(language, *names) == order(language, *reversed(names)) == expected


@pytest.mark.parametrize("language", NORWEGIAN)
def test_neighbours_letters_stand_with_ours(language: Language) -> None:
    assert order(language, "Öberg", "Zorn", "Äng", "Müller", "Myhre", "Øen", "Æra") == [
        "Myhre",
        "Müller",
        "Zorn",
        "Äng",
        "Æra",
        "Öberg",
        "Øen",
    ]


def test_in_english_they_stand_with_their_likes() -> None:
    assert order(Language.ENGLISH, "Zahl", "Østby", "Åstad", "Abel", "Oaks", "Aston") == [
        "Abel",
        "Åstad",
        "Aston",
        "Oaks",
        "Østby",
        "Zahl",
    ]


@pytest.mark.parametrize("language", Language)
def test_case_and_accents_count_nothing_but_the_order_is_always_one(language: Language) -> None:
    assert order(language, "éa", "EB", "eb", "Ec") == ["éa", "EB", "eb", "Ec"]
    assert order(language, "A\u030ase", "Åse")[0] == "A\u030ase"
