"""Templates become PDF from the bundle alone."""

import gc
import socket

import pytest

from boardkit.documents.bundle import bundled_files
from boardkit.documents.rendering import html, pdf, unbroken, well_ended
from boardkit.errors import RenderingError

PAGE = '<!DOCTYPE html><html lang="en"><head><title>T</title>{head}</head><body><h1>Hello</h1>{body}</body></html>'


def page(head: str = "", body: str = "") -> str:
    return PAGE.format(head=head, body=body)


def test_the_bundle_holds_styles_and_fonts_by_name() -> None:
    files = bundled_files()
    assert {"type.css", "pack.css", "SourceSansPro-Regular.ttf"} <= files.keys()
    assert all(path.is_file() for path in files.values())


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "/etc/passwd", "../../etc/passwd", "http://127.0.0.1:9/x", "ftp://x/y",
        "bundle:../pyproject.toml", "bundle:passwd", "data:text/css,h1{}",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "place",
    [
        ('<link rel="stylesheet" href="{}"/>', ""),
        ("<style>@import url({});</style>", ""),
        (
            '<style>@font-face {{ font-family: "X"; src: url({}) }} h1 {{ font-family: "X" }}</style>',
            "",
        ),
        ("", '<img src="{}" alt="x"/>'),
        (
            "",
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>t</title><image href="{}" width="9" height="9"/></svg>',
        ),
    ],
)
def test_nothing_outside_the_bundle_is_opened(
    address: str, place: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a network connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    source = page(*(part.format(address) for part in place))
    with pytest.raises(RenderingError, match=r"not part of the bundle|could not be laid out"):
        pdf(source, identifier=b"x")


def test_the_same_source_gives_the_same_bytes() -> None:
    head = '<meta name="dcterms.created" content="2026-01-01T00:00:00Z"/>'
    head += '<meta name="dcterms.modified" content="2026-01-01T00:00:00Z"/>'
    source = page(head + '<link rel="stylesheet" href="bundle:type.css"/>')
    assert pdf(source, identifier=b"one") == pdf(source, identifier=b"one")


def test_what_weasyprint_complains_of_is_an_error() -> None:
    with pytest.raises(RenderingError, match="could not be laid out"):
        pdf(page("<style>h1 { colour: red }</style>"), identifier=b"x")


def test_a_script_without_a_typeface_on_this_computer_is_printed_all_the_same() -> None:
    assert pdf(page(body="<p>漢字 \U0001fae0 \U00013080</p>"), identifier=b"x")


def test_characters_that_no_paper_shows_are_left_out() -> None:
    told = "".join(map(chr, [*range(0x20), 0xFFFE, 0xFFFF]))
    assert pdf(page(body=f"<p>be{told}fore</p>"), identifier=b"x")


def test_a_name_that_a_template_lacks_is_an_error() -> None:
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError):
        html("board-pack/pack.html.j2")


@pytest.mark.parametrize("works", [True, False])
def test_garbage_is_collected_again_after_a_document_whatever_became_of_it(works: bool) -> None:
    if works:
        pdf(page(), identifier=b"x")
    else:
        with pytest.raises(RenderingError):
            pdf(page("<style>h1 { colour: red }</style>"), identifier=b"x")
    assert gc.isenabled()


def test_no_line_ends_inside_a_range() -> None:
    told = unbroken("Exposed in 91% of draws, 35–49; <b> first–derivative, −3.5–0%")
    assert told == (
        'Exposed in 91% of draws, <span class="whole">35–49</span>; &lt;b&gt; first–derivative, '
        '<span class="whole">−3.5–0%</span>'
    )


@pytest.mark.parametrize(
    ("title", "ended"),
    [
        ("What is at risk, in near equal parts", "What is at risk, in near equal~parts"),
        ("Manageable, in 57% of draws", "Manageable, in 57%~of~draws"),
        ("One", "One"),
        ("", ""),
        ("Exposed to substitution", "Exposed to substitution"),
    ],
)
def test_no_title_ends_in_one_short_word_alone(title: str, ended: str) -> None:
    assert well_ended(title) == ended.replace("~", "\u00a0")
