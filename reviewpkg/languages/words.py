"""Say a text in a language; how texts are marked for it stands in `reviewpkg.languages`."""

from __future__ import annotations

from dataclasses import dataclass

from reviewpkg.languages.catalogue import translations
from reviewpkg.languages.figures import Figures
from reviewpkg.languages.language import Language
from reviewpkg.languages.sentence import Sentence
from reviewpkg.languages.spelled import Spelled


def marked(text: str) -> str:
    """Mark a text that is kept in a constant for the catalogues, and return it as it is."""
    return text


@dataclass(frozen=True, slots=True)
class Words:
    """Speak one language: a value like any other, alike wherever and in whatever process."""

    language: Language

    @property
    def figures(self) -> Figures:
        """Return what writes the figures and dates of the language."""
        return Figures(self.language)

    def say(self, text: str, /, **values: str | int) -> str:
        """Return a text in the language, its `{places}` filled with values."""
        return self.translated(text).format(**values)

    def plural(self, one: str, more: str, count: int, /, **values: str | int) -> str:
        """Return the text for one or the text for none and many; `{count}` is a place in both."""
        return self.translated_plural(one, more, count).format(count=count, **values)

    def retell(self, sentence: str) -> str:
        """Return what was said in bokmål in this language, and so the values within it.

        What is no `Sentence`, a name or a value, is returned as it is.
        """
        if isinstance(sentence, Spelled):
            return sentence.in_language(self.language)
        if not isinstance(sentence, Sentence) or self.language is Language.BOKMAL:
            return sentence
        values = {
            name: self.retell(value) if isinstance(value, str) else value
            for name, value in sentence.values
        }
        message, more, number = sentence.message, sentence.more, sentence.number
        if more:
            return self.translated_plural(message, more, number).format(count=number, **values)
        if sentence.wordless and message not in translations(self.language):
            return message.format(**values)
        return self.translated(message).format(**values)

    def translated(self, text: str) -> str:
        """Return a text in the language, its places still open.

        Raise LookupError where the catalogue lacks it: that is a fault in the program.
        """
        return text if self.language is Language.BOKMAL else self._found(text)[0]

    def translated_plural(self, one: str, more: str, count: int) -> str:
        """Return the text for `count` in the language, its places still open."""
        if self.language is Language.BOKMAL:
            return one if count == 1 else more
        # All three languages tell one from any other number, and nothing else.
        return self._found(one)[0 if count == 1 else -1]

    def _found(self, text: str) -> tuple[str, ...]:
        found = translations(self.language).get(text)
        if not found or not all(found):
            message = f"the catalogue of {self.language} lacks {text!r}; see `make messages`"
            raise LookupError(message)
        return found
