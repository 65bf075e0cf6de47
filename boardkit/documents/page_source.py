"""From the HTML of a document and its styles to what WeasyPrint lays out.

What WeasyPrint would read again for every document, and could do without, is read once or left out.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from xml.etree import ElementTree

from boardkit.documents.bundle import SCHEME, bundled_files


def read_page(source: str, fetcher: Any) -> Any:
    """The source as WeasyPrint takes it, but read as the XML that all templates are.

    WeasyPrint's own reader is for any HTML, and takes a twentieth of the time of a whole document; this
    one takes next to none. Text may hold characters that no XML has, and no paper shows.
    """
    import weasyprint

    root = ElementTree.fromstring(_NOT_IN_XML.sub("", source))
    page = weasyprint.HTML(string="<title/>", base_url=SCHEME, url_fetcher=fetcher)
    page.wrapper_element = type(page.wrapper_element).from_html_root(root, content_language=None)
    page.etree_element = page.wrapper_element.etree_element
    page._ua_stylesheets = lambda forms: [_defaults()]
    return page


@cache
def _defaults() -> Any:
    """WeasyPrint's own style sheet, without what no template has.

    That is notes and the marks of list items, which gave six more styles to every element, and places
    in the margins where nothing is printed, which gave fifteen to every page.
    """
    from weasyprint import CSS
    from weasyprint.css.counters import CounterStyle
    from weasyprint.html import UA

    lean = re.sub(r"(?m)^::(foot)?note-.*", "", UA).replace("\n::marker", "\nli::marker")
    lean = re.sub(r"(?m)^ +@(?!(top|bottom)-(left|right) ).*", "", lean)
    return CSS(string=lean, counter_style=CounterStyle())


_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def styles_of(root: ElementTree.Element) -> list[Any]:
    """Take the links to styles that are kept out of a document, and hand over what they name."""
    head = root.find("head")
    if head is None:
        return []
    found = []
    for link in head.findall("link"):
        if (style := _style(link.get("href", ""))) is not None:
            head.remove(link)
            found.append(style)
    return found


@cache
def _style(address: str) -> Any:
    """A style sheet of the bundle, read once; None for one with typefaces, which each document opens."""
    from weasyprint import CSS

    file = bundled_files().get(address.removeprefix(SCHEME))
    if file is None or file.suffix != ".css":
        return None
    text = file.read_text(encoding="utf-8")
    return None if "@font-face" in text else CSS(string=text, base_url=SCHEME)
