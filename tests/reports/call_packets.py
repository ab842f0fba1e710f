"""A call half-way: packets as they lie there, made by different steps at different times."""

from __future__ import annotations

from reviewpkg.reports.call_shelves import PacketOnDisk
from reviewpkg.reports.call_state import CallState, Owed, StepState
from reviewpkg.reports.contents import Content, Contents
from reviewpkg.reports.packet_index import Reader
from reviewpkg.reports.status import State
from tests.reports.small_call import CALL

P1, P2 = "Kari Nordmann og Ola Hansen, par P1", "Ida Moe og Per Lie, par P2"
ANNE, YUSUF = "Anne Østby", "Yusuf Dahlen"
HOSTILE = "<script>alert(1)</script> & Søn"
STEPS = (
    StepState("forms", "karakterskjemaer til fagutvalget (1.1)", State.OUTDATED, ("er endret",)),
    StepState("round1", "utvelgelse, avslag 1 og skjemaer (1.2–1.4)", State.DONE),
    StepState("joint", "brukerrepresentantenes dagsorden (2.1)", State.DONE),
    StepState(
        "ranking", "til rangering, skjemaer (2.5)", State.READY, ("Annet venter på «plenum2»",)
    ),
    StepState("award", "tildelingslisten (2.7)", State.WAITING, ("tabellen rangering mangler",)),
)


def state(*problems: str) -> CallState:
    return CallState(CALL, (), STEPS, (Owed("Per Lie", 3), Owed("Ida Moe", 1)), problems)


def document(reader: Reader, path: str, title: str, recipient: str = "", *formats: str) -> Content:
    return Content(
        reader, title, recipient, tuple(f"{path}.{form}" for form in formats or ("pdf",))
    )


def packet(
    step: str, *documents: Content, outdated: bool = False, warnings: tuple[str, ...] = ()
) -> PacketOnDisk:
    files = frozenset(file for one in documents for file in one.files)
    contents = Contents(documents, warnings)
    return PacketOnDisk(step, contents, files, frozenset(), outdated, f"{step}/index.html")


def forms() -> PacketOnDisk:
    return packet(
        "forms",
        document(
            Reader.REVIEWERS,
            "karakterer-m1a",
            "Karakterskjema – Kari Nordmann",
            "Kari Nordmann, par P1",
            "xlsx",
        ),
        document(
            Reader.REVIEWERS, "karakterer-m2a", "Karakterskjema – Ida Moe", "Ida Moe, par P2", "pdf"
        ),
        outdated=True,
        warnings=("Advarsel: noe gammelt.", "Merknad: en kolonne er ukjent."),
    )


def round_1() -> PacketOnDisk:
    return packet(
        "round1",
        document(
            Reader.SECRETARIAT,
            "utvelgelse-ks",
            f"Utvelgelse – {HOSTILE}",
            "Sekretariatet",
            "pdf",
            "html",
        ),
        document(
            Reader.PAIRS, "par/par-p1/samlet-p1", "Samlet vurdering – par P1", P1, "pdf", "xlsx"
        ),
        document(
            Reader.PAIRS,
            "par/par-p2/samlet-p2",
            "Samlet vurdering – par P2",
            "Ida Moe, par P2",
            "pdf",
            "xlsx",
        ),
        document(Reader.USER_REPRESENTATIVES, "brukerrepresentanter/b1/skjema-b1", "Skjema", ANNE),
        document(Reader.USER_REPRESENTATIVES, "brukerrepresentanter/b2/skjema-b2", "Skjema", YUSUF),
        document(Reader.EXTRA_WEB, "avslag-1-ks-extraweb", "avslag-1-ks-extraweb", "", "csv"),
        document(Reader.PROGRAMS, "decisions", "", "", "csv"),
        warnings=("Merknad: en kolonne er ukjent.", "Advarsel: par P1 avviker."),
    )


def joint() -> PacketOnDisk:
    shared = "brukerrepresentanter"
    return packet(
        "joint",
        document(
            Reader.USER_REPRESENTATIVES,
            f"{shared}/dagsorden-ks",
            "Dagsorden – KS",
            f"{ANNE}, {YUSUF}",
        ),
        document(
            Reader.USER_REPRESENTATIVES,
            f"{shared}/b2/dagsorden-annet-b2",
            "Dagsorden – Annet",
            YUSUF,
        ),
        document(
            Reader.USER_REPRESENTATIVES,
            f"{shared}/brukersamlet-ks",
            "Felles karakter – KS",
            "Brukerrepresentantene, i møtet",
            "pdf",
            "xlsx",
        ),
        warnings=("Merknad: en kolonne er ukjent.",),
    )


def ranking() -> PacketOnDisk:
    return packet(
        "ranking",
        document(Reader.SECRETARIAT, "innvilgelse-1-ks", "Innvilgelse 1 – KS", "Sekretariatet"),
        *(
            document(
                Reader.PAIRS,
                f"par/par-{pair}/rangering-{area}-{pair}",
                f"Rangering – {area}",
                recipient,
            )
            for area in ("KS", "Annet")
            for pair, recipient in (("p1", P1), ("p2", P2))
        ),
    )


def explained() -> PacketOnDisk:
    return packet(
        "explain-k01", document(Reader.SECRETARIAT, "soknad-k01", "Søknad K01", "Sekretariatet")
    )


def everything() -> tuple[PacketOnDisk, ...]:
    """Return the packets in no order that means anything."""
    return (ranking(), explained(), joint(), forms(), round_1())
