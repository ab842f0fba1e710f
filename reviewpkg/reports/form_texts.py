"""Hold the words that explain the workbooks to those who fill them in, all in one place."""

from __future__ import annotations

from collections.abc import Iterable

from reviewpkg.domain.forms import Section
from reviewpkg.languages.words import Words, marked

ABOUT = marked("Om skjemaet")
FILL_IN = marked("Slik fyller du ut")
DELIVER = marked("Slik leverer du")
COLOURED = marked(
    "Fyll ut de fargede cellene. De andre er låst, så skjemaet kan leses inn som det er."
)
CHOOSE = marked("Velg fra listen i cellen, eller skriv tallet selv. Høyere tall er bedre.")
ROOM = marked("Trenger du mer plass til tekst, kan du gjøre raden høyere.")
CONFLICT = marked("Er du inhabil på en søknad? La raden stå tom, og si fra til sekretariatet.")
OPTIONAL_COMMENT = marked("Kommentaren er frivillig.")
ORDER = marked("Søknadene står etter prosjektnummer. Rekkefølgen sier ikke noe annet.")


def section(words: Words, heading: str, paragraphs: Iterable[str]) -> Section:
    """Make a part of the explanation of marked texts that have no places to fill."""
    return Section(words.say(heading), tuple(words.say(text) for text in paragraphs))


def delivery(words: Words, file: str, table: str) -> Section:
    """Say how a filled-in workbook comes back into the table's folder."""
    return Section(
        words.say(DELIVER),
        (
            words.say(
                "Lagre skjemaet som Excel-fil (xlsx) under navnet det har: {file}.", file=file
            ),
            words.say("Send det til sekretariatet."),
            words.say(
                "Sekretariatet legger filen i mappen «{table}» i utlysningsmappen, uten å endre "
                "den.",
                table=table,
            ),
        ),
    )


def grading(  # noqa: PLR0913 - what a form is made of, all named where called
    words: Words,
    name: str,
    count: int,
    standing_in: tuple[str, ...],
    *,
    criteria: bool,
    file: str,
) -> tuple[Section, ...]:
    """Explain the form of 1.1; `standing_in` are the applications graded as a substitute."""
    about = [_on_your_own(words, name, count)]
    if standing_in:
        numbers = ", ".join(standing_in)
        about.append(words.say("Du er stedfortreder på {numbers}.", numbers=numbers))
    optional = marked("Kriteriene er til støtte for vurderingen og kan stå tomme.")
    return (
        Section(words.say(ABOUT), tuple(about)),
        section(
            words,
            FILL_IN,
            (
                COLOURED,
                CHOOSE,
                marked(
                    "Gi hver søknad en totalkarakter. Det er bare den som teller i utvelgelsen."
                ),
                *((optional,) if criteria else ()),
                OPTIONAL_COMMENT,
                marked(
                    "Den du vurderer sammen med, får se det du har skrevet i trinn 2.1, ikke før."
                ),
                ROOM,
                CONFLICT,
            ),
        ),
        delivery(words, file, "karakterer"),
    )


def _on_your_own(words: Words, name: str, count: int) -> str:
    return words.say(
        "Skjemaet er til {name}. Det har {applications} som du vurderer på egen hånd.",
        name=name,
        applications=applications(words, count),
    )


def user(words: Words, name: str, count: int, *, file: str) -> tuple[Section, ...]:
    """Explain the form of 1.4."""
    grade = marked("Gi hver søknad en karakter. Kommentaren er frivillig.")
    return (
        Section(words.say(ABOUT), (_on_your_own(words, name, count), words.say(ORDER))),
        section(words, FILL_IN, (COLOURED, CHOOSE, grade, ROOM, CONFLICT)),
        delivery(words, file, "brukerkarakterer"),
    )


