"""The board pack: its pages, placed one after another, as HTML and as PDF."""

from __future__ import annotations

from boardkit import __version__
from boardkit.documents.attaching import attached_to
from boardkit.documents.material import Material
from boardkit.documents.pages import PAGES, Page
from boardkit.documents.rendering import html, pdf, stamp
from boardkit.exchange.pdf_file import LOGO


class BoardPack:
    """One assessment's board pack on one paper."""

    def __init__(self, material: Material, logo: bytes = b"") -> None:
        self.material = material
        self.logo = logo  # a PNG that is known to be sound

    def pages(self) -> tuple[Page, ...]:
        """The parts that have something to say, in order."""
        options = self.material.options
        kinds = [k for k in PAGES if options.document == "full" or not k.reference]
        wanted = [k for k in kinds if k.always or k.id not in options.without]
        made = ((kind, kind.make(self.material)) for kind in wanted)
        return tuple(Page(kind, content) for kind, content in made if content is not None)

    def pdf(self) -> bytes:
        """The pack as PDF; raises RenderingError."""
        pictures = {LOGO: self.logo} if self.logo else {}
        return pdf(
            self.html(), identifier=self.material.identifier, pictures=pictures,
            attached=attached_to(self.material, self.logo),
        )  # fmt: skip

    def html(self) -> str:
        """The pack as the HTML that is laid out."""
        material = self.material
        return html(
            "board-pack/pack.html.j2",
            pages=self.pages(),
            details=material.details,
            questionnaire=material.questionnaire,
            method=material.method,
            result=material.result,
            formats=material.formats,
            wording=material.wording,
            sheet=material.sheet,
            version=__version__,
            created=stamp(material.changed_at),
            newest=material.newest,
            logo=LOGO if self.logo else "",
        )
