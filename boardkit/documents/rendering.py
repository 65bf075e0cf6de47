"""From a template to PDF, with nothing but what ships in the bundle.

Templates are Jinja; WeasyPrint lays them out.
"""

from __future__ import annotations

import gc
import logging
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from types import MappingProxyType
from typing import Any

from markupsafe import Markup, escape

from boardkit.content import template_folder
from boardkit.direction import isolated
from boardkit.documents.bundle import bundle_fetcher
from boardkit.documents.finishing import Attached, attachments_of, claim_both, finish
from boardkit.documents.page_source import read_page, styles_of
from boardkit.documents.svg_text import whole_texts
from boardkit.documents.unprintable import NO_GLYPH
from boardkit.errors import RenderingError

_NOT_LAID_OUT = (
    "The document could not be laid out because of a fault in Boardkit. "
    "Nothing of your work is lost. The technical part helps whoever mends it."
)
VARIANT = "pdf/a-3a"
NO_BREAK = "\u00a0"
ENDING = 10  # characters that the last line of a title should have at least


class PageLimitError(RenderingError):
    """A document would have more pages than it may."""


@dataclass(frozen=True)
class Sheet:
    """A paper size, and the room between the board pack's margins, in CSS pixels."""

    name: str
    css: str
    page_width: float
    width: float
    height: float


SHEETS: Mapping[str, Sheet] = {
    "a4": Sheet("A4", "210mm 297mm", 793.7, 642.5, 960.0),
    "letter": Sheet("US Letter", "215.9mm 279.4mm", 816.0, 664.8, 893.5),
}


def layout_engine() -> str:
    """What sets the lines here; another may break them elsewhere, and so draw other pages."""
    import weasyprint
    from weasyprint.text.ffi import pango

    return f"WeasyPrint {weasyprint.__version__}, Pango {pango.pango_version()}"


def html(template: str, **context: Any) -> str:
    """A template of ``reports/`` filled in; a name that it lacks is an error, never a blank."""
    text: str = _environment().get_template(template).render(**context)
    return text


@cache
def _environment() -> Any:
    """One for all documents, so that a template is compiled once."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(template_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["unbroken"] = unbroken
    made.filters["well_ended"] = well_ended
    made.filters["isolated"] = isolated
    return made


def unbroken(text: str) -> Markup:
    """Text in which no line ends inside a range such as 35–49; the styles know the class."""
    whole = r'<span class="whole">\g<0></span>'
    return Markup(re.sub(r"[\w.,−]*\d–[\d−][\w.,%]*", whole, str(escape(text))))


def well_ended(text: str) -> str:
    """A title whose last words stay together, so that no line holds one short word alone."""
    left, space, end = text.rpartition(" ")
    while space and len(end) < ENDING:
        left, space, word = left.rpartition(" ")
        end = f"{word}{NO_BREAK}{end}"
    return f"{left}{space}{end}"


def pdf(
    source: str,
    *,
    identifier: bytes,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    attached: Sequence[Attached] = (),
    most_pages: int | None = None,
) -> bytes:
    """Tagged PDF from HTML that is also XML, built to PDF/UA-1 and PDF/A-3a; the same bytes for the same input.

    Where no typeface has a character it is an empty box, and the document claims neither of the two.

    ``pictures`` are PNGs that the source may name beside what is in the bundle. Raises RenderingError
    when WeasyPrint complains of anything, since a complaint means that the page is not what was meant.
    """
    with _collecting_later():
        return _laid_out(source, identifier, pictures, attached, most_pages)


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Without the search for unreachable cycles, which has nothing to find while a document is made.

    Nearly all that WeasyPrint makes lives until the end; to walk through it again and again took a
    quarter of the time. It is found at the first allocation afterwards, or when the caller chooses.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _laid_out(
    source: str,
    identifier: bytes,
    pictures: Mapping[str, bytes],
    attached: Sequence[Attached],
    most_pages: int | None,
) -> bytes:
    from weasyprint.urls import FatalURLFetchingError

    whole_texts()
    complaints = _Complaints()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        page = read_page(source, bundle_fetcher(pictures))
        document = page.render(pdf_variant=VARIANT, stylesheets=styles_of(page.etree_element))
        if most_pages is not None and len(document.pages) > most_pages:
            raise PageLimitError("There is more to say than there are pages for it.")
        claim_both(document, lambda: not complaints.boxes)
        with warnings.catch_warnings():
            # WeasyPrint leaves its colour profile open for the garbage collector.
            warnings.filterwarnings("ignore", "unclosed file .*icc", ResourceWarning)
            data = document.write_pdf(
                finisher=finish, pdf_variant=VARIANT, pdf_identifier=identifier,
                attachments=attachments_of(attached),
            )  # fmt: skip
    except FatalURLFetchingError as fault:
        raise RenderingError(
            f"The document names something that is not its own: {fault}."
        ) from None
    finally:
        logger.removeHandler(complaints)
    if complaints.texts:
        failed = RenderingError(_NOT_LAID_OUT)
        failed.add_note("\n".join(complaints.texts))
        raise failed
    assert isinstance(data, bytes)
    return data


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        self.boxes = False  # whether a character is drawn as an empty box, for want of a typeface

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if text.startswith(NO_GLYPH):
            self.boxes = True
        else:
            self.texts.append(text)


def stamp(moment: datetime) -> str:
    """A moment as PDF metadata has it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
