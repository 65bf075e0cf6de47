"""What the documents look like, page by page, and what they say: held against golden files.

Pictures are small and in greys, so that a changed line shows and a hair's breadth does not.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from boardkit.documents.making import document_pdf
from boardkit.documents.material import gathered
from boardkit.examples import shipped_example
from boardkit.pack_options import Document, PackOptions, Paper

HERE = Path(__file__).parent / "looks"
DOTS = 40 / 72  # pixels a point
STEP = 48  # of 255 grey levels, from which a pixel counts as another
MOST = 0.004  # the share of pixels that may be another
PICTURED = [
    (name, document)
    for name in ("paperclip-2026-q3", "lanternfish-2026-q3")
    for document in ("board", "one_page")
]


def printed(name: str, document: Document, paper: Paper) -> bytes:
    example = shipped_example(name)
    options = PackOptions(document=document, paper=paper, attach=False)
    return document_pdf(
        gathered(example.questionnaire, example.assessment.with_details(pack=options))
    )


def drawn(data: bytes) -> Image.Image:
    """The pages side by side."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [
            page.render(scale=DOTS, fill_color=(255, 255, 255, 255)).to_pil().convert("L")
            for page in document
        ]
    sheet = Image.new("L", (sum(page.width for page in pages), pages[0].height), 255)
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        left += page.width
    return sheet


def share_changed(one: Image.Image, other: Image.Image) -> float:
    pairs = zip(one.tobytes(), other.tobytes(), strict=True)
    return sum(abs(a - b) > STEP for a, b in pairs) / (one.width * one.height)


@pytest.mark.parametrize(("name", "document"), PICTURED)
def test_every_page_looks_as_it_was_approved(
    name: str, document: Document, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    now = drawn(printed(name, document, "a4"))
    path = HERE / f"{name}-{document}.png"
    if request.config.getoption("--update-golden"):
        HERE.mkdir(exist_ok=True)
        now.quantize(16).save(path, optimize=True)
    with Image.open(path) as stored:
        approved = stored.convert("L")
    assert now.size == approved.size, "there are more pages, or fewer, than were approved"
    now.save(tmp_path / path.name)
    changed = share_changed(now, approved)
    assert changed < MOST, (
        f"{changed:.1%} of it differs: compare {tmp_path / path.name} with {path}"
    )


def test_a_changed_word_would_be_seen() -> None:
    example = shipped_example("lanternfish-2026-q3")
    renamed = example.assessment.with_details(company="Altogether Another Company")
    options = PackOptions(document="one_page", paper="a4", attach=False)
    other = drawn(document_pdf(gathered(example.questionnaire, renamed.with_details(pack=options))))
    usual = drawn(printed("lanternfish-2026-q3", "one_page", "a4"))
    assert share_changed(usual, other) > 0.0005


TEXTS = [
    *((name, "board", "letter") for name in ("paperclip-2026-q3", "half-timbered-2026-q3")),
    ("dustjacket-2026-q3", "one_page", "letter"),
    ("switchback-2026-q3", "one_page", "letter"),
    ("half-timbered-2026-q3", "one_page", "a4"),
]


@pytest.mark.parametrize(("name", "document", "paper"), TEXTS)
def test_every_page_says_what_was_approved(
    name: str, document: Document, paper: Paper, golden: Callable[[Path, str], None]
) -> None:
    with pypdfium2.PdfDocument(printed(name, document, paper)) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    lines = [
        line
        for number, page in enumerate(pages, 1)
        for line in (f"— page {number} —", *(" ".join(row.split()) for row in page.splitlines()))
    ]
    HERE.mkdir(exist_ok=True)
    golden(
        HERE / f"{name}-{document}-{paper}.txt", "\n".join(line for line in lines if line) + "\n"
    )
