"""Pictures of a document's pages, drawn in the background when they are wanted and kept while there is room.

One page is drawn at a time. Until the picture that is wanted arrives, the best that there is stands in for
it: the same page at another size, or as it was in the document before.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from boardkit.documents.viewing import PdfPages
from ui.jobs import Jobs, Progress
from ui.later import Later

KEPT = 160_000_000  # bytes
LARGEST = 24_000_000  # pixels of one picture; a larger one is drawn up from that

Wish = tuple[int, int]  # a page, and its width in pixels
_Key = tuple[int, int, int]  # which document, page, width


class PagePictures(QObject):
    """Serves several views of one document; ``arrived`` names the page whose picture has come."""

    arrived = Signal(int)
    changed = Signal()  # another document

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._pages: PdfPages | None = None
        self._edition = 0
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._wishes: dict[str, tuple[Wish, ...]] = {}
        self._drawing: Later | None = None

    @property
    def pages(self) -> PdfPages | None:
        """The document whose pages are drawn; None before there is one."""
        return self._pages

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page, in points."""
        return self._pages.sizes if self._pages is not None else ()

    def show(self, pages: PdfPages | None) -> None:
        """Another document; its pages look like the old ones until their own pictures come."""
        self._pages = pages
        self._edition += 1
        self._wishes.clear()
        self.changed.emit()

    def picture(self, page: int, width: int) -> QImage:
        """The picture of a page, or what may stand in for it; null when there is nothing."""
        exact = self._kept.get((self._edition, page, width))
        if exact is not None:
            self._kept.move_to_end((self._edition, page, width))
            return exact
        others = [key for key in self._kept if key[1] == page and self._same_shape(key, page)]
        best = max(others, key=lambda key: (key[0], -abs(key[2] - width)), default=None)
        return self._kept[best] if best is not None else QImage()

    def has(self, page: int, width: int) -> bool:
        """Whether the very picture is there."""
        return (self._edition, page, width) in self._kept

    def want(self, who: str, wishes: Sequence[Wish]) -> None:
        """What a view shows now, the most urgent first; it forgets what that view wanted before."""
        self._wishes[who] = tuple(wishes)
        self._draw_next()

    def _same_shape(self, key: _Key, page: int) -> bool:
        """Whether it is paper of the same shape: A4 does not stand in for US Letter."""
        image, (across, down) = self._kept[key], self.sizes[page]
        return abs(image.height() * across - image.width() * down) < 0.01 * image.height() * across

    def _draw_next(self) -> None:
        if self._drawing is not None or self._pages is None:
            return
        wishes = (wish for wanted in self._wishes.values() for wish in wanted)
        wish = next((one for one in wishes if not self.has(*one)), None)
        if wish is None:
            return
        page, width = wish
        pages, edition = self._pages, self._edition

        def work(progress: Progress) -> tuple[_Key, QImage]:
            return (edition, page, width), drawn(pages, page, width)

        self._drawing = Later(self._jobs, work)
        self._drawing.done.connect(self._keep)
        self._drawing.failed.connect(self._skip)

    def _keep(self, made: tuple[_Key, QImage]) -> None:
        self._drawing = None
        key, image = made
        for old in [k for k in self._kept if k[1:] == key[1:] and k[0] < key[0]]:
            del self._kept[old]
        self._kept[key] = image
        while (
            sum(kept.sizeInBytes() for kept in self._kept.values()) > KEPT and len(self._kept) > 1
        ):
            self._kept.popitem(last=False)
        if key[0] == self._edition:
            self.arrived.emit(key[1])
        self._draw_next()

    def _skip(self, fault: Exception) -> None:
        """A page that cannot be drawn stays white; what is saved and printed is not touched by it."""
        self._drawing = None
        self._wishes.clear()


def drawn(pages: PdfPages, page: int, width: int, *, for_print: bool = False) -> QImage:
    """A page that many pixels wide, or as wide as one picture may be."""
    across, down = pages.sizes[page]
    widest = int((LARGEST * across / down) ** 0.5)
    picture = pages.picture(page, min(width, widest), for_print=for_print)
    image = QImage(
        picture.data, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGB32
    )
    return image.copy()  # the bytes go with the picture
