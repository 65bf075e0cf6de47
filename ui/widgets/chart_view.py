"""A chart on the screen: the same SVG as on paper, in the window's colours and at its text size."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from math import ceil

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from boardkit.charts.palette import Palette
from ui.theme import theme
from ui.widgets.labels import plain_tip

Draw = Callable[[Palette, float], str]

_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


_PLACE = re.compile(
    r'<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="none" '
    r'data-key="([^"]*)" data-tip="([^"]*)"/>'
)


@dataclass(frozen=True)
class Place:
    """A part of a chart that leads somewhere."""

    key: str
    tip: str


class ChartView(QLabel):
    """Shows what ``draw(palette, width)`` returns, drawn anew for each width, theme and text size.

    ``draw`` gets the width in CSS pixels at 100% text, so that type in the chart grows with the text
    around it. Below ``least`` the chart is drawn at that width and scaled down instead. A place in the
    chart that leads somewhere answers to the mouse; the keyboard has links beside the chart.
    """

    wanted = Signal(str)  # the key of the place that was clicked

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
        self.setMouseTracking(True)
        self.setAccessibleName(self.says)
        theme().changed.connect(self.redraw)

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

    def redraw(self) -> None:
        """Draw anew: the look has changed, or what there is to draw."""
        self._charts.clear()
        self._heights.clear()
        self._shown = None
        self.setAccessibleName(self.says)
        self.updateGeometry()
        self.update()

    def _chart(self, width: int) -> tuple[str, float]:
        """The SVG for a width in the window's pixels, and its height in those."""
        if width not in self._charts:
            if len(self._charts) > 32:  # layouts ask for a few widths; dragging asks for many
                self._charts.clear()
                self._heights.clear()
            tones = theme().tones
            palette = tones.charts._replace(ground=tones.panel)
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

    # Places that lead somewhere

    def place_at(self, x: float, y: float) -> Place | None:
        """The place under a point of the widget; of several, the one drawn last."""
        svg, _ = self._chart(max(self.width(), 1))
        box = _BOX.search(svg)
        scale = self.width() / float(box[1]) if box else 1.0
        found = None
        for left, top, width, height, key, tip in _PLACE.findall(svg):
            area = QRectF(float(left), float(top), float(width), float(height))
            if area.contains(x / scale, y / scale):
                found = Place(unescape(key), unescape(tip))
        return found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().x(), event.position().y())
        self.setToolTip(plain_tip(place.tip) if place is not None else "")
        if place is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().x(), event.position().y())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(place.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        wanted = (self.width(), self.height(), ratio)
        if self._shown != wanted:
            self.rendered(ratio)
            self._shown = wanted
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        painter.end()

    def rendered(self, ratio: float) -> QImage:
        """The chart in the screen's own pixels: scrolling past it then costs next to nothing."""
        size = QSize(max(ceil(self.width() * ratio), 1), max(ceil(self.height() * ratio), 1))
        if self._image.size() != size:  # the same one serves while only the figures change
            self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(Qt.GlobalColor.transparent)
        svg, height = self._chart(max(self.width(), 1))
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        renderer.render(painter, QRectF(0, 0, self.width(), height))
        painter.end()
        return self._image
