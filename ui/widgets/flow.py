"""A layout that puts widgets side by side, and on a further line when there is no room."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget

from ui.theme import theme

Line: TypeAlias = tuple[list[tuple[QLayoutItem, int]], int]  # items with their widths; the height


class FlowLayout(QLayout):
    """Left to right; each line is as high as its highest widget, and ``align`` is inside that."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int | None = None,
        align: Literal["top", "middle", "bottom"] = "middle",
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = theme().px(gap)
        self._line_gap = theme().px(gap if line_gap is None else line_gap)
        self._down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[align]
        self._right: QWidget | None = None
        self._broken: dict[int, list[Line]] = {}  # into lines, by width: Qt asks again and again
        self.setContentsMargins(0, 0, 0, 0)

    def keep_right_from(self, widget: QWidget) -> None:
        """Put this widget, and those after it on its line, at the right."""
        self._right = widget

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        self._broken.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(height for _, height in self._lines(width)) + self._gaps(width)

    def sizeHint(self) -> QSize:
        items = self._shown()
        width = sum(i.sizeHint().width() for i in items) + self._gap * max(len(items) - 1, 0)
        return QSize(width, max((i.sizeHint().height() for i in items), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.y()
        for line, height in self._lines(rect.width()):
            x = rect.x()
            used = sum(width for _, width in line) + self._gap * (len(line) - 1)
            for item, width in line:
                if self._right is not None and item.widget() is self._right:
                    x += rect.width() - used
                own = self._height(item, width)
                down = int((height - own) * self._down)
                item.setGeometry(QRect(QPoint(x, y + down), QSize(width, own)))
                x += width + self._gap
            y += height + self._line_gap

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _gaps(self, width: int) -> int:
        return self._line_gap * max(len(self._lines(width)) - 1, 0)

    def _lines(self, width: int) -> list[Line]:
        if width not in self._broken:
            self._broken[width] = self._break(width)
        return self._broken[width]

    def _break(self, width: int) -> list[Line]:
        lines: list[list[tuple[QLayoutItem, int]]] = [[]]
        used = 0
        for item in self._shown():
            wanted = min(item.sizeHint().width(), width)
            if lines[-1] and used + self._gap + wanted > width:
                lines.append([])
            used = wanted if not lines[-1] else used + self._gap + wanted
            lines[-1].append((item, wanted))
        return [
            (line, max((self._height(i, w) for i, w in line), default=0)) for line in lines if line
        ]

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class ColumnLabel(QLabel):
    """A text that takes one width in every line of a form, and less where there is less room."""

    def __init__(self, text: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._width = width
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        return QSize(self._width, self.heightForWidth(self._width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._width, theme().px(60)), self.fontMetrics().height())
