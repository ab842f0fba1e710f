"""Write small panel call folders to break one thing at a time."""

from __future__ import annotations

from pathlib import Path

from reviewpkg.domain.panel import PanelReview
from reviewpkg.domain.steps import PanelStep
from reviewpkg.intake.panel.decisions import Places
from reviewpkg.intake.panel.loading import PanelLoaded, check_rulings, load_panel, survey
from reviewpkg.problems import InputRejected, sentences
from reviewpkg.procedure.panel import panel
from tests.intake.folders import CallFolder, Rows

CALL = """\
[call]
id = "panel"
title = "Prøveutlysning"
funder = "Stiftelsen"
procedure = "panel"
date = 2024-09-18
budget = 20_000_000

[grades]
min = 1
max = 5
step = 1
joint_step = 0.1

[screening]
deadline = 2024-05-15T16:00:00
timezone = "Europe/Oslo"
amount_min = 7_000_000
amount_max = 25_000_000
duration_max_months = 60
language = "engelsk"
regions = ["Sør-Øst", "Vest", "Midt-Norge", "Nord"]
cv_max_pages = 5
channel = "eSøknad"

[panel]
support_worthy_min = 3.5
priority_theme = "protonterapi"
min_experts = 2
"""
WHO = (
    ("Oslo universitetssykehus HF", "Sør-Øst"),
    ("Haukeland universitetssjukehus", "Vest"),
    ("St. Olavs hospital HF", "Midt-Norge"),
    ("Universitetssykehuset Nord-Norge HF", "Nord"),
)
HEADINGS = (
    "Prosjektnummer",
    "Prosjektnavn",
    "Søkerinstitusjon",
    "Helseregion",
    "Søknadssum",
    "Innsendt",
    "Kanal",
    "Varighet",
    "Språk",
    "Ledelsesforankring",
    "Brukermedvirkning",
    "Pasientinklusjon",
    "Markører",
    "Tema",
    "Status",
    "Fra trinn",
)
AMOUNTS = ("10 000 000", "12 000 000", "8 000 000", "9 000 000")
TITLES = ("Protoner ved hjernesvulst", "Tidlig rehabilitering", "Dren etter operasjon", "Søvn")
GRADES = {
    "e1": {1: (5, 5), 2: (3, 3), 3: (4, 4)},
    "e2": {1: (5, 4), 3: (4, 5), 4: (4, 4)},
    "e3": {2: (3, 2), 4: (4, 5)},
}
"""By expert and application; 003 and 004 come out equal, with the line among them."""


def number(at: int) -> str:
    """Return the number of the application at a place from 1."""
    return f"KB-24/00{at}"


def _applications() -> Rows:
    answers = ("15.05.2024 12:00", "eSøknad", "48", "engelsk", "ja", "ja", "ja", "ja", None)
    rows: Rows = [list(HEADINGS)]
    for at, (title, amount) in enumerate(zip(TITLES, AMOUNTS, strict=True), start=1):
        rows.append([number(at), title, *WHO[at - 1], amount, *answers, None, None])
    return rows


def _partners() -> Rows:
    rows: Rows = [["Prosjektnummer", "Institusjon", "Helseregion"]]
    for at in range(1, 5):
        rows += [[number(at), *who] for who in WHO if who != WHO[at - 1]]
    return rows


def _cvs() -> Rows:
    rows: Rows = [
        ["Prosjektnummer", "Deltaker", "Helseregion", "Rolle", "Sider", "Publikasjonsliste"]
    ]
    for at in range(1, 5):
        own = WHO[at - 1][1]
        rows.append([number(at), f"Leder {at}", own, "prosjektleder", 5, "ja"])
        for _, region in WHO:
            if region != own:
                rows.append([number(at), f"{region} {at}", region, "partner", 4, "ja"])
    return rows


def _rows_of(expert: str, own: dict[int, tuple[int, int]]) -> Rows:
    return [[number(at), expert, *pair, None] for at, pair in own.items()]


def _listed() -> Rows:
    return [list(one) for one in WHO]


def valid() -> CallFolder:
    """Return a panel call folder without a fault, as far as its recommendation."""
    graded: dict[str, Rows] = {
        f"karakterer/{expert}": [
            ["Prosjektnummer", "Medlem", "Kvalitet", "Nytte", "Kommentar"],
            *_rows_of(expert, own),
        ]
        for expert, own in GRADES.items()
    }
    return CallFolder(
        CALL,
        {
            "soknader": _applications(),
            "partnere": _partners(),
            "cv": _cvs(),
            "institusjoner": [["Institusjon", "Helseregion"], *_listed()],
            "fagutvalg": [
                ["Medlem", "Navn", "E-post", "Rolle"],
                ["e1", "Anne Bakke", "anne@example.no", None],
                ["e2", "Bjørn Dahl", None, None],
                ["e3", "Cecilie Eide", None, None],
                ["l1", "David Foss", None, "leder"],
                ["k1", "Eva Gran", None, "kontrollutvalg"],
            ],
            "inhabilitet": [
                ["Prosjektnummer", "Medlem", "Fra trinn"],
                [number(4), "e1", None],
                [number(3), "e2", "K3"],
            ],
            **graded,
            "samlet": [
                ["Prosjektnummer", "Samlet karakter", "Begrunnelse"],
                [number(1), "4,8", "Enige"],
                [number(2), None, None],
            ],
            "lederbeslutning": [
                ["Prosjektnummer", "Ny plassering", "Begrunnelse"],
                [number(4), 2, "Best for pasientene"],
            ],
        },
    )


def passed(review: PanelReview) -> frozenset[str]:
    """Tell which applications pass K1."""
    return panel.screen(review).passed


def read(folder: Path, step: PanelStep = PanelStep.RECOMMENDATION) -> PanelLoaded:
    """Read a written call folder that has no errors, the rulings too."""
    loaded = load_panel(folder, step, passed)
    if step is not PanelStep.RECOMMENDATION:
        return loaded
    ranked = panel.recommend(panel.screen(loaded.review)).ranked
    places = {one.project_number: Places(one.first, one.last) for one in ranked}
    return check_rulings(loaded, places)


def told(
    folder: CallFolder,
    at: Path,
    ending: str = "csv",
    step: PanelStep = PanelStep.RECOMMENDATION,
) -> str:
    """Write a call folder, read it, and return what is said of it."""
    return told_of(folder.write(at / "utlysning", ending), step)


def told_of(folder: Path, step: PanelStep = PanelStep.RECOMMENDATION) -> str:
    """Read a written call folder and return what is said of it, one problem on each line."""
    try:
        problems = read(folder, step).problems
    except InputRejected as rejected:
        problems = rejected.problems
    return "\n".join(sentences(problems))


def surveyed(folder: Path, step: PanelStep = PanelStep.RECOMMENDATION) -> PanelLoaded:
    """Return what a folder with a usable call file gave, faults or none."""
    found = survey(folder, step, passed)
    assert isinstance(found, PanelLoaded), told_of(folder, step)
    return found
