"""Let click say its own words in bokmål, as the rest of the help is."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from click import core, decorators, exceptions, formatting, parser

_BOKMAL: Final = MappingProxyType(
    {
        "Usage:": "Bruk:",
        "Options": "Valg",
        "Commands": "Kommandoer",
        "required": "må være med",
        "Show this message and exit.": "Vis denne teksten.",
        "Try '{command} {option}' for help.": "«{command} {option}» sier mer.",
        "Error: {message}": "Feil: {message}",
        "Aborted!": "Avbrutt.",
        "Missing command.": "Kommandoen mangler.",
        "Missing argument": "Her mangler",
        "Missing option": "Valget mangler:",
        "No such option {name!r}.": "Valget «{name}» finnes ikke.",
        "No such command {name!r}.": "Kommandoen «{name}» finnes ikke.",
        "Did you mean {possibility}?": "Mente du {possibility}?",
        "(Did you mean one of: {possibilities}?)": "Mente du en av disse: {possibilities}?",
        "Got unexpected extra argument ({args})": "Dette er det ikke bruk for: {args}",
        "Got unexpected extra arguments ({args})": "Dette er det ikke bruk for: {args}",
        "Option {name!r} requires an argument.": "Valget «{name}» trenger en verdi.",
        "Option {name!r} does not take a value.": "Valget «{name}» tar ingen verdi.",
        "Invalid value for {param_hint}: {message}": "{param_hint}: {message}",
    }
)


def speak_bokmal() -> None:
    """Replace what click translates by; a text that is not known here stays in English."""

    def gettext(text: str) -> str:
        return _BOKMAL.get(text, text)

    def ngettext(one: str, more: str, count: int) -> str:
        return gettext(one if count == 1 else more)

    for module in (core, decorators, exceptions, formatting, parser):
        vars(module).update(_=gettext, ngettext=ngettext)
