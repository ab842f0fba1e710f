"""Make the document fonts from Source Sans 3 (npm package `source-sans` 3.52.0).

Usage: `python tools/make_fonts.py <package folder> [<target folder>]`, where the package
folder holds `TTF/` and `LICENSE.md`. The target is `templates/fonts` unless given.

Each weight is cut down to the characters that Norwegian public documents need. A document
then embeds the whole small font and no subsetting happens while printing. Figures are
tabular and lining by default in the source, so no feature is needed for them. The licence
(SIL OFL 1.1) reserves the name «Source», so a modified version carries another name.
"""

import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Reviewpkg Sans"
STYLES = {"It": "Italic", "Regular": "Regular", "Semibold": "Semibold"}
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x01E4, 0x01EF),  # Skolt Sámi
    (0x0218, 0x021B),  # Romanian
    (0x02C6, 0x02DD),  # spacing accents
    (0x0300, 0x0331),  # combining accents
    (0x1E80, 0x1EF9),  # Latin Extended Additional: Welsh, Vietnamese
    (0x2007, 0x200A),  # spaces of fixed width
    (0x2010, 0x2026),  # dashes, quotation marks, bullets
    (0x202F, 0x203A),  # narrow no-break space, per mille, primes, angle quotation marks
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x2193),  # arrows
    (0x2202, 0x2265),  # mathematics: minus, ≈, ≠, ≤, ≥
    (0x25A0, 0x25CF),  # geometric shapes
    (0x2610, 0x2612),  # ballot boxes
)
SINGLE = "ƷʒαβγδεκλμπστχωΓΔΣΩ⁰⁴₂€№™✓✗"
PUNCTUATION_SPACE, HAIR_SPACE = 0x2008, 0x200A
REPLACEMENT, LOZENGE = 0xFFFD, 0x25CA
FEATURES = ["kern", "locl"]
COPYRIGHT, LICENSE, LICENSE_URL = 0, 13, 14


def main(arguments: list[str]) -> None:
    """Write one font per style and the licence text into the target folder."""
    package = Path(arguments[0])
    default = Path(__file__).resolve().parent.parent / "templates" / "fonts"
    target = Path(arguments[1]) if len(arguments) > 1 else default
    target.mkdir(parents=True, exist_ok=True)
    for source_style, style in STYLES.items():
        font = subset(package / "TTF" / f"SourceSans3-{source_style}.ttf")
        complete(font)
        rename(font, style)
        font.save(target / f"ReviewpkgSans-{style}.ttf")
    shutil.copyfile(package / "LICENSE.md", target / "OFL.txt")


def subset(source: Path) -> TTFont:
    """Return the font at `source` with our characters only, unhinted, its own date kept."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [COPYRIGHT, LICENSE, LICENSE_URL]
    options.drop_tables += ["BASE", "GDEF"]
    subsetter = Subsetter(options)
    wanted = {code for first, last in RANGES for code in range(first, last + 1)}
    subsetter.populate(unicodes=wanted | {ord(character) for character in SINGLE})
    subsetter.subset(font)
    return font


def complete(font: TTFont) -> None:
    """Add two characters that the source lacks, each in the place of one we do not use.

    The punctuation space takes over the hair space and gets the width of the comma, so that
    `5` and `5,5` can be aligned with plain text. The replacement character, which stands
    for what must not be printed, looks like a lozenge.
    """
    comma_width, _ = font["hmtx"][font.getBestCmap()[ord(",")]]
    font["hmtx"][font.getBestCmap()[HAIR_SPACE]] = (comma_width, 0)
    for table in font["cmap"].tables:
        table.cmap[PUNCTUATION_SPACE] = table.cmap.pop(HAIR_SPACE)
        table.cmap[REPLACEMENT] = table.cmap.pop(LOZENGE)


def rename(font: TTFont, style: str) -> None:
    """Give the modified version its own name, as the licence demands."""
    of_four = style in {"Regular", "Italic"}
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names = {
        1: FAMILY if of_four else f"{FAMILY} {style}",
        2: style if of_four else "Regular",
        3: f"3.052;{postscript}",
        4: f"{FAMILY} {style}",
        5: "Version 3.052",
        6: postscript,
        16: FAMILY,
        17: style,
    }
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


if __name__ == "__main__":
    main(sys.argv[1:])
