"""Say a text in bokmål now, and let it be retold in another language when it is read.

What is wrong with a call folder is found before anybody knows which language its call is held in,
and compared, sorted and tested long before it is printed. A `Sentence` is therefore the text in
bokmål, like any other string, and remembers what it was put together from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Self, TypeAlias

Value: TypeAlias = str | int

_PLACE: Final = re.compile(r"{[^}]*}")


class Sentence(str):
    """Be a text in bokmål that remembers the message it was made from, and its values.

    `more` is the message for other numbers than one, empty where nothing is counted. A value may be
    a sentence itself.
    """

    __slots__ = ("message", "more", "number", "values")

    message: str
    more: str
    number: int
    values: tuple[tuple[str, Value], ...]

    def __new__(
        cls,
        message: str,
        more: str = "",
        number: int = 1,
        values: tuple[tuple[str, Value], ...] = (),
    ) -> Self:
        """Fill the message in bokmål."""
        chosen = more if more and number != 1 else message
        told = super().__new__(cls, chosen.format(count=number, **dict(values)))
        told.message, told.more, told.number, told.values = message, more, number, values
        return told

    @property
    def wordless(self) -> bool:
        """Tell whether the message is only places and what stands between them."""
        return not any(letter.isalpha() for letter in _PLACE.sub("", self.message))

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        """Keep the parts on the way to another process."""
        return type(self), (self.message, self.more, self.number, self.values)


def sentence(text: str, /, **values: Value) -> Sentence:
    """Return a sentence, its `{places}` filled with values."""
    return Sentence(text, values=tuple(values.items()))


def plural_sentence(one: str, more: str, count: int, /, **values: Value) -> Sentence:
    """Return the sentence for one or for none and many; `{count}` is a place in both."""
    return Sentence(one, more, count, tuple(values.items()))


def joined(parts: Iterable[str], between: str = ", ") -> Sentence:
    """Return parts in a row, each a sentence or a name of its own; `between` holds no words."""
    values = tuple((f"part{at}", part) for at, part in enumerate(parts))
    return Sentence(between.join(f"{{{name}}}" for name, _ in values), values=values)


def quoted(text: object) -> Sentence:
    """Return a word or name of the input between the quotation marks of the language."""
    return sentence("«{text}»", text=text if isinstance(text, str) else str(text))


def warning(text: str) -> Sentence:
    """Return what was noticed, and hinders nothing, as it is told."""
    return sentence("Advarsel: {text}", text=text)
