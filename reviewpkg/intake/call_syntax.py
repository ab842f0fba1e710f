"""Read TOML, and say in Norwegian where a file breaks its rules."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal

from reviewpkg.intake.cells import shown

_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_REASONS = (
    ("Invalid initial character for a key", "ventet en nøkkel"),
    ("Expected '=' after", "ventet likhetstegn etter nøkkelen"),
    ("Invalid value", "verdien kan ikke leses; en tekst må stå i anførselstegn"),
    ("Expected newline or end", "ventet linjeskift; tall skrives som 66_000_000 og 0.5"),
    ("Cannot overwrite", "nøkkelen står to ganger"),
    ("Duplicate inline table key", "nøkkelen står to ganger"),
    ("Cannot declare", "tabellen står to ganger; lister skrives som [[areas]]"),
    ("Cannot mutate", "tabellen er allerede lukket"),
    ("Expected ']", "ventet ] etter tabellens navn"),
    ("Unclosed array", "listen mangler ]"),
    ("Unclosed inline table", "den innskutte tabellen mangler }"),
    ("Unterminated string", "teksten mangler anførselstegn til slutt"),
    ("Invalid date", "datoen finnes ikke"),
    ("Unescaped", "omvendt skråstrek i tekst må skrives dobbelt"),
    ("Illegal character '\\n'", "teksten mangler anførselstegn til slutt"),
    ("Illegal character", "tegnet er ikke tillatt her"),
    ("Found invalid character", "tegnet er ikke tillatt her"),
)


class BrokenSyntaxError(ValueError):
    """Say in Norwegian why a text is not TOML."""


def parsed(data: bytes) -> dict[str, object]:
    """Return what a TOML file says, decimals exactly; raise BrokenSyntaxError where it is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"linje {line} har tegn som ikke er UTF-8; lagre filen på nytt som UTF-8."
        raise BrokenSyntaxError(message) from error
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BrokenSyntaxError(_sentence(str(error), text)) from error
    except (ValueError, ArithmeticError, RecursionError) as error:
        message = "filen har et tall eller en liste som er for stor til å leses."
        raise BrokenSyntaxError(message) from error


def _sentence(english: str, text: str) -> str:
    reason = next((norsk for start, norsk in _REASONS if english.startswith(start)), "")
    where = _WHERE.search(english)
    lines = text.splitlines()
    if where is None or where[1] is None:
        return f"filen slutter for tidlig: {reason or 'noe mangler'}."
    line, column = int(where[1]), int(where[2])
    found = shown(lines[line - 1]) if line <= len(lines) else "slutten av filen"
    return f"linje {line}, tegn {column}: {reason or 'dette er ikke TOML'}, fant {found}."
