"""Say what a PDF is: its title and origin, and that it is both PDF/A-3a and PDF/UA-1.

WeasyPrint writes one of the two marks. The other goes into the same block, for validators read
no other, with the description of its schema that PDF/A asks for of any mark not its own.
"""

from __future__ import annotations

from typing import Any, Final
from xml.etree import ElementTree as ET

from weasyprint.pdf.metadata import DocumentMetadata

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_UA: Final = "http://www.aiim.org/pdfua/ns/id/"
_SCHEMAS: Final = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_UA_SCHEMA: Final = f"""
<rdf:Description xmlns:rdf="{_RDF}" rdf:about=""
  {" ".join(f'xmlns:{name}="{address}"' for name, address in _SCHEMAS.items())}>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


class ArchivalMetadata(DocumentMetadata):
    """Be a document's metadata, with the mark of PDF/UA-1 and the language beside the rest."""

    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        """Return the one RDF block of the document."""
        for prefix, address in {**_SCHEMAS, "pdfuaid": _UA}.items():
            ET.register_namespace(prefix, address)
        written: bytes = DocumentMetadata.generate_rdf_metadata(self, variant, version, conformance)
        rdf = ET.fromstring(written)  # noqa: S314 - written a moment ago
        mark = ET.SubElement(rdf, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})
        ET.SubElement(mark, f"{{{_UA}}}part").text = "1"
        rdf.append(ET.fromstring(_UA_SCHEMA.strip()))  # noqa: S314 - our own
        if self.lang:
            about = ET.SubElement(rdf, f"{{{_RDF}}}Description", {f"{{{_RDF}}}about": ""})
            bag = ET.SubElement(ET.SubElement(about, f"{{{_DC}}}language"), f"{{{_RDF}}}Bag")
            ET.SubElement(bag, f"{{{_RDF}}}li").text = self.lang
        whole: bytes = ET.tostring(rdf, encoding="utf-8")
        return whole


def archival(metadata: DocumentMetadata) -> ArchivalMetadata:
    """Return a document's metadata as that of an archival and accessible document."""
    told: dict[str, Any] = vars(metadata)
    return ArchivalMetadata(**told)  # type: ignore[no-untyped-call]
