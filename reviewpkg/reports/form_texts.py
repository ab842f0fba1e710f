"""Hold the words that explain the workbooks to those who fill them in, all in one place."""

from __future__ import annotations

from reviewpkg.domain.forms import Section
from reviewpkg.problems import enumerated

ABOUT = "Om skjemaet"
FILL_IN = "Slik fyller du ut"
DELIVER = "Slik leverer du"
COLOURED = "Fyll ut de fargede cellene. De andre er låst, så skjemaet kan leses inn som det er."
CHOOSE = "Velg fra listen i cellen, eller skriv tallet selv. Høyere tall er bedre."
ROOM = "Trenger du mer plass til tekst, kan du gjøre raden høyere."
CONFLICT = "Er du inhabil på en søknad? La raden stå tom, og si fra til sekretariatet."


def delivery(file: str, table: str) -> Section:
    """Say how a filled-in workbook comes back into the table's folder."""
    return Section(
        DELIVER,
        (
            f"Lagre skjemaet som Excel-fil (xlsx) under navnet det har: {file}.",
            "Send det til sekretariatet.",
            f"Sekretariatet legger filen i mappen «{table}» i utlysningsmappen, uten å endre den.",
        ),
    )


def grading(
    name: str, count: int, standing_in: tuple[str, ...], *, criteria: bool, file: str
) -> tuple[Section, ...]:
    """Explain the form of 1.1; `standing_in` are the applications graded as a substitute."""
    substitute = (f"Du er stedfortreder på {', '.join(standing_in)}.",) if standing_in else ()
    optional = ("Kriteriene er til støtte for vurderingen og kan stå tomme.",) if criteria else ()
    about = f"Skjemaet er til {name}. Det har {applications(count)} som du vurderer på egen hånd."
    return (
        Section(ABOUT, (about, *substitute)),
        Section(
            FILL_IN,
            (
                COLOURED,
                CHOOSE,
                "Gi hver søknad en totalkarakter. Det er bare den som teller i utvelgelsen.",
                *optional,
                "Kommentaren er frivillig.",
                "Den du vurderer sammen med, får se det du har skrevet i trinn 2.1, ikke før.",
                ROOM,
                CONFLICT,
            ),
        ),
        delivery(file, "karakterer"),
    )


def user(name: str, count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the form of 1.4."""
    about = f"Skjemaet er til {name}. Det har {applications(count)} som du vurderer på egen hånd."
    order = "Søknadene står etter prosjektnummer. Rekkefølgen sier ikke noe annet."
    grade = "Gi hver søknad en karakter. Kommentaren er frivillig."
    return (
        Section(ABOUT, (about, order)),
        Section(FILL_IN, (COLOURED, CHOOSE, grade, ROOM, CONFLICT)),
        delivery(file, "brukerkarakterer"),
    )


def joint(
    names: tuple[str, ...],
    absent: tuple[str, ...],
    graders: tuple[str, ...],
    count: int,
    *,
    file: str,
) -> tuple[Section, ...]:
    """Explain the form of 2.1; `graders` gave «Karakter 1» and «Karakter 2»."""
    about = [f"Skjemaet er til {' og '.join(names)}. Det har {applications(count)}."]
    about += [f"{name} deltar ikke i vurderingen av disse søknadene." for name in absent]
    first, second = graders
    about.append(f"«Karakter 1» er gitt av {first}, «Karakter 2» av {second}.")
    return (
        Section(ABOUT, tuple(about)),
        Section(
            FILL_IN,
            (
                COLOURED,
                CHOOSE,
                "Gi hver søknad én samlet karakter.",
                "Skriv hvor mange prioriterte områder søknaden treffer, 0 om det er ingen.",
                "Begrunnelsen er frivillig, men til god hjelp i plenum.",
                ROOM,
                CONFLICT,
            ),
        ),
        delivery(file, "samlet"),
    )


def ranking(  # noqa: PLR0913 - what a ballot is made of, all named where called
    pair: str, names: tuple[str, ...], places: int, *, joint: int, left_out: int, file: str
) -> tuple[Section, ...]:
    """Explain the form of 2.6; `joint` counts what the pair ranks together first, if not all."""
    about = f"Skjemaet er til {' og '.join(names)}, par {pair}."
    lines = [COLOURED, f"Bruk plass 1–{places}. 1 er best. Hver plass brukes én gang."]
    if joint:
        lines += [
            f"Ranger først de {joint} dere begge er habile på, i «Felles plassering», 1–{joint}.",
            "Deretter setter den som er habil, inn de andre i «Plassering».",
            "Rekkefølgen dere ble enige om, skal stå.",
        ]
    if left_out:
        lines.append(
            "Rader som er grå i sin helhet, er dere begge inhabile på. De skal ikke rangeres, og "
            "plassene går videre uten opphold."
        )
    return (Section(ABOUT, (about,)), Section(FILL_IN, tuple(lines)), delivery(file, "rangering"))


def user_ranking(area: str, places: int, *, file: str) -> tuple[Section, ...]:
    """Explain the user representatives' form of 2.6."""
    about = f"Skjemaet er til brukerrepresentantene, som blir enige om én rangering for {area}."
    return (
        Section(ABOUT, (about, "Ranger etter kvaliteten på brukermedvirkningen.")),
        Section(
            FILL_IN,
            (
                COLOURED,
                f"Bruk plass 1–{places}. 1 er best. Hver plass brukes én gang.",
                "Den som er inhabil på en søknad, er ikke med når den plasseres.",
            ),
        ),
        delivery(file, "brukerrangering"),
    )


def conflicted(names: tuple[str, ...], *, to_rank: bool) -> str:
    """Say on a ranking form who is conflicted, and whether the application is ranked at all."""
    if not to_rank:
        return "Begge er inhabile – skal ikke rangeres"
    if not names:
        return ""
    return f"{enumerated(names)} er {'inhabil' if len(names) == 1 else 'inhabile'}"


def applications(count: int) -> str:
    """Count applications in words: én søknad, 2 søknader."""
    return "én søknad" if count == 1 else f"{count} søknader"
