"""Find which rules hold for an element: once for all elements that the same rules hold for.

WeasyPrint weighs all declarations anew for each element, and makes styles for seven parts of it
that hardly any element has: its marker, its footnote and so on. Here the elements of one parent's
style for which the same rules hold have one style, as they have in the end with WeasyPrint too, but
here also in the next document; and those parts get theirs when they are asked for. Pages of one
kind have one style as well.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable
from typing import Any, Final

from weasyprint import css
from weasyprint.layout import page as pages

from reviewpkg.rendering.shortcuts.flow import Pages
from reviewpkg.rendering.shortcuts.replacing import Replacement
from reviewpkg.rendering.shortcuts.rules import Declared, Rules, own_declarations, weighed

_SHARED: Final = frozenset({"before", "after", "marker", "first-line", "first-letter"})
"""Parts that nothing is written into the style of; notes get an anchor each."""

_FAMILIES: Final = 8
_STYLES: Final = 2000
_their_page_style: Final[Callable[..., None]] = pages.set_page_type_computed_styles


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
        Pages.name = None
        if presentational_hints:
            super().__init__(html, sheets, presentational_hints, font_config, target_collector)
            return
        self._cascaded_styles = {}
        self._computed_styles = {}
        self._sheets = sheets
        self.font_config = font_config
        self._family = _family(sheets, font_config, html.base_url)
        self.initial_page_sizes = self._family.page_sizes
        self.page_styles = self._family.page_styles
        self._give_styles(target_collector)
        Pages.name = self._page_of_content()

    def _give_styles(self, target_collector: Any) -> None:
        family, used = self._family, set()
        for element in self._html.wrapper_element.iter_subtree():
            one = element.etree_element
            parent = element.parent and self._rules_of[element.parent.etree_element].style
            own = own_declarations(one, self._html.base_url, family.attributes)
            matching = family.rules.matching(element)
            key = (id(parent), id(own), matching)
            found = family.styles.get(key)
            if found is None:
                declared = family.rules.declared(matching)
                own_and_ruled = weighed(own, declared.pop(None, ()))
                found = family.styles[key] = _Style(self._style(parent, own_and_ruled), declared)
            if (key not in used or "anchor" in own) and (anchor := found.style["anchor"]):
                target_collector.collect_anchor(anchor)
            used.add(key)
            self._computed_styles[one, None] = found.style
            self._rules_of[one] = found
        for one, found in self._rules_of.items():
            for part, declared in found.parts.items():
                named = any(name == "anchor" for name, _, _ in declared)
                if named and (anchor := self._style_of_part(one, part)["anchor"]):
                    target_collector.collect_anchor(anchor)
        root = self._html.etree_element
        family.odd |= any(
            self._computed_styles[one, None]["overflow"] != "visible"
            for one in (root, *root.findall("body"))
        )

    def _page_of_content(self) -> str | None:
        """Return the name of the pages that all in the body goes on; None if there are several."""
        root = self._html.etree_element
        around = {self._rules_of[one] for one in (root, *root.findall("body"))}
        inside = set(self._rules_of.values()) - around
        names = {found.style["page"] for found in inside}
        for found in inside | around:
            for declared in found.parts.values():
                names |= {None for name, _, _ in declared if name == "page"}
        return names.pop() if len(names) == 1 else None

    def _style(self, parent: Any, declared: Declared, part: str | None = None) -> Any:
        """Return the style that has these declarations, and takes the rest from its parent's."""
        root = self._computed_styles.get((self._html.etree_element, None))
        return css.ComputedStyle(
            parent,
            declared,
            part,
            css.InitialStyle(self.font_config) if root is None else root,
            self._html.base_url,
            self.font_config,
            self.initial_page_sizes,
        )

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
            style = self._style(found.style, weighed({}, found.parts[part]), part)
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


class _PageSizes(dict[str, Any]):
    """Be the sizes of a document's first page, and know whether a style has asked for them."""

    asked = False

    def __getitem__(self, name: str) -> Any:
        self.asked = True
        return super().__getitem__(name)


class _Family:
    """Be the styles of documents that have the same stylesheets.

    Unless something in them is written into for one document: where the page scrolls, how large it
    is, and how white space between leaders is kept.
    """

    def __init__(self, sheets: list[Any]) -> None:
        self.sheets = sheets
        self.rules = Rules(sheets)
        self.attributes: dict[Any, Declared] = {}
        self.styles: dict[Any, _Style] = {}
        self.page_sizes = _PageSizes()
        self.page_styles: dict[Any, dict[Any, Any]] = {}
        self.odd = False

    @property
    def lasting(self) -> bool:
        """Return whether another document may have these styles."""
        odd = self.odd or self.page_sizes.asked or self.rules.has_leaders
        return not odd and len(self.styles) < _STYLES and len(self.attributes) < _STYLES


_families: dict[Any, _Family] = {}
# What measures fonts goes with the styles, and has a folder to delete before the interpreter ends.
atexit.register(_families.clear)


def _family(sheets: list[Any], fonts: Any, base_url: Any) -> _Family:
    """Return the family of a document."""
    key = (*map(id, (fonts, *(sheet for sheet, _, _ in sheets))), base_url)
    family = _families.get(key)
    if family is None or not family.lasting:
        if len(_families) >= _FAMILIES:
            _families.clear()
        family = _families[key] = _Family(sheets)
    family.page_sizes.update(box=None, area=None)
    return family


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
    key = (matching, style_for.initial_page_sizes.get("box") is None)
    computed = style_for.get_computed_styles()
    if key not in style_for.page_styles:
        _their_page_style(page_type, html, style_for)
        style_for.page_styles[key] = {
            part: style for (one, part), style in computed.items() if one == page_type
        }
        style_for.get_cascaded_styles().clear()
    for part, style in style_for.page_styles[key].items():
        computed[page_type, part] = style
