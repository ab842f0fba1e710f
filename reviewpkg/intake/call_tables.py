"""Check each table of `call.toml` against its declaration, and translate what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reviewpkg.intake.call_model import MOST_LISTED, CriterionTable, PoolTable
from reviewpkg.intake.cells import shown
from reviewpkg.intake.expected import mismatch
from reviewpkg.intake.names import nearest, suggesting
from reviewpkg.intake.routine import CALL_FILE
from reviewpkg.languages.lists import either
from reviewpkg.languages.sentence import Sentence, plural_sentence, quoted, sentence
from reviewpkg.problems import Place, Problem, Severity

_NESTED: Mapping[str, type[BaseModel]] = {"criteria": CriterionTable, "ranking_pool": PoolTable}
_A_TABLE = sentence("en tabell")
_EXPECTED = {
    "string_type": sentence("en tekst i anførselstegn"),
    "string_too_short": sentence("en tekst som ikke er tom"),
    "line": sentence("en tekst på én linje uten skjulte tegn"),
    "int_type": sentence("et helt tall"),
    "day": sentence("en dato uten klokkeslett og anførselstegn, som 2019-11-20"),
    "number": sentence("et tall"),
    "handy": sentence("et tall med færre siffer"),
    "positive": sentence("et tall over 0"),
    "moment": sentence("en dato med klokkeslett uten anførselstegn, som 2024-05-15T16:00:00"),
    "century": sentence("en dato i dette århundret, fra 2000 til 2099"),
    "zone": sentence("navnet på en tidssone, som «Europe/Oslo»"),
    "share": sentence("en brøk fra 0 til 1, som «2/3»"),
    "four": sentence("en liste med fire tekster"),
    "tuple_type": sentence("en liste"),
    "model_type": _A_TABLE,
    "model_attributes_type": _A_TABLE,
}
_MOST_DIGITS = 30
_MOST_SHOWN = 10**_MOST_DIGITS

M = TypeVar("M", bound=BaseModel)


def call_problem(key: str, told: Sentence, severity: Severity = Severity.ERROR) -> Problem:
    """State a fault of the key at `key`; blank means the file as a whole."""
    return Problem(Place(CALL_FILE, key=key), told, severity)


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
            wanted = sentence("en liste av tabeller, hver under [[{key}]]", key=key)
            self.problems.append(call_problem(key, mismatch(wanted, _found(found))))
            return [None]
        if key in self._required and key in self._raw and not found:
            told = sentence("listen er tom; ventet minst én tabell.")
            self.problems.append(call_problem(key, told))
        if len(found) > MOST_LISTED:
            self.problems.append(_too_many(key, len(found)))
            return [None]
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


def _too_many(key: str, count: int) -> Problem:
    said = plural_sentence(
        "listen har {count} tabell; ventet høyst {most}.",
        "listen har {count} tabeller; ventet høyst {most}.",
        count,
        most=MOST_LISTED,
    )
    return call_problem(key, said)


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
    return problems + [
        call_problem(key, sentence("tabellen {table} mangler.", table=required[key]))
        for key in missing
    ]


def _unknown(key: str, near: str, elsewhere: Mapping[str, str]) -> Problem:
    if key in elsewhere:
        told = sentence(
            "nøkkelen hører til rutinen {routine}, som utlysningen ikke følger.",
            routine=quoted(elsewhere[key]),
        )
        return call_problem(key, told)
    return call_problem(key, suggesting(sentence("nøkkelen er ukjent."), near))


def _translated(
    model: type[BaseModel],
    key: str,
    faults: Sequence[ErrorDetails],
    elsewhere: Mapping[str, str],
) -> Iterable[Problem]:
    """Write pydantic's faults in our own words; a key misspelt is not reported as missing too."""
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
                yield call_problem(path, sentence("nøkkelen mangler."))
        else:
            yield call_problem(path, _unexpected(fault))


def _unexpected(fault: ErrorDetails) -> Sentence:
    kind, value = fault["type"], fault["input"]
    context: dict[str, object] = fault.get("ctx", {})
    if kind in {"literal_error", "enum"}:
        words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        near = nearest(value, words) if isinstance(value, str) else ""
        return suggesting(mismatch(either(map(quoted, words)), _found(value)), near)
    return mismatch(_bounded(kind, context) or _otherwise(kind), _found(value))


def _bounded(kind: str, context: Mapping[str, object]) -> Sentence | None:
    match kind:
        case "greater_than":
            return sentence("et helt tall over {bound}", bound=str(context["gt"]))
        case "greater_than_equal":
            return sentence("et helt tall, {least} eller mer", least=str(context["ge"]))
        case "less_than_equal":
            return sentence("et helt tall, høyst {bound}", bound=str(context["le"]))
        case "string_too_long":
            most = str(context["max_length"])
            return sentence("en tekst på høyst {most} tegn", most=most)
        case "too_long":
            most = str(context["max_length"])
            return sentence("en liste med høyst {most} verdier", most=most)
        case _:
            return None


def _otherwise(kind: str) -> Sentence:
    return _EXPECTED.get(kind) or sentence("en annen verdi")


def _path(key: str, location: Iterable[int | str]) -> str:
    """Write a key's path as areas[2].top_cap, lists counted from 1."""
    return key + "".join(
        f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location
    )


def _keys(model: type[BaseModel], location: Iterable[int | str]) -> list[str]:
    """Return the keys that the table around an unknown key may have."""
    nested = [_NESTED[part] for part in location if isinstance(part, str) and part in _NESTED]
    return list((nested[-1] if nested else model).model_fields)


def _found(value: object) -> Sentence:
    """Quote a value as the call file writes it, in short."""
    match value:
        case dict():
            return _A_TABLE
        case list():
            return plural_sentence(
                "en liste med {count} verdi", "en liste med {count} verdier", len(value)
            )
        case str():
            return shown(f'"{value}"')
        case int() if abs(value) > _MOST_SHOWN:
            return sentence("et tall med over {digits} siffer", digits=_MOST_DIGITS)
        case date() | time():
            return shown(value.isoformat())
        case _:  # true and false in lower case
            return shown(str(value).lower())
