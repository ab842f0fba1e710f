import io
from collections.abc import Callable
from typing import Any, cast
from xml.etree import ElementTree as ET

from pypdf import PdfReader
from pypdf.generic import StreamObject

from reviewpkg.rendering.pdf import write_pdf

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


def read(pdf: bytes) -> tuple[PdfReader, dict[str, str]]:
    """Return the PDF and what its XMP says, by name with prefix."""
    reader = PdfReader(io.BytesIO(pdf))
    xmp = ET.fromstring(cast("StreamObject", reader.root_object["/Metadata"]).get_data())  # noqa: S314
    said = {}
    (rdf,) = xmp.iter(f"{{{NAMES['rdf']}}}RDF")
    for one in rdf:
        for tag, text in [*one.items(), *((kid.tag, "".join(kid.itertext())) for kid in one)]:
            prefix = {address: name for name, address in NAMES.items()}.get(tag[1:].split("}")[0])
            said[f"{prefix}:{tag.split('}')[-1]}"] = text
    return reader, said


def test_a_document_claims_both_standards_and_says_what_it_is(
    document: Callable[..., str],
) -> None:
    reader, xmp = read(write_pdf(document("<p>x</p>")))
    assert xmp["pdfaid:part"] + xmp["pdfaid:conformance"] == "3A"
    assert xmp["pdfuaid:part"] == "1"
    assert "http://www.aiim.org/pdfua/ns/id/" in xmp["None:schemas"]
    assert reader.metadata == {
        "/Title": xmp["dc:title"],
        "/Author": xmp["dc:creator"],
        "/Subject": xmp["dc:description"],
        "/Keywords": xmp["pdf:Keywords"],
        "/Creator": xmp["xmp:CreatorTool"],
        "/Producer": xmp["pdf:Producer"],
        "/CreationDate": "D:20191120",
        "/ModDate": "D:20191120",
    }
    assert xmp["dc:title"] == "Utvelgelsesliste KS – Forskning 2019"
    assert xmp["dc:creator"] == "Stiftelsen Dam"
    assert xmp["dc:description"] == "Trinn 1.2 · Utvelgelse · grunnlag 3f9a1c2e"
    assert xmp["pdf:Keywords"] == "Forskning 2019, Utvelgelse"
    assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2019-11-20"
    assert xmp["dc:language"] == "nb"


def test_a_reader_shows_the_title_and_knows_the_colours(document: Callable[..., str]) -> None:
    reader, _ = read(write_pdf(document("<p>x</p>")))
    root: Any = reader.root_object
    assert root["/ViewerPreferences"] == {"/DisplayDocTitle": True}
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert "/ID" in reader.trailer
