"""Check each table of `call.toml` against its declaration, and translate what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reviewpkg.intake.call_model import CriterionTable, PoolTable
from reviewpkg.intake.cells import shown
from reviewpkg.intake.files import CALL_FILE
from reviewpkg.intake.names import nearest
from reviewpkg.languages.lists import either
from reviewpkg.problems import Place, Problem, Severity

_NESTED: Mapping[str, type[BaseModel]] = {"criteria": CriterionTable, "ranking_pool": PoolTable}
_EXPECTED = {
    "string_type": "en tekst i anførselstegn",
    "string_too_short": "en tekst som ikke er tom",
    "int_type": "et helt tall",
    "greater_than": "et helt tall over {gt}",
    "greater_than_equal": "et helt tall, {ge} eller mer",
    "less_than_equal": "et helt tall, høyst {le}",
    "day": "en dato uten klokkeslett og anførselstegn, som 2019-11-20",
    "number": "et tall",
    "handy": "et tall med færre siffer",
    "positive": "et tall over 0",
    "moment": "en dato med klokkeslett uten anførselstegn, som 2024-05-15T16:00:00",
    "zone": "navnet på en tidssone, som «Europe/Oslo»",
    "share": "en brøk fra 0 til 1, som «2/3»",
    "four": "en liste med fire tekster",
    "tuple_type": "en liste",
    "model_type": "en tabell",
    "model_attributes_type": "en tabell",
}
_MOST_DIGITS = 30
_MOST_SHOWN = 10**_MOST_DIGITS

M = TypeVar("M", bound=BaseModel)


def call_problem(key: str, sentence: str, severity: Severity = Severity.ERROR) -> Problem:
    """State a fault of the key at `key`; blank means the file as a whole."""
    return Problem(Place(CALL_FILE, key=key), sentence, severity)


class Tables:
    """Check the tables of a call file one by one, and gather what is wrong with them.

    `required` maps the tables that must be there to how they are written, `optional` names the
    others, `elsewhere` maps keys that only another routine has to its name.
    """

    def __init__(
        self,
        raw: Mapping[str, object],
        required: Mapping[str, str],
        optional: Sequence[str],
        elsewhere: Mapping[str, str],
    ) -> None:
        self._raw = raw
        self._required = required
        self._elsewhere = elsewhere
        self.problems: list[Problem] = _top_level(raw, required, optional, elsewhere)

    def one(self, model: type[M], key: str) -> M | None:
        """Return a table, None where it is missing or cannot be used."""
        return self._checked(model, self._raw[key], key) if key in self._raw else None

    def many(self, model: type[M], key: str) -> list[M | None]:
        """Return a list of tables, None in place of each that cannot be used."""
        found = self._raw.get(key, [])
        if not isinstance(found, list):
            sentence = f"ventet en liste av tabeller, hver under [[{key}]], fant {_found(found)}."
            self.problems.append(call_problem(key, sentence))
            return [None]
        if key in self._required and key in self._raw and not found:
            self.problems.append(call_problem(key, "listen er tom; ventet minst én tabell."))
        return [
            self._checked(model, one, f"{key}[{place}]") for place, one in enumerate(found, start=1)
        ]

    def _checked(self, model: type[M], raw: object, key: str) -> M | None:
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            faults = error.errors(include_url=False)
            self.problems += _translated(model, key, faults, self._elsewhere)
            return None


def _top_level(
    raw: Mapping[str, object],
    required: Mapping[str, str],
    optional: Sequence[str],
    elsewhere: Mapping[str, str],
) -> list[Problem]:
    known = (*required, *optional)
    near = {key: "" if key in elsewhere else nearest(key, known) for key in raw}
    unknown = {key: near[key] for key in raw if key not in known}
    problems = [_unknown(key, meant, elsewhere) for key, meant in unknown.items()]
    missing = [key for key in required if key not in raw and key not in unknown.values()]
    return problems + [call_problem(key, f"tabellen {required[key]} mangler.") for key in missing]


def _unknown(key: str, near: str, elsewhere: Mapping[str, str]) -> Problem:
    if key in elsewhere:
        sentence = f"nøkkelen hører til rutinen «{elsewhere[key]}», som utlysningen ikke følger."
        return call_problem(key, sentence)
    return call_problem(key, f"nøkkelen er ukjent.{f' Mente du «{near}»?' if near else ''}")


def _translated(
    model: type[BaseModel],
    key: str,
    faults: Sequence[ErrorDetails],
    elsewhere: Mapping[str, str],
) -> Iterable[Problem]:
    """Write pydantic's faults in Norwegian; a key misspelt is not reported as missing too."""
    unknown = {
        fault["loc"]: nearest(str(fault["loc"][-1]), _keys(model, fault["loc"]))
        for fault in faults
        if fault["type"] == "extra_forbidden"
    }
    meant = {(*location[:-1], near) for location, near in unknown.items()}
    for fault in faults:
        location, kind = fault["loc"], fault["type"]
        path = _path(key, location)
        if kind == "extra_forbidden":
            yield _unknown(path, unknown[location], elsewhere)
        elif kind == "missing":
            if location not in meant:
                yield call_problem(path, "nøkkelen mangler.")
        else:
            yield call_problem(path, _unexpected(fault))


def _unexpected(fault: ErrorDetails) -> str:
    kind, value = fault["type"], fault["input"]
    context: dict[str, object] = fault.get("ctx", {})
    if kind in {"literal_error", "enum"}:
        words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        near = nearest(value, words) if isinstance(value, str) else ""
        hint = f" Mente du «{near}»?" if near else ""
        expected: str = either(f"«{word}»" for word in words)
        return f"ventet {expected}, fant {_found(value)}.{hint}"
    expected = _EXPECTED.get(kind, "en annen verdi").format(**context)
    return f"ventet {expected}, fant {_found(value)}."


def _path(key: str, location: Iterable[int | str]) -> str:
    """Write a key's path as areas[2].top_cap, lists counted from 1."""
    return key + "".join(
        f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location
    )


def _keys(model: type[BaseModel], location: Iterable[int | str]) -> list[str]:
    """Return the keys that the table around an unknown key may have."""
    nested = [_NESTED[part] for part in location if isinstance(part, str) and part in _NESTED]
    return list((nested[-1] if nested else model).model_fields)


def _found(value: object) -> str:
    """Quote a value as the call file writes it, in short."""
    match value:
        case dict():
            return "en tabell"
        case list():
            return f"en liste med {len(value)} {'verdi' if len(value) == 1 else 'verdier'}"
        case str():
            return shown(f'"{value}"')
        case int() if abs(value) > _MOST_SHOWN:
            return f"et tall med over {_MOST_DIGITS} siffer"
        case date() | time():
            return shown(value.isoformat())
        case _:  # true and false in lower case
            return shown(str(value).lower())
