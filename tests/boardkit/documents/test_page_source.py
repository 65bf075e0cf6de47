"""What is read once, or left out, for documents to be laid out quickly."""

from xml.etree import ElementTree

import pytest
from weasyprint.css import ComputedStyle

from boardkit.documents.page_source import styles_of
from boardkit.documents.rendering import pdf


def styles_made(paragraphs: int, monkeypatch: pytest.MonkeyPatch) -> int:
    made = 0
    begin = ComputedStyle.__init__

    def counted(self: object, *rest: object) -> None:
        nonlocal made
        made += 1
        begin(self, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(ComputedStyle, "__init__", counted)
        body = "<p>One.</p>" * paragraphs
        source = f'<html lang="en"><head><title>T</title></head><body>{body}</body></html>'
        pdf(source, identifier=b"x")
    return made


def test_elements_that_are_alike_share_one_style(monkeypatch: pytest.MonkeyPatch) -> None:
    assert styles_made(20, monkeypatch) == styles_made(1, monkeypatch)


def test_styles_are_read_once_and_typefaces_for_each_document() -> None:
    def head() -> ElementTree.Element:
        links = "".join(
            f'<link rel="stylesheet" href="bundle:{name}.css"/>'
            for name in ("type", "pack", "lost")
        )
        return ElementTree.fromstring(f"<html><head>{links}</head><body/></html>")

    first, second = head(), head()
    assert styles_of(first) == styles_of(second)
    assert len(styles_of(head())) == 1
    left = [link.get("href") for link in first.iter("link")]
    assert left == ["bundle:type.css", "bundle:lost.css"]
