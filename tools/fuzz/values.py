"""Think of what might stand in a cell by accident or by harm."""

from __future__ import annotations

from random import Random

ODD = (
    *("", " ", "\u00a0", "0", "-0", "1", "2", "3", "5", "7", "8", "-1", "5,5", "5.0", "05", "1e3"),
    *("1/2", "NaN", "inf", "1.000", "1 000", "2 343 000 kr", "kr", "1000000000000000", "9" * 400),
    *("2019-05-05", "2019-05-05 00:00:00", "05.mai", "16.00", "2024-05-15 16:00", "31.02.2024"),
    *("ja", "nei", "trukket", "leder", "kontrollutvalg", "par", "1.1", "2.2", "2,6", "K3"),
    *("ikke relevant", "engelsk", "eSøknad", "prosjektleder", "Sum", "Totalt", "#N/A", "#REF!"),
    *("=1+1", "@x", "'5", '"', '""', ";", ",", "\n", "\r", "\t", "a\nb", "<b>", "{0}", "%s", "\\"),
    *("\u202e", "\u200b", "\x07", "\x1b[2J", "æøå", "Ærø", "e\u0301", "😀"),
    *("x" * 250, "x" * 40_000),
)  # fmt: skip


def odd(chance: Random) -> str:
    """Return something that a cell might hold."""
    return chance.choice(ODD)


def slipped(text: str, chance: Random) -> str:
    """Return a text as a slip of the pen would leave it."""
    if not text:
        return odd(chance)
    at = chance.randrange(len(text))
    letter, rest = text[at], text[at + 1 :]
    return chance.choice((
        text[:at] + rest,
        text[:at] + letter + text[at:],
        text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
        text[:at] + (str((int(letter) + 1) % 10) if letter in "0123456789" else "x") + rest,
        text.swapcase(),
        f" {text} ",
        f"{text}{odd(chance)[:300]}",
        text.replace("0", "O").replace("1", "l"),
        text.replace(".", ",") if "." in text else text.replace(",", "."),
    ))  # fmt: skip
