"""Write what was read as the structure of a PDF: elements, and the way back from the pages."""

from __future__ import annotations

from typing import Any, Final

import pydyf

from reviewpkg.rendering.pdf_fields import FieldWriter
from reviewpkg.rendering.pdf_reading import Node, Text, alternative, texts

_SCOPES: Final = {"col": "/Column", "row": "/Row"}
_HEADINGS: Final = frozenset(f"H{level}" for level in range(1, 7))
_POINTS: Final = 0.75
"""PDF points in a CSS pixel."""


class StructureWriter:
    """Write nodes as structure elements of a PDF; `unspaced` are marks to be read with a space."""

    def __init__(self, pdf: Any, document: Any, unspaced: set[tuple[int, int]]) -> None:  # noqa: ANN401
        self._pdf = pdf
        self._unspaced = unspaced
        self._pages = pdf.page_references
        self._heights = [page.height for page in document.pages]
        self._marks: list[dict[int, bytes]] = [{} for _ in self._pages]
        self._annotations: list[bytes] = []
        self._heading = ""
        self._fields = FieldWriter(pdf)

    def write(self, root: Node, form_id: str = "") -> None:
        """Write the tree and the way back to it from the marks on the pages.

        `form_id` is the identity of a form, which goes along as a field that nobody fills in.
        """
        parents = pydyf.Dictionary({"Nums": pydyf.Array()})
        self._pdf.add_object(parents)
        top = pydyf.Dictionary({"Type": "/StructTreeRoot", "ParentTree": parents.reference})
        self._pdf.add_object(top)
        top["K"] = pydyf.Array([self._element(root, top.reference)])
        for number, marks in enumerate(self._marks):
            count = max(marks, default=-1) + 1
            references = (marks.get(mark, b"null") for mark in range(count))
            parents["Nums"] += [number, pydyf.Array(references)]
        for number, reference in enumerate(self._annotations, start=len(self._marks)):
            parents["Nums"] += [number, reference]
        top["ParentTreeNextKey"] = len(self._marks) + len(self._annotations)
        self._pdf.catalog["StructTreeRoot"] = top.reference
        self._fields.close(form_id)

    def _element(self, node: Node, parent: bytes) -> bytes:
        """Write a node and all in it; return its reference."""
        first = next(texts(node), None)
        page = first.page if first else node.page
        element = pydyf.Dictionary({"S": f"/{node.role}", "P": parent, "Pg": self._pages[page]})
        self._pdf.add_object(element)
        reference: bytes = element.reference
        kids = pydyf.Array()
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._element(kid, reference))
                continue
            if (kid.page, kid.mark) in self._unspaced and not node.spoken:
                kids.append(self._element(Node("Span", spoken=kid.text, kids=[kid]), reference))
                continue
            self._marks[kid.page][kid.mark] = reference
            kids.append(kid.mark if kid.page == page else self._elsewhere(kid))
        for on_page, annotation in node.annotations:
            annotation["Contents"] = pydyf.String(" ".join(one.text for one in texts(node)))
            kids.append(self._annotation(annotation, on_page, reference))
        if node.role == "Form":
            widget = self._fields.add(node.element, node.page, self._border(node))
            kids.append(self._annotation(widget, node.page, reference))
        if kids:
            element["K"] = kids if len(kids) > 1 else kids[0]
        if node.role in _HEADINGS:
            self._heading = " ".join(one.text for one in texts(node))
        element.update(self._says(node))
        if attributes := self._attributes(node):
            element["A"] = pydyf.Dictionary(attributes)
        return reference

    def _elsewhere(self, text: Text) -> pydyf.Dictionary:
        """Refer to text on another page than the element's own."""
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[text.page], "MCID": text.mark})

    def _annotation(
        self, annotation: pydyf.Dictionary, page: int, element: bytes
    ) -> pydyf.Dictionary:
        """Refer to a link or a field, and let it refer back."""
        annotation["StructParent"] = len(self._marks) + len(self._annotations)
        self._annotations.append(element)
        return pydyf.Dictionary(
            {"Type": "/OBJR", "Obj": annotation.reference, "Pg": self._pages[page]}
        )

    @staticmethod
    def _says(node: Node) -> dict[str, Any]:
        """Return what is said instead of the glyphs, or of a picture, and in which language."""
        if node.spoken:
            blank = " " if list(texts(node))[-1].space else ""
            return {"ActualText": pydyf.String(node.spoken + blank)}
        if node.element is None:
            return {}
        if node.role == "Figure":
            return {"Alt": pydyf.String(alternative(node.element))}
        if node.role != "Span":
            return {}
        keys = {"E": node.element.get("title"), "Lang": node.element.get("lang")}
        return {key: pydyf.String(value) for key, value in keys.items() if value}

    def _attributes(self, node: Node) -> dict[str, Any]:
        """Return what a cell spans and heads, how a list is numbered, where a picture stands.

        A table without a caption or a label is named by the heading that it stands under.
        """
        if node.role == "Table" and node.element is not None:
            captioned = any(isinstance(kid, Node) and kid.role == "Caption" for kid in node.kids)
            name = node.element.get("aria-label", self._heading)
            return {} if captioned else {"O": "/Table", "Summary": pydyf.String(name)}
        if node.role in {"TH", "TD"} and node.element is not None:
            spans = {"ColSpan": node.box.colspan, "RowSpan": node.box.rowspan}
            said = {key: value for key, value in spans.items() if value != 1}
            if node.role == "TH":
                said["Scope"] = _SCOPES[node.element.get("scope", "col")]
            return {"O": "/Table", **said} if said else {}
        if node.role == "L" and node.element is not None:
            return {"O": "/List", "ListNumbering": _numbering(node)}
        if node.role == "Figure":
            return {"O": "/Layout", "BBox": self._corners(node)}
        return {}

    def _corners(self, node: Node) -> pydyf.Array:
        """Return where a picture stands, in points from the page's lower left corner."""
        box = node.box
        return self._points(node, box.content_box_x(), box.content_box_y(), box.width, box.height)

    def _border(self, node: Node) -> pydyf.Array:
        """Return where a place for the pen stands, its lines included."""
        box = node.box
        size = (box.border_width(), box.border_height())
        return self._points(node, box.border_box_x(), box.border_box_y(), *size)

    def _points(self, node: Node, left: float, top: float, *size: float) -> pydyf.Array:
        width, height = size
        bottom = self._heights[node.page] - top - height
        corners = (left, bottom, left + width, bottom + height)
        return pydyf.Array(round(corner * _POINTS, 3) for corner in corners)


def _numbering(node: Node) -> str:
    """Return how the items of a list are labelled, in the words of PDF."""
    items = (kid for kid in node.kids if isinstance(kid, Node))
    if not any(isinstance(part, Node) and part.role == "Lbl" for one in items for part in one.kids):
        return "/None"
    return "/Decimal" if node.element is not None and node.element.tag == "ol" else "/Disc"
