"""What makes a PDF archival as well as accessible: its metadata, what is attached, its page labels.

WeasyPrint writes either PDF/A or PDF/UA. Here the metadata of the one also claims the other, as ISO
14289-1 and ISO 19005-3 allow; what the claims rest on is checked in the tests, by structure. A document
with characters that no typeface had is neither, and claims neither.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

_END = b"</rdf:RDF>"

# PDF/UA's mark, and the schema that PDF/A wants for every property that it does not know itself.
_UNIVERSAL_ACCESS = b"""<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>\
<rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\
</rdf:Description>"""


@dataclass(frozen=True)
class Attached:
    """A file that goes inside a PDF."""

    name: str
    data: bytes
    about: str
    relationship: Literal["Source", "Data"]  # what it is to the document, as PDF/A-3 names it
    at: datetime


def claim_both(document: Any, is_sound: Callable[[], bool]) -> None:
    """Let the metadata name PDF/UA-1 beside PDF/A-3a; neither, unless all that was drawn is sound."""
    generated = document.metadata.generate_rdf_metadata

    def told(variant: str, version: int, conformance: str) -> bytes:
        if not is_sound():
            without: bytes = generated(variant, None, None)
            return without
        alone: bytes = generated(variant, version, conformance)
        return alone.replace(_END, _UNIVERSAL_ACCESS + _END)

    document.metadata.generate_rdf_metadata = told


def attachments_of(attached: Sequence[Attached]) -> list[Any]:
    """The files as WeasyPrint wants them, by name, as the PDF's list of them has to be."""
    from weasyprint import Attachment

    return [
        Attachment(
            string=one.data, name=one.name, description=one.about,
            created=one.at, modified=one.at, relationship=one.relationship,
        )
        for one in sorted(attached, key=lambda one: one.name)
    ]  # fmt: skip


def finish(document: Any, pdf: Any) -> None:
    """Number the pages as they are printed, name each attached file once, complete the structure."""
    import pydyf

    from boardkit.documents.tagging import Structure
    from boardkit.documents.writing import write_once

    files = pdf.catalog.get("AF")
    if files is not None:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(files))
    decimal = pydyf.Dictionary({"S": "/D"})
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array((0, decimal))})
    Structure(pdf).complete()
    write_once(pdf)
