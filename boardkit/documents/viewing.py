"""A finished PDF as pictures and text: what the preview shows, the search finds, the printer prints."""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from weakref import WeakSet

from boardkit.errors import RenderingError
from boardkit.pdfium import PDFIUM

POINTS_PER_INCH = 72
_UNREADABLE = "The document that was made cannot be shown. Save it, and open it elsewhere."
_APOSTROPHES = ("’", "'")  # either finds either


@dataclass(frozen=True)
class PagePicture:
    """A page in pixels: rows of four bytes, blue, green, red and one that says nothing."""

    width: int
    height: int
    data: bytes


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, in shares of its width and height from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Match:
    """One place where a text was found; it has a box a line that it runs over."""

    page: int
    boxes: tuple[Box, ...]


class PdfPages:
    """An open PDF. Its methods may be called from any thread; pages are counted from 0."""

    def __init__(self, data: bytes) -> None:
        """Raises RenderingError when it cannot be read."""
        import pypdfium2

        _tidy_at_exit()
        with PDFIUM:
            try:
                self._document = pypdfium2.PdfDocument(data)
                _OPEN.add(self)
                count = len(self._document)
                self.sizes = tuple(self._document.get_page_size(page) for page in range(count))
            except pypdfium2.PdfiumError as fault:
                raise RenderingError(_UNREADABLE) from fault

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def picture(self, page: int, width: int, *, for_print: bool = False) -> PagePicture:
        """The page, that many pixels wide, on white."""
        with self._page(page) as found:
            bitmap = found.render(
                scale=width / self.sizes[page][0],
                fill_color=(255, 255, 255, 255),
                prefer_bgrx=True,
                optimize_mode="print" if for_print else None,
            )
            try:
                return PagePicture(bitmap.width, bitmap.height, bytes(bitmap.buffer))
            finally:
                bitmap.close()

    def text(self, page: int) -> str:
        """The words of a page, a line each."""
        with self._page(page) as found, _closing(found.get_textpage()) as words:
            return "\n".join(str(words.get_text_range()).split("\r\n"))

    def find(self, wanted: str, page: int) -> tuple[Match, ...]:
        """Where a page has this text, in reading order; neither case nor line ends matter."""
        with self._page(page) as found, _closing(found.get_textpage()) as words:
            places = {place for needle in _spellings(wanted) for place in _places(words, needle)}
            return tuple(Match(page, self._boxes(words, page, *place)) for place in sorted(places))

    def _boxes(self, words: Any, page: int, start: int, length: int) -> tuple[Box, ...]:
        width, height = self.sizes[page]
        edges = [words.get_rect(place) for place in range(words.count_rects(start, length))]
        return tuple(
            Box(left / width, 1 - top / height, right / width, 1 - bottom / height)
            for left, bottom, right, top in edges
        )

    def headings(self) -> tuple[tuple[str, int], ...]:
        """The chapters in the document's outline, each with its page."""
        with PDFIUM:
            marks = [mark for mark in self._document.get_toc() if mark.level == 0]
            found = [(mark.get_title(), mark.get_dest()) for mark in marks]
            return tuple((title, dest.get_index()) for title, dest in found if dest is not None)

    def close(self) -> None:
        """Let go of it; nothing can be read any more."""
        with PDFIUM:
            self._document.close()

    def __del__(self) -> None:  # under the lock, which PDFium's own tidying would not take
        if hasattr(self, "_document"):
            self.close()

    @contextmanager
    def _page(self, page: int) -> Iterator[Any]:
        with PDFIUM, _closing(self._document[page]) as found:
            yield found


def _close_all() -> None:
    for pages in list(_OPEN):
        pages.close()


_OPEN: WeakSet[PdfPages] = WeakSet()


@cache
def _tidy_at_exit() -> None:
    """Once PDFium is loaded, so that this runs before it looks for what is still open."""
    atexit.register(_close_all)


def _spellings(wanted: str) -> set[str]:
    """The text with its apostrophes one way and the other; nothing for nothing but spaces."""
    plain = " ".join(wanted.split())
    for mark in _APOSTROPHES:
        plain = plain.replace(mark, "'")
    return {plain.replace("'", mark) for mark in _APOSTROPHES} if plain else set()


def _places(words: Any, needle: str) -> Iterator[tuple[int, int]]:
    with _closing(words.search(needle)) as search:
        while (place := search.get_next()) is not None:
            yield place


@contextmanager
def _closing(part: Any) -> Iterator[Any]:
    try:
        yield part
    finally:
        part.close()
