"""Read TOML, and say where a file breaks its rules."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal

from reviewpkg.intake.cells import shown
from reviewpkg.languages.sentence import Sentence, sentence

_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_REASONS = (
    ("Invalid initial character for a key", sentence("ventet en nøkkel")),
    ("Expected '=' after", sentence("ventet likhetstegn etter nøkkelen")),
    ("Invalid value", sentence("verdien kan ikke leses; en tekst må stå i anførselstegn")),
    ("Expected newline or end", sentence("ventet linjeskift; tall skrives som 66_000_000 og 0.5")),
    ("Cannot overwrite", sentence("nøkkelen står to ganger")),
    ("Duplicate inline table key", sentence("nøkkelen står to ganger")),
    ("Cannot declare", sentence("tabellen står to ganger; lister skrives som [[areas]]")),
    ("Cannot mutate", sentence("tabellen er allerede lukket")),
    ("Expected ']", sentence("ventet ] etter tabellens navn")),
    ("Unclosed array", sentence("listen mangler ]")),
    ("Unclosed inline table", sentence("den innskutte tabellen mangler }}")),
    ("Unterminated string", sentence("teksten mangler anførselstegn til slutt")),
    ("Invalid date", sentence("datoen finnes ikke")),
    ("Unescaped", sentence("omvendt skråstrek i tekst må skrives dobbelt")),
    ("Illegal character '\\n'", sentence("teksten mangler anførselstegn til slutt")),
    ("Illegal character", sentence("tegnet er ikke tillatt her")),
    ("Found invalid character", sentence("tegnet er ikke tillatt her")),
)
_DEEPEST = 50
_TOO_DEEP = sentence("filen har en nøkkel av flere ledd enn noen kan ha.")


class BrokenSyntaxError(ValueError):
    """Say in `told` why a text is not TOML."""

    def __init__(self, told: Sentence) -> None:
        """Keep the sentence, which may be retold."""
        self.told = told
        super().__init__(told)


def parsed(data: bytes) -> dict[str, object]:
    """Return what a TOML file says, decimals exactly; raise BrokenSyntaxError where it is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        told = sentence(
            "linje {line} har tegn som ikke er UTF-8; lagre filen på nytt som UTF-8.",
            line=data.count(b"\n", 0, error.start) + 1,
        )
        raise BrokenSyntaxError(told) from error
    if any(map(_too_deep, text.split("\n"))):
        raise BrokenSyntaxError(_TOO_DEEP)
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BrokenSyntaxError(_told(str(error), text)) from error
    except (ValueError, ArithmeticError, RecursionError) as error:
        told = sentence("filen har et tall eller en liste som er for stor til å leses.")
        raise BrokenSyntaxError(told) from error


def _too_deep(line: str) -> bool:
    """Tell a key of very many parts, which takes the square of their number in memory to read.

    Text may have as many points, but there they end sentences of several words.
    """
    if line.count(".") < _DEEPEST:
        return False
    parts = 0
    for part in map(str.strip, line.split(".")):
        is_key = part.startswith(('"', "'")) or part.endswith(('"', "'")) or " " not in part
        parts = parts + 1 if part and is_key else 0
        if parts > _DEEPEST:
            return True
    return False


def _told(remark: str, text: str) -> Sentence:
    """Say in our own words what the reader remarked, and where."""
    reason = next((reason for start, reason in _REASONS if remark.startswith(start)), None)
    where = _WHERE.search(remark)
    lines = text.splitlines()
    if where is None or where[1] is None:
        missing = reason or sentence("noe mangler")
        return sentence("filen slutter for tidlig: {reason}.", reason=missing)
    line, column = int(where[1]), int(where[2])
    return sentence(
        "linje {line}, tegn {column}: {reason}, fant {found}.",
        line=line,
        column=column,
        reason=reason or sentence("dette er ikke TOML"),
        found=shown(lines[line - 1]) if line <= len(lines) else sentence("slutten av filen"),
    )
