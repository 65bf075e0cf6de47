"""A chart on the screen: the same SVG as on paper, in the window's colours and at its text size."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from boardkit.charts.palette import Palette
from ui.theme import theme

Draw = Callable[[Palette, float], str]

_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


class ChartView(QLabel):
    """Shows what ``draw(palette, width)`` returns, drawn anew for each width, theme and text size.

    ``draw`` gets the width in CSS pixels at 100% text, so that type in the chart grows with the text
    around it. Below ``least`` the chart is drawn at that width and scaled down instead.
    """

    def __init__(self, draw: Draw, *, least: float = 320, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._least = least
        self._charts: dict[int, tuple[str, float]] = {}  # by width: the SVG, and its height
        self._heights: dict[int, float] = {}  # by width: what was last needed
        self._image = QImage()
        self._shown: tuple[int, int, float] | None = None
        # A label with a picture has the role of a graphic; what is seen is painted below.
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        self.setPixmap(blank)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.says)
        theme().changed.connect(self._forget)

    @property
    def says(self) -> str:
        """What the chart says, in words."""
        found = _TITLE.search(self._chart(round(self._least * theme().scale))[0])
        return unescape(found[1]) if found else ""

    def draw_anew(self) -> None:
        """Draw again for what has changed, in the same room; ``retell`` says it when it rests."""
        self._charts.clear()
        self._shown = None
        self.update()

    def retell(self) -> None:
        """Tell assistive technology what the chart says now."""
        self.setAccessibleName(self.says)

    def _forget(self) -> None:
        self._charts.clear()
        self._heights.clear()
        self._shown = None
        self.updateGeometry()
        self.update()

    def _chart(self, width: int) -> tuple[str, float]:
        """The SVG for a width in the window's pixels, and its height in those."""
        if width not in self._charts:
            if len(self._charts) > 32:  # layouts ask for a few widths; dragging asks for many
                self._charts.clear()
                self._heights.clear()
            tones = theme().tones
            palette = replace(tones.charts, ground=tones.panel)
            svg = self._draw(palette, max(width / theme().scale, self._least))
            box = _BOX.search(svg)
            height = width * float(box[2]) / float(box[1]) if box else 0.0
            if self._heights.setdefault(width, height) != height:
                self._heights.clear()
                self.updateGeometry()
            self._charts[width] = svg, height
        return self._charts[width]

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(max(width, 1))
        return ceil(self._chart(max(width, 1))[1] if known is None else known)

    def sizeHint(self) -> QSize:
        width = round(self._least * theme().scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        wanted = (self.width(), self.height(), ratio)
        if self._shown != wanted:
            self._image = self.rendered(ratio)
            self._shown = wanted
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        painter.end()

    def rendered(self, ratio: float) -> QImage:
        """The chart in the screen's own pixels: scrolling past it then costs next to nothing."""
        size = QSize(max(ceil(self.width() * ratio), 1), max(ceil(self.height() * ratio), 1))
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        svg, height = self._chart(max(self.width(), 1))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        renderer.render(painter, QRectF(0, 0, self.width(), height))
        painter.end()
        return image
