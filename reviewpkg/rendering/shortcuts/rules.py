"""Find which rules of the stylesheets hold for an element, and weigh what they declare."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from math import inf
from types import CodeType
from typing import Any, Final

from weasyprint import css
from webencodings import ascii_lower

_OF_ITSELF: Final = frozenset({"style", "lang", "id", "name"})
_SVG: Final = "{http://www.w3.org/2000/svg}svg"
_BY_NAME: Final = frozenset(
    {"local_name", "in_html_document", "namespace_url", "classes", "id", "parent", "ancestors"}
    | {"any", "all", "next", "etree_element", "tag", "attrib", "get"}
    | {"lower", "ascii_lower", "split_whitespace", "startswith", "endswith"}
)
"""What a selector may ask an element for that is answered once for all of its kind."""

Declared = dict[str, Any]
"""For the name of each property declared: its value, and the weight of that."""


class Rules:
    """Know the rules of all stylesheets.

    Most selectors only ask for the names, classes, identities and some attributes of an element and
    of those that it is in. What they answer is asked for once for all elements that are the same in
    that.
    """

    def __init__(self, sheets: list[Any]) -> None:
        self._sheets = sheets
        self._alike: dict[Any, tuple[int, list[tuple[Any, int]]]] = {}
        self._numbers: dict[tuple[int, int], int] = {}
        self._rules: list[tuple[Any, list[tuple[str, Any, Any]]]] = []
        self.has_leaders = False
        codes = [one[0].__code__ for sheet, _, _ in sheets for one in _all_selectors(sheet)]
        self._valued = _texts_in([code for code in codes if "get" in _names_in(code)])
        self._given = _texts_in([code for code in codes if "attrib" in _names_in(code)])

    def matching(self, element: Any) -> tuple[int, ...]:
        """Return which rules hold for an element, the weakest first."""
        one, parent = element.etree_element, element.parent
        key = (
            one.tag,
            one.attrib.get("class"),
            one.attrib.get("id"),
            "lang" in one.attrib,
            self._attributes(one.attrib) if one.attrib else (),
            parent and parent.__dict__["_kind"],
        )
        if key not in self._alike:
            about = [
                (None if by_name else test, number)
                for test, number, by_name in self._all_about(element)
                if not by_name or test(element)
            ]
            self._alike[key] = len(self._alike) + 1, about
        element.__dict__["_kind"], about = self._alike[key]
        return tuple([number for test, number in about if test is None or test(element)])

    def _attributes(self, attributes: dict[str, str]) -> tuple[Any, ...]:
        """Return what selectors may ask of attributes: which there are, or what they say."""
        return tuple(
            [
                (name, value if name in self._valued else None)
                for name, value in attributes.items()
                if name in self._given or name in self._valued
            ]
        )

    def _all_about(self, element: Any) -> list[tuple[Any, int, bool]]:
        """Return the tests and rules that may hold for an element of that name and class.

        And whether a test asks for nothing but the like.
        """
        about = []
        for place, (sheet, origin, sheet_specificity) in enumerate(self._sheets):
            for test, specificity, order, part, (declarations, layer) in _selectors(sheet, element):
                number = self._numbers.setdefault((place, order), len(self._rules))
                about.append((test, number, _names_in(test.__code__) <= _BY_NAME))
                if number == len(self._rules):
                    layer_order = inf if layer is None else sheet.layers.index(layer)
                    weight = (layer_order, sheet_specificity or specificity)
                    entries = [
                        (name, values, (css.declaration_precedence(origin, important), *weight))
                        for name, values, important in declarations
                    ]
                    self._rules.append((part, entries))
                    self.has_leaders |= any("leader()" in repr(values) for _, values, _ in entries)
        return about

    def declared(self, matching: tuple[int, ...]) -> dict[Any, list[tuple[str, Any, Any]]]:
        """Return what those rules declare for an element (None) and for parts of it."""
        declared: dict[Any, list[tuple[str, Any, Any]]] = {}
        for number in matching:
            part, entries = self._rules[number]
            declared.setdefault(part, []).extend(entries)
        return declared


@lru_cache(1024)
def _names_in(code: CodeType) -> frozenset[str]:
    """Return the names that a function uses, and those in it."""
    inner = (_names_in(one) for one in code.co_consts if isinstance(one, CodeType))
    return frozenset(code.co_names).union(*inner)


def _texts_in(codes: Iterable[CodeType]) -> frozenset[str]:
    """Return the pieces of text in functions, and in those in them."""
    found: set[str] = set()
    for code in codes:
        for one in code.co_consts:
            if isinstance(one, CodeType):
                found |= _texts_in([one])
            else:
                found |= {one} if isinstance(one, str) else set()
    return frozenset(found)


def _all_selectors(sheet: Any) -> Iterable[Any]:
    """Return all the selectors of a stylesheet."""
    matcher = sheet.matcher
    by_word = (
        matcher.id_selectors,
        matcher.class_selectors,
        matcher.lower_local_name_selectors,
        matcher.namespace_selectors,
    )
    return chain(
        *(chain.from_iterable(one.values()) for one in by_word),
        matcher.lang_attr_selectors,
        matcher.other_selectors,
    )


def _selectors(sheet: Any, element: Any) -> list[Any]:
    """Return the selectors that `cssselect2.Matcher.match` would test an element with, sorted."""
    matcher = sheet.matcher
    found = [*matcher.id_selectors.get(element.id, ())]
    for name in element.classes:
        found += matcher.class_selectors.get(name, ())
    found += matcher.lower_local_name_selectors.get(ascii_lower(element.local_name), ())
    found += matcher.namespace_selectors.get(element.namespace_url, ())
    if "lang" in element.etree_element.attrib:
        found += matcher.lang_attr_selectors
    found += matcher.other_selectors
    return sorted(found, key=lambda entry: entry[1:3])


def weighed(own: Declared, declared: Any) -> Declared:
    """Return the weightiest declaration for each property, the last of equals."""
    style = own.copy()
    for name, values, weight in declared:
        if name not in style or style[name][1] <= weight:
            style[name] = values, weight
    return style


def own_declarations(element: Any, base_url: Any, known: dict[Any, Declared]) -> Declared:
    """Return what an element declares for itself, the same for the same attributes."""
    attributes = element.attrib
    if _OF_ITSELF.isdisjoint(attributes) and element.tag != _SVG:
        return _NOTHING
    key = (element.tag, *attributes.items())
    if key not in known:
        style: Declared = {}
        for specificity, _, declarations, _ in css.find_style_attributes(_Alone(element)):
            for name, values, important in css.preprocess_declarations(base_url, declarations):
                weight = (css.declaration_precedence("author", important), inf, specificity)
                style = weighed(style, [(name, values, weight)])
        known[key] = style
    return known[key]


_NOTHING: Final[Declared] = {}


class _Alone:
    """Be a tree of one element."""

    def __init__(self, element: Any) -> None:
        self._element = element

    def iter(self) -> tuple[Any]:
        """Return the element."""
        return (self._element,)