def joint(  # noqa: PLR0913 - what a form is made of, all named where called
    words: Words,
    names: tuple[str, ...],
    absent: tuple[str, ...],
    graders: tuple[str, ...],
    count: int,
    *,
    file: str,
) -> tuple[Section, ...]:
    """Explain the form of 2.1; `graders` gave «Karakter 1» and «Karakter 2»."""
    about = [
        words.say(
            "Skjemaet er til {names}. Det har {applications}.",
            names=words.figures.join_and(names),
            applications=applications(words, count),
        )
    ]
    about += [
        words.say("{name} deltar ikke i vurderingen av disse søknadene.", name=name)
        for name in absent
    ]
    first, second = graders
    about.append(
        words.say(
            "«Karakter 1» er gitt av {first}, «Karakter 2» av {second}.",
            first=first,
            second=second,
        )
    )
    return (
        Section(words.say(ABOUT), tuple(about)),
        section(
            words,
            FILL_IN,
            (
                COLOURED,
                CHOOSE,
                marked("Gi hver søknad én samlet karakter."),
                marked("Skriv hvor mange prioriterte områder søknaden treffer, 0 om det er ingen."),
                marked("Begrunnelsen er frivillig, men til god hjelp i plenum."),
                ROOM,
                CONFLICT,
            ),
        ),
        delivery(words, file, "samlet"),
    )


def ranking(  # noqa: PLR0913 - what a ballot is made of, all named where called
    words: Words,
    pair: str,
    names: tuple[str, ...],
    places: int,
    *,
    joint: int,
    left_out: int,
    file: str,
) -> tuple[Section, ...]:
    """Explain the form of 2.6; `joint` counts what the pair ranks together first, if not all."""
    about = words.say(
        "Skjemaet er til {names}, par {pair}.", names=words.figures.join_and(names), pair=pair
    )
    lines = [words.say(COLOURED), _each_place_once(words, places)]
    if joint:
        lines += [
            words.say(
                "Ranger først de {joint} dere begge er habile på, i «Felles plassering», "
                "1–{joint}.",
                joint=joint,
            ),
            words.say(
                "Deretter setter den som er habil, inn de andre i «Plassering».",
            ),
            words.say("Rekkefølgen dere ble enige om, skal stå."),
        ]
    if left_out:
        lines.append(
            words.say(
                "Rader som er grå i sin helhet, er dere begge inhabile på. De skal ikke rangeres, "
                "og plassene går videre uten opphold."
            )
        )
    return (
        Section(words.say(ABOUT), (about,)),
        Section(words.say(FILL_IN), tuple(lines)),
        delivery(words, file, "rangering"),
    )


def _each_place_once(words: Words, places: int) -> str:
    return words.say("Bruk plass 1–{places}. 1 er best. Hver plass brukes én gang.", places=places)


def user_ranking(words: Words, area: str, places: int, *, file: str) -> tuple[Section, ...]:
    """Explain the user representatives' form of 2.6."""
    about = words.say(
        "Skjemaet er til brukerrepresentantene, som blir enige om én rangering for {area}.",
        area=area,
    )
    quality = words.say("Ranger etter kvaliteten på brukermedvirkningen.")
    conflict = words.say("Den som er inhabil på en søknad, er ikke med når den plasseres.")
    return (
        Section(words.say(ABOUT), (about, quality)),
        Section(
            words.say(FILL_IN), (words.say(COLOURED), _each_place_once(words, places), conflict)
        ),
        delivery(words, file, "brukerrangering"),
    )


def conflicted(words: Words, names: tuple[str, ...], *, to_rank: bool) -> str:
    """Say on a ranking form who is conflicted, and whether the application is ranked at all."""
    if not to_rank:
        return words.say("Begge er inhabile – skal ikke rangeres")
    if not names:
        return ""
    return words.plural(
        "{names} er inhabil",
        "{names} er inhabile",
        len(names),
        names=words.figures.join_and(names),
    )


def applications(words: Words, count: int) -> str:
    """Count applications in words: én søknad, 2 søknader."""
    return words.plural("én søknad", "{count} søknader", count)
