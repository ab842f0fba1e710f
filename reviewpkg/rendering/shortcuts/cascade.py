"""Find which rules hold for an element: once for all elements that the same rules hold for.

WeasyPrint weighs all declarations anew for each element, and makes styles for seven parts of it
that hardly any element has: its marker, its footnote and so on. Here the elements of one parent's
style for which the same rules hold have one style, as they have in the end with WeasyPrint too, and
those parts get theirs when they are asked for. Pages of one kind have one style as well.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import inf
from types import CodeType
from typing import Any, Final

from weasyprint import css
from weasyprint.layout import page as pages
from webencodings import ascii_lower

from reviewpkg.rendering.shortcuts.replacing import Replacement

_OF_ITSELF: Final = frozenset({"style", "lang", "id", "name"})
_SVG: Final = "{http://www.w3.org/2000/svg}svg"
_SHARED: Final = frozenset({"before", "after", "marker", "first-line", "first-letter"})
"""Parts that nothing is written into the style of; notes get an anchor each."""

_BY_NAME: Final = frozenset(
    {"local_name", "in_html_document", "namespace_url", "classes", "id", "parent", "ancestors"}
    | {"any", "all"}
)
"""What a selector may ask an element for that is answered once for all of its kind."""

_their_page_style: Final[Callable[..., None]] = pages.set_page_type_computed_styles

Declared = dict[str, Any]
"""For the name of each property declared: its value, and the weight of that."""


def replacements() -> list[Replacement]:
    """Replace what weighs rules, and what gives an element or page its style."""
    return [
        Replacement(css, "StyleFor", StyleFor),
        Replacement(pages, "set_page_type_computed_styles", _set_page_style),
    ]


class StyleFor(css.StyleFor):
    """Give an element, or a part of it, its style."""

    def __init__(
        self,
        html: Any,
        sheets: list[Any],
        presentational_hints: Any,
        font_config: Any,
        target_collector: Any,
    ) -> None:
        self.page_styles: dict[Any, dict[Any, Any]] = {}
        self._rules_of: dict[Any, _Style] = {}
        self._html = html
        if presentational_hints:
            super().__init__(html, sheets, presentational_hints, font_config, target_collector)
            return
        self._cascaded_styles = {}
        self._computed_styles = {}
        self.initial_page_sizes = {"box": None, "area": None}
        self._sheets = sheets
        self.font_config = font_config
        self._give_styles(_Rules(sheets), target_collector)

    def _give_styles(self, rules: _Rules, target_collector: Any) -> None:
        root, base_url = self._html.etree_element, self._html.base_url
        attributes: dict[Any, Declared] = {}
        shared: dict[Any, _Style] = {}
        for element in self._html.wrapper_element.iter_subtree():
            one = element.etree_element
            parent = element.parent.etree_element if element.parent else None
            own = _own(one, base_url, attributes)
            matching = rules.matching(element)
            key = (
                parent is not None and id(self._computed_styles[parent, None]),
                id(own),
                matching,
            )
            if key not in shared:
                declared = rules.declared(matching)
                self._cascaded_styles[one, None] = _weighed(own, declared.pop(None, ()))
                self.set_computed_styles(
                    one,
                    root=root,
                    parent=parent,
                    base_url=base_url,
                    target_collector=target_collector,
                )
                self._cascaded_styles.clear()
                shared[key] = _Style(self._computed_styles[one, None], declared)
            self._computed_styles[one, None] = shared[key].style
            self._rules_of[one] = shared[key]
        for one, found in self._rules_of.items():
            for part, declared in found.parts.items():
                named = any(name == "anchor" for name, _, _ in declared)
                if named and (anchor := self._style_of_part(one, part)["anchor"]):
                    target_collector.collect_anchor(anchor)

    def __call__(self, element: Any, pseudo_type: str | None = None) -> Any:
        """Return a style; None for a part of an element that no rule is about."""
        style = self._computed_styles.get((element, pseudo_type))
        if style is None and pseudo_type is not None and element in self._rules_of:
            style = self._style_of_part(element, pseudo_type)
        if style is None or "_seen" in style.__dict__:
            return style
        style.__dict__["_seen"] = True
        return super().__call__(element, pseudo_type)

    def _style_of_part(self, element: Any, part: str) -> Any:
        """Return the style of a part of an element, made when it is first asked for."""
        found = self._rules_of[element]
        if part not in found.parts:
            return None
        style = found.of_parts.get(part)
        if style is None:
            style = css.ComputedStyle(
                found.style,
                _weighed({}, found.parts[part]),
                part,
                self._computed_styles[self._html.etree_element, None],
                self._html.base_url,
                self.font_config,
                self.initial_page_sizes,
            )
            if part in _SHARED:
                found.of_parts[part] = style
        self._computed_styles[element, part] = style
        return style


class _Style:
    """Be the style of some elements, and what is declared for parts of them."""

    __slots__ = ("of_parts", "parts", "style")

    def __init__(self, style: Any, parts: dict[Any, Any]) -> None:
        self.style = style
        self.parts = parts
        self.of_parts: dict[str, Any] = {}


class _Rules:
    """Know the rules of all stylesheets.

    Most selectors only ask for the names, classes and identities of an element and of those that it
    is in. What they answer is asked for once for all elements that are the same in that.
    """

    def __init__(self, sheets: list[Any]) -> None:
        self._sheets = sheets
        self._alike: dict[Any, tuple[int, list[tuple[Any, int]]]] = {}
        self._numbers: dict[tuple[int, int], int] = {}
        self._rules: list[tuple[Any, list[tuple[str, Any, Any]]]] = []

    def matching(self, element: Any) -> tuple[int, ...]:
        """Return which rules hold for an element, the weakest first."""
        one, parent = element.etree_element, element.parent
        key = (
            one.tag,
            one.attrib.get("class"),
            one.attrib.get("id"),
            "lang" in one.attrib,
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
                    weighed = [
                        (name, values, (css.declaration_precedence(origin, important), *weight))
                        for name, values, important in declarations
                    ]
                    self._rules.append((part, weighed))
        return about

    def declared(self, matching: tuple[int, ...]) -> dict[Any, list[tuple[str, Any, Any]]]:
        """Return what those rules declare for an element (None) and for parts of it."""
        declared: dict[Any, list[tuple[str, Any, Any]]] = {}
        for number in matching:
            part, weighed = self._rules[number]
            declared.setdefault(part, []).extend(weighed)
        return declared


@lru_cache(1024)
def _names_in(code: CodeType) -> frozenset[str]:
    """Return the names that a function uses, and those in it."""
    inner = (_names_in(one) for one in code.co_consts if isinstance(one, CodeType))
    return frozenset(code.co_names).union(*inner)


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


def _weighed(own: Declared, declared: Any) -> Declared:
    """Return the weightiest declaration for each property, the last of equals."""
    style = own.copy()
    for name, values, weight in declared:
        if name not in style or style[name][1] <= weight:
            style[name] = values, weight
    return style


def _own(element: Any, base_url: Any, known: dict[Any, Declared]) -> Declared:
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
                style = _weighed(style, [(name, values, weight)])
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


def _set_page_style(page_type: Any, html: Any, style_for: Any) -> None:
    """Give a page and its margins the styles of the pages that the same rules hold for.

    The first page has its own: what its size is, is not yet known when they are made.
    """
    selectors = (
        selector
        for sheet, _, _ in style_for._sheets
        for _, selectors, _ in sheet.page_rules
        for selector in selectors
    )
    matching = tuple(style_for._page_type_match(kind, page_type) for _, _, kind in selectors)
    key = (matching, style_for.initial_page_sizes["box"] is None)
    computed = style_for.get_computed_styles()
    if key not in style_for.page_styles:
        _their_page_style(page_type, html, style_for)
        style_for.page_styles[key] = {
            part: style for (one, part), style in computed.items() if one == page_type
        }
        style_for.get_cascaded_styles().clear()
    for part, style in style_for.page_styles[key].items():
        computed[page_type, part] = style
