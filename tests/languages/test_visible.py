import sys
import unicodedata

import pytest

from reviewpkg.languages.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Søvn – «æøå»\tog\nmer", "Søvn – «æøå»\tog\nmer"),
        ("a\r\nb\rc\x0bd\x85e\u2028f", "a\nb\nc\nd\ne\nf"),
        ("\x1b[31mrød\x1b[0m \x9b2J", "\ufffd[31mrød\ufffd[0m \ufffd2J"),
        ("tekst\u202egnp.exe", "tekst\ufffdgnp.exe"),
        ("\u2066a\u2069\u061cb\u200ec\u2060d", "\ufffda\ufffdbcd"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("\U000e0041skjult", "skjult"),
        ("\ud800\ufffe\ufdd0", "\ufffd\ufffd\ufffd"),
    ],
)
def test_what_hides_reorders_or_commands_is_taken_out(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


def test_no_character_that_is_left_commands_a_terminal_or_reorders_a_line() -> None:
    left = {visible(chr(code)) for code in range(sys.maxunicode + 1)} - {""}
    controls = {char for char in left if unicodedata.category(char) in {"Cc", "Cs"}}
    assert controls == {"\t", "\n"}
    reorder = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert not any(unicodedata.bidirectional(char) in reorder for char in left)


def test_one_line_keeps_the_spaces_that_line_columns_up() -> None:
    assert (
        one_line("  forms   kan\nkjøres\t\x1b]0;x\x07") == "  forms   kan kjøres \ufffd]0;x\ufffd"
    )
