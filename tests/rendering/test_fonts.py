from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reviewpkg.rendering.page_fonts import FACES, FONTS

NEEDED = (
    "ABCÆØÅabcæøåéèêëüöäáčđŋšŧžÁČĐŊŠŦŽǥǧʒǯ«»–—…“”’·•0123456789,.−+×½⅓≤≥≠≈±§%‰€→←↑↓✓☐☑□■●○"
    "\u00a0\u00ad\u2007\u2008\u2009\u202f\ufffd"
)
FIGURES = "0123456789\u2007"


@pytest.fixture(params=[file for file, _, _ in FACES])
def font(request: pytest.FixtureRequest) -> TTFont:
    return TTFont(FONTS / request.param)


def test_every_character_of_our_documents_is_in_the_font(font: TTFont) -> None:
    assert [character for character in NEEDED if ord(character) not in font.getBestCmap()] == []


def test_figures_are_of_one_width_and_the_comma_has_its_space(font: TTFont) -> None:
    def width(character: str) -> int:
        return int(font["hmtx"][font.getBestCmap()[ord(character)]][0])

    assert len({width(figure) for figure in FIGURES}) == 1
    assert width(",") == width("\u2008")


def test_there_are_no_ligatures_and_no_reserved_name(font: TTFont) -> None:
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert features <= {"locl"}
    names = {name.nameID: name.toUnicode() for name in font["name"].names}
    assert all("Source" not in names[name_id] for name_id in (1, 3, 4, 6, 16))
    assert "SIL Open Font License" in names[13]


def test_the_licence_comes_with_the_fonts() -> None:
    licence = Path(FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
