"""A finished PDF as pictures and text."""

from __future__ import annotations

import threading

import pytest

from boardkit.documents.rendering import pdf
from boardkit.documents.viewing import PdfPages
from boardkit.errors import RenderingError

SOURCE = """
<html lang="en"><head><title>Two pages</title><style>
@page { size: 100mm 200mm; margin: 10mm }
h1 { break-before: page; font-size: 12pt } p { font-size: 12pt; width: 60mm }
i { display: block; background: #ff0000; width: 20mm; height: 20mm; position: absolute; top: 0; left: 0 }
</style></head><body>
<h1>The meadow</h1><i></i><p>The customers’ inference grows along the hedge, year after year.</p>
<h1>The orchard</h1><p>Nothing grows.</p>
</body></html>
"""


@pytest.fixture(scope="module")
def pages() -> PdfPages:
    return PdfPages(pdf(SOURCE, identifier=b"pages"))


def pixel(pages: PdfPages, across: float, down: float, width: int = 200) -> tuple[int, ...]:
    picture = pages.picture(0, width)
    place = 4 * (int(down * picture.height) * picture.width + int(across * picture.width))
    blue, green, red, _ = picture.data[place : place + 4]
    return red, green, blue


def test_pages_have_the_size_of_their_paper(pages: PdfPages) -> None:
    assert pages.count == 2
    assert pages.sizes[0] == pytest.approx((100 / 25.4 * 72, 200 / 25.4 * 72), abs=0.1)


def test_a_picture_is_as_wide_as_wanted_with_what_is_drawn_on_white(pages: PdfPages) -> None:
    picture = pages.picture(0, 200)
    assert (picture.width, picture.height) == (200, 400)
    assert len(picture.data) == 200 * 400 * 4
    assert pixel(pages, 0.2, 0.1) == (255, 0, 0)
    assert pixel(pages, 0.9, 0.9) == (255, 255, 255)


def test_text_is_found_whatever_its_case_its_lines_and_its_apostrophes(pages: PdfPages) -> None:
    assert "Nothing grows." in pages.text(1)
    assert len(pages.find("GROWS", 0)) == 1
    assert len(pages.find("grows", 1)) == 1
    assert len(pages.find("customers’ INFERENCE", 0)) == 1
    assert pages.find("hedgehog", 0) == ()
    assert pages.find("   ", 0) == ()


def test_a_match_over_two_lines_has_a_box_on_each(pages: PdfPages) -> None:
    lines = pages.text(0).splitlines()
    first = next(line for line in lines if line.startswith("The customers"))
    second = lines[lines.index(first) + 1]
    (match,) = pages.find(f"{first.split()[-1]} {second.split()[0]}", 0)
    upper, lower = match.boxes
    assert 0 < upper.top < upper.bottom <= lower.top + 0.01 < lower.bottom < 0.5
    assert upper.left > lower.left


def test_headings_come_with_their_pages(pages: PdfPages) -> None:
    assert pages.headings() == (("The meadow", 0), ("The orchard", 1))


def test_what_is_no_pdf_is_refused_with_a_sentence() -> None:
    with pytest.raises(RenderingError, match="cannot be shown"):
        PdfPages(b"not a document")


def test_many_threads_draw_the_same_pictures(pages: PdfPages) -> None:
    wanted = [pages.picture(page, 300).data for page in range(2)]
    wrong: list[int] = []

    def draw() -> None:
        for number in range(20):
            if pages.picture(number % 2, 300).data != wanted[number % 2]:
                wrong.append(number)

    threads = [threading.Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
