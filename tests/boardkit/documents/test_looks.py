"""What the documents look like, page by page, and what they say: held against golden files.

Pictures are in greys and compared pixel by pixel, edges apart, so that one changed digit shows and
another rounding of a curve does not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pixelmatch.contrib.PIL import pixelmatch

from boardkit.documents.making import document_pdf
from boardkit.documents.material import gathered
from boardkit.documents.rendering import layout_engine
from boardkit.examples import shipped_example
from boardkit.pack_options import Document, PackOptions, Paper
from tests.support.edge_cases import EDGE_CASES, edge_case
from tests.support.tampering import with_text

HERE = Path(__file__).parent / "looks"
DOTS = 1.0  # pixels a point: the least at which each digit of the small print looks its own way
NEAR = 0.1  # how unlike a pixel must be to count, as pixelmatch scales it
FEW = 2  # such pixels a page; a digit of the smallest print makes five
MANY = 2000  # … where another Pango sets the lines, which may move each by a hair's breadth
ENGINE = HERE / "engine.txt"  # what set the lines of what was approved
GREYS = [round(value / 17) * 17 for value in range(256)]  # sixteen, which halve the files
PICTURED: list[tuple[str, Document]] = [
    ("paperclip-2026-q3", "board"),
    ("paperclip-2026-q3", "one_page"),
    ("paperclip-2026-q3", "blank"),
    ("lanternfish-2026-q3", "board"),
    ("lanternfish-2026-q3", "one_page"),
    ("half-timbered-2026-q3", "blank"),  # with fewer modules, so that it asks less
]
FOUR = ("paperclip-2026-q3", "lanternfish-2026-q3", "half-timbered-2026-q3", "hostile")
DOCUMENTS: tuple[Document, ...] = ("board", "one_page", "blank")


@cache
def printed(name: str, document: Document, paper: Paper) -> bytes:
    options = PackOptions(document=document, paper=paper, attach=False)
    if name in EDGE_CASES:
        questionnaire, assessment = edge_case(name)
    else:
        example = shipped_example(name)
        questionnaire, assessment = example.questionnaire, example.assessment
    return document_pdf(gathered(questionnaire, assessment.with_details(pack=options)))


def drawn(data: bytes) -> list[Image.Image]:
    """Each page in a few greys."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.render(scale=DOTS, fill_color=(255, 255, 255, 255)) for page in document]
        return [page.to_pil().convert("L").point(GREYS) for page in pages]


def changed(one: Image.Image, other: Image.Image) -> int:
    """How many pixels are others, where an edge is not merely softened otherwise."""
    if one.tobytes() == other.tobytes():
        return 0
    return pixelmatch(one.convert("RGBA"), other.convert("RGBA"), threshold=NEAR)


@pytest.mark.parametrize(("name", "document"), PICTURED)
def test_every_page_looks_as_it_was_approved(
    name: str, document: Document, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    pages = drawn(printed(name, document, "a4"))
    approved = {HERE / f"{name}-{document}-{n}.png": page for n, page in enumerate(pages, 1)}
    if request.config.getoption("--update-golden"):
        HERE.mkdir(exist_ok=True)
        for stale in HERE.glob(f"{name}-{document}-*.png"):
            stale.unlink()
        for path, page in approved.items():
            page.quantize(16, dither=Image.Dither.NONE).save(path, optimize=True, bits=4)
        ENGINE.write_text(layout_engine() + "\n", encoding="utf-8")
    most = FEW if ENGINE.read_text(encoding="utf-8").strip() == layout_engine() else MANY
    assert {*HERE.glob(f"{name}-{document}-*.png")} == {*approved}, "pages came or went"
    for path, page in approved.items():
        page.save(tmp_path / path.name)
        with Image.open(path) as stored:
            assert page.size == stored.size
            others = changed(page, stored.convert("L"))
        assert others <= most, f"{others} pixels differ: compare {tmp_path / path.name} with {path}"


@pytest.mark.parametrize(("page", "old", "new"), [(2, "71.6", "71.5"), (6, "B05", "B06")])
def test_a_single_changed_digit_would_be_seen(page: int, old: str, new: str) -> None:
    data = printed("lanternfish-2026-q3", "board", "a4")
    pairs = zip(drawn(data), drawn(with_text(data, page - 1, old, new)), strict=True)
    assert [number for number, pair in enumerate(pairs, 1) if changed(*pair) > FEW] == [page]


PAPERS: tuple[Paper, ...] = ("a4", "letter")
TEXTS = [
    *(
        (name, document, paper)
        for name in FOUR
        for document in DOCUMENTS
        for paper in PAPERS
        if paper == "letter" or (name, document) not in PICTURED
    ),
    ("dustjacket-2026-q3", "one_page", "letter"),
    ("switchback-2026-q3", "one_page", "letter"),
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
