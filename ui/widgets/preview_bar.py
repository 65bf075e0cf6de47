"""The bar above a preview: which page, how large, and finding."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from boardkit.formats import Formats
from ui.documents.page_geometry import Zoom
from ui.theme import theme
from ui.widgets.flow import FlowLayout
from ui.widgets.keys import key_text
from ui.widgets.labels import button, label
from ui.widgets.number_field import TextField


class PreviewBar(QWidget):
    """Asks; the preview does."""

    page_wanted = Signal(int)  # from 0
    step_wanted = Signal(int)
    fit_wanted = Signal(str)
    find_wanted = Signal()

    def __init__(self, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._page, self._pages = 0, 0
        self.setObjectName("bar")
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._inset = QVBoxLayout(self)
        tools = QWidget()
        tools.setObjectName("canvas")
        self._inset.addWidget(tools)
        self._row = FlowLayout(tools, gap=2, line_gap=2)
        self._number = TextField("Page number", characters=3)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._number.returnPressed.connect(self._ask_for_page)
        self._number.left.connect(self._ask_for_page)
        self._row.addWidget(self._number)
        self._count = label("", "muted", wrap=False)
        self._row.addWidget(self._count)
        smaller = self._tool("−", "Smaller", self._ask_smaller, "Ctrl+-")
        self._scale = label("", "muted", wrap=False)
        self._scale.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row.addWidget(self._scale)
        self._tool("+", "Larger", self._ask_larger, "Ctrl++")
        self._fits = {
            "width": self._tool("Fit width", "Fit width", self._ask_width, "Ctrl+0"),
            "page": self._tool("Fit page", "Fit page", self._ask_page, "Ctrl+9"),
        }
        for one in self._fits.values():
            one.setCheckable(True)
        self._tool("Find", "Find in the document", self.find_wanted.emit, "Ctrl+F")
        self._row.keep_right_from(smaller)
        self.refit()
        self.setEnabled(False)

    def _tool(self, text: str, name: str, what: Callable[[], object], keys: str) -> QPushButton:
        made = button(text, "tab", tip=f"{name} ({key_text(keys)})")
        made.setAccessibleName(name)
        made.clicked.connect(what)
        self._row.addWidget(made)
        return made

    def refit(self) -> None:
        """Sizes for the present text size."""
        px = theme().px
        self._inset.setContentsMargins(px(12), px(5), px(12), px(5))
        self._number.setFixedWidth(px(46))
        self._scale.setFixedWidth(px(50))

    def show_page(self, page: int, pages: int) -> None:
        """The page that the reader is at, of so many."""
        self._page, self._pages = page, pages
        self._number.fill(str(page + 1) if pages else "")
        self._count.setText(f" of {pages}" if pages else "")
        self._number.setAccessibleDescription(self._count.text())
        self._number.setVisible(bool(pages))
        self.setEnabled(bool(pages))

    def show_zoom(self, zoom: Zoom, scale: float) -> None:
        """How large the pages are, and what was asked for."""
        self._scale.setText(f"{self._formats.number(round(scale * 100), 0)}%")
        self._scale.setAccessibleName(f"Size: {self._scale.text()}")
        for fit, one in self._fits.items():
            one.setChecked(zoom == fit)

    def _ask_for_page(self) -> None:
        text = self._number.text().strip()
        if text.isdecimal() and 1 <= int(text) <= self._pages:
            self.page_wanted.emit(int(text) - 1)
        else:
            self._number.setText(str(self._page + 1))

    def _ask_smaller(self) -> None:
        self.step_wanted.emit(-1)

    def _ask_larger(self) -> None:
        self.step_wanted.emit(1)

    def _ask_width(self) -> None:
        self.fit_wanted.emit("width")

    def _ask_page(self) -> None:
        self.fit_wanted.emit("page")
